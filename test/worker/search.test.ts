import { beforeAll, describe, expect, it } from 'vitest'
import { highlight } from '../../dashboard/models/highlight.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { type SearchTerm, searchTerms } from '../../worker/domain/search.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
/** The comments by their order; number 0 is the oldest. */
const comments = [
  'Delivered late and the parcel was torn open',
  'The parcel came on time',
  'Späte Lieferung, aber schöner Stoff',
  'Envío tardío; el paquete llegó abierto',
  '配送が遅いけれど、店員は親切',
  'ส่งช้ามาก',
  'تأخر الطلب كثيرا',
  'great👍',
  'o\'clock "quoted" 50% off (really) -- DROP TABLE',
]
const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'missing', type: 'choice', text: 'Missing?', choices: [{ id: 'a', text: 'A' }], other: 'Other' },
]

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
  survey = await publishSurvey(shop, { questions })
  for (const [i, why] of comments.entries())
    await respond(shop, survey, {
      answers: { score: i, why },
      context: { touchpoint: i % 2 ? 'checkout' : 'cart', answeredAt: 0, sentAt: (comments.length - i) * 60_000 },
    })
})

const feed = (query: Record<string, string>, key = shop.apiKey) =>
  json<Feed>(manage(key, 'GET', `/api/v1/responses?${new URLSearchParams(query)}`))
const found = async (q: string, more: Record<string, string> = {}) =>
  (await feed({ q, ...more })).items.map(({ comment }) => comments.indexOf(comment))
/** What the index holds of a word, asked past the API. */
const indexed = (word: string) =>
  db.prepare('SELECT count(*) AS n FROM verbatims WHERE verbatims MATCH ?').bind(`"${word}"`).first<number>('n')

describe('search finds', () => {
  it.each([
    ['parcel', [1, 0]],
    ['PARCEL', [1, 0]],
    ['parcel late', [0]],
    ['"the parcel"', [1, 0]],
    ['"parcel the"', []],
    ['deliver*', [0]],
    ['deliver', []],
    ['spat*', [2]],
    ['schoner', [2]],
    ['envio', [3]],
    ['遅い', [4]],
    ['店員', [4]],
    ['配送が遅い', [4]],
    ['ช้า', [5]],
    ['الطلب', [6]],
    ['👍', [7]],
    ['great', [7]],
    ['"quoted"', [8]],
    ['50%', [8]],
    ["o'clock", [8]],
    ['-- DROP TABLE', [8]],
    ['scope:site', []],
    ['parcel OR late', []],
  ] as [string, number[]][])('%s', async (q, expected) => {
    expect(await found(q)).toEqual(expected)
    // The dashboard marks what was looked for where the index finds it, and nowhere else.
    const isMarked = (comment: string, term: SearchTerm) =>
      highlight(comment, term.isPrefix ? `${term.text}*` : `"${term.text}"`).some(({ isHit }) => isHit)
    const marked = comments.flatMap((comment, i) => (searchTerms(q).every((term) => isMarked(comment, term)) ? i : []))
    expect(marked.reverse()).toEqual(expected)
  })

  it('within the other filters too', async () => {
    expect(await found('parcel', { 'segment.touchpoint': 'checkout' })).toEqual([1])
    expect(await found('parcel', { score: '0' })).toEqual([0])
    expect(await found('parcel', { survey })).toEqual([1, 0])
    expect(await found('parcel', { category: 'promoter' })).toEqual([])
    expect(await found('parcel', { from: '2000-01-01', to: '2000-01-02' })).toEqual([])
  })

  it('page by page, and says when there is no more', async () => {
    const first = await feed({ q: 'parcel', limit: '1' })
    const second = await feed({ q: 'parcel', limit: '1', cursor: first.next ?? '' })
    const third = await feed({ q: 'parcel', limit: '1', cursor: second.next ?? '' })
    expect([first, second, third].map(({ items }) => items.map(({ score }) => score))).toEqual([[1], [0], []])
    expect(third.next).toBeNull()
  })

  it('nothing of another site, whatever is typed', async () => {
    const other = await insertShop('other', [shopOrigin])
    const theirs = await publishSurvey(other, { questions })
    await respond(other, theirs, { answers: { score: 1, why: 'Their parcel' } })
    expect(await found('parcel')).toEqual([1, 0])
    expect(await found('their')).toEqual([])
    expect(await found(`"${other.site.id}"`)).toEqual([])
    expect((await feed({ q: 'parcel' }, other.apiKey)).items.map(({ comment }) => comment)).toEqual(['Their parcel'])
  })

  it('refuses what has no word in it, and takes none for no search', async () => {
    const refused = await manage(shop.apiKey, 'GET', '/api/v1/responses?q=!!')
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/q', detail: 'no word to look for' }] })
    expect((await feed({ q: ' ' })).items).toHaveLength(comments.length)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/responses?q=${'a'.repeat(200)}`)).status).toBe(200)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/responses?q=${'a'.repeat(201)}`)).status).toBe(400)
  })
})

describe('the index follows what is stored', () => {
  it('through every step: a comment added, changed and taken back, an "other" beside it', async () => {
    const submission = crypto.randomUUID()
    const step = (seq: number, answers: object) => respond(shop, survey, { submission, seq, answers })
    await step(1, { score: 2 })
    await step(2, { score: 2, why: 'Zebrastreifen 地図が古い' })
    expect([await indexed('zebrastreifen'), await indexed('地 図')]).toEqual([1, 1])
    await step(3, { score: 2, why: 'Zebrastreifen', missing: 'other', 'missing.other': 'Giraffenkragen' })
    expect([await indexed('zebrastreifen'), await indexed('地 図'), await indexed('giraffenkragen')]).toEqual([1, 0, 1])
    await step(4, { score: 2, why: '' })
    expect([await indexed('zebrastreifen'), await indexed('giraffenkragen')]).toEqual([0, 1])
  })

  it('and leaves no trace of what was erased', async () => {
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 2, why: 'Quaggahaut' } })
    expect(await indexed('quaggahaut')).toBe(1)
    const { items } = await feed({ q: 'Quaggahaut' })
    await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${items[0]?.id}`)
    expect(await indexed('quaggahaut')).toBe(0)
    const traces = await db.prepare("SELECT count(*) AS n FROM verbatims_data WHERE instr(block, 'quagga')").first('n')
    expect(traces).toBe(0)
  })

  it('is what a rebuild would make', async () => {
    await db.prepare("INSERT INTO verbatims (verbatims) VALUES ('integrity-check')").run()
    expect(await indexed('parcel')).toBe(3)
  })
})
