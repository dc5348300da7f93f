import type { Db } from './db.ts'

/** So many keys an isolate can remember; of more it asks for each one. */
const mostKeys = 10_000
/** After how long it looks again for one that it doesn't know: a site may have been made elsewhere. */
const lookAgainMs = 2_000

const known = new WeakMap<D1Database, { keys: Set<string> | undefined; readAt: number }>()

/** False where no site has this public key. All keys are read at once, so that any number of made-up ones costs one query now and then. */
export async function mayBeSiteKey(db: Db, key: string, now: number): Promise<boolean> {
  const before = known.get(db.d1)
  if (before?.keys?.has(key)) return true
  const isFresh = before !== undefined && Math.abs(now - before.readAt) < lookAgainMs
  if (isFresh) return before.keys === undefined
  // Whoever asks meanwhile goes by what was known.
  if (before) known.set(db.d1, { ...before, readAt: now })
  const rows = await db.query
    .selectFrom('sites')
    .select('key')
    // With its table's name: where the column isn't there yet, SQLite takes the quoted name alone for a text, and no key would be known.
    .where('sites.erased_at', 'is', null)
    .limit(mostKeys + 1)
    .execute()
  const keys = rows.length > mostKeys ? undefined : new Set(rows.map((row) => row.key))
  known.set(db.d1, { keys, readAt: now })
  return keys === undefined || keys.has(key)
}

/** After a site was made, so that it is there at once where it was made. */
export function forgetSiteKeys(db: Db): void {
  known.delete(db.d1)
}

/** Of a site that somebody manages by this isolate: it is there, wherever it was made. */
export function learnSiteKey(db: Db, key: string): void {
  known.get(db.d1)?.keys?.add(key)
}
