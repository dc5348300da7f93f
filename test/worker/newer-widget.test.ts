import { beforeAll, describe, expect, it } from 'vitest'
import { json, manage, migrate, publishSurvey, respond, type Shop, send, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
beforeAll(async () => {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, {})
})

const later = { later: { than: ['this', 1, null] }, nextKind: 'new', flag: true }
const known = {
  context: { touchpoint: 'checkout', locale: 'de', source: 'widget', answeredAt: Date.now() },
  respondent: { id: 'c_17' },
  order: { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
  traits: { tier: 'gold' },
}
const post = (path: string, body: object) =>
  send(path, { method: 'POST', headers: { 'Content-Type': 'text/plain', Origin: shopOrigin }, body: JSON.stringify(body) })

/** All that managers see of it but when it came. */
async function seen(score: number) {
  type Items = { items: { id: string; createdAt: string; answeredAt: string }[] }
  const { items } = await json<Items>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&score=${score}`))
  return items.map(({ id: _, createdAt: __, answeredAt: ___, ...rest }) => rest)
}

describe('of a widget of a version to come', () => {
  it('an answer is stored with all that is known, whatever else is said beside it, at each level', async () => {
    expect((await respond(shop, survey, { ...known, answers: { score: 8 } })).status).toBe(201)
    const [plain] = await seen(8)
    const wider = Object.fromEntries(
      Object.entries(known).map(([name, said]) => [name, name === 'traits' ? said : { ...said, ...later }]),
    )
    expect((await respond(shop, survey, { ...wider, ...later, answers: { score: 7 } })).status).toBe(201)
    expect(await seen(7)).toEqual([{ ...plain, score: 7, answers: { score: 7 } }])
  })

  it('hints in another form cost no answer', async () => {
    const context = { ...known.context, touchpoint: ['checkout'], answeredAt: '2026-11-23T12:00:00Z', source: 'watch' }
    const others = { context, respondent: { ids: ['c_17'] }, order: { id: { shop: 'a', number: 1 }, skus: [{ sku: 'A-1' }] } }
    expect((await respond(shop, survey, { ...others, answers: { score: 6 } })).status).toBe(201)
    expect(await seen(6)).toHaveLength(1)
  })

  it('displays and erasures are taken with what else they say', async () => {
    const events = [{ survey, type: 'shown', ...later }]
    expect((await post('/v1/displays', { site: shop.site.key, key: 'k1', events, ...known, ...later })).status).toBe(201)
    const { displays } = await json<{ displays: { shown: number } }>(
      manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report`),
    )
    expect(displays.shown).toBe(1)
    const submission = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, answers: { score: 2 } })).status).toBe(201)
    expect((await post('/v1/erasures', { site: shop.site.key, submission, ...later })).status).toBe(204)
    expect(await seen(2)).toEqual([])
  })
})
