import { env } from 'cloudflare:workers'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Feed } from '../../worker/contract/response.ts'
import type { CreatedEndpoint, Deliveries, Endpoint } from '../../worker/contract/webhook.ts'
import { batch, openDb } from '../../worker/store/db.ts'
import { deliveryStatement } from '../../worker/store/deliveries.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send } from './support/shop.ts'

let shops = 0
let shop: Shop
let survey: string
let host: string
let endpoint: string
let secret: string

beforeAll(migrate)
afterEach(() => {
  vi.useRealTimers()
})

/** A shop with a live survey and a receiver that hears of `types`, both its own. */
async function arrange(types: string[], receiver: Parameters<typeof setUpHost>[1] = {}): Promise<void> {
  const name = `d${100 + shops++}`
  shop = await insertShop(name, ['https://shop.example'])
  host = `${name}.receiver.example`
  await setUpHost(host, receiver)
  const made = await json<CreatedEndpoint>(
    manage(shop.apiKey, 'POST', '/api/v1/webhooks', { url: `https://${host}/hook`, types }),
  )
  endpoint = made.id
  secret = made.secret ?? ''
  survey = await publishSurvey(shop, {})
}

const both = ['response.created', 'response.updated']
const outbox = async () =>
  (await db.prepare('SELECT event, complete FROM outbox WHERE site = ?').bind(shop.site.id).all()).results
const deliveries = async () =>
  (await db.prepare('SELECT type, state, attempts FROM deliveries WHERE site = ? ORDER BY rowid').bind(shop.site.id).all())
    .results
/** What the receiver had, each verified as receivers verify. */
const received = async () =>
  (await reachedHost(host)).map(
    ({ body, headers }) => new Webhook(secret).verify(body, headers) as { type: string; data: object },
  )
const hooks = (method: string, path = '', body?: unknown) =>
  manage(shop.apiKey, method, `/api/v1/webhooks/${endpoint}${path}`, body)
const state = async () => (await json<Endpoint>(hooks('GET'))).state
const log = async () => (await json<Deliveries>(hooks('GET', '/deliveries'))).items
const answer = async (step: object = { answers: { score: 3 } }) => {
  expect((await respond(shop, survey, { complete: true, ...step })).status).toBe(201)
}
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('the outbox', () => {
  it('is written with the response, told at once, and empty a minute after the last step', async () => {
    await arrange(both)
    vi.useFakeTimers({ toFake: ['Date'] })
    const submission = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, answers: { score: 3 } })).status).toBe(201)
    expect(await outbox()).toEqual([{ event: 'created', complete: 0 }])
    await runScheduled()
    expect((await received()).map(({ type }) => type)).toEqual(['response.created'])
    expect(await outbox()).toEqual([{ event: '', complete: 0 }])
    later(59_000)
    await runScheduled()
    expect(await outbox()).toHaveLength(1)
    later(1_000)
    await runScheduled()
    expect(await outbox()).toEqual([])
    expect(await received()).toEqual([])
  })

  it('settles what is complete at once, and hears of a late step and of what managers change', async () => {
    await arrange(both)
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 3 } })
    await runScheduled()
    await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 3, why: 'Late' } })
    await runScheduled()
    expect(await outbox()).toEqual([])
    const { items } = await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', '/api/v1/responses'))
    const path = `/api/v1/responses/${items[0]?.id}`
    expect((await manage(shop.apiKey, 'PATCH', path, { status: 'resolved' })).status).toBe(200)
    expect((await manage(shop.apiKey, 'PUT', `${path}/tags`, { tags: [] })).status).toBe(200)
    await runScheduled()
    const heard = await received()
    expect(heard.map(({ type }) => type)).toEqual(['response.created', 'response.updated', 'response.updated'])
    expect(heard[1]?.data).toMatchObject({ score: 3, comment: 'Late', status: 'new' })
    expect(heard[2]?.data).toMatchObject({ score: 3, comment: 'Late', status: 'resolved' })
    expect(await outbox()).toEqual([])
  })

  it('has nothing of tests, of imports, and of a site where nobody listens', async () => {
    await arrange(both)
    const key = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
    const imported = await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers: key, body: '{"score":9}' })
    expect(imported.status).toBe(200)
    const page = { url: 'https://shop.example/' }
    const { url } = await json<{ url: string }>(manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/previews`, page))
    const tried = { ...shop, site: { ...shop.site, key: `${shop.site.key}.${new URL(url).searchParams.get('earshot-test')}` } }
    expect((await respond(tried, survey, { answers: { score: 9 } })).status).toBe(201)
    expect(await outbox()).toEqual([])
    await db.prepare("UPDATE endpoints SET state = 'paused' WHERE site = ?").bind(shop.site.id).run()
    await db.prepare('UPDATE inbox_rules SET active = 0 WHERE site = ?').bind(shop.site.id).run()
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { name: 'Read anew' })
    expect((await respond(shop, survey, { answers: { score: 9 } })).status).toBe(201)
    expect(await outbox()).toEqual([])
  })

  it('takes a response that is erased out, with all that was to be told of it', async () => {
    await arrange(both, { answers: [{ status: 500 }] })
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 3 } })
    await runScheduled()
    expect(await deliveries()).toEqual([{ type: 'response.created', state: 'waiting', attempts: 1 }])
    await respond(shop, survey, { submission, seq: 2, answers: { score: 3, why: 'Late' } })
    const erased = await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', '/api/v1/responses'))
    expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${erased.items[0]?.id}`)).status).toBe(204)
    expect([await outbox(), await deliveries()]).toEqual([[], []])
  })
})

