import { type Selectable, sql } from 'kysely'
import type { Channel } from '../contract/webhook.ts'
import type { Db, Statement } from './db.ts'
import type { Schema } from './schema.ts'

export type FiringRow = Selectable<Schema['alert_firings']>

/** Whom an alert tells, and how. */
export interface Target {
  channel: Channel
  target: string
}

/** What an alert is to tell: a response, or what else `subject` says. */
export interface Subject {
  subject: string
  response: number | null
}

/** Of these subjects those it has told of, or holds. */
export async function knownSubjects(db: Db, alert: string, subjects: readonly string[]): Promise<Set<string>> {
  const rows = await db.query
    .selectFrom('alert_firings')
    .select('subject')
    .where('alert', '=', alert)
    .where('subject', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(subjects)}))`)
    .execute()
  return new Set(rows.map(({ subject }) => subject))
}

/** Single messages since then (ms). */
export async function countFired(db: Db, alert: string, since: number): Promise<number> {
  const row = await db.query
    .selectFrom('alert_firings')
    .select(sql<number>`count(*)`.as('n'))
    .where('alert', '=', alert)
    .where('at', '>', since)
    .where('state', '=', 'fired')
    .executeTakeFirst()
  return row?.n ?? 0
}

/** Writes down what is told, or held until `again`; of a subject that is known nothing. */
export function firingsStatement(
  db: Db,
  alert: string,
  subjects: readonly Subject[],
  { again, now, receipt }: { again: number | null; now: number; receipt: string },
): Statement {
  return db.d1
    .prepare(
      `INSERT INTO alert_firings (alert, subject, response, state, at, again_at, receipt)
       SELECT ?1, value ->> 0, value ->> 1, CASE WHEN ?3 IS NULL THEN 'fired' ELSE 'held' END, ?2, ?3, ?4 FROM json_each(?5)
       WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(alert, now, again, receipt, JSON.stringify(subjects.map(({ subject, response }) => [subject, response])))
}

/** A delivery to each target of each firing that this run wrote and doesn't hold. */
export function toldStatement(
  db: Db,
  { site, alert, receipt }: { site: string; alert: string; receipt: string },
  targets: readonly Target[],
  now: number,
): Statement {
  return db.d1
    .prepare(
      `INSERT INTO deliveries (id, site, channel, target, type, response, about, due_at, created_at)
       SELECT 'msg_' || lower(hex(randomblob(12))), ?1, value ->> 0, value ->> 1, 'alert.fired', response,
              alert || CASE WHEN response IS NULL THEN '/' || subject ELSE '' END, ?5, ?5
       FROM alert_firings, json_each(?4) WHERE alert = ?2 AND receipt = ?3 AND state = 'fired'`,
    )
    .bind(site, alert, receipt, JSON.stringify(targets.map(({ channel, target }) => [channel, target])), now)
}

/** What is held and due to be looked at anew, by alert. */
export async function listHeld(db: Db, now: number): Promise<Map<string, (FiringRow & { site: string })[]>> {
  const due = db.query
    .selectFrom('alert_firings')
    .select('alert')
    .where('state', '=', sql.lit('held'))
    .where('again_at', '<=', now)
  const rows = await db.query
    .selectFrom('alert_firings')
    .innerJoin('alerts', 'alerts.id', 'alert_firings.alert')
    .selectAll('alert_firings')
    .select('alerts.site')
    .where('alert_firings.state', '=', sql.lit('held'))
    .where('alert', 'in', due)
    .limit(2_000)
    .execute()
  return Map.groupBy(rows, ({ alert }) => alert)
}

/** Ends, or puts off, what is held. */
export function heldStatement(
  db: Db,
  alert: string,
  subjects: readonly string[],
  change: { state: FiringRow['state']; at: number; again_at: number | null; receipt: string },
): Statement {
  return db.query
    .updateTable('alert_firings')
    .set(change)
    .where('alert', '=', alert)
    .where('state', '=', 'held')
    .where('subject', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(subjects)}))`)
}

/** An alert's firings, the last first, with the survey and the score of a response that is still there. */
export async function listFirings(db: Db, alert: string, limit: number) {
  return await db.query
    .selectFrom('alert_firings')
    .leftJoin('responses', 'responses.id', 'alert_firings.response')
    .selectAll('alert_firings')
    .select(['responses.survey', 'responses.score'])
    .where('alert', '=', alert)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

/** The responses that one summary told of, the last first. */
export async function listSummarised(db: Db, alert: string, at: number): Promise<number[]> {
  const rows = await db.query
    .selectFrom('alert_firings')
    .select('response')
    .where('alert', '=', alert)
    .where('at', '=', at)
    .where('state', '=', 'summarised')
    .orderBy('response', 'desc')
    .execute()
  return rows.flatMap(({ response }) => response ?? [])
}

/** The Monday of the last week whose fall was told, of one survey; undefined for none. */
export async function lastFall(db: Db, alert: string, survey: string): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('alert_firings')
    .select('subject')
    .where('alert', '=', alert)
    // From "survey/" to "survey0", the character behind the stroke.
    .where('subject', '>=', `${survey}/`)
    .where('subject', '<', `${survey}0`)
    .orderBy('subject', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.subject.slice(survey.length + 1)
}
