import { sql } from 'kysely'
import type { Deliveries, DeliveriesQuery, DeliveryView } from '../contract/webhook.ts'
import { publicId } from '../domain/response-id.ts'
import type { Db } from './db.ts'
import type { Delivery } from './deliveries.ts'

/** What was told to an endpoint, the newest first, from after a cursor. Undefined for what is no cursor. */
export async function listDeliveries(
  db: Db,
  site: string,
  target: string,
  { state, cursor, limit }: DeliveriesQuery,
): Promise<Deliveries | undefined> {
  const [, at = '', after = ''] = /^(\d{1,15})-(msg_\w{1,50})$/.exec(cursor ?? '') ?? []
  if (cursor !== undefined && !at) return
  let asked = db.query
    .selectFrom('deliveries')
    .selectAll()
    .where('target', '=', target)
    .where('site', '=', site)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (state) asked = asked.where('state', '=', state)
  if (at) asked = asked.where(sql<boolean>`(created_at, id) < (${Number(at)}, ${after})`)
  const rows = await asked.execute()
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { items: rows.map(viewOf), next: last ? `${last.created_at}-${last.id}` : null }
}

function viewOf(row: Delivery): DeliveryView {
  const { id, type, state, attempts, ms, status, error } = row
  return {
    ...{ id, type, state, attempts, ms, status, error },
    response: row.response === null ? null : publicId(row.response),
    createdAt: new Date(row.created_at).toISOString(),
    attemptedAt: row.attempted_at === null ? null : new Date(row.attempted_at).toISOString(),
    dueAt: state === 'waiting' ? new Date(row.due_at).toISOString() : null,
  }
}

const again = (now: number) => ({ state: 'waiting' as const, attempts: 0, due_at: now })

/** Sends one again, with all its attempts. False where the endpoint has none of this id, or nothing is left to tell. */
export async function replayDelivery(db: Db, site: string, target: string, id: string, now: number): Promise<boolean> {
  const updated = await db.query
    .updateTable('deliveries')
    .set(again(now))
    .where('id', '=', id)
    .where('target', '=', target)
    .where('site', '=', site)
    .where('state', '!=', 'void')
    .executeTakeFirst()
  return Number(updated.numUpdatedRows) > 0
}

/** Sends again whatever failed of an endpoint's since then (ms); how many that are. */
export async function replayFailed(db: Db, site: string, target: string, since: number, now: number): Promise<number> {
  const updated = await db.query
    .updateTable('deliveries')
    .set(again(now))
    .where('target', '=', target)
    .where('site', '=', site)
    .where('created_at', '>=', since)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return Number(updated.numUpdatedRows)
}
