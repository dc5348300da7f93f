import { sql } from 'kysely'
import { limits } from '../contract/limits.ts'
import { type SiteSettings, type SiteView, standardSettings } from '../contract/site.ts'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

/** A site as it is worked with; managers see the settings among the rest. */
export type Site = Omit<SiteView, keyof SiteSettings | 'restorableUntil'> & {
  settings: SiteSettings
  /** ms; null while it is in use. */
  deletedAt: number | null
}

export function siteView<S extends Site>({ settings, deletedAt, ...site }: S) {
  const restorableUntil = deletedAt === null ? null : new Date(deletedAt + limits.restorableMs).toISOString()
  return { ...site, ...settings, restorableUntil }
}

export function siteOf(row: Schema['sites']): Site {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    origins: JSON.parse(row.origins) as string[],
    timeZone: row.time_zone,
    dimensions: JSON.parse(row.dimensions) as string[],
    demo: row.demo === 1,
    settings: { ...standardSettings, ...(JSON.parse(row.settings) as Partial<SiteSettings>) },
    // Missing where the table is not migrated yet: such a site is no deleted one.
    deletedAt: row.deleted_at ?? null,
  }
}

export async function findSiteByKey(db: Db, key: string): Promise<Site | undefined> {
  const row = await db.query.selectFrom('sites').selectAll().where('key', '=', key).executeTakeFirst()
  return row && siteOf(row)
}

export async function findSite(db: Db, id: string): Promise<Site | undefined> {
  const row = await db.query.selectFrom('sites').selectAll().where('id', '=', id).executeTakeFirst()
  return row && siteOf(row)
}

/** The first few sites of the installation, for an operator to choose from. */
export async function listSites(db: Db, limit: number): Promise<Site[]> {
  const sites = db.query.selectFrom('sites').selectAll().where('erased_at', 'is', null)
  return (await sites.orderBy('created_at').limit(limit).execute()).map(siteOf)
}

export async function anySiteExists(db: Db): Promise<boolean> {
  const site = db.query.selectFrom('sites').select('id').where('erased_at', 'is', null).limit(1)
  return (await site.executeTakeFirst()) !== undefined
}

/** The statement that makes a site; part of the batch that also makes its owner. */
export function insertSite(db: Db, site: Site, now: number) {
  return db.query.insertInto('sites').values({
    id: site.id,
    key: site.key,
    name: site.name,
    origins: JSON.stringify(site.origins),
    time_zone: site.timeZone,
    dimensions: JSON.stringify(site.dimensions),
    demo: site.demo ? 1 : 0,
    created_at: now,
    settings: JSON.stringify(site.settings),
    identity_secret: '',
    deleted_at: null,
    erased_at: null,
  })
}

export async function updateSite(
  db: Db,
  id: string,
  { name, origins, dimensions, ...settings }: Partial<Pick<Site, 'name' | 'origins' | 'dimensions'>> & Partial<SiteSettings>,
): Promise<void> {
  const set = {
    ...(name !== undefined && { name }),
    ...(origins && { origins: JSON.stringify(origins) }),
    ...(dimensions && { dimensions: JSON.stringify(dimensions) }),
    // Merged by the database: of two people who change two settings at once, neither undoes the other.
    ...(Object.keys(settings).length > 0 && { settings: sql<string>`json_patch(settings, ${JSON.stringify(settings)})` }),
  }
  if (Object.keys(set).length > 0) await db.query.updateTable('sites').set(set).where('id', '=', id).execute()
}

/** What the shop signs its customers' ids with. Kept as it is: a signature can't be checked with a hash of it. */
export async function writeIdentitySecret(db: Db, id: string, secret: string): Promise<void> {
  await db.query.updateTable('sites').set({ identity_secret: secret }).where('id', '=', id).execute()
}

/** Nothing is begun for these. */
export const deletedSites = (db: Db) => db.query.selectFrom('sites').select('id').where('deleted_at', 'is not', null)

/** Its surveys are closed from now on, and its members find nothing but the way back. False where that is so already. */
export async function deleteSite(db: Db, id: string, now: number): Promise<boolean> {
  const site = db.query.updateTable('sites').set({ deleted_at: now }).where('id', '=', id).where('deleted_at', 'is', null)
  return Number((await site.executeTakeFirst()).numUpdatedRows) > 0
}

/** Brings a deleted site back as it was. False where it isn't deleted, or was too long ago. */
export async function restoreSite(db: Db, id: string, now: number): Promise<boolean> {
  const site = db.query.updateTable('sites').set({ deleted_at: null }).where('id', '=', id).where('erased_at', 'is', null)
  const restored = site.where('deleted_at', '>', now - limits.restorableMs)
  return Number((await restored.executeTakeFirst()).numUpdatedRows) > 0
}
