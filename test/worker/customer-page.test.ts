import { beforeAll, describe, expect, it } from 'vitest'
import type { Cases } from '../../worker/contract/case.ts'
import type { CustomerPage } from '../../worker/contract/customer-page.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let nps: string
let ces: string
const day = 86_400_000

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'location', 'ltv'], timeZone: 'UTC' })
  await call('PATCH', `/sites/${shop.site.id}`, { bands: [{ dimension: 'ltv', from: [100, 500], unit: '€' }] })
  nps = await publishSurvey(shop, {})
  ces = await publishSurvey(shop, { metric: 'ces' })
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
const know = (id: string, traits: object) => call('PUT', `/customers/${encodeURIComponent(id)}`, { traits })
/** Answers some days ago, at most 7, as a page does that was offline; with its id. */
async function answer(id: string, score: number, daysAgo: number, { to = nps, order = {}, location = 'Berlin' } = {}) {
  const context = { touchpoint: 'checkout', location, answeredAt: 0, sentAt: daysAgo * day }
  const stored = await respond(shop, to, { answers: { score }, respondent: { id }, context, order, complete: true })
  expect(stored.status).toBe(201)
  const { items } = await json<Feed>(call('GET', '/responses?limit=200'))
  const newest = items.filter(({ identified }) => identified)
  const at = Date.now() - daysAgo * day
  return newest.find((item) => item.score === score && Math.abs(Date.parse(item.answeredAt) - at) < 60_000)?.id ?? ''
}
const pageOf = (id: string) => json<CustomerPage>(call('GET', `/responses/${id}/customer`))
const risky = async (query = '') => (await json<Feed>(call('GET', `/responses?atRisk=1${query}`))).items.map(({ id }) => id)

describe('the page of a customer', () => {
  it('has all they answered, what is known, and each order once', async () => {
    await know('ann@shop.example', { ltv: 620, tier: 'gold' })
    const first = await answer('ann@shop.example', 9, 6, { order: { id: 'A-1', value: 80, currency: 'EUR' } })
    const later = await answer('ann@shop.example', 2, 1, { to: ces, order: { value: 12.5, currency: 'EUR' } })
    await manage(shop.apiKey, 'PATCH', `/api/v1/responses/${later}`, { status: 'in-progress' })
    const told =
      'customer,order,at,value,currency\nann@shop.example,A-1,2026-01-02,79.9,EUR\nann@shop.example,A-0,2025-12-01,40,EUR\n'
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' }
    expect((await send('/api/v1/orders', { method: 'POST', headers, body: told })).status).toBe(200)
    const page = await pageOf(first)
    expect(page).toMatchObject({
      ...{ id: 'ann@shop.example', traits: { ltv: 620, tier: 'gold' }, since: null, shortened: false, atRisk: true },
      valued: [{ dimension: 'ltv', band: '500 € and more' }],
    })
    expect(page.responses.map(({ id, atRisk, identified }) => [id, atRisk, identified])).toEqual([
      [later, true, true],
      [first, false, true],
    ])
    expect(page.responses[0]?.case?.openedAt).toContain('T')
    expect(page.responses[1]).toMatchObject({ case: null, order: { id: 'A-1', value: 80 } })
    expect(page.orders.map(({ id, value, response }) => [id, value, response])).toEqual([
      [null, 12.5, later],
      ['A-1', 79.9, first],
      ['A-0', 40, null],
    ])
    // Whichever of their responses it is named by.
    expect(await pageOf(later)).toEqual(page)
  })

  it('is nobody’s for a response without a name, of another site, or that is none', async () => {
    await respond(shop, nps, { answers: { score: 7 }, complete: true })
    const { items } = await json<Feed>(call('GET', '/responses'))
    const anonymous = items.find(({ identified }) => !identified)?.id ?? ''
    const other = await insertShop('elsewhere', ['https://shop.example'])
    const [named] = items.filter(({ identified }) => identified)
    for (const id of [anonymous, 'rsp_0000000000', 'none'])
      expect((await call('GET', `/responses/${id}/customer`)).status).toBe(404)
    expect((await manage(other.apiKey, 'GET', `/api/v1/responses/${named?.id}/customer`)).status).toBe(404)
  })

  it('is for agents and up', async () => {
    const [id = ''] = await risky()
    for (const [role, status] of [
      ['viewer', 403],
      ['agent', 200],
    ] as const) {
      const { cookie } = await joinAs(shop, role, `${role}@page.example`)
      expect((await asPerson(cookie, 'GET', `/api/v1/responses/${id}/customer`)).status).toBe(status)
    }
  })

  it('goes with the person who is erased', async () => {
    await know('gone', { ltv: 900 })
    const id = await answer('gone', 9, 3)
    await answer('gone', 0, 2)
    expect((await risky()).length).toBe(2)
    expect(await json(call('DELETE', '/respondents/gone'))).toEqual({ responses: 2 })
    expect((await call('GET', `/responses/${id}/customer`)).status).toBe(404)
    expect((await risky()).length).toBe(1)
    // What the shop told of the next of that name is not theirs.
    expect(await db.prepare("SELECT count(*) AS n FROM customers WHERE id = 'gone'").first('n')).toBe(0)
  })
})

