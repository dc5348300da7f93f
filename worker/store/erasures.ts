import { sql } from 'kysely'
import { publicId } from '../domain/response-id.ts'
import { sha256 } from '../domain/secrets.ts'
import { batch, type Db, type Statement } from './db.ts'
import { keyOfExternalId } from './import-keys.ts'
import { withRetry } from './retry.ts'

/** Erases one response for good: the row, its counts, and whatever may still come under its key. True when it was there. */
export async function eraseResponse(
  db: Db,
  site: string,
  id: number,
  submissionHash: (key: string) => Promise<string>,
  now: number,
) {
  const row = await db.query
    .selectFrom('responses')
    .select('submission')
    .where('site', '=', site)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return false
  await eraseSubmission(db, site, row.submission, await submissionHash(row.submission), now)
  return true
}

/**
 * The same by the submission's key, also where nothing is stored: an answer still on its way must not arrive later, nor
 * may an export made before be imported again. Harmless to repeat. False when it was erased before.
 */
export async function eraseSubmission(db: Db, site: string, submission: string, hash: string, now: number): Promise<boolean> {
  return await withRetry(async () => {
    const row = await db.query
      .selectFrom('responses')
      .select(['id', 'survey'])
      .where('site', '=', site)
      .where('submission', '=', submission)
      .executeTakeFirst()
    const exported = row ? [await exportedHash(row)] : []
    const [tombstone] = await batch(db, [
      tombstonesOf(db, site, [hash], now),
      tombstonesOf(db, site, exported, now),
      db.query.deleteFrom('responses').where('site', '=', site).where('submission', '=', submission),
    ])
    return (tombstone?.meta.changes ?? 0) > 0
  })
}

/** The same for several responses at once, all or nothing, after the statements that book it; those that are gone meanwhile stay gone. */
export async function eraseRows(
  db: Db,
  site: string,
  rows: readonly { id: number; survey: string; submission: string }[],
  now: number,
  booking: Statement[] = [],
): Promise<void> {
  const hashes = await Promise.all(rows.flatMap((row) => [sha256(row.submission), exportedHash(row)]))
  const ids = JSON.stringify(rows.map(({ id }) => id))
  await withRetry(() =>
    batch(db, [
      ...booking,
      tombstonesOf(db, site, hashes, now),
      db.query
        .deleteFrom('responses')
        .where(sql`+site`, '=', site)
        .where('id', 'in', sql<number>`(SELECT value FROM json_each(${ids}))`),
    ]),
  )
}

/** Of the key that a response has in an export made before. */
export const exportedHash = ({ id, survey }: { id: number; survey: string }) => sha256(keyOfExternalId(survey, publicId(id)))

/** Nothing may come any more under the keys that these are the hashes of; what was `anonymised` before may be erased after, not the other way. */
export function tombstonesOf(db: Db, site: string, hashes: readonly string[], now: number, anonymised: 0 | 1 = 0): Statement {
  return db.d1
    .prepare(
      `INSERT INTO tombstones (site, hash, created_at, anonymised) SELECT ?1, value, ?2, ?4 FROM json_each(?3) WHERE true
       ON CONFLICT DO UPDATE SET created_at = excluded.created_at, anonymised = 0 WHERE anonymised > excluded.anonymised`,
    )
    .bind(site, now, JSON.stringify(hashes), anonymised)
}
