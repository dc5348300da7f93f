import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Customer, Upload } from '../../worker/contract/customer.ts'
import type { ReorderReport } from '../../worker/contract/reorders.ts'
import type { Report } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { countLateAttributes } from '../../worker/jobs/late-attributes.ts'
import { openDb } from '../../worker/store/db.ts'
import { countingDb } from './support/counting-db.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let survey: string
const day = 86_400_000
/** As files tell times: to the second. */
const now = Math.floor(Date.now() / 1000) * 1000
const ago = (days: number) => new Date(now - days * day).toISOString()

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier', 'ltv'], timeZone: 'UTC' })
  await call('PATCH', `/sites/${shop.site.id}`, { bands: [{ dimension: 'ltv', from: [100, 500], unit: '€' }] })
  survey = await publishSurvey(shop, {})
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
const put = (id: string, traits: object, at?: string) =>
  call('PUT', `/customers/${encodeURIComponent(id)}`, { traits, ...(at && { at }) })
const file = async (path: string, body: string, type = 'text/csv') =>
  await json<Upload>(
    send(`/api/v1${path}`, { method: 'POST', headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type }, body }),
  )
/** Answers some days ago, at most 7, as a page does that was offline. */
const answer = async (id: string, score: number, { traits = {}, days = 0, to = survey, order = {} } = {}) => {
  const context = { touchpoint: 'checkout', answeredAt: 0, sentAt: days * day }
  const stored = await respond(shop, to, { answers: { score }, respondent: { id }, traits, context, order, complete: true })
  expect(stored.status).toBe(201)
}
/** Moves a customer's only response into the past, as if it had been answered then. */
const shift = (id: string, days: number) =>
  db
    .prepare(
      `UPDATE responses SET id = id - ?2 * 86400 * 1048576 + (SELECT count(*) FROM responses), answered_at = answered_at - ?2 * 86400000,
         day = date((answered_at - ?2 * 86400000) / 1000, 'unixepoch') WHERE respondent = ?1`,
    )
    .bind(id, days)
    .run()
const ofCustomer = async (id: string) => {
  const rows = await db
    .prepare(
      'SELECT traits, dimensions FROM responses JOIN segment_sets AS sets ON sets.id = segment_set AND sets.site = responses.site WHERE respondent = ? ORDER BY responses.id',
    )
    .bind(id)
    .all<{ traits: string; dimensions: string }>()
  return rows.results.map(({ traits, dimensions }) => ({ traits: JSON.parse(traits), segments: JSON.parse(dimensions) }))
}
const settle = () => countLateAttributes(openDb(env.DB), Date.now(), Date.now() + 20_000)
const waiting = () => db.prepare('SELECT count(*) AS n FROM customers_due').first<number>('n')

