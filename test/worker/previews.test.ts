import { beforeAll, describe, expect, it, vi } from 'vitest'
import { db, json, manage, migrate, publishSurvey, type Shop, send, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
/** Of a shared report. */
let share: string
beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
  survey = await publishSurvey(shop, { targeting: { include: ['/live'] } })
  await manage(shop.apiKey, 'POST', '/api/v1/tags', { name: 'Delivery', rules: [{ any: ['late'] }] })
  const { url } = await json<{ url: string }>(manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/shares`, {}))
  share = url.split('/').at(-1) ?? ''
})

const page = `${shopOrigin}/cart?x=1#y`
const preview = (body: object = { url: page }, id = survey) => manage(shop.apiKey, 'POST', `/api/v1/surveys/${id}/previews`, body)
const secretOf = async (body?: object, id?: string) => {
  const { url } = await json<{ url: string }>(preview(body, id))
  return new URL(url).searchParams.get('earshot-test') ?? ''
}
const keyWith = (secret: string) => `${shop.site.key}.${secret}`
const headers = { 'Content-Type': 'text/plain', Origin: shopOrigin }
const post = (path: string, body: object) => send(path, { method: 'POST', headers, body: JSON.stringify(body) })
const content = (secret: string, id = survey) => send(`/w/${keyWith(secret)}/${id}.json`, { method: 'POST', headers, body: '{}' })
const answer = (key: string, step: object = {}, id = survey) =>
  post('/v1/responses', {
    site: key,
    survey: id,
    submission: crypto.randomUUID(),
    seq: 1,
    answers: { score: 9, why: 'Only trying' },
    ...step,
  })
const display = (key: string) =>
  post('/v1/displays', { site: key, key: crypto.randomUUID(), events: [{ survey, type: 'shown' }], respondent: { id: 'c_1' } })

/** Everything that is counted anywhere, the words that are searched, and whatever a manager or a guest is told, by where it stands. */
async function numbers(): Promise<Record<string, string>> {
  const tables = ['answer_counts', 'display_counts', 'display_totals', 'outcomes', 'respondent_clocks', 'segment_values']
  const read = await db.batch(
    tables.map((table) => db.prepare(`SELECT * FROM ${table}${table === 'outcomes' ? ' WHERE n > 0' : ''}`)),
  )
  const of = `/api/v1/surveys/${survey}`
  const paths = [
    ...['report', 'report?breakdown=tag', 'drivers', 'phrases', 'value', 'products'].map((one) => `${of}/${one}`),
    ...['overview', `reports?surveys=${survey}`, 'tags/figures', 'tags/suggestions', 'outcomes'].map((one) => `/api/v1/${one}`),
    ...['responses', 'responses?q=trying', 'responses?tag=Delivery', 'responses?sku=A-1'].map((one) => `/api/v1/${one}`),
    ...['csv', 'ndjson'].map((ending) => `/api/v1/exports/responses.${ending}`),
    ...['/report', '/drivers'].map((one) => `/api/v1/shared/${share}${one}`),
  ]
  const told = paths.map(async (path) => {
    const answer = await manage(shop.apiKey, 'GET', path)
    expect(answer.status, path).toBe(200)
    // When it was asked is no number.
    return [
      path,
      new TextDecoder().decode(await answer.arrayBuffer()).replace(/"(asOf|now|generatedAt|received)":("[^"]*"|\d+)/g, ''),
    ]
  })
  const counted = read.map(({ results }, i) => [tables[i] ?? '', JSON.stringify(results)])
  return Object.fromEntries([...counted, ...(await Promise.all(told))])
}

describe('a preview', () => {
  it('leads to a page of the shop, whose loader then makes way for one with the draft and all its gates', async () => {
    const plain = await (await send(`/w/${shop.site.key}.js`)).text()
    expect(plain).not.toContain('earshot-test')
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, {
      targeting: { include: ['/draft'], triggers: [{ type: 'exit' }], caps: { day: 1 } },
      questions: [
        { id: 'score', type: 'metric', text: 'As drafted?', low: 'no', high: 'yes' },
        { id: 'why', type: 'text', text: 'Why?' },
      ],
    })
    const made = await preview()
    expect(made.status).toBe(201)
    const { url, expiresAt } = await json<{ url: string; expiresAt: string }>(made)
    expect(url).toMatch(/^https:\/\/shop\.example\/cart\?x=1&earshot-test=pv_[0-9A-Za-z]{32}#y$/)
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(23.9 * 3_600_000)
    expect(await (await send(`/w/${shop.site.key}.js`)).text()).toMatch(
      /^if\(!\(.*"earshot-test","\/a\/why-1\.\w+\.js"\)\)\{.*\}$/s,
    )

    const secret = new URL(url).searchParams.get('earshot-test') ?? ''
    const loader = await send(`/w/${keyWith(secret)}.js`)
    expect([loader.status, loader.headers.get('Cache-Control'), loader.headers.get('Access-Control-Allow-Origin')]).toEqual([
      200,
      'no-store',
      '*',
    ])
    const script = await loader.text()
    expect(script).toContain(`site:"${keyWith(secret)}"`)
    expect(script).toContain('path:[["/draft"],[]]')
    expect(script).toContain('triggers:["exit"]')
    expect(script).not.toContain('/live')
    expect(script).toMatch(/import\("https:\/\/earshot\.test\/a\/why-1\.\w+\.js"\)/)
    expect(script).toContain('{name:"Survey",corner:"bottom-right",element:""}')
    const shown = await json<{ version: number; questions: { text: string }[] }>(content(secret))
    expect([shown.version, shown.questions[0]?.text]).toEqual([2, 'As drafted?'])
    expect(await db.prepare('SELECT count(*) AS n FROM previews WHERE hash = ?').bind(secret).first('n')).toBe(0)
  })

  it('shows a survey that was never published, also while the site is silent, and no other of the site', async () => {
    const { id } = await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'New', metric: 'csat' }))
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { silent: true })
    const secret = await secretOf({ url: page }, id)
    expect([(await content(secret, id)).status, (await content(secret)).status]).toEqual([200, 404])
    expect((await send(`/w/${shop.site.key}/${id}.json`)).status).toBe(404)
    expect((await answer(keyWith(secret), { answers: { score: 5 } }, id)).status).toBe(201)
    expect((await answer(shop.site.key, { answers: { score: 5 } }, id)).status).toBe(404)
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { silent: false })
  })

  it.each([
    ['a page of another shop', { url: 'https://elsewhere.example/' }, 422],
    ['what is no page', { url: 'javascript:alert(1)' }, 422],
    ['longer than a week', { url: page, hours: 169 }, 422],
    ['a field that nobody knows', { page }, 400],
  ])('is refused for %s', async (_name, body, status) => {
    expect((await preview(body)).status).toBe(status)
  })

  it('without a page leads to the first origin; another site’s survey has none', async () => {
    expect((await json<{ url: string }>(preview({}))).url).toMatch(/^https:\/\/shop\.example\/\?earshot-test=pv_/)
    expect((await preview({}, 'srv_0000000000000000')).status).toBe(404)
  })

  it('that lapsed or was made up opens nothing, and takes no answer', async () => {
    const secret = await secretOf()
    const opened = async (one: string) => [
      (await send(`/w/${keyWith(one)}.js`)).status,
      (await content(one)).status,
      (await answer(keyWith(one))).status,
      (await display(keyWith(one))).status,
    ]
    expect(await opened(secret)).toEqual([200, 200, 201, 201])
    expect(await opened(`pv_${'0'.repeat(32)}`)).toEqual([404, 404, 404, 404])
    const later = Date.now() + 24 * 3_600_000
    vi.setSystemTime(later)
    expect(await opened(secret)).toEqual([404, 404, 404, 404])
    vi.useRealTimers()
  })
})

