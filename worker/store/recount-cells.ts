import { batch, type Db, rowsOf } from './db.ts'
import { withRetry } from './retry.ts'

/** Days of one survey, both counted, and the row ids among which their responses lie: from `least` on, below `below`. */
export interface Stretch {
  survey: string
  from: string
  to: string
  least: number
  below: number
}

/**
 * Every count that a response moves, from the responses: what the triggers of the migrations keep, said a second time and all at once. Alike ones
 * are taken together first: what is read of the database is what this costs.
 */
const recounted = `
mine AS MATERIALIZED (
  SELECT day, segment_set, score, answers, tags, source, complete FROM responses
  WHERE survey = ?1 AND id >= ?4 AND id < ?5 AND day >= ?2 AND day <= ?3 AND test = 0 AND quarantined = 0),
alike AS MATERIALIZED (
  SELECT day, segment_set, score, source, sum(complete) AS completed, count(*) AS n FROM mine GROUP BY day, segment_set, score, source),
alike_answers AS MATERIALIZED (SELECT day, answers, count(*) AS n FROM mine WHERE answers <> '{}' GROUP BY day, answers),
alike_tags AS MATERIALIZED (
  SELECT day, segment_set, score, tags, count(*) AS n FROM mine WHERE tags <> '[]' GROUP BY day, segment_set, score, tags),
scored (question, day, segment_set, answer, n) AS (
  SELECT 'score', day, segment_set, CAST(score AS TEXT), n FROM alike WHERE score IS NOT NULL
  UNION ALL
  SELECT 'score:' || source, day, segment_set, CAST(score AS TEXT), n FROM alike WHERE score IS NOT NULL AND source <> 'widget'
  UNION ALL
  SELECT 'tag:' || tag.value, day, segment_set, coalesce(CAST(score AS TEXT), ''), n FROM alike_tags, json_each(tags) AS tag),
chosen (question, day, segment_set, answer, n) AS (
  SELECT q.key, day, 0, '', n FROM alike_answers, json_each(answers) AS q WHERE q.type = 'array'
  UNION ALL
  SELECT q.key, day, 0, CAST(a.value AS TEXT), n FROM alike_answers, json_each(answers) AS q, json_each(answers, q.fullkey) AS a)`

/** Each question the survey has counts of, one seek each: the counts lie by question and then by day. */
const counted = `
named (question) AS (
  SELECT min(question) FROM answer_counts WHERE survey = ?1
  UNION ALL
  SELECT (SELECT min(c.question) FROM answer_counts AS c WHERE c.survey = ?1 AND c.question > named.question) FROM named
  WHERE named.question IS NOT NULL),
counted AS (
  SELECT c.question, c.day, c.segment_set, c.answer, c.n FROM named CROSS JOIN answer_counts AS c
  WHERE c.survey = ?1 AND c.question = named.question AND c.day >= ?2 AND c.day <= ?3)`

/** Cells that aren't what the responses say, with what they say: 0 for a cell that should not be. */
const wrong = `WITH RECURSIVE ${recounted}, ${counted},
wrong AS (
  SELECT question, day, segment_set, answer, sum(said) AS said FROM (
    SELECT question, day, segment_set, answer, n AS is_counted, 0 AS said FROM counted
    UNION ALL SELECT question, day, segment_set, answer, 0, n FROM scored
    UNION ALL SELECT question, day, 0, answer, 0, n FROM scored
    UNION ALL SELECT question, day, segment_set, answer, 0, n FROM chosen)
  GROUP BY question, day, segment_set, answer HAVING sum(is_counted) <> sum(said)),
wrong_displays AS (
  SELECT day, segment_set, sum(responses) AS responses, sum(completed) AS completed FROM (
    SELECT day, segment_set, 0 AS responses, 0 AS completed, responses AS counted, completed AS counted_completed
    FROM display_counts WHERE survey = ?1 AND day >= ?2 AND day <= ?3
    UNION ALL SELECT day, segment_set, n, completed, 0, 0 FROM alike WHERE source = 'widget')
  GROUP BY day, segment_set HAVING sum(responses) <> sum(counted) OR sum(completed) <> sum(counted_completed)),
wrong_totals AS (
  SELECT day FROM display_totals AS total WHERE survey = ?1 AND day >= ?2 AND day <= ?3
    AND (shown, started, dismissed, responses, completed) IS NOT (
      SELECT coalesce(sum(shown), 0), coalesce(sum(started), 0), coalesce(sum(dismissed), 0), coalesce(sum(responses), 0),
             coalesce(sum(completed), 0)
      FROM display_counts WHERE survey = ?1 AND day = total.day)),
found (day, cells) AS (
  SELECT day, count(*) FROM wrong GROUP BY day
  UNION ALL SELECT day, count(*) FROM wrong_displays GROUP BY day
  UNION ALL SELECT day, 1 FROM wrong_totals)`

