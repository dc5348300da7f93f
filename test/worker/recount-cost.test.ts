import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { recountAll } from '../../worker/jobs/recount.ts'
import { openDb } from '../../worker/store/db.ts'
import { countingDb } from './support/counting-db.ts'
import { db, migrate, publishSurvey, type Shop, setUp } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})

/** Answers in the order of their time, as a widget's are: of twelve segment sets, every third with a tag, every second with a choice. */
async function answered(survey: string, days: number, aDay: number): Promise<void> {
  const start = Date.parse('2025-01-01T00:00:00Z') / 1000
  for (let day = 0; day < days; day++) {
    const rows = Array.from({ length: aDay }, (_, i) => {
      const at = start + day * 86_400 + Math.floor((i * 86_400) / aDay)
      return { id: at * 2 ** 20, at, n: day * aDay + i, day: new Date(at * 1000).toISOString().slice(0, 10) }
    })
    await db
      .prepare(
        `INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set,
                                traits, tags, source, day, answered_at, created_at, updated_at, digest, receipt)
         SELECT value ->> 'id', ?1, ?2, 'cost-' || (value ->> 'n'), 1, 1, 1, (value ->> 'n') % 11,
                CASE (value ->> 'n') % 2 WHEN 0 THEN '{"missing":["price","size"]}' ELSE '{}' END, '', '{}', 1 + (value ->> 'n') % 12,
                '{}', CASE (value ->> 'n') % 3 WHEN 0 THEN '["tag_1"]' ELSE '[]' END, 'widget', value ->> 'day', value ->> 'at', 0, 0, '', ''
         FROM json_each(?3)`,
      )
      .bind(shop.site.id, survey, JSON.stringify(rows))
      .run()
  }
}

it('reads twelve rows a response at most, and asks the database no more than thirty times a minute', async () => {
  const survey = await publishSurvey(shop, {})
  const [days, aDay] = [30, 400]
  await answered(survey, days, aDay)
  const newest = () => db.prepare('SELECT * FROM recounts').first<Record<string, number | null>>()
  const counting = countingDb(env.DB)
  let runs = 0
  let asked = 0
  do {
    // Stretches of about a week.
    await recountAll(openDb(counting.db), Date.now(), Number.POSITIVE_INFINITY, 3_000)
    expect(counting.asked() - asked).toBeLessThanOrEqual(30)
    asked = counting.asked()
    runs++
  } while ((await newest())?.ended_at === null)
  expect(await newest()).toMatchObject({ looked: days })
  expect(runs).toBeGreaterThan(1)
  expect(Number((await newest())?.rows_read)).toBeLessThan(days * aDay * 12)
})
