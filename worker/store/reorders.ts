import { sql } from 'kysely'
import { type ReorderCell, reorderDays } from '../domain/reorders.ts'
import type { Db } from './db.ts'
import type { OrderCrowd } from './orders.ts'
import { matchingSets } from './segments.ts'

/** Answers read at once: each asks for its customer's orders by one look at an index. */
export const mostAnswers = 20_000

/**
 * How many customers ordered again, by the score of the first answer each gave in the period; of a longer period only the newest answers are looked at,
 * and `from` is the first day of those. Orders are those the shop sent and those that came with an answer; the one that was asked about is none.
 */
export async function readReorders(
  db: Db,
  { site, survey, range, filters }: OrderCrowd,
  now: number,
): Promise<{ cells: ReorderCell[]; from: string }> {
  const inSets = Object.keys(filters).length === 0 ? sql`true` : sql`segment_set IN ${matchingSets(db, site, filters)}`
  const ms = reorderDays * 86_400_000
  const { rows } = await sql<ReorderCell & { from: string; read: number }>`
    WITH answers AS MATERIALIZED (
      SELECT id, respondent, score, day, answered_at, order_info ->> 'id' AS own, segment_set FROM responses
      WHERE survey = ${survey} AND respondent <> '' AND score IS NOT NULL AND test = 0 AND quarantined = 0
        AND day BETWEEN ${range.from} AND ${range.to}
      ORDER BY id DESC LIMIT ${sql.lit(mostAnswers)}),
    firsts AS (SELECT min(id), respondent, score, answered_at, own, segment_set FROM answers GROUP BY respondent),
    judged AS (SELECT score, answered_at + ${sql.lit(ms)} <= ${now} AS over,
        EXISTS (SELECT 1 FROM customer_orders AS bought WHERE bought.site = ${site} AND bought.customer = respondent
            AND bought.at > answered_at AND bought.at <= answered_at + ${sql.lit(ms)} AND bought.id IS NOT own)
        OR EXISTS (SELECT 1 FROM responses AS later WHERE later.site = ${site} AND later.respondent = firsts.respondent AND later.respondent <> ''
            AND later.answered_at > firsts.answered_at AND later.answered_at <= firsts.answered_at + ${sql.lit(ms)}
            AND later.test = 0 AND later.quarantined = 0
            AND later.order_info ->> 'id' IS NOT NULL AND later.order_info ->> 'id' IS NOT own) AS again
      FROM firsts WHERE ${inSets})
    SELECT score, total(over) AS n, total(over AND again) AS again, total(NOT over) AS waiting,
      (SELECT min(day) FROM answers) AS "from", (SELECT count(*) FROM answers) AS read
    FROM judged GROUP BY score ORDER BY score`.execute(db.query)
  const [first] = rows
  return {
    cells: rows.map(({ score, n, again, waiting }) => ({ score, n, again, waiting })),
    from: first?.read === mostAnswers ? first.from : range.from,
  }
}