describe('the links to a draft', () => {
  it('are listed without their secret until they lapse, and revoked one by one at once', async () => {
    const drafted = await publishSurvey(shop, {})
    const path = `/api/v1/surveys/${drafted}/previews`
    const [first = '', second = ''] = [await secretOf({ url: page, hours: 1 }, drafted), await secretOf({ url: page }, drafted)]
    const listed = async () =>
      (await json<{ previews: { id: string; page: string }[] }>(manage(shop.apiKey, 'GET', path))).previews
    const both = await listed()
    expect(both.map((one) => ({ ...one, id: one.id.length }))).toEqual(
      Array.from({ length: 2 }, () => ({
        ...{ id: 20, page, author: null },
        ...{ createdAt: expect.stringMatching(/Z$/), expiresAt: expect.stringMatching(/Z$/) },
      })),
    )
    expect(JSON.stringify(both)).not.toMatch(/pv_/)
    const revoke = async (id: string) => (await manage(shop.apiKey, 'DELETE', `${path}/${id}`)).status
    const works = async (secret: string) => (await send(`/w/${keyWith(secret)}.js`)).status
    // The newer one stands first.
    const [newer] = both
    const opened = [await works(first), await works(second)]
    expect(await revoke(newer?.id ?? '')).toBe(204)
    expect([opened, [await works(first), await works(second)].toSorted()]).toEqual([
      [200, 200],
      [200, 404],
    ])
    expect([await revoke(newer?.id ?? ''), await revoke(''), await revoke('%25')]).toEqual([404, 404, 404])
    expect(await listed()).toHaveLength(1)
    vi.setSystemTime(Date.now() + 24 * 3_600_000)
    expect(await listed()).toEqual([])
    vi.useRealTimers()
  })
})

