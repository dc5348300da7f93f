import { sql } from 'kysely'
import { utcDay } from '../domain/calendar.ts'
import { logError } from '../log.ts'
import { batch, type Db, type Statement } from './db.ts'

/**
 * Requests received and refused, counted in memory and written now and then: a flood of refusals
 * must not become a flood of writes. Approximate by what an evicted isolate still held; what is
 * stored, doubled or set aside is counted exactly, elsewhere, in the row's own transaction.
 */
const pending = new Map<string, { site: string; day: string; outcome: string; n: number }>()
const flushEveryMs = 10_000
const mostPending = 500
let lastFlush = 0

export function tally(site: string, outcome: string, now: number, times = 1): void {
  add(site, utcDay(now), outcome, times)
}

function add(site: string, day: string, outcome: string, times: number): void {
  const key = `${site} ${day} ${outcome}`
  const entry = pending.get(key)
  if (entry) entry.n += times
  else if (pending.size < mostPending) pending.set(key, { site, day, outcome, n: times })
}

/** What a comment with a score is counted as: it goes to the site's tagger, and is no outcome. */
const scoredComment = 'scored_comment'

/** A comment came whose response has a score: something to learn from. */
export const tallyScored = (site: string, now: number) => tally(site, scoredComment, now)

/**
 * The statement that counts the scored comments among those of an import's steps that were stored; to stand after them in the same
 * batch. A cross join takes the steps first and finds each by its key: left to choose, SQLite walks through the site's responses.
 */
export function countScored(db: Db, site: string, steps: { submission: string; receipt: string }[]): Statement {
  return db.d1
    .prepare(
      `UPDATE taggers SET scored = scored + (SELECT count(*) FROM json_each(?2) CROSS JOIN responses ON site = ?1 AND submission = value ->> 0 AND receipt = value ->> 1)
       WHERE site = ?1`,
    )
    .bind(site, JSON.stringify(steps.map(({ submission, receipt }) => [submission, receipt])))
}

/** What was replaced in a step of an import. */
export interface RedactedStep {
  submission: string
  receipt: string
  redacted: number
}

/** The statement that counts what was replaced in those of the steps that were stored; to stand after them in the same batch. */
export function tallyRedacted(db: Db, site: string, steps: RedactedStep[], now: number): Statement {
  const rows = steps.map(({ submission, receipt, redacted }) => [submission, receipt, redacted])
  return db.d1
    .prepare(
      `INSERT INTO outcomes (site, survey, day, outcome, n)
       SELECT ?1, '', ?2, 'redacted', coalesce(sum(value ->> 2), 0)
       FROM json_each(?3) JOIN responses ON site = ?1 AND submission = value ->> 0 AND receipt = value ->> 1
       WHERE true
       ON CONFLICT DO UPDATE SET n = n + excluded.n`,
    )
    .bind(site, utcDay(now), JSON.stringify(rows))
}

/** Goes on after the answer. What can't be stored now is counted with what comes next. */
export function flushWhenDue(db: Db, now: number, context: Pick<ExecutionContext, 'waitUntil'>): void {
  if (pending.size === 0 || now - lastFlush < flushEveryMs) return
  context.waitUntil(
    flushTally(db, now).catch((error) => logError('counts of requests wait to be stored', { error: String(error) })),
  )
}

export async function flushTally(db: Db, now: number): Promise<void> {
  lastFlush = now
  const entries = [...pending.values()]
  pending.clear()
  if (entries.length === 0) return
  const statements = entries.map((entry) =>
    entry.outcome === scoredComment
      ? scoredStatement(db, entry)
      : db.query
          .insertInto('outcomes')
          .values({ ...entry, survey: '' })
          .onConflict((conflict) => conflict.doUpdateSet((set) => ({ n: set('outcomes.n', '+', set.ref('excluded.n')) }))),
  )
  try {
    await batch(db, statements)
  } catch (error) {
    // Counted with what comes next: that it was written and the answer lost is the rarer case.
    for (const { site, day, outcome, n } of entries) add(site, day, outcome, n)
    throw error
  }
}

function scoredStatement(db: Db, { site, n }: { site: string; n: number }): Statement {
  return db.query
    .updateTable('taggers')
    .set((set) => ({ scored: set('scored', '+', n) }))
    .where('site', '=', site)
}

/** What became of everything a site was sent on the last days, by UTC day, newest first. */
export async function listOutcomes(
  db: Db,
  site: string,
  days: number,
  now: number,
): Promise<{ day: string; outcomes: Record<string, number> }[]> {
  const since = utcDay(now - days * 86_400_000)
  // Named one by one, so that the key's next column, the day, is sought too.
  const surveys = db.query.selectFrom('surveys').select('id').where('site', '=', site)
  const rows = await db.query
    .selectFrom('outcomes')
    .select(({ fn }) => ['day', 'outcome', fn.sum<number>('n').as('n')])
    .where('site', '=', site)
    .where('survey', 'in', surveys.unionAll(db.query.selectNoFrom(sql.lit('').as('id'))))
    .where('day', '>=', since)
    .where('n', '>', 0)
    .groupBy(['day', 'outcome'])
    .orderBy('day', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.day)].map(([day, of]) => ({
    day,
    outcomes: Object.fromEntries(of.map((row) => [row.outcome, row.n])),
  }))
}
