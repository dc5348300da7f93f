import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Audit } from '../../worker/contract/audit.ts'
import type { Feed } from '../../worker/contract/response.ts'
import type { Retention } from '../../worker/contract/site.ts'
import { firstId } from '../../worker/domain/response-id.ts'
import { firstKept } from '../../worker/domain/retention.ts'
import { retainAll } from '../../worker/jobs/retention.ts'
import { openDb } from '../../worker/store/db.ts'
import type { Erasure } from '../../worker/store/erasure-ledger.ts'
import { reapplyErasures } from '../../worker/store/reapply-erasures.ts'
import { faultyDb } from '../support/faulty-db.ts'
import { recounted } from '../support/response-model.ts'
import { leaveCanary } from './support/canary.ts'
import { everything } from './support/everything.ts'
import { insertShop } from './support/other-shop.ts'
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

const zone = 'Pacific/Kiritimati'
const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'again', type: 'choice', text: 'Again?', choices: ['yes', 'no'].map((id) => ({ id, text: id })) },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
]

let shop: Shop
let other: Shop
let survey: string
let theirs: string

beforeAll(async () => {
  await migrate()
  shop = await setUp({ timeZone: zone })
  other = await insertShop('other', [shopOrigin])
  survey = await publishSurvey(shop, { questions })
  theirs = await publishSurvey(other, { questions })
  for (const name of ['parcel', 'about']) await manage(shop.apiKey, 'POST', '/api/v1/tags', { name, rules: [{ any: [name] }] })
  await runScheduled()
})
beforeEach(async () => {
  const tables = ['responses', 'links', 'respondent_clocks', 'tombstones', 'customers', 'customer_orders', 'retentions']
  await db.batch([
    ...tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
    db.prepare("UPDATE outcomes SET visitors = '', texts = ''"),
  ])
  await keep({ anonymiseMonths: null, keepMonths: null })
})

const keep = async (change: object) =>
  expect((await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, change)).status).toBe(200)
const said = async (answers: object, of = shop, to = survey) =>
  expect((await respond(of, to, { answers, complete: true })).status).toBeLessThan(300)
/** So many months from now, and a day. */
const later = (months: number) => Date.now() + (months * 31 + 1) * 86_400_000
const left = async () => (await db.prepare('SELECT count(*) AS n FROM responses').first<number>('n')) ?? 0
const preview = (query: string) => json<Retention>(manage(shop.apiKey, 'GET', `/api/v1/sites/${shop.site.id}/retention${query}`))
const lines = async () =>
  (await json<Audit>(manage(shop.apiKey, 'GET', '/api/v1/audit'))).items.filter(({ action }) => action === 'retention')

/** What is left of the canary. */
const traces = async () => (await everything()).split('\n').filter((cell) => /canary/i.test(cell))

/** Runs until the day is done. */
async function retain(now: number, binding = env.DB): Promise<void> {
  for (let run = 0; run < 100; run++) {
    await retainAll(openDb(binding), now, Number.POSITIVE_INFINITY)
    const state = await db.prepare('SELECT done_for FROM retentions').first<string>('done_for')
    if (state) return
  }
  throw new Error('comes to no end')
}

async function exact(): Promise<void> {
  const { counted, expected } = await recounted(db)
  expect(counted).toEqual(expected)
}

