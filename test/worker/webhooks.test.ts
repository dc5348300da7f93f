import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../worker/contract/audit.ts'
import type { CreatedEndpoint, Deliveries, Endpoint, Tried } from '../../worker/contract/webhook.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop } from './support/shop.ts'

const good = 'https://api.receiver.example/hook'
let shop: Shop
const call = (method: string, path = '', body?: unknown) => manage(shop.apiKey, method, `/api/v1/webhooks${path}`, body)
const create = (body: object) => call('POST', '', { url: good, ...body })
const made = (body: object = {}) => json<CreatedEndpoint>(create(body))
const read = (id: string) => json<Endpoint>(call('GET', `/${id}`))

beforeAll(async () => {
  await migrate()
  shop = await insertShop('hooked', ['https://shop.example'])
  await setUpHost('api.receiver.example')
})

describe('a webhook', () => {
  it('is made with a secret that is shown this once', async () => {
    const { secret, ...endpoint } = await made({ name: 'ERP', types: ['response.created', 'response.created'] })
    expect(secret).toMatch(/^whsec_[0-9A-Za-z+/]{32}$/)
    expect(endpoint).toMatchObject({ kind: 'standard', url: good, name: 'ERP', types: ['response.created'], state: 'active' })
    expect(await read(endpoint.id)).toEqual(endpoint)
    expect(await (await call('GET')).text()).not.toContain(secret)
  })

  it('hears of everything unless it says of what; a Slack channel of alerts alone', async () => {
    expect((await made()).types).toEqual(['response.created', 'response.updated', 'alert.fired'])
    expect((await made({ kind: 'slack' })).types).toEqual(['alert.fired'])
  })

  it('is changed field by field, paused, and begun anew', async () => {
    const { id } = await made({ name: 'One' })
    const change = async (body: object) => await json<Endpoint>(call('PATCH', `/${id}`, body))
    expect(await change({ name: 'Two' })).toMatchObject({ name: 'Two', url: good, state: 'active' })
    expect(await change({ types: ['alert.fired'] })).toMatchObject({ name: 'Two', types: ['alert.fired'] })
    expect(await change({ state: 'paused' })).toMatchObject({ state: 'paused' })
    await db.prepare("UPDATE endpoints SET state = 'failed', failures = 9 WHERE id = ?").bind(id).run()
    expect(await change({})).toMatchObject({ state: 'failed', failures: 9 })
    expect(await change({ state: 'active' })).toMatchObject({ state: 'active', failures: 0 })
    expect((await call('DELETE', `/${id}`)).status).toBe(204)
    expect((await call('GET', `/${id}`)).status).toBe(404)
  })

  it.each<[string, object, number]>([
    ['no kind there is', { kind: 'pigeon' }, 422],
    ['nothing to hear', { types: [] }, 422],
    ['nothing there is', { types: ['response.deleted'] }, 422],
    ['headers of its own', { headers: { 'X-A': 'b\r\nX-C: d' } }, 400],
    ['a secret of its own', { secret: 'whsec_AAAA' }, 400],
    ['a state', { state: 'active' }, 400],
    ['responses for a Slack channel', { kind: 'slack', types: ['response.created'] }, 422],
  ])('is not made with %s', async (_, fault, status) => {
    expect((await create(fault)).status).toBe(status)
  })

  it('is one of twenty at most', async () => {
    const full = await insertShop('hooksfull', ['https://full.example'])
    const add = () => manage(full.apiKey, 'POST', '/api/v1/webhooks', { url: good })
    for (let i = 0; i < 20; i++) expect((await add()).status).toBe(201)
    expect((await add()).status).toBe(409)
  })

  it('of a Slack channel is shown without what would let anybody write there, in the audit log neither', async () => {
    await setUpHost('hooks.receiver.example')
    const { id, url, secret } = await made({ kind: 'slack', url: 'https://hooks.receiver.example/services/T1/B2/s3cret' })
    expect([url, secret]).toEqual(['https://hooks.receiver.example/…', null])
    expect((await call('PATCH', `/${id}`, { url: 'https://hooks.receiver.example/services/T1/B2/s3cret2' })).status).toBe(200)
    const { items } = await json<Audit>(manage(shop.apiKey, 'GET', `/api/v1/audit?object=${id}`))
    expect(items).toHaveLength(2)
    expect(items.map(({ changes }) => changes.url)).toEqual([null, null])
    expect(JSON.stringify(items)).not.toContain('s3cret')
    expect((await call('POST', `/${id}/rotate`)).status).toBe(409)
  })

  it('is tested with the result, and nothing of what was answered', async () => {
    await setUpHost('echo.receiver.example', { answers: [{ status: 500, body: 'DATABASE_PASSWORD=hunter2' }, { status: 204 }] })
    const { id } = await made({ url: 'https://echo.receiver.example/', types: ['alert.fired'] })
    const tried = async () => await json<Tried>(call('POST', `/${id}/test`))
    expect(await tried()).toEqual({ ok: false, status: 500, ms: expect.any(Number), error: 'refused' })
    expect(await tried()).toEqual({ ok: true, status: 204, ms: expect.any(Number), error: '' })
    const [first] = await reachedHost('echo.receiver.example')
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ type: 'webhook.test', data: { site: 'hooked' } })
  })

  it('has a log, page by page, and sends again what failed', async () => {
    await setUpHost('log.receiver.example', { answers: [{ status: 410 }, { status: 204 }] })
    const { id } = await made({ url: 'https://log.receiver.example/', types: ['response.created'] })
    const survey = await publishSurvey(shop, {})
    for (let i = 0; i < 3; i++) expect((await respond(shop, survey, { complete: true, answers: { score: 9 } })).status).toBe(201)
    const before = new Date(Date.now() - 60_000).toISOString()
    await runScheduled()
    const log = async (query = '') => await json<Deliveries>(call('GET', `/${id}/deliveries${query}`))
    const { items } = await log()
    expect(items.map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
    expect(items.filter(({ status }) => status === 410)).toHaveLength(1)
    expect(items.every(({ dueAt, response }) => dueAt === null && response?.startsWith('rsp_'))).toBe(true)
    const pages: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Deliveries = await log(`?limit=1${next && `&cursor=${next}`}`)
      pages.push(...page.items.map((one) => one.id))
      next = page.next
    }
    expect(pages).toEqual(items.map((one) => one.id))
    expect((await call('GET', `/${id}/deliveries?cursor=x`)).status).toBe(400)

    const again = items[0]?.id
    expect((await call('POST', `/${id}/deliveries/${again}/replay`)).status).toBe(409)
    expect((await call('POST', `/${id}/replay`, { since: before })).status).toBe(409)
    await call('PATCH', `/${id}`, { state: 'active' })
    expect((await call('POST', `/${id}/deliveries/msg_none/replay`)).status).toBe(404)
    expect((await call('POST', `/${id}/deliveries/${again}/replay`)).status).toBe(204)
    expect(await json(call('POST', `/${id}/replay`, { since: new Date(Date.now() + 60_000).toISOString() }))).toEqual({
      replayed: 0,
    })
    expect(await json(call('POST', `/${id}/replay`, { since: before }))).toEqual({ replayed: 2 })
    await reachedHost('log.receiver.example')
    await runScheduled()
    const had = await reachedHost('log.receiver.example')
    expect(had.map(({ headers }) => headers['webhook-id']).sort()).toEqual(items.map((one) => one.id).sort())
    expect((await log('?state=delivered')).items).toHaveLength(3)
    expect((await log('?state=failed')).items).toEqual([])
  })
})