describe('the gates of the server', () => {
  it('hold for a draft as they would for this shopper, and are told to whoever has its link', async () => {
    const drafted = await publishSurvey(shop, { targeting: { caps: { day: 1 } } })
    const secret = await secretOf({ url: page }, drafted)
    const why = (key: string, body: object) => post(`/w/${key}/${drafted}/why`, body)
    const gatesFor = async (id: string) =>
      (await json<{ gates: object[] }>(why(keyWith(secret), id ? { respondent: { id } } : {}))).gates
    expect(await gatesFor('')).toEqual([{ gate: 'cap', passed: true, reason: '0 of 1 (day)' }])
    await post('/v1/displays', {
      ...{ site: shop.site.key, key: crypto.randomUUID(), respondent: { id: 'c_9' } },
      events: [{ survey: drafted, type: 'shown' }],
    })
    expect(await gatesFor('c_9')).toEqual([
      { gate: 'never', passed: true, reason: 'needs no refusal' },
      { gate: 'answered', passed: true, reason: 'never' },
      { gate: 'dismissed', passed: true, reason: 'never' },
      { gate: 'shown', passed: false, reason: 'shown 0 of 7 days ago' },
      { gate: 'cap', passed: false, reason: '1 of 1 (day)' },
    ])
    expect((await content(secret, drafted)).status).toBe(404)
    // What the owner asks to see is past all gates, as earshot('show') is.
    expect((await send(`/w/${keyWith(secret)}/${drafted}.json`)).status).toBe(200)
    const refused = [shop.site.key, keyWith(`pv_${'0'.repeat(32)}`)].map(async (key) => (await why(key, {})).status)
    expect(await Promise.all(refused)).toEqual([404, 404])
    await db.batch([
      db.prepare('DELETE FROM respondent_clocks'),
      db.prepare('DELETE FROM display_counts WHERE survey = ?').bind(drafted),
    ])
  })
})

describe('a test response', () => {
  it('is in no number, no search and no export, however often it is sent; it is listed apart and purged by one call', async () => {
    const before = await numbers()
    await manage(shop.apiKey, 'DELETE', `/api/v1/surveys/${survey}/tests`)
    const key = keyWith(await secretOf())
    const submission = crypto.randomUUID()
    const steps = [
      { submission, seq: 1 },
      { submission, seq: 1 },
      { submission, seq: 2, complete: true, answers: { score: 2, why: 'Only trying, twice, and late' } },
    ].map((step) => ({
      ...step,
      order: { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
      context: { touchpoint: 'only-tested' },
    }))
    const statuses = []
    for (const step of steps) statuses.push((await answer(key, step)).status)
    expect(statuses).toEqual([201, 200, 201])
    expect((await answer(key, { answers: { score: 11 } })).status).toBe(422)
    expect((await display(key)).status).toBe(201)
    expect(await numbers()).toEqual(before)
    const listed = async (query: string) =>
      (await json<{ items: { score: number; comment: string }[] }>(manage(shop.apiKey, 'GET', `/api/v1/responses${query}`))).items
    expect(await listed('')).toEqual([])
    expect(await listed('?test=1')).toMatchObject([{ score: 2, comment: 'Only trying, twice, and late' }, { score: 5 }])
    const tests = `/api/v1/surveys/${survey}/tests`
    expect(await json(manage(shop.apiKey, 'GET', tests))).toEqual({ count: 1 })
    expect(await json(manage(shop.apiKey, 'DELETE', tests))).toEqual({ deleted: 1 })
    expect(await json(manage(shop.apiKey, 'GET', tests))).toEqual({ count: 0 })
    expect(await listed(`?test=1&survey=${survey}`)).toEqual([])
    expect(await numbers()).toEqual(before)
  })

  it('would be noticed: a real one like it changes all of these', async () => {
    const before = await numbers()
    const order = { id: '1002', value: 59.9, currency: 'EUR', skus: ['A-1'] }
    const answers = { score: 2, why: 'Only trying, twice, and late' }
    const step = { version: 1, complete: true, answers, order, context: { touchpoint: 'cart' } }
    expect((await answer(shop.site.key, step)).status).toBe(201)
    expect((await display(shop.site.key)).status).toBe(201)
    const after = await numbers()
    const unmoved = Object.keys(before).filter((where) => before[where] === after[where])
    // Totals of days are made once a long report asks for them; words are suggested as tags from a number of comments on.
    expect(unmoved).toEqual(['display_totals', '/api/v1/tags/suggestions'])
    await db.prepare('DELETE FROM responses WHERE test = 0').run()
  })

  it('leaves real ones alone when it is purged', async () => {
    expect((await answer(shop.site.key, { version: 1 })).status).toBe(201)
    expect(await json(manage(shop.apiKey, 'DELETE', `/api/v1/surveys/${survey}/tests`))).toEqual({ deleted: 0 })
    expect((await json<{ items: object[] }>(manage(shop.apiKey, 'GET', '/api/v1/responses'))).items).toHaveLength(1)
  })
})
