import type { Check, Found, Stranger } from '../contract/install.ts'
import { sha256 } from '../domain/secrets.ts'
import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import { type LiveSite, refreshedSite } from './live-sites.ts'
import { withRetry } from './retry.ts'
import type { Schema } from './schema.ts'

/** False where the site has that many open already. */
export function insertCheck(db: Db, check: Schema['checks'], most: number): Promise<boolean> {
  const beside = 'other.site = made.site AND other.expires_at > made.created_at'
  return insertWithin(db, 'checks', check, { most, beside })
}

export async function findCheck(db: Db, site: string, id: string): Promise<Check | undefined> {
  const row = await db.query.selectFrom('checks').selectAll().where('id', '=', id).where('site', '=', site).executeTakeFirst()
  return row && checkOf(row)
}

export async function deleteOldChecks(db: Db, now: number): Promise<void> {
  await db.query.deleteFrom('checks').where('expires_at', '<=', now).execute()
}

/** The hash of a check's secret while it is open at this site; undefined for any other text. */
export async function openCheck(db: Db, live: LiveSite, secret: string, now: number): Promise<string | undefined> {
  const hash = await sha256(secret)
  // Made a moment ago elsewhere, perhaps.
  const until = live.checks.get(hash) ?? (await refreshedSite(db, live.site.key, now))?.checks.get(hash)
  return until && until > now ? hash : undefined
}

/** Whether any is open. */
export const isChecked = ({ checks }: LiveSite, now: number) => [...checks.values()].some((until) => until > now)

export async function writeFound(db: Db, hash: string, found: Found): Promise<void> {
  await withRetry(() =>
    db.query
      .updateTable('checks')
      .set({ found: JSON.stringify(found) })
      .where('hash', '=', hash)
      .execute(),
  )
}

const strangerEveryMs = 1_000
let lastStranger = 0

/**
 * A page asked for the tag of a site that has nothing to do with it: whoever is looking at that origin just now learns of it, but for
 * that site ('' where the key is nobody's). At most once a second, since anybody may ask for any key.
 */
export async function noteStranger(db: Db, origin: string, key: string, site: string, now: number): Promise<void> {
  if (!origin || now - lastStranger < strangerEveryMs) return
  lastStranger = now
  const stranger: Stranger = { at: new Date(now).toISOString(), key: key.slice(0, 64) }
  await db.query
    .updateTable('checks')
    .set({ stranger: JSON.stringify(stranger) })
    .where('origin', '=', origin)
    .where('site', '<>', site)
    .where('expires_at', '>', now)
    .execute()
}

export function checkOf(row: Schema['checks']): Check {
  return {
    id: row.id,
    origin: row.origin,
    createdAt: new Date(row.created_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
    found: row.found ? (JSON.parse(row.found) as Found) : null,
    stranger: row.stranger ? (JSON.parse(row.stranger) as Stranger) : null,
  }
}
