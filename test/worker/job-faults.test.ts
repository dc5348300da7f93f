import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { runJobs } from '../../worker/jobs/index.ts'
import { openDb } from '../../worker/store/db.ts'
import { verifyCounts } from '../../worker/store/recount.ts'
import { d1Errors, type Fault, faultyDb } from '../support/faulty-db.ts'
import { whole } from '../support/whole.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { db, manage, migrate, publishSurvey, respond } from './support/shop.ts'

/** Longer than a lease of a run that died. */
const minutes = 2 * 60_000
let shops = 0

beforeAll(async () => {
  await migrate()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A shop whose jobs all have something to do. */
async function arrange(): Promise<{ site: string; survey: string; host: string }> {
  const name = `j${100 + shops++}`
  const shop = await insertShop(name, ['https://shop.example'], { dimensions: ['touchpoint', 'tier'] })
  const { id: site } = shop.site
  const call = async (method: string, path: string, body: unknown) => {
    const answer = await manage(shop.apiKey, method, `/api/v1${path}`, body)
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return await answer.json<{ id: string }>()
  }
  const host = `${name}.receiver.example`
  await setUpHost(host)
  const { id: webhook } = await call('POST', '/webhooks', { url: `https://${host}/hook` })
  await call('POST', '/alerts', { name: 'Unhappy', kind: 'response', conditions: { unhappy: true }, webhooks: [webhook] })
  const survey = await publishSurvey(shop, {
    questions: [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'why', type: 'text', text: 'Why?' },
    ],
  })
  for (const score of [0, 3, 9, 10]) {
    const answers = { score, why: `The parcel came ${score} days late` }
    const step = { answers, complete: true, respondent: { id: `c_${score}` }, order: { id: `o_${name}_${score}` } }
    expect((await respond(shop, survey, step)).status).toBe(201)
  }
  // Known only afterwards, as are the tag's rules.
  await call('PUT', '/customers/c_3', { traits: { tier: 'gold' } })
  await call('POST', '/tags', { name: 'Late', rules: [{ any: ['late'] }] })
  return { site, survey, host }
}

/** What is left of a shop's jobs once nothing of them is to be done. */
async function trace({ site, survey, host }: Awaited<ReturnType<typeof arrange>>): Promise<unknown> {
  const rows = async (sql: string) => (await db.prepare(sql).bind(site).raw()) as unknown[][]
  const events = (await reachedHost(host)).map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body).type])
  return {
    responses: await rows(
      `SELECT score, comment, json_array_length(tags), dimensions FROM responses
       JOIN segment_sets ON segment_sets.site = responses.site AND segment_sets.id = segment_set WHERE responses.site = ? ORDER BY score`,
    ),
    cases: await rows('SELECT status, count(*) FROM cases WHERE site = ? GROUP BY 1'),
    outbox: await rows('SELECT count(*) FROM outbox WHERE site = ?'),
    deliveries: await rows('SELECT type, state, count(*) FROM deliveries WHERE site = ? GROUP BY 1, 2'),
    // Again after a lost answer, under the same id.
    told: [...new Map(events as [string, string][]).values()].toSorted(),
    drift: await verifyCounts(openDb(env.DB), survey),
  }
}

/** A run of the jobs with a fault, and as many more as come in the minutes after. */
async function work(fault?: Fault, more = 4): Promise<{ trace: unknown; calls: number }> {
  const shop = await arrange()
  vi.setSystemTime(Date.now() + minutes)
  const faulty = faultyDb(env.DB, fault)
  await runJobs({ ...env, SECURITY_CONTACT: '', DB: faulty.db }).catch((error) => {
    if (!(error instanceof AggregateError)) throw error
  })
  const calls = faulty.calls()
  for (let run = 0; run < more; run++) {
    vi.setSystemTime(Date.now() + minutes)
    await runJobs({ ...env, SECURITY_CONTACT: '' })
  }
  return { trace: await trace(shop), calls }
}

it('jobs come to the same, whichever call to the database failed, before or after it was committed', async () => {
  const usual = await work()
  expect(usual.trace).toMatchObject({ outbox: [[0]], drift: [] })
  expect(usual.calls).toBeGreaterThan(40)
  let kind = 0
  for (let call = 1; call <= usual.calls; call += whole ? 1 : 9) {
    for (const when of ['before', 'after'] as const) {
      const fault = { call, when, error: d1Errors[kind++ % d1Errors.length] ?? '' }
      const { trace } = await work(fault)
      expect({ fault, trace }).toEqual({ fault, trace: usual.trace })
    }
  }
  // Were a run that failed not made up for, it would be noticed.
  expect((await work({ call: 20, when: 'before', error: 'Network connection lost.' }, 0)).trace).not.toEqual(usual.trace)
}, 600_000)