const compare = `${wrong}
SELECT day, sum(cells) AS n FROM found GROUP BY day
UNION ALL SELECT '', count(DISTINCT day) FROM alike`

export interface Compared {
  /** Days that have responses. */
  looked: number
  /** Days with cells that aren't what the responses say, and how many. */
  wrong: { day: string; cells: number }[]
  rowsRead: number
}

/** Compares the counts of some days with what their responses give, in one statement, and so as of one moment. */
export async function compareCounts(db: Db, stretch: Stretch): Promise<Compared> {
  const result = await db.d1
    .prepare(compare)
    .bind(...boundsOf(stretch))
    .all<{ day: string; n: number }>()
  return {
    looked: result.results.find(({ day }) => day === '')?.n ?? 0,
    wrong: result.results.filter(({ day }) => day !== '').map(({ day, n }) => ({ day, cells: n })),
    rowsRead: result.meta.rows_read,
  }
}

/** In the order in which they must be run: each sees what the one before has done, and the first what was wrong. */
const repairs = [
  `${wrong} INSERT INTO recount_findings (recount, survey, day, cells) SELECT ?6, ?1, day, sum(cells) FROM found WHERE true GROUP BY day
   ON CONFLICT DO UPDATE SET cells = cells + excluded.cells RETURNING day, cells`,
  `${wrong} DELETE FROM answer_counts WHERE survey = ?1
   AND (question, day, segment_set, answer) IN (SELECT question, day, segment_set, answer FROM wrong)`,
  // Those that were taken away are wrong still, for want of them.
  `${wrong} INSERT INTO answer_counts (survey, question, day, segment_set, answer, n)
   SELECT ?1, question, day, segment_set, answer, said FROM wrong WHERE said > 0`,
  // What was shown, started and dismissed has no rows to be recounted from, and stays.
  `${wrong} INSERT INTO display_counts (survey, day, segment_set, responses, completed)
   SELECT ?1, day, segment_set, responses, completed FROM wrong_displays WHERE true
   ON CONFLICT DO UPDATE SET responses = excluded.responses, completed = excluded.completed`,
  `DELETE FROM display_counts WHERE survey = ?1 AND day >= ?2 AND day <= ?3
   AND shown = 0 AND started = 0 AND dismissed = 0 AND responses = 0 AND completed = 0`,
  `${wrong} DELETE FROM display_totals WHERE survey = ?1 AND day IN (SELECT day FROM wrong_totals)`,
  // Whoever has the survey open sees the counts move.
  'INSERT INTO beats (site, survey) SELECT site, id FROM surveys WHERE id = ?1',
]

/**
 * Makes the counts of some days what their responses say, and writes down what was wrong, in one transaction: an answer that comes meanwhile
 * is counted before it or after it, never lost or doubled. Harmless to repeat. Answers how many cells were wrong.
 */
export async function repairCounts(db: Db, stretch: Stretch, recount: number): Promise<number> {
  const bounds = boundsOf(stretch)
  const statements = repairs.map((text) => {
    const most = Math.max(...[...text.matchAll(/\?(\d)/g)].map(([, n]) => Number(n)))
    return db.d1.prepare(text).bind(...[...bounds, recount].slice(0, most))
  })
  const [findings] = await withRetry(() => batch(db, statements))
  return rowsOf<{ cells: number }>(findings).reduce((sum, { cells }) => sum + cells, 0)
}

/** Of some days those with responses whose row lies elsewhere than among the rows of their time. Reads all of the survey's responses. */
export async function findStrays(db: Db, { survey, least, below }: Stretch, days: readonly string[]): Promise<boolean> {
  const found = await db.d1
    .prepare(
      `SELECT 1 FROM responses WHERE survey = ?1 AND (id < ?2 OR id >= ?3) AND day IN (SELECT value FROM json_each(?4)) LIMIT 1`,
    )
    .bind(survey, least, below, JSON.stringify(days))
    .first()
  return found !== null
}

const boundsOf = ({ survey, from, to, least, below }: Stretch) => [survey, from, to, least, below]
