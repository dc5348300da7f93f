import { sql } from 'kysely'
import type { Known } from './asked.ts'
import { batch, type Db, type Statement } from './db.ts'
import type { Site } from './sites.ts'

// Only for the row this very step wrote. Of a response that is new to everybody nobody hears twice.
const put = `
INSERT INTO outbox (response, site, event, stepped_at, complete)
SELECT id, site, CASE created_at WHEN updated_at THEN 'created' ELSE 'updated' END, ?4, complete
FROM responses WHERE site = ?1 AND submission = ?2 AND receipt = ?3 AND quarantined = 0
ON CONFLICT (response) DO UPDATE SET
  event = CASE event WHEN '' THEN excluded.event ELSE event END,
  stepped_at = excluded.stepped_at, complete = excluded.complete, changes = changes + 1`

/** Tells the job of a step, to stand after its row in the same batch. */
export function outboxStatement(
  db: Db,
  step: { site: string; submission: string; receipt: string; receivedAt: number },
): Statement {
  return db.d1.prepare(put).bind(step.site, step.submission, step.receipt, step.receivedAt)
}

/**
 * Tells the job that somebody changed these responses, to stand in the batch that changes them: `response.updated` for webhooks. What was
 * settled stays settled. Nothing where no endpoint of the site listens.
 */
export function changedStatement(db: Db, site: string, ids: readonly number[]): Statement {
  return db.d1
    .prepare(
      `INSERT INTO outbox (response, site, event, complete)
       SELECT id, site, 'updated', complete FROM responses
       WHERE id IN (SELECT value FROM json_each(?2)) AND +site = ?1 AND test = 0 AND quarantined = 0
         AND EXISTS (SELECT 1 FROM endpoints WHERE endpoints.site = ?1 AND state = 'active')
       ON CONFLICT (response) DO UPDATE SET event = CASE event WHEN '' THEN excluded.event ELSE event END, changes = changes + 1`,
    )
    .bind(site, JSON.stringify(ids))
}

/** Responses of one site that webhooks are yet to hear of, the first answered first. */
export async function listUntold(db: Db, limit: number): Promise<Map<string, number[]>> {
  const rows = await db.query
    .selectFrom('outbox')
    .select(['site', 'response'])
    .where('event', '!=', '')
    .orderBy('response')
    .limit(limit)
    .execute()
  const bySite = Map.groupBy(rows, ({ site }) => site)
  return new Map([...bySite].map(([site, of]) => [site, of.map(({ response }) => response)]))
}

/**
 * Makes a delivery for each endpoint that wants to hear of these responses, and takes away what was told and has nothing to settle. All of it
 * in one transaction, so that each event has one id for each endpoint, whatever breaks off.
 */
export async function fanOut(db: Db, site: string, responses: readonly number[], now: number): Promise<void> {
  const ids = JSON.stringify(responses)
  const within = 'response IN (SELECT value FROM json_each(?1))'
  await batch(db, [
    db.d1
      .prepare(
        `INSERT INTO deliveries (id, site, channel, target, type, response, due_at, created_at)
         SELECT 'msg_' || lower(hex(randomblob(12))), outbox.site, 'webhook', endpoints.id, 'response.' || event, response, ?3, ?3
         FROM outbox JOIN endpoints ON endpoints.site = ?2 AND state = 'active' AND kind = 'standard'
           AND endpoints.created_at <= coalesce(stepped_at, ?3)
           AND instr(types, '"response.' || event || '"') > 0
         WHERE ${within} AND outbox.site = ?2 AND event <> ''`,
      )
      .bind(ids, site, now),
    db.d1.prepare(`UPDATE outbox SET event = '' WHERE ${within} AND stepped_at IS NOT NULL`).bind(ids),
    db.d1.prepare(`DELETE FROM outbox WHERE ${within} AND stepped_at IS NULL`).bind(ids),
  ])
}

/** A response that is settled, as the outbox has it. */
export interface Settled {
  response: number
  changes: number
}

/** Responses of one site that are settled, and what conditions are read by there. */
export interface Slice {
  site: Site
  known: Known
  responses: readonly number[]
  now: number
}

/** Responses that are complete, or whose last step came before `since` (ms): by site, the first answered first. */
export async function listSettled(db: Db, since: number, limit: number): Promise<Map<string, Settled[]>> {
  const rows = await db.query
    .selectFrom('outbox')
    .select(['site', 'response', 'changes'])
    .where('event', '=', '')
    .where((row) => row.or([row('complete', '=', 1), row('stepped_at', '<=', since)]))
    .orderBy('response')
    .limit(limit)
    .execute()
  return Map.groupBy(rows, ({ site }) => site)
}

/** Takes settled responses away with what is to be done about them; one that was answered further meanwhile stays, to be settled again. */
export async function takeSettled(db: Db, settled: readonly Settled[], statements: readonly Statement[]): Promise<void> {
  const taken = db.query
    .deleteFrom('outbox')
    .where('event', '=', '')
    .where(
      sql<boolean>`(response, changes) IN (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(
        settled.map(({ response, changes }) => [response, changes]),
      )}))`,
    )
  await batch(db, [...statements, taken])
}
