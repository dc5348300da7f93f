import { sql } from 'kysely'
import { newestMigration } from '../generated/migration.ts'
import type { Db } from './db.ts'

/**
 * Whether the database answers and has been migrated as far as this worker needs it: further is well, since migrations come before the worker
 * that needs them. One that is being restored has its list of migrations last. Reads one row.
 */
export async function judgeHealth(db: Db): Promise<'well' | 'behind' | 'silent'> {
  try {
    const { rows } = await sql`SELECT 1 FROM d1_migrations WHERE name = ${newestMigration}`.execute(db.query)
    return rows.length > 0 ? 'well' : 'behind'
  } catch (error) {
    return error instanceof Error && /no such table/.test(error.message) ? 'behind' : 'silent'
  }
}
