import { beforeAll, describe, expect, it } from 'vitest'
import type { ProductReport } from '../../worker/contract/products.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import type { ValueReport } from '../../worker/contract/value.ts'
import { mostOrders } from '../../worker/store/orders.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'
import { type Stored, storeResponses } from './support/stored.ts'

let shop: Shop
/** Ids by name, `postage` merged into `price` and `gone` archived. */
let tags: Record<'late' | 'size' | 'price' | 'staff' | 'postage' | 'gone', string>

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device'] })
  // Before there is a past that a change of the tags would have to be taken through.
  tags = {
    late: await tag('Late'),
    size: await tag('Size'),
    price: await tag('Price'),
    staff: await tag('Staff'),
    postage: await tag('Postage'),
    gone: await tag('Gone'),
  }
  await manage(shop.apiKey, 'POST', `/api/v1/tags/${tags.postage}/merge`, { into: tags.price })
  await manage(shop.apiKey, 'PATCH', `/api/v1/tags/${tags.gone}`, { archived: true })
})

const tag = async (name: string) => (await json<Tag>(manage(shop.apiKey, 'POST', '/api/v1/tags', { name, rules: [] }))).id

const period = 'from=2026-09-01&to=2026-09-30'
const ordersOf = (survey: string, query = period) =>
  json<ValueReport>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/value?${query}`))
const productsOf = (survey: string, query = '') =>
  json<ProductReport>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/products?${period}${query}`))
const uploadCatalogue = (csv: string) =>
  send('/api/v1/catalogue', {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' },
    body: csv,
  })
const times = (n: number, row: Stored): Stored[] => Array.from({ length: n }, () => row)

