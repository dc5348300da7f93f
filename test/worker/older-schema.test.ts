import { applyD1Migrations, createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Env } from '../../worker/env.ts'
import worker from '../../worker/index.ts'
import { faultyDb } from '../support/faulty-db.ts'
import { definitionOf } from '../support/survey-content.ts'
import { shopOrigin } from './support/shop.ts'

const migrations = env.TEST_MIGRATIONS
const definition = JSON.stringify(definitionOf({ metric: 'nps' }))

/** A shop with a live survey, as the third migration knows it. */
const rows = [
  `INSERT INTO sites (id, name, key, origins, time_zone, dimensions, created_at)
   VALUES ('site_1', 'Shop', 'pk_1', '["${shopOrigin}"]', 'Europe/Berlin', '[]', 1)`,
  `INSERT INTO surveys (id, site, name, metric, points, state, version, draft, created_at, updated_at)
   VALUES ('srv_1', 'site_1', 'Order', 'nps', 11, 'live', 1, '{}', 1, 1)`,
  `INSERT INTO survey_versions (survey, version, definition, published_at) VALUES ('srv_1', 1, '${definition.replaceAll("'", "''")}', 1)`,
]

/** An isolate that begins on the database as it is now. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const context = createExecutionContext()
  const bindings = { ...env, DB: faultyDb(env.DB).db } as Env
  const answer = await worker.fetch(new Request(`https://earshot.test${path}`, init) as never, bindings, context)
  await waitOnExecutionContext(context)
  return answer
}

const post = (path: string, body: object) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'text/plain', Origin: shopOrigin }, body: JSON.stringify(body) })

const step = (n: number) => {
  const submission = `01935b5e-0000-7000-8000-${`${n}`.padStart(12, '0')}`
  return {
    site: 'pk_1',
    survey: 'srv_1',
    version: 1,
    submission,
    seq: 1,
    complete: true,
    answers: { score: 9, why: `Linen ${n}` },
  }
}

afterEach(() => vi.restoreAllMocks())

describe('a worker whose tables are not there yet', () => {
  /** By how many migrations were applied. */
  const answered = new Map<number, Response>()
  const displayed = new Map<number, Response>()
  const others = new Map<number, number[]>()
  const health = new Map<number, number>()
  beforeAll(async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await applyD1Migrations(env.DB, migrations.slice(0, 3))
    await env.DB.batch(rows.map((row) => env.DB.prepare(row)))
    for (let n = 3; n < migrations.length; n++) {
      await applyD1Migrations(env.DB, migrations.slice(0, n))
      health.set(n, (await ask('/healthz')).status)
      answered.set(n, await post('/v1/responses', step(n)))
      displayed.set(n, await post('/v1/displays', { site: 'pk_1', key: `d${n}`, events: [{ survey: 'srv_1', type: 'shown' }] }))
      const erased = await post('/v1/erasures', { site: 'pk_1', submission: crypto.randomUUID() })
      const read = await Promise.all(['/w/pk_1.js', '/w/pk_1/srv_1.json', '/s/srv_1'].map((path) => ask(path)))
      others.set(
        n,
        [erased, ...read].map(({ status }) => status),
      )
    }
    await applyD1Migrations(env.DB, migrations)
  }, 120_000)

  it('says that it is not well', () => {
    expect(new Set(health.values())).toEqual(new Set([503]))
    expect(health.size).toBeGreaterThan(30)
  })

  it.each([
    ['an answer', answered],
    ['a display', displayed],
  ])('takes %s as it should, or has it sent again later', (_what, all) => {
    const odd = [...all].filter(([, { status, headers }]) => status !== 201 && (status !== 503 || !headers.get('Retry-After')))
    expect(odd.map(([n, { status }]) => [migrations[n - 1]?.name, status])).toEqual([])
    expect([...all.values()].some(({ status }) => status === 503)).toBe(true)
  })

  it('calls nothing of a shop’s gone, and nothing its own fault', () => {
    const odd = [...others].filter(([, statuses]) =>
      statuses.some((status) => status !== 200 && status !== 202 && status !== 204 && status !== 503),
    )
    expect(odd.map(([n, statuses]) => [migrations[n - 1]?.name, ...statuses])).toEqual([])
  })

  it('has every answer once as soon as they are, when browsers send again what it did not take', async () => {
    expect((await ask('/healthz')).status).toBe(200)
    for (const [n, before] of answered)
      expect([n, (await post('/v1/responses', step(n))).status]).toEqual([n, before.status === 201 ? 200 : 201])
    const counted = "SELECT sum(n) AS n FROM answer_counts WHERE survey = 'srv_1' AND question = 'score' AND segment_set = 0"
    expect(await env.DB.prepare(counted).first()).toEqual({ n: answered.size })
    expect(await env.DB.prepare('SELECT count(*) AS n FROM responses').first()).toEqual({ n: answered.size })
  })
})
