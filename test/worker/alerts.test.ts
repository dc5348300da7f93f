import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Alert, Firing } from '../../worker/contract/alert.ts'
import type { CreatedEndpoint } from '../../worker/contract/webhook.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send } from './support/shop.ts'

let shops = 0
let shop: Shop
let survey: string
let host: string
let hook: string

beforeAll(migrate)
afterEach(() => {
  vi.useRealTimers()
})

/** A shop with a live survey and a channel that alerts are told to; its clock stands still. */
async function arrange(kind: 'standard' | 'slack' = 'slack', at = '2026-11-23T09:00:00Z'): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) })
  const name = `a${100 + shops++}`
  shop = await insertShop(name, ['https://shop.example'])
  await db.prepare("UPDATE sites SET time_zone = 'Europe/Berlin' WHERE id = ?").bind(shop.site.id).run()
  host = `${name}.receiver.example`
  await setUpHost(host)
  const asked = { url: `https://${host}/hook`, kind, ...(kind === 'standard' && { types: ['alert.fired'] }) }
  hook = (await json<CreatedEndpoint>(manage(shop.apiKey, 'POST', '/api/v1/webhooks', asked))).id
  survey = await publishSurvey(shop, { name: 'Checkout' })
}

const alerts = (method: string, path = '', body?: unknown) => manage(shop.apiKey, method, `/api/v1/alerts${path}`, body)
async function make(more: object = {}): Promise<string> {
  const asked = { name: 'Detractors', kind: 'response', conditions: { unhappy: true }, webhooks: [hook], ...more }
  const made = await alerts('POST', '', asked)
  expect(made.status).toBe(201)
  return (await json<Alert>(made)).id
}
const answer = async (score: number, step: object = {}) => {
  const answers = { score, why: `Because of ${score}` }
  expect((await respond(shop, survey, { complete: true, answers, ...step })).status).toBe(201)
}
const minutes = async (count: number) => {
  for (let i = 0; i < count; i++) {
    vi.setSystemTime(Date.now() + 60_000)
    await runScheduled()
  }
}
const told = async () => (await reachedHost(host)).map(({ body }) => JSON.parse(body))
const texts = async () => (await told()).map(({ text }) => text as string)
const firings = async (id: string) => (await json<{ firings: Firing[] }>(alerts('GET', `/${id}/firings`))).firings

