import { sql } from 'kysely'
import { daysOf, type Range } from '../domain/calendar.ts'
import type { Db } from './db.ts'

const columns = ['shown', 'started', 'completed', 'dismissed', 'responses'] as const
const sums = sql.join(columns.map((column) => sql`coalesce(sum(${sql.ref(column)}), 0) AS ${sql.ref(column)}`))

/**
 * What the widgets of some surveys did in a range, over all segment sets: from the totals of days where there are any, else from the
 * days' sets. `untotalled` says on how many days it had to read the sets.
 */
export function readTotals(surveys: readonly string[], range: Range) {
  return sql<Record<(typeof columns)[number] | 'untotalled', number>>`
    SELECT ${sums}, count(DISTINCT untotalled) AS untotalled
    FROM (SELECT ${sql.join(columns.map((column) => sql.ref(column)))}, NULL AS untotalled
          FROM display_totals WHERE survey IN (${sql.join(surveys)}) AND day IN (SELECT value FROM json_each(${days(range)}))
          UNION ALL
          SELECT ${sql.join(columns.map((column) => sql.ref(column)))}, day
          FROM ${daysWithout(surveys, range)} CROSS JOIN display_counts
          WHERE display_counts.survey = asked.survey AND display_counts.day = asked.value)`
}

/** Writes the totals of the range's days that have none. Only for days that are over: a total is dropped with the next count of its day. */
export async function writeTotals(db: Db, surveys: readonly string[], range: Range): Promise<void> {
  await sql`
    INSERT INTO display_totals (survey, day, ${sql.join(columns.map((column) => sql.ref(column)))})
    SELECT asked.survey, asked.value, ${sums}
    FROM ${daysWithout(surveys, range)} CROSS JOIN display_counts
    WHERE display_counts.survey = asked.survey AND display_counts.day = asked.value
    GROUP BY asked.survey, asked.value
    ON CONFLICT DO NOTHING`.execute(db.query)
}

/** Each survey's days that have no total, so that those that have one cost no look at their sets. */
const daysWithout = (surveys: readonly string[], range: Range) => sql`
  (SELECT surveys.value AS survey, days.value FROM json_each(${JSON.stringify(surveys)}) AS surveys, json_each(${days(range)}) AS days
   WHERE NOT EXISTS (SELECT 1 FROM display_totals WHERE survey = surveys.value AND day = days.value)) AS asked`

const days = (range: Range) => JSON.stringify(daysOf(range))
