import { beforeAll, describe, expect, it } from 'vitest'
import type { Phrases, Suggestions } from '../../worker/contract/phrases.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { dayOf } from '../../worker/domain/calendar.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string

const day = 86_400_000
const garments = ['shirt', 'socks', 'scarf', 'jumper', 'beanie']

/** Sends so many responses, all answered some days ago. */
async function say(to: string, n: number, answers: (i: number) => object, { ago = 1, touchpoint = 'cart', of = shop } = {}) {
  const context = { touchpoint, answeredAt: 0, sentAt: ago * day }
  // One after another: more at once than there are places would be told to come back.
  for (let i = 0; i < n; i++) expect((await respond(of, to, { answers: answers(i), context })).status).toBe(201)
}

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
  survey = await publishSurvey(shop, {})
  await say(survey, 25, (i) => ({ score: i % 7, why: `The parcel came late. ${garments[i % 5]}` }))
  await say(survey, 25, (i) => ({ score: 9 + (i % 2), why: `Lovely soft wool! ${garments[i % 5]}` }), { touchpoint: 'checkout' })
  // Neither crowd's: in the middle of the scale, and without a comment.
  await say(survey, 5, () => ({ score: 8, why: 'The parcel came late' }))
  await say(survey, 5, () => ({ score: 1 }))
})

const ask = (query = '', of = survey) => manage(shop.apiKey, 'GET', `/api/v1/surveys/${of}/phrases${query}`)
const told = (query = '', of = survey) => json<Phrases>(ask(query, of))
const phrases = (crowd: Phrases['here']) => crowd.phrases.map(({ phrase }) => phrase)

describe('tags suggested for comments without one', () => {
  const suggested = (query = '') => json<Suggestions>(manage(shop.apiKey, 'GET', `/api/v1/tags/suggestions${query}`))

  it('are named by what they share, with samples; those with a tag are not read', async () => {
    const untagged = await publishSurvey(shop, {})
    const nonsense = (i: number) => `zq${String.fromCharCode(97 + i)}x`
    await say(untagged, 8, (i) => ({ score: i, why: i % 2 ? 'Where is the parking?' : 'Parking was full' }))
    await say(untagged, 26, (i) => ({ score: 5, why: nonsense(i) }))
    const before = await suggested(`?survey=${untagged}`)
    expect(before).toMatchObject({ n: 34, found: 34, whole: true })
    expect(before.suggestions.map(({ name, n }) => [name.toLowerCase(), n])).toEqual([['parking', 8]])
    expect(before.suggestions[0]?.samples).toHaveLength(3)
    for (const { comment } of before.suggestions[0]?.samples ?? []) expect(comment).toMatch(/parking/i)
    await db.prepare(`UPDATE responses SET tags = '["tag_x"]' WHERE survey = ? AND comment LIKE '%parking%'`).bind(untagged).run()
    expect(await suggested(`?survey=${untagged}`)).toMatchObject({ n: 26, found: 26, suggestions: [] })
    expect((await suggested()).n).toBeGreaterThan(26)
    expect((await manage(shop.apiKey, 'GET', '/api/v1/tags/suggestions?survey=none')).status).toBe(404)
  })
})

