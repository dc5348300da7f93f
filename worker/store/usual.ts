import type { Metric } from '../contract/category.ts'
import { dayOf, utcDay } from '../domain/calendar.ts'
import { type Usual, usualDays, usualOf } from '../domain/suspicion.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { withRetry } from './retry.ts'

interface Entry {
  usual: Usual
  today: string
  until: number
  /** Answers after which it is read anew, where little is known yet. */
  left: number
}
const remembered = new WeakMap<D1Database, Map<string, Entry>>()
const dayMs = 86_400_000
const keepMs = 600_000
const keepThinMs = 5_000
const keepThinAnswers = 50
const mostRemembered = 1_000

/** What is usual of a survey, as this isolate knows it: read every ten minutes, more often while little is known. */
export async function readUsual(
  db: Db,
  site: { id: string; timeZone: string },
  survey: { id: string; metric: Metric; points: number },
  now: number,
): Promise<Usual> {
  const entries = remembered.get(db.d1) ?? new Map<string, Entry>()
  remembered.set(db.d1, entries)
  const today = dayOf(now, site.timeZone)
  const known = entries.get(survey.id)
  if (known && known.today === today && known.until > now && known.left-- > 0) return known.usual
  const before = Array.from({ length: usualDays }, (_, i) => now - (i + 1) * dayMs)
  const days = [...new Set(before.map((at) => dayOf(at, site.timeZone)))].filter((day) => day < today)
  const scores = db.d1
    .prepare(
      `SELECT day = ?2 AS current, answer, sum(n) AS n
       FROM json_each(?3) CROSS JOIN answer_counts ON survey = ?1 AND question = 'score' AND day = value AND segment_set = 0
       GROUP BY 1, 2`,
    )
    .bind(survey.id, today, JSON.stringify([...days, today]))
  const steps = db.d1
    .prepare(
      `SELECT n FROM json_each(?3) CROSS JOIN outcomes ON site = ?1 AND survey = ?2 AND day = value AND outcome = 'stored' WHERE n > 0`,
    )
    .bind(site.id, survey.id, JSON.stringify(before.map(utcDay)))
  const [found, stored] = await withRetry(() => batch(db, [scores, steps]))
  const all = rowsOf<{ current: 0 | 1; answer: string; n: number }>(found)
  const perDay = rowsOf<{ n: number }>(stored).map(({ n }) => n)
  const past = usualOf(
    all.filter(({ current }) => !current),
    perDay,
    survey,
  )
  // A survey that is asked for the first time has only this day to go by.
  const usual = past.shares ? past : usualOf(all, perDay, survey)
  if (entries.size >= mostRemembered) entries.clear()
  const keep = past.shares
    ? { until: now + keepMs, left: Number.POSITIVE_INFINITY }
    : { until: now + keepThinMs, left: keepThinAnswers }
  entries.set(survey.id, { usual, today, ...keep })
  return usual
}
