import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import { countingDb } from './support/counting-db.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp, shopOrigin } from './support/shop.ts'
import { storeResponses } from './support/stored.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})

const ask = (survey: string) => manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/pulse`)
const pulseOf = async (survey: string) => (await json<{ pulse: string }>(ask(survey))).pulse
const publicId = async (survey: string) =>
  (await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}`))).items[0]?.id

/** Whether something done to the survey changes its pulse. */
async function beats(survey: string, act: () => Promise<Response>): Promise<boolean> {
  const before = await pulseOf(survey)
  const answer = await act()
  expect(answer.ok, `${answer.status}`).toBe(true)
  return (await pulseOf(survey)) !== before
}

describe('the pulse', () => {
  it('beats with answers, later steps, edits and erasures of its own survey, and rests in between', async () => {
    const [survey, other] = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
    expect(await pulseOf(survey)).toBe('')
    const submission = crypto.randomUUID()
    const step = (seq: number, answers: object) => respond(shop, survey, { submission, seq, answers })
    expect(await beats(survey, () => step(1, { score: 9 }))).toBe(true)
    expect(await beats(survey, () => step(2, { score: 9, why: 'Fast' }))).toBe(true)
    expect(await pulseOf(survey)).toBe(await pulseOf(survey))
    expect(await beats(survey, () => respond(shop, other, { answers: { score: 9 } }))).toBe(false)

    const id = await publicId(survey)
    const path = `/api/v1/responses/${id}`
    expect(await beats(survey, () => manage(shop.apiKey, 'PATCH', path, { status: 'resolved' }))).toBe(true)
    expect(await beats(survey, () => manage(shop.apiKey, 'DELETE', path))).toBe(true)
    await respond(shop, survey, { submission: '01935b5e-0000-7000-8000-000000000001', answers: { score: 9 } })
    const erase = { site: shop.site.key, submission: '01935b5e-0000-7000-8000-000000000001' }
    const headers = { 'Content-Type': 'text/plain', Origin: shopOrigin }
    const byShopper = () => send('/v1/erasures', { method: 'POST', headers, body: JSON.stringify(erase) })
    expect(await beats(survey, byShopper)).toBe(true)
    expect(await beats(survey, byShopper)).toBe(false)
    expect(await pulseOf(survey)).not.toBe('')
  })

  it('beats with an import and its undo, also where nobody has answered yet', async () => {
    const survey = await publishSurvey(shop, {})
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
    const body = '{"score":9}\n{"score":0}'
    const doImport = (query: string) => send(`/api/v1/imports?survey=${survey}${query}`, { method: 'POST', headers, body })
    expect(await beats(survey, () => doImport('&dryRun=1'))).toBe(false)
    let id = ''
    const importing = async () => {
      const answer = await doImport('')
      id = (await json<{ import: string }>(answer.clone())).import
      return answer
    }
    expect(await beats(survey, importing)).toBe(true)
    expect(await beats(survey, () => manage(shop.apiKey, 'DELETE', `/api/v1/imports/${id}`))).toBe(true)
    expect(await beats(survey, () => respond(shop, survey, { answers: { score: 3 } }))).toBe(true)
    expect(await beats(survey, () => respond(shop, survey, { answers: { score: 3 } }))).toBe(true)
  })

  it('beats on a new day, and also for a request that began before midnight', async () => {
    const survey = await publishSurvey(shop, {})
    const clock = vi.spyOn(Date, 'now')
    try {
      const answerAt = (instant: string) => () => {
        clock.mockReturnValue(Date.parse(instant))
        return respond(shop, survey, { answers: { score: 9 } })
      }
      for (const instant of ['2026-07-01T23:59:59Z', '2026-07-02T00:00:00Z', '2026-07-01T23:59:59Z', '2026-07-02T00:00:01Z'])
        expect(await beats(survey, answerAt(instant)), instant).toBe(true)
    } finally {
      clock.mockRestore()
    }
  })

  it('reads one row, whatever the survey has seen', async () => {
    const survey = await publishSurvey(shop, {})
    const day = (i: number) => new Date(Date.parse('2024-01-01') + i * 86_400_000).toISOString().slice(0, 10)
    await storeResponses(
      shop,
      Array.from({ length: 200 }, (_, i) => ({ survey, day: day(i), score: i % 11 })),
    )
    const insert = db.prepare('INSERT INTO outcomes (site, survey, day, outcome, n) VALUES (?, ?, ?, ?, 7)')
    await db.batch(
      Array.from({ length: 400 }, (_, i) => insert.bind(shop.site.id, survey, day(i >> 1), i % 2 ? 'stored' : 'duplicate')),
    )
    await respond(shop, survey, { answers: { score: 9 } })
    const counting = countingDb(env.DB)
    const request = new Request(`https://earshot.test/api/v1/surveys/${survey}/pulse`, {
      headers: { Authorization: `Bearer ${shop.apiKey}` },
    })
    const answer = await app.fetch(request, { ...env, DB: counting.db })
    expect(answer.status).toBe(200)
    expect(counting.rowsRead()).toBe(1)
    expect(counting.rowsWritten()).toBe(0)
  })

  it('of another site’s survey is that of one nobody has', async () => {
    const other = await insertShop('pulses', [shopOrigin])
    const survey = await publishSurvey(other, {})
    await respond(other, survey, { answers: { score: 9 } })
    const [foreign, none] = [await ask(survey), await ask('srv_0000000000')]
    expect([foreign.status, await foreign.text()]).toEqual([404, await none.text()])
  })
})

describe('outcomes', () => {
  it('are told by day over all surveys, without days on which something was only changed', async () => {
    const of = await insertShop('told', [shopOrigin])
    const surveys = [await publishSurvey(of, {}), await publishSurvey(of, {})]
    for (const survey of [...surveys, ...surveys]) await respond(of, survey, { answers: { score: 9 } })
    const imported = await publishSurvey(of, {})
    const headers = { Authorization: `Bearer ${of.apiKey}`, 'Content-Type': 'application/x-ndjson' }
    await send(`/api/v1/imports?survey=${imported}`, { method: 'POST', headers, body: '{"score":9}' })
    const insert = db.prepare("INSERT INTO outcomes (site, survey, day, outcome, n) VALUES (?, ?, ?, 'stored', 7)")
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
    await db.batch([insert.bind(of.site.id, surveys[0], ago(30)), insert.bind(of.site.id, surveys[0], ago(31))])
    const { days } = await json<{ days: { day: string; outcomes: Record<string, number> }[] }>(
      manage(of.apiKey, 'GET', '/api/v1/outcomes'),
    )
    expect(days.map(({ day, outcomes }) => [day, outcomes.stored])).toEqual([
      [ago(0), 4],
      [ago(30), 7],
    ])
  })
})
