import type { Level } from '../domain/database-size.ts'
import type { Db } from './db.ts'

export interface Measured {
  bytes: number
  /** Bytes it may hold. */
  limit: number
  alarmed: Level
}

/** How large the database is, by D1's own word with any answer, and what it was found to be before. */
export async function measureSize(db: Db): Promise<{ bytes: number; alarmed: Level }> {
  const { results, meta } = await db.d1.prepare('SELECT alarmed FROM database_size').all<{ alarmed: Level }>()
  return { bytes: meta.size_after, alarmed: results[0]?.alarmed ?? 0 }
}

export async function writeSize(db: Db, { bytes, limit, alarmed }: Measured, now: number): Promise<void> {
  const row = { bytes, limit_to: limit, alarmed, measured_at: now }
  await db.query
    .insertInto('database_size')
    .values({ only_row: 1, ...row })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(row))
    .execute()
}

/** As it was last measured; undefined before that. */
export async function readSize(db: Db): Promise<Measured | undefined> {
  const row = await db.query.selectFrom('database_size').selectAll().executeTakeFirst()
  return row && { bytes: row.bytes, limit: row.limit_to, alarmed: row.alarmed }
}
