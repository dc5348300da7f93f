import { beforeAll, describe, expect, it } from 'vitest'
import type { Feed } from '../../worker/contract/response.ts'
import type { Outcomes } from '../../worker/contract/site.ts'
import { insertShop } from './support/other-shop.ts'
import { keyFor } from './support/people.ts'
import {
  db,
  json,
  manage,
  migrate,
  publishSurvey,
  respond,
  runScheduled,
  type Shop,
  send,
  setUp,
  shopOrigin,
} from './support/shop.ts'

let shop: Shop
let survey: string

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, {
    questions: [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'why', type: 'text', text: 'Why?' },
      { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
    ],
  })
})

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send('/v1/erasures', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const erase = (submission: string, headers?: Record<string, string>) => post({ site: shop.site.key, submission }, headers)
const left = async () =>
  await db
    .prepare(
      `SELECT (SELECT count(*) FROM responses) AS responses, (SELECT count(*) FROM contacts) AS contacts,
              (SELECT count(*) FROM answer_counts) AS counts, (SELECT count(*) FROM tombstones) AS tombstones`,
    )
    .first<Record<string, number>>()
async function outcome(name: string): Promise<number> {
  await runScheduled()
  const { days } = await json<Outcomes>(manage(shop.apiKey, 'GET', '/api/v1/outcomes'))
  return days[0]?.outcomes[name] ?? 0
}

describe("a shopper's erasure", () => {
  it('takes the response, its counts and its contact, and lets nothing come back', async () => {
    const submission = crypto.randomUUID()
    const before = await left()
    const step = { submission, answers: { score: 3, why: 'Private', mail: 'ann@shop.example' } }
    expect((await respond(shop, survey, step)).status).toBe(201)
    const answer = await erase(submission)
    expect([answer.status, await answer.text()]).toEqual([204, ''])
    // One for the submission, one for its row in an export made before.
    expect(await left()).toEqual({ ...before, tombstones: Number(before?.tombstones) + 2 })
    expect((await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses'))).items).toEqual([])
    expect((await respond(shop, survey, step)).status).toBe(410)
    expect((await respond(shop, survey, { ...step, seq: 2 })).status).toBe(410)
  })

  it('holds for an answer that is still on its way', async () => {
    const submission = crypto.randomUUID()
    expect((await erase(submission)).status).toBe(204)
    expect((await respond(shop, survey, { submission, answers: { score: 3 } })).status).toBe(410)
    expect(await db.prepare('SELECT count(*) AS n FROM responses').first('n')).toBe(0)
  })

  it('may be sent again, and is counted once', async () => {
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 3 } })
    const before = await outcome('erased_by_respondent')
    const answers = [await erase(submission), await erase(submission), await erase(submission.toUpperCase())]
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
    expect(await outcome('erased_by_respondent')).toBe(before + 1)
  })

  it('of one submission leaves the others', async () => {
    const submissions = [crypto.randomUUID(), crypto.randomUUID()]
    for (const submission of submissions) await respond(shop, survey, { submission, answers: { score: 3 } })
    await erase(submissions[0] ?? '')
    const rows = await db.prepare('SELECT submission FROM responses').all<{ submission: string }>()
    expect(rows.results.map((row) => row.submission)).toEqual([submissions[1]])
    await erase(submissions[1] ?? '')
  })

  it("at another site doesn't touch this one's", async () => {
    const other = await insertShop('erasing', [shopOrigin])
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 3 } })
    const row = () => db.prepare('SELECT id, seq, score FROM responses WHERE submission = ?').bind(submission).first()
    const before = await row()
    expect((await post({ site: other.site.key, submission })).status).toBe(204)
    expect(before).toMatchObject({ seq: 1, score: 3 })
    expect(await row()).toEqual(before)
    expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 4 } })).status).toBe(201)
    await erase(submission)
  })

  it('is taken whatever became of the survey', async () => {
    const closed = await publishSurvey(shop, {})
    const submission = crypto.randomUUID()
    await respond(shop, closed, { submission, answers: { score: 3 } })
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${closed}/close`)
    expect((await erase(submission)).status).toBe(204)
    expect(await db.prepare('SELECT count(*) AS n FROM responses').first('n')).toBe(0)
  })
})

describe('the door for erasures', () => {
  const submission = crypto.randomUUID()
  const valid = () => ({ site: shop.site.key, submission })
  const cases: [name: string, status: number, answer: () => Promise<Response>][] = [
    ['JSON by its name', 204, () => post(valid(), { 'Content-Type': 'application/json' })],
    ['more than is asked for', 204, () => post({ ...valid(), reason: 'x' })],
    ['an API key of the site', 204, () => erase(submission, { Origin: '', Authorization: `Bearer ${shop.apiKey}` })],
    ['an unknown site', 404, () => post({ ...valid(), site: 'pk_0000000000000000' })],
    ['an origin not on the list', 403, () => erase(submission, { Origin: 'https://evil.example' })],
    ['a sandboxed frame', 403, () => erase(submission, { Origin: 'null' })],
    ['no origin', 403, () => erase(submission, { Origin: '' })],
    ['no JSON', 400, () => post('x')],
    ['nothing', 400, () => post('')],
    ['no key', 400, () => post({ site: shop.site.key })],
    ['a key that is none', 400, () => erase('rsp_1')],
    ['a key among others', 400, () => post({ site: shop.site.key, submission: [submission] })],
    ["an import's key", 400, () => erase(`id:${survey}:1`)],
    ['64 KiB and a byte', 413, () => post(`${JSON.stringify(valid()).slice(0, -1)},"x":"${'x'.repeat(65_536)}"}`)],
    ['a form', 415, () => post('site=1', { 'Content-Type': 'application/x-www-form-urlencoded' })],
  ]
  it.each(cases)('%s: %i', async (_, status, answer) => {
    const before = (await left())?.tombstones ?? 0
    const reply = await answer()
    expect(reply.status, await reply.clone().text()).toBe(status)
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(reply.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    expect(reply.headers.get('Cache-Control')).toBe('no-store')
    expect(reply.headers.get('Set-Cookie')).toBeNull()
    if (status >= 400) expect(reply.headers.get('Content-Type')).toBe('application/problem+json')
    if (status !== 204) expect((await left())?.tombstones).toBe(before)
  })

  it('is shut to a key that may not send', async () => {
    const agent = await keyFor(shop, 'agent')
    expect((await erase(submission, { Origin: '', Authorization: `Bearer ${agent.key}` })).status).toBe(403)
  })

  it('answers a preflight, and other methods with 405', async () => {
    const preflight = await send('/v1/erasures', { method: 'OPTIONS', headers: { Origin: shopOrigin } })
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods')]).toEqual([204, 'POST'])
    for (const method of ['GET', 'DELETE', 'PUT']) {
      const answer = await send('/v1/erasures', { method, headers: { Origin: shopOrigin } })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
    }
  })

  it('is described in OpenAPI', async () => {
    const { paths } = await json<{ paths: Record<string, object> }>(send('/api/openapi.json'))
    expect(paths['/v1/erasures']).toMatchObject({ post: { responses: { 204: {}, 404: {} } } })
  })
})
