import type { ApiKey, KeyScope, Role } from '../contract/people.ts'
import { roleOf } from '../domain/key-scopes.ts'
import type { Db } from './db.ts'
import { type Site, siteOf } from './sites.ts'

const day = 24 * 60 * 60_000

export interface FoundKey {
  id: string
  name: string
  role: Role
  scopes: KeyScope[]
  site: Site
}

export function insertApiKey(
  db: Db,
  key: { id: string; hash: string; site: string; name: string; scopes: readonly KeyScope[] },
  now: number,
) {
  const { scopes, ...rest } = key
  return db.query
    .insertInto('api_keys')
    .values({ ...rest, role: roleOf(scopes), scopes: JSON.stringify(scopes), created_at: now, used_at: 0 })
}

/** Whose a key is. That it was used is written down once a day, in a write that nobody waits for (`later`). */
export async function findApiKey(
  db: Db,
  hash: string,
  now: number,
  later: (write: Promise<unknown>) => void,
): Promise<FoundKey | undefined> {
  const row = await db.query
    .selectFrom('api_keys')
    .innerJoin('sites', 'sites.id', 'api_keys.site')
    .selectAll('sites')
    .select(['api_keys.id as keyId', 'api_keys.name as keyName', 'api_keys.role', 'api_keys.scopes', 'api_keys.used_at'])
    .where('api_keys.hash', '=', hash)
    .executeTakeFirst()
  if (!row) return
  const used = db.query.updateTable('api_keys').set({ used_at: now }).where('id', '=', row.keyId)
  if (row.used_at <= now - day) later(used.where('used_at', '<=', now - day).execute())
  return { id: row.keyId, name: row.keyName, role: row.role, scopes: JSON.parse(row.scopes) as KeyScope[], site: siteOf(row) }
}

export async function listApiKeys(db: Db, site: string): Promise<ApiKey[]> {
  const rows = await db.query
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'created_at', 'used_at'])
    .where('site', '=', site)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: JSON.parse(row.scopes) as KeyScope[],
    createdAt: new Date(row.created_at).toISOString(),
    usedAt: row.used_at === 0 ? null : new Date(row.used_at).toISOString(),
  }))
}

/** Revokes a key; its name, or undefined where there is none. */
export async function deleteApiKey(db: Db, site: string, id: string): Promise<string | undefined> {
  const row = await db.query
    .deleteFrom('api_keys')
    .where('site', '=', site)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