describe('what the shop tells of a customer', () => {
  it('stands beside what was told before, and null takes it back', async () => {
    expect(await json(put('c 1/ä', { tier: 'gold', ltv: 99.5 }))).toEqual({
      id: 'c 1/ä',
      traits: { tier: 'gold', ltv: 99.5 },
      since: null,
      orders: [],
    })
    const later = await json<Customer>(put('c 1/ä', { ltv: 120, tier: null, vip: true }))
    expect(later).toMatchObject({ traits: { ltv: 120, vip: true }, since: expect.stringContaining('T') })
    expect(await json(call('GET', `/customers/${encodeURIComponent('c 1/ä')}`))).toEqual(later)
    expect(await json(put('c 1/ä', { ltv: 120 }))).toEqual(later)
  })

  it('counts at the door, in the owner’s bands, over what the page says', async () => {
    await put('c_2', { ltv: 250, tier: 'gold' })
    await answer('c_2', 9, { traits: { tier: 'pretender', colour: 'red' } })
    expect(await ofCustomer('c_2')).toEqual([
      {
        traits: { tier: 'gold', colour: 'red', ltv: 250 },
        segments: { touchpoint: 'checkout', tier: 'gold', ltv: '100 to 499 €' },
      },
    ])
  })

  it('is what was known at the time of the answer', async () => {
    await put('c_3', { tier: 'silver' }, ago(20))
    await put('c_3', { tier: 'gold' }, ago(2))
    await answer('c_3', 9, { days: 5 })
    await answer('c_3', 8)
    expect((await ofCustomer('c_3')).map(({ segments }) => segments.tier)).toEqual(['silver', 'gold'])
  })

  it('costs one look-up of who is identified, where the shop told anything at all, and none of others', async () => {
    const other = await insertShop('other', ['https://shop.example'])
    const at = await publishSurvey(other, {})
    const counting = countingDb(env.DB)
    const { app } = await import('../../worker/app.ts')
    const context = { waitUntil() {}, passThroughOnException() {}, props: {} }
    const asked = async (to: Shop, of: string, id?: string) => {
      const body = { site: to.site.key, survey: of, version: 1, submission: crypto.randomUUID(), seq: 1, answers: { score: 9 } }
      const request = () =>
        new Request('https://earshot.test/v1/responses', {
          method: 'POST',
          headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
          body: JSON.stringify({ ...body, submission: crypto.randomUUID(), ...(id && { respondent: { id } }) }),
        })
      await app.fetch(request(), { ...env, DB: counting.db }, context)
      const before = counting.asked()
      expect((await app.fetch(request(), { ...env, DB: counting.db }, context)).status).toBe(201)
      return counting.asked() - before
    }
    expect(await asked(shop, survey)).toBe(await asked(other, at))
    expect(await asked(shop, survey, 'c_2')).toBe((await asked(other, at, 'c_2')) + 1)
  })

  it('is nobody else’s', async () => {
    const other = await insertShop('others', ['https://shop.example'])
    expect((await manage(other.apiKey, 'GET', '/api/v1/customers/c_2')).status).toBe(404)
    expect((await manage(other.apiKey, 'DELETE', '/api/v1/customers/c_2')).status).toBe(404)
  })

  it('is in no line of the log, nor is the customer’s id', async () => {
    await put('c_secret', { diagnosis: 'brittle' })
    await call('DELETE', '/customers/c_secret')
    const log = JSON.stringify((await db.prepare('SELECT * FROM audit_log').all()).results)
    expect(log).toContain('PUT /api/v1/customers/{customer}')
    expect(log).not.toMatch(/c_secret|brittle/)
    expect((await call('GET', '/customers/c_secret')).status).toBe(404)
  })

  it.each<[string, object, number]>([
    ['from the future', { traits: {}, at: new Date(now + day).toISOString() }, 422],
    ['too many', { traits: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, 1])) }, 422],
    ['too long', { traits: { tier: 'x'.repeat(257) } }, 422],
    ['a list', { traits: { tier: ['gold'] } }, 422],
    ['misspelt', { trait: {} }, 400],
  ])('%s is refused', async (_, body, status) => {
    expect((await call('PUT', '/customers/c_9', body)).status).toBe(status)
    expect((await call('GET', '/customers/c_9')).status).toBe(404)
  })
})