describe('the value of orders', () => {
  it('is summed by currency and category, each order once by the last answered of its responses', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const on = (day: string, score: number | null, order: Stored['order']) => ({ survey, day, score, order })
    await storeResponses(shop, [
      on('2026-09-01', 9, { id: 'a', value: 100, currency: 'EUR' }),
      on('2026-09-10', 2, { id: 'a', value: 120, currency: 'EUR' }),
      on('2026-09-10', 9, { id: 'b', value: 60.1, currency: 'EUR' }),
      // Without an id nobody can tell whether it is the same.
      on('2026-09-10', 8, { value: 20, currency: 'EUR' }),
      on('2026-09-10', 8, { value: 20, currency: 'EUR' }),
      on('2026-09-30', 9, { id: 'c', value: 7000, currency: 'JPY' }),
      on('2026-09-30', 9, { id: 'd', value: 5 }),
      // No value, no score, another period.
      on('2026-09-30', 9, { id: 'e', currency: 'EUR' }),
      on('2026-09-30', null, { id: 'b', value: 999, currency: 'EUR' }),
      on('2026-10-01', 0, { id: 'b', value: 999, currency: 'EUR' }),
      on('2026-08-31', 0, { id: 'f', value: 999, currency: 'EUR' }),
    ])
    const report = await ordersOf(survey)
    expect(report).toMatchObject({ survey, metric: 'nps', from: '2026-09-01', to: '2026-09-30', shortened: false })
    expect(report.currencies.map(({ currency, n, responses, value }) => [currency, n, responses, value])).toEqual([
      ['EUR', 4, 5, 220.1],
      ['JPY', 1, 1, 7000],
      [null, 1, 1, 5],
    ])
    expect(report.currencies[0]).toMatchObject({
      score: expect.closeTo((100 * (60.1 - 120)) / 220.1, 9),
      unweighted: { n: 4, score: 0 },
      categories: [
        { category: 'promoter', n: 1, value: 60.1 },
        { category: 'passive', n: 2, value: 40 },
        { category: 'detractor', n: 1, value: 120, share: expect.closeTo(120 / 220.1, 9) },
      ],
    })
    // The earlier response counts where the later one isn't in the period.
    const earlier = await ordersOf(survey, 'from=2026-09-01&to=2026-09-09')
    expect(earlier.currencies).toMatchObject([{ currency: 'EUR', n: 1, value: 100, score: 100 }])
  })

  it('takes the filters of the report, and its segments add up to the total', async () => {
    const survey = await publishSurvey(shop, { metric: 'csat' })
    const from = (device: string, score: number, order: Stored['order']) => ({
      survey,
      day: '2026-09-03',
      score,
      order,
      segments: { device },
    })
    await storeResponses(shop, [
      from('mobile', 5, { id: '1', value: 10, currency: 'EUR' }),
      from('desktop', 1, { id: '1', value: 10, currency: 'EUR' }),
      from('mobile', 2, { id: '2', value: 30, currency: 'EUR' }),
    ])
    const value = async (filter = '') =>
      (await ordersOf(survey, `${period}${filter}`)).currencies.map((one) => [one.n, one.value, one.score])
    expect(await value()).toEqual([[2, 40, 0]])
    expect(await value('&segment.device=mobile')).toEqual([[1, 30, 0]])
    expect(await value('&segment.device=desktop')).toEqual([[1, 10, 0]])
    expect(await value('&segment.device=tablet')).toEqual([])
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/value?segment.tier=gold`)).status).toBe(422)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/value?interval=day`)).status).toBe(400)
  })

  it('follows a response that is edited, set aside or erased', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const submission = crypto.randomUUID()
    const today = async () => (await ordersOf(survey, '')).currencies.map(({ n, value, score }) => [n, value, score])
    await respond(shop, survey, { submission, answers: { score: 9 }, order: { id: '1', value: '19.90', currency: 'eur' } })
    expect(await today()).toEqual([[1, 19.9, 100]])
    await respond(shop, survey, { submission, seq: 2, answers: { score: 0 } })
    expect(await today()).toEqual([[1, 19.9, -100]])
    for (const [column, expected] of [
      ['quarantined', []],
      ['test', []],
    ] as const) {
      await db.prepare(`UPDATE responses SET ${column} = 1 WHERE survey = ?`).bind(survey).run()
      expect(await today()).toEqual(expected)
      await db.prepare(`UPDATE responses SET ${column} = 0 WHERE survey = ?`).bind(survey).run()
    }
    await db.prepare('DELETE FROM responses WHERE survey = ?').bind(survey).run()
    expect(await today()).toEqual([])
  })

  it('is an empty list for a survey that nobody named an order to', async () => {
    expect((await ordersOf(await publishSurvey(shop, { metric: 'nps' }))).currencies).toEqual([])
  })

  it('reads the last whole days where there are more orders than can be read at once', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    await manyOrders(survey, '2026-09-10', mostOrders - 1)
    await storeResponses(shop, times(1, { survey, day: '2026-09-05', score: 0, order: { value: 1, currency: 'EUR' } }))
    expect(await ordersOf(survey)).toMatchObject({ from: '2026-09-01', shortened: false, currencies: [{ n: mostOrders }] })
    await storeResponses(shop, times(1, { survey, day: '2026-09-05', score: 0, order: { value: 1, currency: 'EUR' } }))
    expect(await ordersOf(survey)).toMatchObject({ from: '2026-09-10', shortened: true, currencies: [{ n: mostOrders - 1 }] })
    await manyOrders(survey, '2026-09-10', 2)
    const refused = await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/value?${period}`)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('the last day alone')
  })

  it('reads the index alone, never a response', async () => {
    for (const query of ['day, order_info', 'max(id), count(*), score, segment_set, order_info', 'id, score, tags, order_info']) {
      const plan = await db
        .prepare(
          `EXPLAIN QUERY PLAN SELECT ${query} FROM responses INDEXED BY responses_orders WHERE survey = ? AND day BETWEEN ? AND ?
             AND order_info <> '{}' AND score IS NOT NULL AND test = 0 AND quarantined = 0`,
        )
        .bind('s', 'a', 'b')
        .all<{ detail: string }>()
      expect(plan.results[0]?.detail).toContain('COVERING INDEX responses_orders (survey=? AND day>? AND day<?)')
    }
  })
})

describe('products', () => {
  it('score by SKU, each response for every product of its order', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const on = (score: number, skus: string[], segments = {}) => ({ survey, day: '2026-09-03', score, order: { skus }, segments })
    await uploadCatalogue('sku,name,category\nA,Scarf,Wool\nB,Hat,Wool\nC,Boots,\n')
    await storeResponses(shop, [
      on(9, ['A', 'B'], { device: 'mobile' }),
      on(0, ['A'], { device: 'desktop' }),
      on(10, ['A', 'C', 'unheard of']),
      { ...on(10, ['A']), day: '2026-10-01' },
    ])
    const report = await productsOf(survey)
    expect(report).toMatchObject({ by: 'sku', sort: 'answers', overlap: true, least: 30, found: 4, compared: 4, next: null })
    expect(report.rows.map(({ value, name, category, n, score, few }) => [value, name, category, n, score, few])).toEqual([
      ['A', 'Scarf', 'Wool', 3, 100 / 3, true],
      ['B', 'Hat', 'Wool', 1, 100, true],
      ['C', 'Boots', undefined, 1, 100, true],
      ['unheard of', undefined, undefined, 1, 100, true],
    ])
    const categories = await productsOf(survey, '&by=category')
    // Two products of one category are one answer about it.
    expect(categories.rows.map(({ value, n, score }) => [value, n, score])).toEqual([
      ['Wool', 3, 100 / 3],
      [null, 1, 100],
    ])
    expect((await productsOf(survey, '&segment.device=mobile')).rows.map(({ value, n }) => [value, n])).toEqual([
      ['A', 1],
      ['B', 1],
    ])
  })

  it('say what is said of them most, of those the page shows, each response once', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const { late, size, price, staff, postage, gone } = tags
    const on = (skus: string[], has: string[], device = 'mobile') => ({
      ...{ survey, day: '2026-09-03', score: 9, order: { skus }, tags: has, segments: { device } },
    })
    await uploadCatalogue('sku,name,category\nA,Scarf,Wool\nB,Hat,Wool\nC,Boots,\n')
    await storeResponses(shop, [
      ...times(4, on(['A', 'B'], [late, size])),
      ...times(3, on(['A'], [size, staff], 'desktop')),
      // One response with a tag and with the one that took its place is one.
      ...times(2, on(['A'], [price, postage, gone])),
      on(['B'], [postage]),
      on(['C'], [staff]),
      on(['C'], [gone]),
      { ...on(['A'], [late]), score: null },
      { ...on(['A'], [late]), day: '2026-10-01' },
    ])
    const tagsOf = async (query: string) =>
      (await productsOf(survey, query)).rows.map((row) => [row.value, row.tags.map(({ name, n }) => `${name} ${n}`).join()])
    expect(await tagsOf('')).toEqual([
      ['A', 'Size 7,Late 4,Staff 3'],
      ['B', 'Late 4,Size 4,Price 1'],
      ['C', 'Staff 1'],
    ])
    expect(await tagsOf('&limit=1&cursor=1')).toEqual([['B', 'Late 4,Size 4,Price 1']])
    expect(await tagsOf('&by=category')).toEqual([
      ['Wool', 'Size 7,Late 4,Price 3'],
      [null, 'Staff 1'],
    ])
    expect(await tagsOf('&segment.device=desktop')).toEqual([['A', 'Size 3,Staff 3']])
  })

  it('are not ranked as if few answers were certain', async () => {
    const survey = await publishSurvey(shop, { metric: 'ces' })
    const on = (score: number, sku: string) => ({ survey, day: '2026-09-03', score, order: { skus: [sku] } })
    await storeResponses(shop, [
      // Surely middling, surely poor, and poor by two answers that happen to agree.
      ...times(40, on(4, 'middling')),
      ...times(40, on(6, 'middling')),
      ...times(20, on(1, 'poor')),
      ...times(10, on(4, 'poor')),
      ...times(29, on(1, 'few')),
      ...times(2, on(1, 'two')),
    ])
    const worst = await productsOf(survey, '&sort=worst')
    expect(worst.rows.map(({ value, few }) => [value, few])).toEqual([
      ['poor', false],
      ['middling', false],
      ['few', true],
      ['two', true],
    ])
    expect(worst.rows[3]).toMatchObject({ n: 2, caution: 'few and skewed answers' })
  })

  it('come a page at a time, and say how many there are', async () => {
    const survey = await publishSurvey(shop, { metric: 'nps' })
    const skus = Array.from({ length: 2_001 }, (_, i) => `P${i}`)
    for (let at = 0; at < skus.length; at += 100) {
      await storeResponses(shop, [{ survey, day: '2026-09-03', score: 9, order: { skus: skus.slice(at, at + 100) } }])
    }
    const pages = []
    for (let cursor: string | null = '0'; cursor !== null; ) {
      const page: ProductReport = await productsOf(survey, `&limit=200&cursor=${cursor}`)
      expect(page).toMatchObject({ found: 2_001, compared: 2_000 })
      pages.push(...page.rows.map(({ value }) => value))
      cursor = page.next
    }
    expect(pages).toHaveLength(2_000)
    expect(new Set(pages).size).toBe(2_000)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/products?limit=201`)).status).toBe(400)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/products?by=trait`)).status).toBe(400)
  })
})

/** Many orders of one euro, written straight into the table. */
async function manyOrders(survey: string, day: string, rows: number): Promise<void> {
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits,
         order_info, source, day, answered_at, created_at, updated_at, digest, receipt)
       SELECT max((SELECT max(id) FROM responses), 1 << 40) + i, ?2, ?3, hex(randomblob(16)), 1, 1, 1, 9, '{}', '', '{}', 1, '{}', '{"value":1,"currency":"EUR"}', 'widget', ?4, 0, 0, 0, '', ''
       FROM n`,
    )
    .bind(rows, shop.site.id, survey, day)
    .run()
}
