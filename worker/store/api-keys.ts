import type { ApiKey, Role } from '../contract/people.ts'
import type { Db } from './db.ts'
import { type Site, siteOf } from './sites.ts'

export function insertApiKey(db: Db, key: { id: string; hash: string; site: string; name: string; role: Role }, now: number) {
  return db.query.insertInto('api_keys').values({ ...key, created_at: now })
}

export async function findApiKey(db: Db, hash: string): Promise<{ id: string; role: Role; site: Site } | undefined> {
  const row = await db.query
    .selectFrom('api_keys')
    .innerJoin('sites', 'sites.id', 'api_keys.site')
    .selectAll('sites')
    .select(['api_keys.id as keyId', 'api_keys.role'])
    .where('api_keys.hash', '=', hash)
    .executeTakeFirst()
  return row && { id: row.keyId, role: row.role, site: siteOf(row) }
}

export async function listApiKeys(db: Db, site: string): Promise<ApiKey[]> {
  const rows = await db.query
    .selectFrom('api_keys')
    .select(['id', 'name', 'role', 'created_at'])
    .where('site', '=', site)
    .orderBy('created_at')
    .execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: new Date(created_at).toISOString() }))
}

export async function deleteApiKey(db: Db, site: string, id: string): Promise<boolean> {
  const result = await db.query.deleteFrom('api_keys').where('site', '=', site).where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}