describe('keeping answers for some months', () => {
  it('is off: nobody’s answers go', async () => {
    await said({ score: 3 })
    await retainAll(openDb(env.DB), later(1_200), Number.POSITIVE_INFINITY)
    expect([await left(), await db.prepare('SELECT count(*) AS n FROM retentions').first('n')]).toEqual([1, 0])
  })

  it('deletes what is older without a trace, counts and all, lets nothing come back, and leaves other sites alone', async () => {
    const submissions = await leaveCanary(shop, survey)
    await said({ score: 1, why: 'Of another shop' }, other, theirs)
    expect(await preview('?keepMonths=12')).toEqual({ deleted: 0, anonymised: 0 })
    await keep({ keepMonths: 12 })
    await retain(later(11) - 32 * 86_400_000)
    expect(await left()).toBe(3)
    const before = (await lines()).length
    await retain(later(13))
    expect(await left()).toBe(1)
    await db.prepare('DELETE FROM customers').run()
    expect(await traces()).toEqual([])
    await exact()
    for (const submission of submissions)
      expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 3 } })).status).toBe(410)
    const [line, ...rest] = await lines()
    expect([rest.length, line]).toMatchObject([before, { actor: { name: 'Nightly job' }, changes: { deleted: [null, 2] } }])
    // The same day again has nothing to do.
    await retain(later(13))
    expect(await lines()).toHaveLength(before + 1)
  })

  it('ends with the site’s own day, to the second', async () => {
    const now = Date.parse('2028-03-31T11:00:00Z')
    // In Kiritimati it is the first of April: a month back is the first of March there, ten o'clock of the last of February in UTC.
    const first = Date.parse('2028-02-29T10:00:00Z')
    expect(firstKept(1, zone, now)).toBe(first)
    expect(firstKept(1, 'UTC', now)).toBe(Date.parse('2028-02-29T00:00:00Z'))
    for (const score of [1, 2]) await said({ score })
    for (const [score, at] of [
      [1, first - 1_000],
      [2, first],
    ] as const)
      await db.prepare('UPDATE responses SET id = ? WHERE score = ?').bind(firstId(at), score).run()
    await keep({ keepMonths: 1 })
    await retain(now)
    expect(await db.prepare('SELECT score FROM responses').all()).toMatchObject({ results: [{ score: 2 }] })
  })

  it('is worked through by the minute, survey by survey', async () => {
    const second = await publishSurvey(shop, { questions })
    for (let i = 0; i < 4; i++) await said({ score: i, again: 'yes' }, shop, i % 2 ? survey : second)
    const copies = `INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits,
                      source, day, answered_at, created_at, updated_at, digest, receipt)
                    SELECT responses.id + 100 * value, site, survey, submission || '-' || value, seq, complete, version, score, answers, comment, texts, segment_set, traits,
                      source, day, answered_at, created_at, updated_at, digest, receipt FROM responses, generate_series(10, 89)`
    await db
      .prepare(
        copies.replace('generate_series(10, 89)', `json_each('${JSON.stringify(Array.from({ length: 80 }, (_, i) => 10 + i))}')`),
      )
      .run()
    expect(await left()).toBe(324)
    await keep({ keepMonths: 2 })
    await retainAll(openDb(env.DB), later(2), Number.POSITIVE_INFINITY)
    expect(await left()).toBe(124)
    await retain(later(2))
    expect(await left()).toBe(0)
    await exact()
    expect((await lines())[0]?.changes).toEqual({ deleted: [null, 324] })
  })
})

