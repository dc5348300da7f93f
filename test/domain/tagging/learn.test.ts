import { describe, expect, it } from 'vitest'
import { between, pick, type Random, seeded } from '../../../scripts/sample/random.ts'
import { corpusOf } from '../../../worker/domain/tagging/corpus.ts'
import { judged, type Learned, learnTag, leastPositives } from '../../../worker/domain/tagging/learn.ts'
import { roomFor } from '../../../worker/domain/tagging/model.ts'
import { compileRules } from '../../../worker/domain/tagging/rules.ts'
import { scorerOf } from '../../../worker/domain/tagging/score.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'

const filler = 'the my it we was shop today then again quite maybe thing colleague garden evening bought nothing window'.split(
  ' ',
)
/** What the tag is about. Its rules know the first word of each list, and one that misleads them. */
const about = ['courier', 'driver', 'doorstep', 'neighbour', 'van']
const rules = [{ any: ['courier', 'window'], all: [], not: [] }]

interface Comment {
  text: string
  belongs: boolean
}

function comment(random: Random, belongs: boolean): Comment {
  const words = Array.from({ length: between(random, 4, 9) }, () => pick(random, filler))
  if (belongs) words.splice(between(random, 0, words.length), 0, pick(random, about))
  return { text: words.join(' '), belongs }
}

/** So many comments that belong, and three times as many that don't. */
function drawn(positives: number, seed = 'learn'): Comment[] {
  const random = seeded(1, seed)
  return Array.from({ length: 4 * positives }, (_, i) => comment(random, i % 4 === 0))
}

const matcher = compileRules([{ id: 'courier', rules }])

function learn(comments: readonly Comment[], room = roomFor(5).tag): Learned {
  const readings = comments.map(({ text }) => readWords(text, 'en'))
  const fits = readings.map((reading) => matcher.match(reading))
  const hits = Uint8Array.from(fits, (of) => Number(of.has('courier')))
  return learnTag(
    corpusOf(readings, fits),
    hits,
    Uint8Array.from(comments, ({ belongs }) => (belongs ? judged.yes : judged.no)),
    room,
  )
}

/** Of comments that were not learned from, how many the model or else the rules get right. */
function rightOf({ model }: Learned, comments: readonly Comment[]): number {
  const scorer = scorerOf(new Map(model ? [['courier', model]] : []))
  const right = comments.filter(({ text, belongs }) => {
    const reading = readWords(text, 'en')
    const fits = matcher.match(reading)
    const scored = scorer.score(reading, fits).get('courier')
    return (scored ? scored.by !== undefined : fits.has('courier')) === belongs
  })
  return right.length / comments.length
}

