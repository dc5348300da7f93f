import { type Insertable, type Selectable, sql } from 'kysely'
import { limits } from '../contract/limits.ts'
import type { Endpoint, EventType } from '../contract/webhook.ts'
import { batch, type Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'

export type EndpointRow = Selectable<Schema['endpoints']>

/** As managers see it. A Slack channel's address is a secret in itself. */
export function endpointView(row: EndpointRow & { waiting: number }, now: number): Endpoint {
  return {
    id: row.id,
    kind: row.kind,
    url: row.kind === 'slack' ? row.url.replace(/^(https:\/\/[^/]*\/).*$/, '$1…') : row.url,
    name: row.name,
    types: JSON.parse(row.types) as EventType[],
    state: row.state,
    stateAt: new Date(row.state_at).toISOString(),
    failures: row.failures,
    waiting: row.waiting,
    formerSecretUntil: row.former_until > now ? new Date(row.former_until).toISOString() : null,
    createdAt: new Date(row.created_at).toISOString(),
  }
}

/** Stores one unless the site has as many as it may have. True when it did. */
export async function insertEndpoint(db: Db, endpoint: Insertable<Schema['endpoints']>): Promise<boolean> {
  return await insertWithin(db, 'endpoints', endpoint, { most: limits.endpointsPerSite, beside: 'other.site = made.site' })
}

const ofSite = (db: Db, site: string) =>
  db.query
    .selectFrom('endpoints')
    .selectAll()
    .select(
      sql<number>`(SELECT count(*) FROM deliveries WHERE target = endpoints.id AND deliveries.state = 'waiting')`.as('waiting'),
    )
    .where('site', '=', site)

/** A site's endpoints, the oldest first. */
export async function listEndpoints(db: Db, site: string) {
  return await ofSite(db, site).orderBy('created_at').orderBy('id').execute()
}

export async function findEndpoint(db: Db, site: string, id: string) {
  return await ofSite(db, site).where('id', '=', id).executeTakeFirst()
}

/** What of an endpoint its owner may change. `active` forgets what failed. False when the site has none of this id. */
export async function updateEndpoint(
  db: Db,
  site: string,
  id: string,
  {
    state,
    types,
    ...rest
  }: {
    url?: string | undefined
    name?: string | undefined
    types?: EventType[] | undefined
    state?: 'active' | 'paused' | undefined
  },
  now: number,
): Promise<boolean> {
  const updated = await db.query
    .updateTable('endpoints')
    .set((row) => ({
      ...(rest.url !== undefined && { url: rest.url }),
      ...(rest.name !== undefined && { name: rest.name }),
      ...(types && { types: JSON.stringify(types) }),
      ...(state && {
        state,
        state_at: row.case().when('state', '=', state).then(row.ref('state_at')).else(now).end(),
        ...(state === 'active' && { failures: 0 }),
      }),
      // Something must be set.
      id,
    }))
    .where('site', '=', site)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(updated.numUpdatedRows) > 0
}

/** Gives it another secret; the present one signs too until `until` (ms). */
export async function rotateSecret(db: Db, site: string, id: string, secret: string, until: number): Promise<void> {
  await db.query
    .updateTable('endpoints')
    .set((row) => ({ secret, former_secret: row.ref('secret'), former_until: until }))
    .where('site', '=', site)
    .where('id', '=', id)
    .execute()
}

/** Deletes it with what was on its way there. False when the site has none of this id. */
export async function deleteEndpoint(db: Db, site: string, id: string): Promise<boolean> {
  const [, deleted] = await batch(db, [
    db.query.deleteFrom('deliveries').where('site', '=', site).where('target', '=', id),
    db.query.deleteFrom('endpoints').where('site', '=', site).where('id', '=', id),
  ])
  return (deleted?.meta.changes ?? 0) > 0
}