describe('taking people out of answers after some months', () => {
  it('leaves the score counted and nothing of who gave it or what they typed', async () => {
    await leaveCanary(shop, survey)
    await said({ score: 10, again: 'yes', why: 'A parcel of canarywords' })
    const counts = async () => (await db.prepare('SELECT * FROM answer_counts ORDER BY 1, 2, 3, 4, 5').all()).results
    const displays = async () => (await db.prepare('SELECT * FROM display_counts ORDER BY 1, 2, 3').all()).results
    const before = [await counts(), await displays()]
    expect(JSON.stringify(before)).toContain('tag:')
    await keep({ anonymiseMonths: 3 })
    await retain(later(5))
    expect([await counts(), await displays()]).toEqual(before)
    await exact()
    await db.prepare('DELETE FROM customers').run()
    expect(await traces()).toEqual([])
    const { items } = await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses'))
    expect(items.map(({ score, comment, traits }) => ({ score, comment, traits }))).toEqual(
      [10, 9, 3].map((score) => ({ score, comment: '', traits: {} })),
    )
    expect((await lines())[0]?.changes).toEqual({ anonymised: [null, 3] })
    // What tags the past anew finds nothing to read, and leaves what was counted.
    await manage(shop.apiKey, 'POST', '/api/v1/tags', { name: `later ${Date.now()}`, rules: [{ any: ['later'] }] })
    await runScheduled()
    await exact()
    expect(await counts()).toEqual(before[0])
  })

  it('holds for answers of that time that are imported later', async () => {
    await keep({ anonymiseMonths: 1 })
    await said({ score: 9, why: 'New words' })
    const now = Date.now()
    await retain(now)
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
    const body = JSON.stringify({ id: 'c1', score: 4, comment: 'Canarywords', at: '2024-01-01' })
    expect((await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers, body })).status).toBe(200)
    expect(await preview('?anonymiseMonths=1')).toEqual({ deleted: 0, anonymised: 1 })
    await retain(now)
    const rows = await db.prepare('SELECT comment FROM responses ORDER BY id').all<{ comment: string }>()
    expect(rows.results.map(({ comment }) => comment)).toEqual(['', 'New words'])
    expect(await preview('?anonymiseMonths=1')).toEqual({ deleted: 0, anonymised: 0 })
    // The same file once more brings nothing back.
    await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers, body })
    expect(await left()).toBe(2)
  })

  it('goes before deleting, and both are told beforehand', async () => {
    const path = `/api/v1/sites/${shop.site.id}`
    for (const change of [{ keepMonths: 0 }, { keepMonths: 121 }, { keepMonths: 1.5 }, { anonymiseMonths: 12, keepMonths: 12 }])
      expect((await manage(shop.apiKey, 'PATCH', path, change)).status, JSON.stringify(change)).toBe(422)
    await keep({ keepMonths: 12 })
    expect((await manage(shop.apiKey, 'PATCH', path, { anonymiseMonths: 12 })).status).toBe(422)
    await keep({ anonymiseMonths: 11 })
    for (let n = 0; n < 3; n++) await said({ score: n })
    await db
      .prepare('UPDATE responses SET id = ? WHERE score = 0')
      .bind(firstId(Date.parse('2024-01-01')))
      .run()
    await db
      .prepare('UPDATE responses SET id = ? WHERE score = 1')
      .bind(firstId(Date.now() - 200 * 86_400_000))
      .run()
    expect(await preview('?anonymiseMonths=3&keepMonths=12')).toEqual({ deleted: 1, anonymised: 1 })
    expect(await preview('')).toEqual({ deleted: 0, anonymised: 0 })
    for (const query of ['?keepMonths=0', '?keepMonths=121', '?keepMonths=x', '?months=1'])
      expect((await manage(shop.apiKey, 'GET', `${path}/retention${query}`)).status, query).toBe(400)
  })

  it('killed at any call, before it is done or after, comes to the same, and is told once', async () => {
    const play = async (binding: D1Database) => {
      for (let n = 0; n < 3; n++) await said({ score: n, why: 'Canarywords' })
      await db
        .prepare('UPDATE responses SET id = ? WHERE score = 0')
        .bind(firstId(Date.parse('2024-01-01')))
        .run()
      await retain(later(2), binding).catch((error) => expect(String(error)).toContain('no such thing'))
    }
    const unharmed = faultyDb(env.DB)
    await keep({ anonymiseMonths: 1, keepMonths: 12 })
    await play(unharmed.db)
    for (let call = 1; call <= unharmed.calls(); call++)
      for (const when of ['before', 'after'] as const) {
        await db.batch([
          ...['responses', 'retentions', 'tombstones'].map((table) => db.prepare(`DELETE FROM ${table}`)),
          db.prepare("UPDATE outcomes SET visitors = '', texts = ''"),
        ])
        const told = (await lines()).length
        await play(faultyDb(env.DB, { call, when, error: 'no such thing' }).db)
        await retain(later(2))
        const rows = await db.prepare('SELECT count(*) AS n, max(comment) AS typed FROM responses').first()
        expect(rows, `call ${call} ${when}`).toEqual({ n: 2, typed: '' })
        const now = await lines()
        expect([now.length - told, now[0]?.changes], `call ${call} ${when}`).toEqual([
          1,
          { deleted: [null, 1], anonymised: [null, 2] },
        ])
        await exact()
      }
    expect(unharmed.calls()).toBeGreaterThan(6)
  })

  it('is done once more in a database that was set back, and what was erased since goes', async () => {
    for (const score of [0, 5, 10]) await said({ score, again: 'yes', why: 'Canarywords' })
    const stored = await db.prepare("SELECT name FROM pragma_table_info('responses')").all<{ name: string }>()
    const names = stored.results.map(({ name }) => name)
    const backup = await db.prepare(`SELECT ${names} FROM responses ORDER BY score`).raw()
    await keep({ anonymiseMonths: 1 })
    await retain(later(2))
    const { items } = await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses'))
    const zero = items.find(({ score }) => score === 0)?.id
    expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${zero}`)).status).toBe(204)
    const { results: ledger } = await db.prepare('SELECT * FROM tombstones').all<Erasure>()

    await db.batch(['responses', 'tombstones', 'retentions'].map((table) => db.prepare(`DELETE FROM ${table}`)))
    await db.batch(
      backup.map((row) => db.prepare(`INSERT INTO responses (${names}) VALUES (${names.map(() => '?')})`).bind(...row)),
    )
    expect(await traces()).not.toEqual([])
    const again = () => reapplyErasures(openDb(env.DB), ledger, Date.now())
    expect(await again()).toEqual({ responses: 1, anonymised: 2, people: 0, sites: 0 })
    expect(await traces()).toEqual([])
    expect((await db.prepare('SELECT score FROM responses ORDER BY score').all()).results).toEqual([{ score: 5 }, { score: 10 }])
    await exact()
    expect(await again()).toEqual({ responses: 0, anonymised: 0, people: 0, sites: 0 })
  })

  it('twice at once is as once', async () => {
    for (let n = 0; n < 3; n++) await said({ score: n, why: 'Canarywords' })
    await keep({ anonymiseMonths: 1 })
    const told = (await lines()).length
    await Promise.all([retain(later(2)), retain(later(2))])
    expect((await lines()).slice(0, -told || undefined)).toMatchObject([{ changes: { anonymised: [null, 3] } }])
    await exact()
  })
})
