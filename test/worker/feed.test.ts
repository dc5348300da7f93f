import { beforeAll, describe, expect, it } from 'vitest'
import type { Feed } from '../../worker/contract/response.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, setUp } from './support/shop.ts'

let shop: Shop
let surveys: string[]
/** Of the first survey; the second has a third of them. */
const rows = 45_000
/** 1 October 2025, 00:00 UTC. */
const start = 1_759_276_800

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
  surveys = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
  await fill(surveys[0] ?? '', rows, 60, 0)
  await fill(surveys[1] ?? '', rows / 3, 180, 1)
})

/** One response every so many seconds. Score 10 for the oldest 40 of each, else 0 to 6. */
async function fill(survey: string, n: number, everySeconds: number, offset: number) {
  await db
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1), at (i, second) AS (SELECT i, ?4 + ?5 * i FROM n)
       INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits,
         source, day, answered_at, created_at, updated_at, digest, receipt)
       SELECT second * 1048576 + ?6, ?2, ?3, ?3 || i, 1, 0, 1, iif(i < 40, 10, i % 7), '{}', iif(i % 9, '', 'parcel ' || i), '{}', 1, '{}',
         'api', date(second, 'unixepoch'), second * 1000, second * 1000, second * 1000, '', '' FROM at`,
    )
    .bind(n, shop.site.id, survey, start, everySeconds, offset)
    .run()
}

const page = (query: string) => json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses?limit=50&${query}`))

/** Every page, one after the other, and how many items each had. */
async function pages(query: string) {
  const all: Feed['items'][] = []
  let next: string | null = null
  do {
    const one: Feed = await page(`${query}${next ? `&cursor=${next}` : ''}`)
    all.push(one.items)
    next = one.next
  } while (next)
  return { ids: all.flat().map(({ id }) => id), sizes: all.map(({ length }) => length) }
}

describe('a rare filter', () => {
  it('gives short pages that go on, each response once, the last answered first', async () => {
    const { ids, sizes } = await pages('score=10')
    expect(ids).toHaveLength(80)
    expect(new Set(ids).size).toBe(80)
    const expected = await db.prepare('SELECT id FROM responses WHERE score = 10 ORDER BY id DESC').all<{ id: number }>()
    expect(ids).toEqual(expected.results.map(({ id }) => `rsp_${id.toString(36)}`))
    expect(sizes[0]).toBe(0)
    expect(sizes.length).toBeLessThan(12)
  })

  it('that nothing fits ends too, and a search as well', async () => {
    expect((await pages('score=9')).ids).toEqual([])
    const searched = await pages('q=parcel&score=10')
    expect(searched.ids).toHaveLength(10)
    expect(searched.sizes.length).toBeGreaterThan(1)
  })
})

it('days are found without walking to them', async () => {
  const { ids, sizes } = await pages('from=2025-10-01&to=2025-10-01&score=10')
  expect([ids.length, sizes.length]).toEqual([80, 2])
  expect((await page('from=2025-10-02&to=2025-10-02')).items[0]?.day).toBe('2025-10-02')
})
