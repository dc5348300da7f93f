import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Report } from '../../worker/contract/report.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { openDb } from '../../worker/store/db.ts'
import { listDue } from '../../worker/store/deliveries.ts'
import { tagPast } from '../../worker/tagger/past.ts'
import { countingDb } from './support/counting-db.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, setUp } from './support/shop.ts'
import { type Stored, storeResponses } from './support/stored.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device'] })
})

const counting = countingDb(env.DB)

/** A report of January to March 2025 and how many rows it took; what it leaves to do is done before this answers. */
async function read(survey: string, query = '') {
  const path = `/api/v1/surveys/${survey}/report?from=2025-01-01&to=2025-03-31${query}`
  const request = new Request(`https://earshot.test${path}`, { headers: { Authorization: `Bearer ${shop.apiKey}` } })
  const context = createExecutionContext()
  counting.rowsRead()
  const answer = await app.fetch(request, { ...env, DB: counting.db }, context)
  const rows = counting.rowsRead()
  await waitOnExecutionContext(context)
  return { rows, report: (await answer.json()) as Report }
}

const day = (n: number) => new Date(Date.parse('2025-01-01') + n * 86_400_000).toISOString().slice(0, 10)

describe("rows read by D1's own meta, for 90 days of 60 segment sets", () => {
  it('are those of the days without a filter, and those of the matching sets with one', async () => {
    const survey = await publishSurvey(shop, {})
    const rows: Stored[] = []
    for (let n = 0; n < 90; n++)
      for (let set = 0; set < 60; set++) {
        const segments = { touchpoint: `t${set % 20}`, device: `d${Math.floor(set / 20)}` }
        for (const score of [2, 7, 10]) rows.push({ survey, day: day(n), score, segments })
      }
    await storeResponses(shop, rows)
    // The first to look reads every set of the displays, and leaves totals of the days that are over.
    expect((await read(survey)).rows).toBeLessThanOrEqual(90 * 60 + 1_500)
    // One cell for each day and score, each day's total, and each day named.
    expect((await read(survey)).rows).toBeLessThanOrEqual(1_300)
    expect((await read(survey, '&compare=previous')).rows).toBeLessThanOrEqual(1_700)
    expect((await read(survey, '&segment.touchpoint=t1&segment.device=d1')).rows).toBeLessThanOrEqual(2_000)
    // Every cell once, and once more to sum it up by set.
    expect((await read(survey, '&breakdown=touchpoint')).rows).toBeLessThanOrEqual(2 * 90 * 60 * 3 + 3_500)
  }, 120_000)
})

