import type { Db } from './db.ts'

/**
 * Runs work that must not run twice at once, if no other holder does. A holder that dies loses the
 * lease when it lapses, so `lastsMs` must exceed what the work takes. False when somebody else holds it.
 */
export async function withLease(
  db: Db,
  name: string,
  holder: string,
  lastsMs: number,
  work: () => Promise<void>,
): Promise<boolean> {
  const now = Date.now()
  const taken = await db.query
    .insertInto('leases')
    .values({ name, holder, expires_at: now + lastsMs })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, expires_at: now + lastsMs })
        .where('leases.expires_at', '<=', now),
    )
    .executeTakeFirst()
  if (Number(taken.numInsertedOrUpdatedRows) === 0) return false
  try {
    await work()
  } finally {
    await db.query.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
  }
  return true
}