describe('a file of customers', () => {
  const csv = `id,tier,ltv,at\nf_1,gold,600,${ago(30)}\nf_2,silver,,\n,gold,1,\nf_3,gold,1,31.13.2026\n`

  it('is tried out, stored once, and sent again changes nothing', async () => {
    const expected = {
      received: 4,
      rejected: 2,
      reasons: [
        { row: 3, reason: 'id: 1 to 256 characters' },
        { row: 4, reason: expect.stringContaining('at:') },
      ],
    }
    expect(await file('/customers?dryRun=1', csv)).toEqual({ ...expected, stored: 2, unchanged: 0 })
    expect((await call('GET', '/customers/f_1')).status).toBe(404)
    expect(await file('/customers', csv)).toEqual({ ...expected, stored: 2, unchanged: 0 })
    expect(await file('/customers', csv)).toEqual({ ...expected, stored: 0, unchanged: 2 })
    expect(await file('/customers?dryRun=1', csv)).toEqual({ ...expected, stored: 0, unchanged: 2 })
    expect(await json(call('GET', '/customers/f_1'))).toMatchObject({ traits: { tier: 'gold', ltv: '600' }, since: ago(30) })
    await answer('f_1', 3)
    expect((await ofCustomer('f_1'))[0]?.segments).toMatchObject({ tier: 'gold', ltv: '500 € and more' })
  })

  it('may be of lines of JSON', async () => {
    const lines = '{"id":"n_1","tier":"gold","vip":true}\n{"id":"n_2","tags":["a"]}\n'
    expect(await file('/customers', lines, 'application/x-ndjson')).toMatchObject({
      stored: 1,
      rejected: 1,
      reasons: [{ row: 2, reason: expect.stringContaining('tags') }],
    })
  })

  it('of orders is told apart by their ids', async () => {
    const orders = `customer,order,at,value,currency\nf_1,1001,${ago(3)},59.90,eur\nf_1,1002,${ago(2)},,\nf_1,,${ago(2)},1,EUR\nf_1,1003,tomorrow,1,EUR\nf_1,1004,${ago(1)},much,EUR\n`
    expect(await file('/orders?dryRun=1', orders)).toMatchObject({ stored: 2, rejected: 3 })
    expect((await json<Customer>(call('GET', '/customers/f_1'))).orders).toEqual([])
    expect(await file('/orders', orders)).toMatchObject({ stored: 2, rejected: 3, unchanged: 0 })
    expect(await file('/orders', orders)).toMatchObject({ stored: 0, rejected: 3, unchanged: 2 })
    expect((await json<Customer>(call('GET', '/customers/f_1'))).orders).toEqual([
      { id: '1002', at: ago(2), value: null, currency: null },
      { id: '1001', at: ago(3), value: 59.9, currency: 'EUR' },
    ])
  })
})

