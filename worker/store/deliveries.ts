import { type Selectable, sql } from 'kysely'
import type { Channel } from '../contract/webhook.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'
import type { Schema } from './schema.ts'

export type Delivery = Selectable<Schema['deliveries']>

/** Something to be told, and to whom. */
export interface NewDelivery {
  /** `msg_…`: made of what it is about where the same may be asked for twice, since there is one of each id. */
  id: string
  site: string
  channel: Channel
  /** An endpoint's id, or an address. */
  target: string
  type: string
  response: number | null
  /** The id of what else it is about. */
  about?: string
}

/** Puts a delivery on its way. Harmless to repeat. */
export function deliveryStatement(db: Db, delivery: NewDelivery, now: number): Statement {
  return db.query
    .insertInto('deliveries')
    .values({ ...delivery, due_at: now, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
}

// The targets something waits for, one look into the index each, and of each the first that are due: what piles up behind them isn't read.
const due = `
WITH RECURSIVE targets (target) AS (
  SELECT min(target) FROM deliveries WHERE state = 'waiting'
  UNION ALL
  SELECT (SELECT min(target) FROM deliveries WHERE state = 'waiting' AND target > targets.target) FROM targets WHERE targets.target IS NOT NULL)
SELECT deliveries.* FROM targets
CROSS JOIN deliveries ON deliveries.id IN (
  SELECT id FROM deliveries AS one WHERE one.state = 'waiting' AND one.target = targets.target AND one.due_at <= ?1 ORDER BY one.due_at LIMIT ?2)
LEFT JOIN endpoints ON endpoints.id = targets.target
WHERE channel = 'email' OR endpoints.state = 'active'
ORDER BY coalesce(endpoints.failures, 0), due_at`

/**
 * What is due: at most `each` of a target, the longest due first. Targets whose last attempts failed come after the others, so that they
 * hold nobody up. What is to go to an endpoint that is paused waits.
 */
export async function listDue(db: Db, now: number, each: number): Promise<Delivery[][]> {
  const [found] = await batch(db, [db.d1.prepare(due).bind(now, each)])
  return [...Map.groupBy(rowsOf<Delivery>(found), ({ target }) => target).values()]
}

/** How an attempt ended. */
export interface Attempted {
  /** `waiting`: to be tried again when it is due. */
  state: Delivery['state']
  dueAt: number
  at: number
  ms: number
  status: number | null
  error: string
}

/** Writes down how an attempt ended. `disables`: from now on nothing is sent to the endpoint, and what waits for it has failed. */
export async function recordAttempt(
  db: Db,
  { id, target }: Pick<Delivery, 'id' | 'target'>,
  attempt: Attempted,
  disables: 'gone' | 'failed' | undefined,
): Promise<void> {
  const { state, dueAt, at, ms, status, error } = attempt
  const failures = state === 'delivered' ? 0 : state === 'void' ? sql<number>`failures` : sql<number>`failures + 1`
  await batch(db, [
    db.query
      .updateTable('deliveries')
      .set({ state, due_at: dueAt, attempted_at: at, ms, status, error, attempts: sql<number>`attempts + 1` })
      .where('id', '=', id)
      .where('state', '=', 'waiting'),
    db.query.updateTable('endpoints').set({ failures }).where('id', '=', target),
    ...(disables ? disableStatements(db, target, disables, at) : []),
  ])
}

function disableStatements(db: Db, endpoint: string, state: 'gone' | 'failed', now: number): Statement[] {
  return [
    ownersToldStatement(db, endpoint, now),
    db.query.updateTable('endpoints').set({ state, state_at: now }).where('id', '=', endpoint).where('state', '=', 'active'),
    db.query
      .updateTable('deliveries')
      .set({ state: 'failed', error: 'the endpoint was disabled' })
      .where('target', '=', endpoint)
      .where('state', '=', sql.lit('waiting')),
  ]
}

/** A mail to each owner of an endpoint that is active until now: once, since it is asked in the batch that disables it. */
function ownersToldStatement(db: Db, endpoint: string, now: number): Statement {
  return db.d1
    .prepare(
      `INSERT INTO deliveries (id, site, channel, target, type, about, due_at, created_at)
       SELECT 'msg_' || endpoints.id || '_' || people.id || '_' || ?2, endpoints.site, 'email', people.email, 'webhook.disabled', endpoints.id, ?2, ?2
       FROM endpoints JOIN members ON members.site = endpoints.site AND members.role = 'owner' JOIN people ON people.id = members.person
       WHERE endpoints.id = ?1 AND endpoints.state = 'active'`,
    )
    .bind(endpoint, now)
}

/** Drops what ended before `before` (ms). */
export async function deleteOldDeliveries(db: Db, before: number): Promise<void> {
  await db.query.deleteFrom('deliveries').where('state', '!=', 'waiting').where('created_at', '<', before).execute()
}
