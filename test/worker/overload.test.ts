import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import worker from '../../worker/index.ts'
import { countingDb } from './support/counting-db.ts'
import { migrate, publishSurvey, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
const { db, asked } = countingDb(env.DB)

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, {})
})

/** A request to the worker's own door. */
async function ask(path: string, init: RequestInit = {}, bindings: Pick<Env, 'DB'> = { DB: db }): Promise<Response> {
  const context = createExecutionContext()
  const answer = await worker.fetch(
    new Request(`https://earshot.test${path}`, init) as never,
    { ...env, SECURITY_CONTACT: '', ...bindings },
    context,
  )
  await waitOnExecutionContext(context)
  return answer
}

const from = (origin: string) => ({ 'Content-Type': 'text/plain', Origin: origin })
const answerOf = (submission: string, more: object = {}) =>
  JSON.stringify({ site: shop.site.key, survey, version: 1, submission, seq: 1, answers: { score: 9 }, ...more })
const post = (body: string, origin = shopOrigin) => ask('/v1/responses', { method: 'POST', headers: from(origin), body })

describe('what is refused', () => {
  it.each([
    ['a made-up site key', 404, () => answerOf(crypto.randomUUID(), { site: `pk_${crypto.randomUUID().slice(0, 8)}` })],
    ['a made-up survey', 404, () => answerOf(crypto.randomUUID(), { survey: `srv_${crypto.randomUUID().slice(0, 8)}` })],
    ['a version to come', 422, () => answerOf(crypto.randomUUID(), { version: 99 })],
    ['a page that is not on the list', 403, () => answerOf(crypto.randomUUID()), 'https://elsewhere.example'],
    ['no JSON', 400, () => '{'],
    ['a field of the wrong kind', 400, () => answerOf(crypto.randomUUID(), { seq: 'one' })],
    ['an answer off the scale', 422, () => answerOf(crypto.randomUUID(), { answers: { score: 11 } })],
    ['too much', 413, () => 'x'.repeat(70_000)],
  ] as [string, number, () => string, string?][])('for %s costs no query', async (_, status, bodyOf, origin) => {
    // What the isolate has to know of the site at all.
    await post(answerOf(crypto.randomUUID(), { survey: 'srv_unknown' }))
    const before = asked()
    const answers = []
    for (let i = 0; i < 20; i++) answers.push((await post(bodyOf(), origin)).status)
    expect(answers).toEqual(Array(20).fill(status))
    // An isolate looks again for what it doesn't know, once a second or two at most, and these may take one.
    expect(asked() - before).toBeLessThanOrEqual(2)
  })

  it.each([
    ['a loader', () => `/w/${shop.site.key}.js`, 200],
    ['a survey’s content', () => `/w/${shop.site.key}/${survey}.json`, 200],
    ['a survey that isn’t there', () => `/w/${shop.site.key}/srv_none.json`, 404],
    ['a site that isn’t there', () => '/w/pk_none.js', 404],
  ] as [string, () => string, number][])('no other thing for %s by 1,000 query strings', async (_, pathOf, status) => {
    await ask(pathOf())
    const before = asked()
    const begun = Date.now()
    for (let i = 0; i < 1_000; i += 100) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, j) => ask(`${pathOf()}?x=${i + j}`)))
      expect(answers.every((answer) => answer.status === status)).toBe(true)
    }
    const looked = Math.ceil((Date.now() - begun) / 2_000) + 1
    expect(asked() - before).toBeLessThanOrEqual(2 * looked)
  })

  it('is every one of 10,000 made-up site keys, at the cost of a query now and then', async () => {
    await ask(`/w/${shop.site.key}.js`)
    const before = asked()
    const begun = Date.now()
    for (let i = 0; i < 10_000; i += 100) {
      const keys = Array.from({ length: 100 }, (_, j) => `pk_${i + j}x${Math.random().toString(36).slice(2)}`)
      const answers = await Promise.all(keys.map((key) => ask(`/w/${key}.js`)))
      expect(answers.every(({ status }) => status === 404)).toBe(true)
    }
    const looked = Math.ceil((Date.now() - begun) / 2_000) + 1
    // Each is a statement prepared and a statement run.
    expect(asked() - before).toBeLessThanOrEqual(2 * looked)
  })
})