describe('what comes later', () => {
  it('counts earlier answers anew, by what held then, and the report says which days changed when', async () => {
    const late = await publishSurvey(shop, {})
    for (const [id, days] of [
      ['l_1', 6],
      ['l_1', 0],
      ['l_2', 3],
    ] as const)
      await answer(id, 9, { days, to: late })
    const report = async (query = '') => await json<Report>(call('GET', `/surveys/${late}/report?breakdown=tier${query}`))
    expect((await report()).breakdown).toEqual([])
    await put('l_1', { tier: 'gold' }, ago(4))
    await put('l_1', { tier: 'silver' }, ago(10))
    await file('/customers', 'id,tier\nl_2,gold\n')
    expect(await waiting()).toBe(2)
    await settle()
    expect(await waiting()).toBe(0)
    expect((await ofCustomer('l_1')).map(({ segments }) => segments.tier)).toEqual(['silver', 'gold'])
    const after = await report()
    expect(after.breakdown?.map(({ value, n }) => [value, n]).sort()).toEqual([
      ['gold', 2],
      ['silver', 1],
    ])
    expect(after.marks).toEqual([
      {
        day: ago(6).slice(0, 10),
        kind: 'attributes',
        survey: late,
        to: ago(0).slice(0, 10),
        on: ago(0).slice(0, 10),
        responses: 3,
      },
    ])
    expect(after.total.n).toBe(3)
    expect((await json<Feed>(call('GET', `/responses?survey=${late}&segment.tier=silver`))).items).toHaveLength(1)
    // Told once more, nothing waits and nothing changes.
    await put('l_1', { tier: 'gold' })
    expect(await waiting()).toBe(0)
  })

  it('leaves what is older than a year as it was counted', async () => {
    await answer('o_1', 9)
    await shift('o_1', 366)
    await answer('o_2', 9)
    await shift('o_2', 364)
    for (const id of ['o_1', 'o_2']) await put(id, { tier: 'gold' })
    expect(await waiting()).toBe(1)
    await settle()
    expect((await ofCustomer('o_1'))[0]?.segments.tier).toBeUndefined()
    expect((await ofCustomer('o_2'))[0]?.segments.tier).toBe('gold')
  })

  it('goes on in slices where one customer answered more often than fits into one', async () => {
    const often = await publishSurvey(shop, {})
    const { site } = shop
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 449)
         INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits, respondent,
           source, day, answered_at, created_at, updated_at, digest, receipt)
         SELECT (?3 + i) * 1048576, ?1, ?2, 'often' || i, 1, 1, 1, 9, '{}', '', '{}', 1, '{}', 'often', 'api', date(?3, 'unixepoch'), (?3 + i) * 1000, 0, 0, '', '' FROM n`,
      )
      .bind(site.id, often, Math.floor(now / 1000) - 86_400)
      .run()
    await put('often', { tier: 'gold' })
    await settle()
    expect(await waiting()).toBe(0)
    const report = await json<Report>(call('GET', `/surveys/${often}/report?breakdown=tier`))
    expect(report.breakdown?.map(({ value, n }) => [value, n])).toEqual([['gold', 450]])
    expect(report.marks).toMatchObject([{ kind: 'attributes', responses: 450 }])
  })
})

describe('customers who order again', () => {
  it('are counted by their first answer, once their 90 days are over', async () => {
    const asked = await publishSurvey(shop, {})
    const customers: [id: string, score: number, daysAgo: number][] = [
      ['r_1', 10, 100],
      ['r_2', 9, 100],
      ['r_3', 2, 95],
      ['r_4', 3, 95],
      ['r_5', 8, 200],
      ['r_6', 10, 89],
    ]
    for (const [id, score, days] of customers) {
      await answer(id, score, { to: asked, order: { id: `${id}-first`, value: 10, currency: 'EUR' } })
      await shift(id, days)
    }
    // Somebody nobody knows, and one who didn't score, are no customers here.
    await respond(shop, asked, { answers: { score: 10 } })
    const orders = [
      // The order asked about, sent too, is none; nor is one before the answer.
      `r_1,r_1-first,${ago(99)}`,
      `r_2,before,${ago(101)}`,
      `r_2,x,${ago(50)}`,
      // One day late.
      `r_3,late,${ago(4)}`,
      `r_5,y,${ago(111)}`,
      `r_6,z,${ago(20)}`,
    ]
    await file('/orders', `customer,order,at\n${orders.join('\n')}\n`)
    const report = async (query = '') =>
      await json<ReorderReport>(call('GET', `/surveys/${asked}/reorders?from=${ago(300).slice(0, 10)}${query}`))
    const before = await report()
    expect(before).toMatchObject({ n: 5, waiting: 1, withinDays: 90, shortened: false })
    expect(before.categories.map(({ category, n, again, waiting }) => [category, n, again, waiting])).toEqual([
      ['promoter', 2, 1, 1],
      ['passive', 1, 1, 0],
      ['detractor', 2, 0, 0],
    ])
    expect(before.categories[0]).toMatchObject({ share: 50 })
    // Wilson, by hand: 1 of 2.
    expect(before.categories[0]?.interval?.map((end) => Math.round(end * 10) / 10)).toEqual([9.5, 90.5])
    // An order that came with another answer counts as well; a second answer makes no second customer.
    await answer('r_4', 9, { to: asked, order: { id: 'again', value: 5, currency: 'EUR' } })
    await db
      .prepare("UPDATE responses SET answered_at = answered_at - 60 * 86400000 WHERE respondent = 'r_4' AND score = 9")
      .run()
    expect((await report()).categories[2]).toMatchObject({ n: 2, again: 1 })
    expect((await report('&segment.tier=gold')).categories).toEqual([])
  })

  it('are none where nobody is known', async () => {
    const asked = await publishSurvey(shop, {})
    await respond(shop, asked, { answers: { score: 10 } })
    expect(await json(call('GET', `/surveys/${asked}/reorders`))).toMatchObject({ n: 0, waiting: 0, categories: [] })
  })
})
