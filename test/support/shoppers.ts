import { drawFrom, pick, type Random } from '../../scripts/sample/random.ts'

/** Somebody who answers once: where from, with what, and what. */
export interface Shopper {
  address: string
  userAgent: string
  score: number
  comment: string
}

const below = (random: Random, n: number) => Math.floor(random() * n)

/**
 * Devices as they are: few kinds are many, as nearly all phones of one maker say the same of themselves. One in five is of the most
 * frequent kind, two of any are alike with a chance of one in fourteen.
 */
const kinds = Array.from({ length: 60 }, (_, i) => {
  const os = [
    'iPhone; CPU iPhone OS 26_1 like Mac OS X',
    'Linux; Android 10; K',
    'Windows NT 10.0; Win64; x64',
    'Macintosh; Intel Mac OS X 10_15_7',
  ]
  const name = `Mozilla/5.0 (${os[i % os.length]}) AppleWebKit/605.1.15 Version/26.${i}${i % 2 === 0 ? ' Mobile' : ''}`
  return [i, name, 1 / (i + 1) ** 0.95] as const
})
const kindBy = (random: Random) =>
  drawFrom(
    kinds.map(([i, , weight]) => [i, weight] as const),
    random,
  )

export const deviceBy = (random: Random): string => kinds[kindBy(random)()]?.[1] ?? ''

/**
 * Networks as they are: two in five at home on IPv4, where one in twenty shares it with somebody else who answers; as many on IPv6, a
 * network to each; one in five behind a provider's shared IPv4 addresses, of which there are 4,000.
 */
export function networkBy(random: Random): string {
  const kind = random()
  const octets = (n: number) => Array.from({ length: n }, () => below(random, 256)).join('.')
  const group = () => below(random, 65_536).toString(16)
  if (kind < 0.4) return `81.${random() < 0.05 ? `7.${below(random, 40)}.9` : octets(3)}`
  if (kind < 0.8) return `2a02:${group()}:${group()}:${group()}:${group()}::1`
  const shared = below(random, 4_000)
  return `109.40.${shared >> 8}.${shared & 255}`
}

/** NPS about 17: three in ten are detractors, nearly half promoters. */
const scores = [0, 1, 3, 4, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10, 9, 8, 7, 10, 5, 9, 10]

const said = [
  'good',
  'ok',
  'super',
  'Alles bestens',
  'Schnelle Lieferung',
  'very good',
  'top',
  'Gerne wieder',
  'all fine, thanks',
  'Too expensive',
]
const parts = {
  opening: ['The parcel', 'My order', 'What I bought', 'The jumper', 'Delivery', 'The return', 'Your shop', 'The size'],
  verb: ['came', 'was', 'took', 'arrived', 'seemed', 'turned out', 'felt', 'looked'],
  how: [
    'later than promised',
    'quicker than I thought',
    'smaller than the picture',
    'just as described',
    'a little worn',
    'lovely',
  ],
  when: ['after two days', 'before the weekend', 'in the first week', 'on a Friday', 'last month', 'this morning', 'once more'],
  end: [
    'and I would order again',
    'so I am a bit cross',
    'which my sister liked',
    'but nobody told me',
    'and that is all I wanted',
    'as ever',
  ],
}

/** Every third says something; half of those what many say. */
export function shopper(random: Random): Shopper {
  const sentence = () =>
    `${pick(random, parts.opening)} ${pick(random, parts.verb)} ${pick(random, parts.how)} ${pick(random, parts.when)} ${pick(random, parts.end)}`
  const comment = random() < 2 / 3 ? '' : random() < 0.5 ? pick(random, said) : `${sentence()}. ${sentence()}.`
  return { address: networkBy(random), userAgent: deviceBy(random), score: pick(random, scores), comment }
}
