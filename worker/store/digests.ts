import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { Conditions } from '../contract/conditions.ts'
import { limits } from '../contract/limits.ts'
import type { Db, Statement } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'
import { deletedSites } from './sites.ts'

export type DigestRow = Omit<Selectable<Schema['digests']>, 'conditions' | 'people' | 'addresses'> & {
  conditions: Conditions
  people: string[]
  addresses: string[]
}

const digests = (db: Db) => db.query.selectFrom('digests').selectAll()

const parse = (row: Selectable<Schema['digests']>): DigestRow => ({
  ...row,
  conditions: Conditions.parse(JSON.parse(row.conditions)),
  people: JSON.parse(row.people) as string[],
  addresses: JSON.parse(row.addresses) as string[],
})

/** A site's digests, the oldest first. */
export async function listDigests(db: Db, site: string): Promise<DigestRow[]> {
  return (await digests(db).where('site', '=', site).orderBy('created_at').orderBy('id').execute()).map(parse)
}

export async function findDigest(db: Db, site: string, id: string): Promise<DigestRow | undefined> {
  const row = await digests(db).where('site', '=', site).where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Of whatever site: for a link that names it, and proves itself by its signature. */
export async function findAnyDigest(db: Db, id: string): Promise<DigestRow | undefined> {
  const row = await digests(db).where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Those of all sites of which something may be due, at most so many. */
export async function listDueDigests(db: Db, now: number, most: number): Promise<DigestRow[]> {
  const due = digests(db).where('active', '=', sql.lit(1)).where('due_at', '<=', now).where('site', 'not in', deletedSites(db))
  return (await due.orderBy('due_at').limit(most).execute()).map(parse)
}

/** Stores a digest unless the site has as many as it may have. True when it did. */
export async function insertDigest(db: Db, digest: Schema['digests']): Promise<boolean> {
  return await insertWithin(db, 'digests', digest, { most: limits.digestsPerSite, beside: 'other.site = made.site' })
}

export async function updateDigest(db: Db, site: string, id: string, change: Partial<Schema['digests']>): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.query.updateTable('digests').set(change).where('site', '=', site).where('id', '=', id).execute()
}

/** False when the site has none of this id. */
export async function deleteDigest(db: Db, site: string, id: string): Promise<boolean> {
  const gone = await db.query.deleteFrom('digests').where('site', '=', site).where('id', '=', id).returning('id').execute()
  return gone.length > 0
}

/** Ends a period of a digest, unless it has ended: nothing is due of it any more before `due_at` (ms). */
export function periodStatement(
  db: Db,
  id: string,
  { period, outcome, due_at }: Pick<Schema['digests'], 'period' | 'outcome' | 'due_at'>,
): Statement {
  return db.query.updateTable('digests').set({ period, outcome, due_at }).where('id', '=', id).where('period', '<', period)
}

/** What is due is reckoned anew in the next run: of all of a site's, whose days begin at other times now. */
export const reckonStatement = (db: Db, site: string): Statement =>
  db.query.updateTable('digests').set({ due_at: 0 }).where('site', '=', site)

/** Addresses that no longer want a digest. */
export async function listOptouts(db: Db, digest: string): Promise<string[]> {
  const rows = await db.query.selectFrom('digest_optouts').select('email').where('digest', '=', digest).orderBy('at').execute()
  return rows.map(({ email }) => email)
}

/** Harmless to repeat. */
export async function optOut(db: Db, digest: string, email: string, now: number): Promise<void> {
  await db.query
    .insertInto('digest_optouts')
    .values({ digest, email, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Harmless to repeat. */
export async function optIn(db: Db, digest: string, email: string): Promise<void> {
  await db.query.deleteFrom('digest_optouts').where('digest', '=', digest).where('email', '=', email).execute()
}