describe('an alert on responses', () => {
  it('tells of those that fit, each once, within the minute after they are complete, in the shopper’s words', async () => {
    await arrange()
    const id = await make()
    await answer(3, { answers: { score: 3, why: 'Late & <!channel> broken' } })
    await answer(9)
    await minutes(1)
    expect(await texts()).toEqual(['*Detractors: Checkout, 3*\n“Late &amp; &lt;!channel&gt; broken”'])
    await minutes(3)
    expect(await texts()).toEqual([])
    expect(await firings(id)).toMatchObject([
      { response: expect.stringMatching(/^rsp_/), survey, score: 3, week: null, state: 'fired' },
    ])
  })

  it('waits a minute after the last step of what isn’t complete; a score corrected before then tells nothing', async () => {
    await arrange()
    await make()
    const submission = crypto.randomUUID()
    const slow = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, answers: { score: 2 } })).status).toBe(201)
    expect((await respond(shop, survey, { submission: slow, answers: { score: 1 } })).status).toBe(201)
    await runScheduled()
    expect(await texts()).toEqual([])
    expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 9 } })).status).toBe(201)
    await minutes(3)
    expect(await texts()).toEqual(['*Detractors: Checkout, 1*'])
  })

  it('is signed and whole for a webhook, says which alert, and is mailed to members as long as they are', async () => {
    await arrange('standard')
    const people = [await joinAs(shop, 'manager', 'mona@mail.example'), await joinAs(shop, 'viewer', 'gone@mail.example')]
    const id = await make({ people: people.map((person) => person.id) })
    await manage(shop.apiKey, 'DELETE', `/api/v1/members/${people[1]?.id}`)
    await answer(0)
    await minutes(1)
    expect(await told()).toMatchObject([
      { type: 'alert.fired', data: { alert: { id, name: 'Detractors' }, kind: 'response', response: { score: 0, survey } } },
    ])
    const mailed = db.prepare("SELECT target, type FROM deliveries WHERE site = ? AND channel = 'email'").bind(shop.site.id)
    expect((await mailed.all()).results).toEqual([{ target: 'mona@mail.example', type: 'alert.fired' }])
  })

  it('takes a saved view for its conditions, and tells of nothing once the view is gone', async () => {
    await arrange()
    const view = await json<{ id: string }>(
      manage(shop.apiKey, 'POST', '/api/v1/views', { name: 'Tens', conditions: { score: 10 }, shared: true }),
    )
    const id = await make({ conditions: {}, view: view.id })
    await answer(10)
    await answer(1)
    await minutes(1)
    expect(await texts()).toEqual(['*Detractors: Checkout, 10*\n“Because of 10”'])
    await manage(shop.apiKey, 'DELETE', `/api/v1/views/${view.id}`)
    expect((await json<Alert>(alerts('GET', `/${id}`))).gone).toMatchObject([{ pointer: '/view' }])
    await answer(10)
    await minutes(1)
    expect(await texts()).toEqual([])
  })

  it('tells no more than its cap in an hour, and of the rest as one when the hour is over', async () => {
    await arrange()
    const id = await make({ hourlyCap: 2 })
    for (const score of [0, 1, 2, 3, 4]) await answer(score)
    await minutes(1)
    expect(await texts()).toHaveLength(2)
    vi.setSystemTime(Date.now() + 58 * 60_000)
    await runScheduled()
    expect(await texts()).toEqual([])
    await minutes(3)
    const [summary = '', ...more] = await texts()
    expect(more).toEqual([])
    expect(summary).toMatch(/^\*Detractors: 3 responses\*\n(Checkout, \d: “Because of \d”\n?){3}$/)
    expect((await firings(id)).map(({ state }) => state).sort()).toEqual(['fired', 'fired', ...Array(3).fill('summarised')])
  })

  it('is quiet by the shop’s clock, over a night that is an hour longer too; what no longer fits in the morning is cancelled', async () => {
    // 23:30 in Berlin, on the evening before the clock is put back.
    await arrange('slack', '2026-10-24T21:30:00Z')
    const id = await make({ quiet: { from: '22:00', to: '07:00' } })
    await answer(2)
    await answer(3)
    const submission = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, answers: { score: 1 } })).status).toBe(201)
    await minutes(3)
    expect((await firings(id)).map(({ state }) => state)).toEqual(['held', 'held', 'held'])
    expect((await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 10 } })).status).toBe(201)
    vi.setSystemTime(Date.parse('2026-10-25T05:58:30Z'))
    await runScheduled()
    expect(await texts()).toEqual([])
    await minutes(2)
    expect(await texts()).toEqual([expect.stringMatching(/^\*Detractors: 2 responses\*\n/)])
    expect((await firings(id)).map(({ state }) => state).sort()).toEqual(['cancelled', 'summarised', 'summarised'])
  })

  it('is not fired by imports and tests, nor by what is erased before it is told', async () => {
    await arrange()
    await make()
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
    const file = { method: 'POST', headers, body: '{"score":1,"comment":"Imported"}' }
    expect(await json(send(`/api/v1/imports?survey=${survey}`, file))).toMatchObject({ stored: 1 })
    const { url } = await json<{ url: string }>(manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/previews`, {}))
    const key = `${shop.site.key}.${/pv_\w{32}/.exec(url)?.[0]}`
    const tried = await respond({ ...shop, site: { ...shop.site, key } }, survey, { complete: true, answers: { score: 1 } })
    expect(tried.status).toBe(201)
    await answer(1)
    await db.prepare('DELETE FROM responses WHERE survey = ?').bind(survey).run()
    await minutes(2)
    expect(await texts()).toEqual([])
  })

  it('is tried by a press, and says when it would tell nobody', async () => {
    await arrange()
    const id = await make()
    expect(await json(alerts('POST', `/${id}/test`))).toEqual({ told: 1 })
    await minutes(1)
    expect(await texts()).toEqual([expect.stringMatching(/^\*A test of “Detractors”\*\n/)])
    expect((await alerts('PATCH', `/${id}`, { webhooks: [] })).status).toBe(200)
    expect((await alerts('POST', `/${id}/test`)).status).toBe(409)
  })
})

describe('a fall', () => {
  /** Scores of the weeks before a Monday, as if they had come: counts alone are read. */
  async function fill(monday: string, weeks: number, scores: Record<number, number>): Promise<void> {
    for (let week = 1; week <= weeks; week++) {
      const day = new Date(Date.parse(monday) - week * 7 * 86_400_000).toISOString().slice(0, 10)
      for (const [score, n] of Object.entries(scores)) {
        const insert = `INSERT INTO answer_counts (survey, question, day, segment_set, answer, n) VALUES (?, 'score', ?, 0, ?, ?)`
        await db.prepare(insert).bind(survey, day, score, n).run()
      }
    }
  }

  it('is judged on Monday morning of the shop, told once, and not again while the score stays low', async () => {
    await arrange('slack', '2026-11-23T04:30:00Z')
    await fill('2026-11-16', 8, { 10: 120, 8: 40, 3: 40 })
    await fill('2026-11-23', 1, { 10: 60, 8: 40, 3: 100 })
    const id = await make({ name: 'Score fell', kind: 'fall', conditions: {} })
    await minutes(1)
    expect(await texts()).toEqual([])
    vi.setSystemTime(Date.parse('2026-11-23T05:00:00Z'))
    await minutes(2)
    const [text = '', ...more] = await texts()
    expect(more).toEqual([])
    expect(text).toMatch(
      /^\*Checkout fell to -20\.0\*\nIn the week of 2026-11-16, with 200 answers\. The weeks before let one expect 40\.0, /,
    )
    expect(await firings(id)).toMatchObject([{ response: null, survey, week: '2026-11-16', state: 'fired' }])
    // The week after, as low as the one that was told.
    await fill('2026-11-30', 1, { 10: 60, 8: 40, 3: 100 })
    vi.setSystemTime(Date.parse('2026-11-30T09:00:00Z'))
    await minutes(2)
    expect(await texts()).toEqual([])
  })

  it('is none where the score moves as it always does', async () => {
    await arrange('slack', '2026-11-23T09:00:00Z')
    await fill('2026-11-16', 8, { 10: 120, 8: 40, 3: 40 })
    await fill('2026-11-23', 1, { 10: 115, 8: 40, 3: 45 })
    await make({ name: 'Score fell', kind: 'fall', conditions: { survey } })
    await minutes(2)
    expect(await texts()).toEqual([])
  })
})

describe('what an alert may be', () => {
  it('names only what the site has, of falls a survey and segments alone', async () => {
    await arrange()
    const part = await joinAs(shop, 'agent', `part${shops}@shop.example`, { touchpoint: ['delivery'] })
    const create = async (body: object) => (await alerts('POST', '', { name: 'X', kind: 'response', ...body })).status
    expect(await create({ webhooks: ['whk_none'] })).toBe(404)
    expect(await create({ people: ['psn_none'] })).toBe(404)
    expect(await create({ people: [part.id] })).toBe(422)
    expect(await create({ view: 'view_none' })).toBe(404)
    expect(await create({ conditions: { survey: 'srv_none' } })).toBe(404)
    expect(await create({ conditions: { segments: { shoe: '38' } } })).toBe(422)
    expect(await create({ kind: 'fall', conditions: { unhappy: true } })).toBe(422)
    expect(await create({ quiet: { from: '24:00', to: '07:00' } })).toBe(422)
    expect(await create({ quiet: { from: '07:00', to: '07:00' } })).toBe(422)
    expect(await create({ hourlyCap: 0 })).toBe(422)
    expect(await create({ name: '\u200b' })).toBe(422)
    expect(await create({ colour: 'red' })).toBe(400)
    expect((await json<{ alerts: Alert[] }>(alerts('GET'))).alerts).toEqual([])
  })
})