describe('what leads inside', () => {
  /** The rows W1 to W16 and W20 of the threats: addresses that say so themselves. */
  const forms: [string, string][] = [
    ...['http://api.receiver.example/', 'HTTP://api.receiver.example/'].map((url): [string, string] => ['W1', url]),
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '①②⑦.⓪.⓪.①', '127.0.0.1.'].map(asHost('W2')),
    ...['[::1]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '[fd00:ec2::254]'].map(asHost('W3')),
    ...['0', '0.0.0.0'].map(asHost('W4')),
    ...['169.254.169.254', '100.64.0.1', '10.0.0.1', '172.16.0.1', '192.168.0.1', '198.18.0.1', '224.0.0.1'].map(asHost('W5')),
    ...['localhost', 'localhost.', 'LOCALHOST', 'x.localhost', 'x.local', 'x.internal', 'metadata.google.internal'].map(
      asHost('W6'),
    ),
    ...['intranet', 'router.lan', 'a.home.arpa', 'x.onion'].map(asHost('W6')),
    ...['127.0.0.1.nip.io', '10-0-0-1.sslip.io', 'localtest.me', 'x.lvh.me'].map(asHost('W7')),
    ...['user:pw@api.receiver.example', 'user@api.receiver.example', '@api.receiver.example'].map(asHost('W10')),
    ...['22', '25', '8080', '0', '80'].map((port): [string, string] => ['W11', `https://api.receiver.example:${port}/`]),
    ...['ftp://api.receiver.example/', 'file:///etc/passwd', 'javascript:fetch(1)'].map((url): [string, string] => ['W13', url]),
    ...['https://api.receiver.example\\@127.0.0.1/', 'https://api.receiver.exa\tmple/', 'https://api.receiver.exa\nmple/'].map(
      (url): [string, string] => ['W14', url],
    ),
    ...[
      ' https://api.receiver.example/',
      'https:api.receiver.example',
      'https:///api.receiver.example',
      '//api.receiver.example',
    ].map((url): [string, string] => ['W14', url]),
    ['W16', `https://api.receiver.example/${'a'.repeat(2_048)}`],
    ['no address', 'https://'],
    ['no address', ''],
  ]
  /** Names that lead inside, all the time or by the second look. */
  const names: [string, string[][]][] = [
    ['W7 to this machine', [['127.0.0.1']]],
    ['W7 to this machine by IPv6', [['::1']]],
    ['W7 to a neighbour', [['192.168.1.10']]],
    ['W7 to the metadata of a cloud', [['169.254.169.254']]],
    ['W7 to IPv4 within IPv6', [['::ffff:10.0.0.1']]],
    ['W7 to both worlds', [['93.184.215.14', '127.0.0.1']]],
    ['no address', [[]]],
  ]
  const inside = async () => await reachedHost('')
  /** A row older than every rule. */
  const insertRow = async (url: string) => {
    const id = `whk_row${crypto.randomUUID().slice(0, 8)}`
    await db
      .prepare(
        `INSERT INTO endpoints (id, site, kind, url, name, types, secret, state_at, created_at)
         VALUES (?, ?, 'standard', ?, '', '["response.created"]', 'whsec_AAAA', 0, 0)`,
      )
      .bind(id, shop.site.id, url.padEnd(1, '?').slice(0, 2_048))
      .run()
    return id
  }
  /** Sent nothing by a test, nor by the job. */
  const expectBlocked = async (ids: string[]) => {
    for (const id of ids)
      expect(await json<Tried>(call('POST', `/${id}/test`))).toMatchObject({
        ok: false,
        status: null,
        error: expect.stringMatching(/^blocked: /),
      })
    await db
      .prepare(
        `INSERT INTO deliveries (id, site, channel, target, type, response, due_at, created_at)
         SELECT 'msg_' || value, site, 'webhook', value, 'response.created', answer, 0, 0
         FROM json_each(?1) CROSS JOIN (SELECT id AS answer, site FROM responses WHERE site = ?2 LIMIT 1)`,
      )
      .bind(JSON.stringify(ids), shop.site.id)
      .run()
    await runScheduled()
    for (const id of ids) {
      const { items } = await json<Deliveries>(call('GET', `/${id}/deliveries`))
      expect(items).toMatchObject([{ state: 'waiting', attempts: 1, status: null, error: expect.stringMatching(/^blocked: /) }])
      await call('DELETE', `/${id}`)
    }
    expect(await inside()).toEqual([])
  }

  function asHost(row: string) {
    return (host: string): [string, string] => [row, `https://${host}/`]
  }

  beforeAll(async () => {
    shop = await insertShop('inside', ['https://shop.example'])
    const survey = await publishSurvey(shop, {})
    expect((await respond(shop, survey, { complete: true, answers: { score: 9 } })).status).toBe(201)
    await runScheduled()
    await inside()
  })

  const expectRefused = async (url: string) => {
    expect((await create({ url })).status).toBe(422)
    const { id } = await made()
    expect((await call('PATCH', `/${id}`, { url })).status).toBe(422)
    expect((await read(id)).url).toBe(good)
    await call('DELETE', `/${id}`)
  }

  it.each(forms)('%s: %s is refused when it is written', async (_, url) => {
    await expectRefused(url)
  })

  it('in any of these forms is refused when it is tested and sent to, however it came into the database', async () => {
    const urls = forms.map(([, url]) => url).filter((url) => url.length <= 2_048)
    await expectBlocked(await Promise.all(urls.map(insertRow)))
  })

  it('is refused by where a name leads', async () => {
    const ids: string[] = []
    for (const [index, [, addresses]] of names.entries()) {
      const host = `n${index}.rebinding.example`
      await setUpHost(host, { addresses })
      await expectRefused(`https://${host}/`)
      ids.push(await insertRow(`https://${host}/`))
    }
    await expectBlocked(ids)
  })

  it('W8: a name that leads elsewhere after it was written down', async () => {
    await setUpHost('later.rebinding.example', { addresses: [['93.184.215.14'], ['127.0.0.1']] })
    const { id } = await made({ url: 'https://later.rebinding.example/' })
    await expectBlocked([id])
  })

  it('a name nobody knows, or that the resolver says nothing of', async () => {
    expect((await create({ url: 'https://unknown.rebinding.example/' })).status).toBe(422)
  })

  it('W12: the host that is asked, and its zone', async () => {
    await setUpHost('earshot.receiver.example')
    expect((await create({ url: 'https://earshot.test/' })).status).toBe(422)
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' }
    for (const host of [
      'earshot.receiver.example',
      'earshot.receiver.example.',
      'www.earshot.receiver.example',
      'api.receiver.example',
    ]) {
      const body = JSON.stringify({ url: `https://${host}/` })
      const request = new Request('https://earshot.receiver.example/api/v1/webhooks', { method: 'POST', headers, body })
      expect((await exports.default.fetch(request)).status).toBe(422)
    }
  })

  it('W15: a name in other letters is shown as it is asked', async () => {
    await setUpHost('xn--pple-43d.receiver.example')
    expect((await made({ url: 'https://аpple.receiver.example/' })).url).toBe('https://xn--pple-43d.receiver.example/')
  })
})