describe('what people talk about', () => {
  it('is what detractors say more often than promoters, and what promoters do, with both counts and samples', async () => {
    const { here, there, ...rest } = await told()
    expect(rest).toEqual({ survey, against: 'score', timeZone: 'Europe/Berlin', least: 20, falseDiscoveryRate: 0.05 })
    expect(here).toMatchObject({ category: 'detractor', n: 25, found: 25, whole: true })
    expect(there).toMatchObject({ category: 'promoter', n: 25, found: 25, whole: true })
    expect(phrases(here)).toEqual(['parcel came late'])
    expect(phrases(there)).toEqual(['Lovely soft wool'])
    expect(here.phrases[0]).toMatchObject({ here: 25, there: 0 })
    expect(there.phrases[0]).toMatchObject({ here: 0, there: 25 })
    const { items } = await json<Feed>(
      manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&category=detractor&commented=1`),
    )
    expect(here.phrases[0]?.samples).toEqual(items.slice(0, 3).map(({ id }) => id))
  })

  it('is of the segments and days asked for, and says where a crowd is too small', async () => {
    const checkout = await told('?segment.touchpoint=checkout')
    expect([checkout.here.n, checkout.there.n]).toEqual([0, 25])
    expect([...checkout.here.phrases, ...checkout.there.phrases]).toEqual([])
    const before = await told('?from=2020-01-01&to=2020-01-31')
    expect(before.here).toMatchObject({ from: '2020-01-01', to: '2020-01-31', n: 0, found: 0, whole: true, phrases: [] })
  })

  it('is what is new in these days, beside as many just before', async () => {
    const changing = await publishSurvey(shop, { metric: 'none', questions: [{ id: 'why', type: 'text', text: 'Why?' }] })
    // The site's days, which begin before UTC's.
    const [today, earlier] = [0, 3].map((ago) => dayOf(Date.now() - ago * day, 'Europe/Berlin'))
    await say(changing, 22, (i) => ({ why: `New zipper sticks. ${garments[i % 5]}` }), { ago: 0 })
    await say(changing, 22, (i) => ({ why: `Old button fell off. ${garments[i % 5]}` }), { ago: 5 })
    const { here, there } = await told(`?against=before&from=${earlier}&to=${today}`, changing)
    expect(here).toMatchObject({ category: null, n: 22, from: earlier, to: today })
    expect(phrases(here)).toEqual(['New zipper sticks'])
    expect(phrases(there)).toEqual(['Old button fell'])
    const refused = await ask('', changing)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/against', detail: 'the survey asks for no score' }] })
  })

  it('is of CSAT the dissatisfied beside the satisfied', async () => {
    const csat = await publishSurvey(shop, { metric: 'csat', points: 5 })
    const { here, there } = await told('', csat)
    expect([here.category, there.category]).toEqual(['dissatisfied', 'satisfied'])
  })

  it('is of a tag what its comments say', async () => {
    const made = await manage(shop.apiKey, 'POST', '/api/v1/tags', { name: 'Delivery', rules: [{ any: ['parcel'] }] })
    const { id } = await json<{ id: string }>(made)
    const of = db.prepare("UPDATE responses SET tags = ? WHERE survey = ? AND comment LIKE '%parcel%'")
    await of.bind(JSON.stringify([id]), survey).run()
    const { here, there } = await told('?tag=delivery')
    expect([here.n, there.n]).toEqual([25, 0])
  })

  it('leaves out tests and what is in quarantine', async () => {
    const marked = await publishSurvey(shop, {})
    await say(marked, 21, () => ({ score: 1, why: 'Torn box' }))
    await say(marked, 21, () => ({ score: 10, why: 'Fine wool' }))
    const set = (assignment: string) =>
      db.prepare(`UPDATE responses SET ${assignment} WHERE survey = ? AND score = 1`).bind(marked).run()
    expect((await told('', marked)).here.n).toBe(21)
    await set('test = 1')
    expect((await told('', marked)).here).toMatchObject({ n: 0, found: 0 })
    await set('test = 0, quarantined = 1')
    expect((await told('', marked)).here).toMatchObject({ n: 0, found: 0 })
  })

  it('reads the newest 2,000 comments of a crowd, and says of how many', async () => {
    const large = await publishSurvey(shop, {})
    await say(large, 1, () => ({ score: 1, why: 'Torn box' }))
    const copies = (n: number) =>
      db
        .prepare(
          `WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < ?2)
           INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set,
                                  traits, source, day, answered_at, created_at, updated_at, digest, receipt)
           SELECT id + n, site, survey, submission || n, seq, complete, version, score, answers, comment, texts, segment_set,
                  traits, source, day, answered_at, created_at, updated_at, digest, receipt FROM responses, copies WHERE survey = ?1`,
        )
        .bind(large, n)
        .run()
    await copies(2_000)
    expect((await told('', large)).here).toMatchObject({ n: 2_000, found: 2_001, whole: true })
  })

  it('quotes nothing of another site, and is not for a shared link', async () => {
    const other = await insertShop('other', [shopOrigin])
    const theirs = await publishSurvey(other, {})
    expect((await ask('', theirs)).status).toBe(404)
    const shared = await json<{ url: string }>(manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/shares`, { name: 'Board' }))
    const token = shared.url.split('/').at(-1)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/shared/${token}/phrases`)).status).toBe(404)
  })

  it.each(['?against=all', '?q=late', '?from=yesterday', '?from=2026-02-01&to=2026-01-01', '?segment.none=1', '?tag=none'])(
    'refuses %s',
    async (query) => {
      expect([400, 422]).toContain((await ask(query)).status)
    },
  )
})