it('what breaks off is no failure of ours', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('Network connection lost.')) })
  expect((await ask('/v1/responses', { method: 'POST', headers: from(shopOrigin), body: broken })).status).toBe(408)
})

describe('more at once than there are places', () => {
  it('is told to come back before anything is read of it, and is stored once when it does', async () => {
    const { promise: open, resolve } = Promise.withResolvers<void>()
    // Stands still until it is told to go on.
    const still = new Proxy(db, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name)
        if (name === 'batch') return async (statements: D1PreparedStatement[]) => await open.then(() => target.batch(statements))
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const held = (submission: string) =>
      ask('/v1/responses', { method: 'POST', headers: from(shopOrigin), body: answerOf(submission) }, { DB: still })
    const submissions = Array.from({ length: 60 }, () => crypto.randomUUID())
    const settled = new Map<string, Response>()
    const all = submissions.map(async (submission) => {
      settled.set(submission, await held(submission))
    })
    const refused = () => [...settled].filter(([, answer]) => answer.status === 503)
    await expect.poll(() => refused().length).toBe(36)
    expect(settled.size).toBe(36)
    for (const [, { headers }] of refused()) expect(Number(headers.get('Retry-After'))).toSatisfy((s) => s >= 2 && s <= 5)

    // At the door: nothing is read, nothing asked, and a page of any shop can read the refusal.
    const before = asked()
    const late = new Request('https://earshot.test/v1/responses', { method: 'POST', headers: from(shopOrigin), body: '{}' })
    const turnedAway = await worker.fetch(late as never, { ...env, SECURITY_CONTACT: '', DB: db }, createExecutionContext())
    expect([turnedAway.status, late.bodyUsed, asked() - before]).toEqual([503, false, 0])
    expect(turnedAway.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(turnedAway.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After')
    // Another site's share is free, and so is all that asks rather than sends.
    expect((await post(answerOf(crypto.randomUUID(), { site: 'pk_another' }), 'https://other.example')).status).toBe(404)
    expect((await ask(`/w/${shop.site.key}.js`)).status).toBe(200)

    resolve()
    await Promise.all(all)
    expect([...settled.values()].filter(({ status }) => status === 201).length).toBe(24)
    for (const [submission] of refused()) expect((await post(answerOf(submission))).status).toBe(201)
    for (const submission of submissions) expect((await post(answerOf(submission))).status).toBe(200)
    const stored = await env.DB.prepare('SELECT count(*) n, count(DISTINCT submission) once FROM responses').first()
    expect(stored).toEqual({ n: 60, once: 60 })
  })

  it('never shuts the door for long with bodies that come slowly: they hold no place', async () => {
    const sendSlowly = () => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      const sent = ask('/v1/responses', { method: 'POST', headers: from(shopOrigin), body: readable })
      return { sent, writer: writable.getWriter() }
    }
    const slow = []
    for (let i = 0; i < 2; i++) {
      // More than there are places.
      slow.push(...Array.from({ length: 40 }, sendSlowly))
      expect((await post(answerOf(crypto.randomUUID()))).status).toBe(503)
      await expect.poll(async () => (await post(answerOf(crypto.randomUUID()))).status).toBe(201)
    }
    for (const { writer } of slow) await writer.close().catch(() => {})
    const statuses = (await Promise.all(slow.map(({ sent }) => sent))).map(({ status }) => status)
    expect(statuses.every((status) => status === 400 || status === 503)).toBe(true)
    // The others came while those held their places.
    expect(statuses.filter((status) => status === 400).length).toBeGreaterThanOrEqual(2 * 24)
  })
})