describe('at risk', () => {
  it.each<[string, number | string | null, [score: number, daysAgo: number, to?: 'ces'][], boolean]>([
    [
      'turned',
      500,
      [
        [9, 5],
        [3, 4],
      ],
      true,
    ],
    [
      'worth a little less',
      499.9,
      [
        [9, 5],
        [3, 4],
      ],
      false,
    ],
    [
      'worth it, as text',
      '512',
      [
        [7, 5],
        [6, 4],
      ],
      true,
    ],
    [
      'worth what is no number',
      '1.512,50',
      [
        [9, 5],
        [3, 4],
      ],
      false,
    ],
    [
      'unknown to the shop',
      null,
      [
        [9, 5],
        [3, 4],
      ],
      false,
    ],
    [
      'never otherwise',
      700,
      [
        [2, 5],
        [3, 4],
      ],
      false,
    ],
    ['the first answer', 700, [[2, 5]], false],
    [
      'won back',
      700,
      [
        [9, 5],
        [3, 4],
        [8, 3],
      ],
      false,
    ],
    [
      'still unhappy',
      700,
      [
        [9, 5],
        [3, 4],
        [0, 3],
      ],
      true,
    ],
    [
      'of another survey',
      700,
      [
        [9, 5],
        [3, 4, 'ces'],
      ],
      true,
    ],
    [
      'won back by another survey',
      700,
      [
        [9, 5],
        [3, 4],
        [6, 3, 'ces'],
      ],
      false,
    ],
    [
      'late, from before',
      700,
      [
        [9, 4],
        [3, 5],
      ],
      false,
    ],
  ])('%s', async (name, ltv, scores, expected) => {
    if (ltv !== null) await know(name, { ltv })
    const ids: [id: string, daysAgo: number][] = []
    for (const [score, daysAgo, to] of scores) ids.push([await answer(name, score, daysAgo, { to: to ? ces : nps }), daysAgo])
    const [last = ''] = ids.toSorted((a, b) => a[1] - b[1]).map(([id]) => id)
    const page = await pageOf(last)
    expect(page.id).toBe(name)
    expect(page.atRisk).toBe(expected)
    // The mark, the filter and the page say the same, and of the last answer alone.
    const found = await risky()
    expect(ids.flatMap(([id]) => (found.includes(id) ? [id] : []))).toEqual(expected ? [last] : [])
    expect(page.responses.flatMap(({ id, atRisk }) => (atRisk ? [id] : []))).toEqual(expected ? [last] : [])
    await call('DELETE', `/respondents/${encodeURIComponent(name)}`)
  })

  it('is said by what a part of the site has where that is all one sees, and nothing the shop told', async () => {
    await know('both', { ltv: 800 })
    const good = await answer('both', 10, 6, { location: 'Hamburg', order: { id: 'H-1', value: 10, currency: 'EUR' } })
    const bad = await answer('both', 1, 5, { location: 'Berlin', order: { id: 'B-1', value: 20, currency: 'EUR' } })
    const berlin = await joinAs(shop, 'agent', 'berlin@page.example', { location: ['Berlin'] })
    const as = (path: string) => asPerson(berlin.cookie, 'GET', `/api/v1${path}`)
    expect((await pageOf(bad)).atRisk).toBe(true)
    const page = await json<CustomerPage>(as(`/responses/${bad}/customer`))
    expect(page).toMatchObject({ id: 'both', traits: {}, since: null, atRisk: false })
    expect(page.responses.map(({ id, atRisk }) => [id, atRisk])).toEqual([[bad, false]])
    expect(page.orders.map(({ id }) => id)).toEqual(['B-1'])
    expect(JSON.stringify(page)).not.toContain(good)
    expect((await as(`/responses/${good}/customer`)).status).toBe(404)
    expect((await json<Feed>(as('/responses?atRisk=1'))).items).not.toContainEqual(expect.objectContaining({ id: bad }))
  })

  it('is a condition of the inbox, which stays one for the unhappy alone', async () => {
    const { rules } = await json<{ rules: { id: string }[] }>(call('GET', '/inbox-rules'))
    for (const { id } of rules) await call('DELETE', `/inbox-rules/${id}`)
    const made = await call('POST', '/inbox-rules', { name: 'Valued and turned', conditions: { atRisk: true } })
    expect(made.status).toBe(201)
    await know('inbox', { ltv: 800 })
    await answer('inbox', 10, 3)
    await answer('nobody', 1, 2)
    // Who is content waits in no outbox.
    const waits = () => db.prepare('SELECT count(*) AS n FROM outbox').first<number>('n')
    await runScheduled()
    expect(await waits()).toBe(0)
    await respond(shop, nps, { answers: { score: 9 }, respondent: { id: 'inbox' }, complete: true })
    expect(await waits()).toBe(0)
    await respond(shop, nps, { answers: { score: 2, why: 'It broke' }, respondent: { id: 'inbox' }, complete: true })
    await runScheduled()
    const { items } = await json<Cases>(call('GET', '/cases?atRisk=1'))
    expect(items.filter(({ respondent }) => respondent === 'inbox')).toMatchObject([{ score: 2, atRisk: true }])
    const opened = (await json<Cases>(call('GET', '/cases'))).items.map(({ respondent }) => respondent)
    expect(opened).not.toContain('nobody')
  })
})