describe('a correction', () => {
  it('reads the response it is of, however many the site has', async () => {
    const survey = await publishSurvey(shop, {})
    await storeResponses(
      shop,
      Array.from({ length: 3_000 }, (_, n) => ({ survey, day: day(n % 90), score: n % 11 })),
    )
    const { items } = await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&limit=1`))
    const context = createExecutionContext()
    const request = new Request(`https://earshot.test/api/v1/responses/${items[0]?.id}/tags`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ tags: [] }),
    })
    counting.rowsRead()
    expect((await app.fetch(request, { ...env, DB: counting.db }, context)).status).toBe(200)
    expect(counting.rowsRead()).toBeLessThanOrEqual(50)
    await waitOnExecutionContext(context)
  })

  it('and tagging the past anew read each response a few times, not once for every other', async () => {
    const survey = await publishSurvey(shop, {})
    const rows = Array.from({ length: 2_000 }, (_, n) => ({ survey, day: day(n % 90), score: n % 11 }))
    await storeResponses(shop, rows)
    await db.prepare("UPDATE responses SET comment = 'late' WHERE survey = ?").bind(survey).run()
    await db
      .prepare(
        `INSERT INTO tags SELECT 'tag_late', id, 'Late', 'late', 'red', '', '[{"any":["late"],"all":[],"not":[]}]', 1, NULL, NULL FROM sites`,
      )
      .run()
    await db.prepare('DELETE FROM untagged').run()
    await db.prepare('UPDATE taggers SET revision = revision + 1, survey = ?, below = NULL').bind(survey).run()
    counting.rowsRead()
    await tagPast(openDb(counting.db), shop.site.id, Date.now() + 20_000)
    // Of these the window, comments, end, the row itself and the cells it counts in; of the surveys behind, where there are any, the windows.
    const all = (await db.prepare('SELECT count(*) AS n FROM responses').first<number>('n')) ?? 0
    expect(counting.rowsRead()).toBeLessThanOrEqual(20 * rows.length + 3 * all)
    expect(
      (await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&tag=late&limit=200`))).items,
    ).toHaveLength(200)
  }, 60_000)
})

describe("a day's total", () => {
  const totals = (survey: string) =>
    db.prepare('SELECT count(*) AS n FROM display_totals WHERE survey = ?').bind(survey).first<number>('n')

  it('is left by whoever had to add up many days, and dropped with the next change of its day alone', async () => {
    const survey = await publishSurvey(shop, {})
    const show = (n: number) =>
      db
        .prepare(
          'INSERT INTO display_counts (survey, day, segment_set, shown) VALUES (?, ?, 1, 1) ON CONFLICT DO UPDATE SET shown = shown + 1',
        )
        .bind(survey, day(n))
        .run()
    for (let n = 0; n < 5; n++) await show(n)
    await read(survey)
    expect(await totals(survey)).toBe(0)
    await show(5)
    expect((await read(survey)).report.displays.shown).toBe(6)
    expect(await totals(survey)).toBe(6)
    await show(2)
    expect(await totals(survey)).toBe(5)
    expect((await read(survey)).report.displays.shown).toBe(7)
  })

  it('never says anything but the sum of its sets, whatever is stored, changed or deleted between', async () => {
    const survey = await publishSurvey(shop, {})
    await storeResponses(
      shop,
      Array.from({ length: 40 }, (_, n) => ({ survey, day: day(n % 12), score: 9 })),
    )
    const changes = fc.record({
      how: fc.constantFrom('delete', 'move', 'quarantine', 'complete', 'show', 'read'),
      n: fc.nat(39),
      to: fc.nat(11),
    })
    const statement = {
      delete:
        'DELETE FROM responses WHERE id = (SELECT id FROM responses WHERE survey = ?1 ORDER BY id LIMIT 1 OFFSET ?2) AND ?3 = ?3',
      move: 'UPDATE responses SET day = ?3 WHERE id = (SELECT id FROM responses WHERE survey = ?1 ORDER BY id LIMIT 1 OFFSET ?2)',
      quarantine:
        'UPDATE responses SET quarantined = 1 - quarantined WHERE id = (SELECT id FROM responses WHERE survey = ?1 ORDER BY id LIMIT 1 OFFSET ?2) AND ?3 = ?3',
      complete:
        'UPDATE responses SET complete = 1 - complete WHERE id = (SELECT id FROM responses WHERE survey = ?1 ORDER BY id LIMIT 1 OFFSET ?2) AND ?3 = ?3',
      show: 'INSERT INTO display_counts (survey, day, segment_set, shown) VALUES (?1, ?3, ?2 + 1, 1) ON CONFLICT DO UPDATE SET shown = shown + 1',
    }
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { maxLength: 12 }), async (all) => {
        for (const { how, n, to } of all)
          if (how === 'read') await read(survey)
          else await db.prepare(statement[how]).bind(survey, n, day(to)).run()
        const sums = await db
          .prepare(
            'SELECT sum(shown) AS shown, sum(responses) AS responses, sum(completed) AS completed FROM display_counts WHERE survey = ?',
          )
          .bind(survey)
          .first<Record<string, number | null>>()
        const { displays } = (await read(survey)).report
        for (const [column, sum] of Object.entries(sums ?? {})) expect(displays[column as 'shown']).toBe(sum ?? 0)
      }),
      { seed: 20261122, numRuns: 25 },
    )
  }, 60_000)
})

describe('what is due', () => {
  it('is found for each receiver, however much piles up for one that is down', async () => {
    const endpoint = db.prepare(
      `INSERT INTO endpoints (id, site, kind, url, name, types, secret, failures, state_at, created_at)
       VALUES (?, ?, 'standard', 'https://receiver.example/', '', '[]', '', ?, 0, 0)`,
    )
    const waiting = db.prepare(
      `INSERT INTO deliveries (id, site, channel, target, type, due_at, created_at)
       SELECT 'msg_' || ?1 || value, ?2, 'webhook', ?1, 'response.created', value, 0 FROM json_each(?3)`,
    )
    const numbers = (most: number) => JSON.stringify(Array.from({ length: most }, (_, i) => i + 1))
    await db.batch([
      endpoint.bind('whk_down', shop.site.id, 9),
      endpoint.bind('whk_well', shop.site.id, 0),
      waiting.bind('whk_down', shop.site.id, numbers(5_000)),
      waiting.bind('whk_well', shop.site.id, numbers(7)),
    ])
    const opened = openDb(counting.db)
    counting.rowsRead()
    const [first, second, ...more] = await listDue(opened, 10_000, 50)
    expect(counting.rowsRead()).toBeLessThanOrEqual(500)
    expect([first?.map(({ id }) => id), second?.length, more]).toEqual([
      [1, 2, 3, 4, 5, 6, 7].map((n) => `msg_whk_well${n}`),
      50,
      [],
    ])
    expect(second?.at(-1)?.due_at).toBe(50)
    expect((await listDue(opened, 3, 50)).map(({ length }) => length)).toEqual([3, 3])
  })
})