describe('a delivery', () => {
  it('is put on its way once, however often that is asked', async () => {
    await arrange(both)
    const about = { type: 'response.created', response: 1 }
    const delivery = { id: 'msg_once', site: shop.site.id, channel: 'webhook', target: endpoint, ...about } as const
    const opened = openDb(env.DB)
    for (let i = 0; i < 2; i++) await batch(opened, [deliveryStatement(opened, delivery, Date.now())])
    expect(await deliveries()).toHaveLength(1)
    // What it was about isn't there: nothing is left to tell.
    await runScheduled()
    expect(await deliveries()).toEqual([{ type: 'response.created', state: 'void', attempts: 1 }])
    expect(await received()).toEqual([])
  })

  it('tells a response as managers see it, without contacts and the submission’s key', async () => {
    await arrange(both)
    const contact = { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' }
    const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
    survey = await publishSurvey(shop, { questions: [score, { id: 'why', type: 'text', text: 'Why?' }, contact] })
    const submission = crypto.randomUUID()
    await answer({ submission, answers: { score: 3, why: 'Late', mail: 'ann@shop.example' }, respondent: { id: 'c_17' } })
    const at = Date.now()
    await runScheduled()
    const [item] = (await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses'))).items
    const [reached] = await reachedHost(host)
    const body = JSON.parse(reached?.body ?? '')
    expect(body).toEqual({ type: 'response.created', timestamp: expect.any(String), data: item })
    expect(Math.abs(Date.parse(body.timestamp) - at)).toBeLessThan(60_000)
    expect(reached?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Earshot' })
    for (const secretly of [submission, 'ann@shop.example', secret, shop.apiKey])
      expect(JSON.stringify(reached)).not.toContain(secretly)
  })

  it('is tried ten times under one id, newly signed each time; then the endpoint is disabled', async () => {
    await arrange(['response.created'], { answers: [{ status: 500 }] })
    vi.useFakeTimers({ toFake: ['Date'] })
    await answer()
    const begun = Date.now()
    const ids = new Set<string | undefined>()
    for (let attempt = 1; attempt <= 10; attempt++) {
      await runScheduled()
      const [had, ...more] = await reachedHost(host)
      expect(more).toEqual([])
      new Webhook(secret).verify(had?.body ?? '', had?.headers ?? {})
      ids.add(had?.headers['webhook-id'])
      const [one] = await log()
      expect(one).toMatchObject({ attempts: attempt, status: 500, error: 'refused' })
      expect(await state()).toBe(attempt < 10 ? 'active' : 'failed')
      if (!one?.dueAt) break
      vi.setSystemTime(Date.parse(one.dueAt) - 1)
      await runScheduled()
      expect(await reachedHost(host)).toEqual([])
      vi.setSystemTime(Date.parse(one.dueAt))
    }
    expect(ids.size).toBe(1)
    const hours = (Date.now() - begun) / 3_600_000
    expect(hours).toBeGreaterThan(75)
    expect(hours).toBeLessThan(84)
    expect(await log()).toMatchObject([{ state: 'failed', attempts: 10, dueAt: null }])
    await answer()
    await runScheduled()
    expect(await reachedHost(host)).toEqual([])
  })

  it('comes at least once, under one id, to a receiver that was dead for hours', async () => {
    await arrange(['response.created'], { answers: [...Array(40).fill({ status: 503 }), { status: 204 }] })
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let i = 0; i < 12; i++) await answer({ answers: { score: i % 11 } })
    const taken = new Map<string, string>()
    for (let minutes = 0; taken.size < 12 && minutes < 24 * 60; minutes += 20) {
      await runScheduled()
      for (const { status, headers, body } of await reachedHost(host))
        if (status === 204) {
          const { data } = JSON.parse(body) as { data: { id: string } }
          expect(taken.get(data.id) ?? headers['webhook-id']).toBe(headers['webhook-id'])
          taken.set(data.id, headers['webhook-id'] ?? '')
        }
      later(20 * 60_000)
    }
    expect(taken.size).toBe(12)
    expect(new Set(taken.values()).size).toBe(12)
    expect((await log()).every((one) => one.state === 'delivered')).toBe(true)
    expect(await state()).toBe('active')
  })

  it('that fails is followed by two more at most, until the next minute', async () => {
    await arrange(both, { answers: [{ status: 500 }, { status: 500 }, { status: 204 }, { status: 500 }] })
    for (let i = 0; i < 9; i++) await answer({ answers: { score: i } })
    await runScheduled()
    expect((await reachedHost(host)).map(({ status }) => status)).toEqual([500, 500, 204, 500, 500, 500])
    expect((await json<Endpoint>(hooks('GET'))).failures).toBe(3)
    await runScheduled()
    expect(await reachedHost(host)).toHaveLength(3)
  })

  it.each([301, 302, 303, 307, 308])('is not led elsewhere by a %d', async (status) => {
    const headers = { Location: 'https://led.rebinding.example/' }
    await arrange(both, { answers: [{ status, headers }] })
    await setUpHost('led.rebinding.example')
    await answer()
    await runScheduled()
    expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, status, error: 'redirects are not followed' }])
    expect(await reachedHost('led.rebinding.example')).toEqual([])
  })

  it.each([
    ['drips without end', { drips: true }],
    ['is no gzip though it says so', { body: 'no gzip', headers: { 'Content-Encoding': 'gzip' } }],
  ])('ends by its status where what the receiver says %s: none of it is read', async (_, said) => {
    await arrange(both, { answers: [{ status: 200, ...said }] })
    await answer()
    await runScheduled()
    expect(await received()).toHaveLength(1)
    expect(await log()).toMatchObject([{ state: 'delivered', attempts: 1, status: 200 }])
  })

  it('answered with 410 is the last', async () => {
    await arrange(both, { answers: [{ status: 410 }] })
    await answer()
    await answer()
    await runScheduled()
    expect(await reachedHost(host)).toHaveLength(1)
    expect(await state()).toBe('gone')
    expect((await log()).map((one) => [one.state, one.error]).sort()).toEqual([
      ['failed', 'the endpoint was disabled'],
      ['failed', 'wants nothing more'],
    ])
  })

  it('waits while its endpoint is paused, which hears nothing of that time, and is no more once it is removed', async () => {
    await arrange(both, { answers: [{ status: 500 }, { status: 204 }] })
    vi.useFakeTimers({ toFake: ['Date'] })
    await answer()
    await runScheduled()
    expect(await received()).toHaveLength(1)
    await hooks('PATCH', '', { state: 'paused' })
    await answer()
    later(60_000)
    await runScheduled()
    expect(await received()).toEqual([])
    await hooks('PATCH', '', { state: 'active' })
    await runScheduled()
    expect(await received()).toHaveLength(1)
    expect(await deliveries()).toEqual([{ type: 'response.created', state: 'delivered', attempts: 2 }])
    expect((await hooks('DELETE')).status).toBe(204)
    expect(await deliveries()).toEqual([])
  })

  it('is signed by both secrets for a day after the change', async () => {
    await arrange(both)
    vi.useFakeTimers({ toFake: ['Date'] })
    const before = secret
    const rotated = await json<CreatedEndpoint>(hooks('POST', '/rotate'))
    expect(rotated.secret).not.toBe(before)
    expect(rotated.formerSecretUntil).toBe(new Date(Date.now() + 86_400_000).toISOString())
    const verifies = async () => {
      await answer()
      await runScheduled()
      const [had] = await reachedHost(host)
      return [before, rotated.secret ?? ''].map((one) => {
        try {
          return new Webhook(one).verify(had?.body ?? '', had?.headers ?? {}) !== undefined
        } catch {
          return false
        }
      })
    }
    expect(await verifies()).toEqual([true, true])
    later(86_400_000 - 1_000)
    expect(await verifies()).toEqual([true, true])
    later(1_000)
    expect(await verifies()).toEqual([false, true])
  })

  it('to a receiver that never answers ends after 15 seconds, and holds up neither another site’s nor any answer', async () => {
    await arrange(both, { answers: [{ status: 204, hangs: true }] })
    const stuck = { shop, host, endpoint, survey }
    await answer()
    await arrange(both)
    await answer()
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    let ended = false
    const run = runScheduled().then(() => {
      ended = true
    })
    // The other has had its own, and answers are taken, while the first is still waited for.
    await expect.poll(received).toHaveLength(1)
    await answer()
    expect(ended).toBe(false)
    await vi.advanceTimersByTimeAsync(14_999)
    expect(ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await run
    ;({ shop, host, endpoint, survey } = stuck)
    expect(await log()).toMatchObject([{ state: 'waiting', attempts: 1, status: null, error: 'no answer within 15 seconds' }])
  })
})