describe('a learned tag', () => {
  it('knows words the rules never named, and which of the rules mislead', () => {
    const unseen = drawn(100, 'unseen')
    const learned = learn(drawn(60))
    expect(rightOf({ ...learned, model: null }, unseen)).toBeLessThan(0.7)
    expect(rightOf(learned, unseen)).toBeGreaterThan(0.95)
    expect(learned.f1).toBeGreaterThan(0.9)
    expect(learned.rulesF1).toBeLessThan(0.5)
  })

  it(`is left to its rules until ${leastPositives} corrections say it belongs`, () => {
    // With a word of its own in each comment that belongs, ten are plenty.
    const plain = (positives: number) =>
      drawn(positives).map(({ text, belongs }) => ({ text: belongs ? `${text} courier driver van` : text, belongs }))
    const few = learn(plain(leastPositives - 1))
    expect(few).toMatchObject({ model: null, positives: 9, judged: 36 })
    expect(few.f1).toBe(few.rulesF1)
    expect(learn(plain(leastPositives))).toMatchObject({ model: { unit: expect.any(Number) }, positives: 10, judged: 40 })
  })

  it('is left to rules that do better on the same corrections', () => {
    const random = seeded(1, 'rules')
    const tries = Array.from({ length: 20 }, () =>
      learn(
        Array.from({ length: 48 }, (_, i) => {
          const { text } = comment(random, false)
          const belongs = i % 4 === 0
          return { text: random() < (belongs ? 0.8 : 0.1) ? `${text} courier` : text.replace('window', ''), belongs }
        }),
      ),
    )
    const left = tries.filter(({ model }) => model === null)
    expect(left.length).toBeGreaterThan(0)
    expect(left.length).toBeLessThan(20)
    for (const { model, f1, rulesF1 } of tries) {
      if (model) expect(f1).toBeGreaterThanOrEqual(rulesF1 ?? 1)
      else expect(f1).toBe(rulesF1)
    }
  })

  it('is added to what its rules fit while few corrections have it surer than it would have to be, and takes nothing away', () => {
    const random = seeded(1, 'adds')
    // Of what belongs the rules find most, and of the rest a word tells some, which now and then stands elsewhere too.
    const told = (_: unknown, i: number) => {
      const belongs = i % 4 === 0
      const word = pick(random, belongs ? ['courier', 'courier', 'courier', 'driver', 'again'] : [...filler, 'courier', 'driver'])
      return { text: `${comment(random, false).text.replace('window', '')} ${word}`, belongs }
    }
    const tries = Array.from({ length: 30 }, () => learn(Array.from({ length: 44 }, told)))
    const adding = tries.filter(({ model }) => model?.adds)
    expect(adding.length).toBeGreaterThan(0)
    for (const { model, f1, rulesF1 } of adding) {
      if (!model) throw new Error('nothing was learned')
      expect(f1).toBeGreaterThanOrEqual(rulesF1 ?? 1)
      const scorer = scorerOf(new Map([['courier', { ...model, constant: -20 }]]))
      const by = (text: string) => {
        const reading = readWords(text, 'en')
        return scorer.score(reading, matcher.match(reading)).get('courier')?.by
      }
      expect([by('the courier'), by('the zipper')]).toEqual(['rules', undefined])
    }
  })

  it('is left to its rules where words say nothing, however poor the rules', () => {
    const random = seeded(1, 'noise')
    const noise = drawn(20).map(() => comment(random, false))
    expect(learn(noise.map((one, i) => ({ ...one, belongs: i % 4 === 0 }))).model).toBeNull()
  })

  it('is left to its rules where every comment belongs', () => {
    expect(learn(drawn(20).map(({ text }) => ({ text, belongs: true }))).model).toBeNull()
  })

  it('learns nothing from comments nobody judged', () => {
    const comments = drawn(20)
    const [others, hidden] = [drawn(10, 'others'), drawn(10, 'others').map(({ text, belongs }) => ({ text, belongs: !belongs }))]
    const withUnknown = (unknown: readonly Comment[]) => {
      const readings = [...comments, ...unknown].map(({ text }) => readWords(text, 'en'))
      const labels = new Uint8Array(readings.length).fill(judged.unknown)
      for (const [i, { belongs }] of comments.entries()) labels[i] = belongs ? judged.yes : judged.no
      return learnTag(corpusOf(readings, []), new Uint8Array(readings.length), labels, 500)
    }
    expect(withUnknown(others)).toEqual(withUnknown(hidden))
    expect(withUnknown(others)).toMatchObject({ positives: 20, judged: 80 })
  })

  it('is the same each time', () => {
    expect(learn(drawn(30))).toEqual(learn(drawn(30)))
  })

  it('still believes rules that no correction has told anything of', () => {
    const silent = drawn(30).map((one) => ({ ...one, text: one.text.replace(/courier/g, 'driver').replace(/window/g, '') }))
    const learned = learn(silent)
    expect(learned.model).not.toBeNull()
    // Neither word was ever seen; the rules name one of them.
    const unseen = [
      { text: 'window', belongs: true },
      { text: 'zipper', belongs: false },
    ]
    expect(rightOf(learned, unseen)).toBe(1)
  })
})

describe('the words that decided', () => {
  it('are those that speak for the tag, where they stand', () => {
    const { model } = learn(drawn(60))
    if (!model) throw new Error('nothing was learned')
    const scorer = scorerOf(new Map([['courier', model]]))
    const text = 'Maybe the DRIVER was quite again, today the window.'
    const reading = readWords(text, 'en')
    expect(scorer.explain(reading, 'courier').map(([from, to]) => text.slice(from, to))).toContain('DRIVER')
    expect(scorer.explain(reading, 'courier').map(([from, to]) => text.slice(from, to))).not.toContain('window')
    expect(scorer.explain(reading, 'another')).toEqual([])
    expect(scorer.explain(readWords(''), 'courier')).toEqual([])
  })
})

describe('hostile text', () => {
  it.each([
    ['one letter', 'a'.repeat(5000)],
    ['one word', 'a '.repeat(2500)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(400)],
    ['right to left', '\u202eمرحبا '.repeat(500)],
    ['combining marks', `e${'\u0301'.repeat(4999)}`],
    ['Chinese', '质量很好'.repeat(1200)],
    ['nothing', ''],
    ['names of objects', '__proto__ constructor toString'],
  ])('of %s is learned from and scored like any other', (_, text) => {
    const comments = drawn(20).map((one, i) => (i % 5 === 0 ? { ...one, text } : one))
    const { model, positives } = learn(comments)
    expect(positives).toBe(20)
    if (!model) return
    const scored = scorerOf(new Map([['__proto__', model]])).score(readWords(text), new Set())
    const confidence = scored.get('__proto__')?.confidence
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThan(1)
  })
})
