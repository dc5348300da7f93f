import type { Db } from './db.ts'

/** Whether the database answers and has its tables. Reads one row at most. */
export async function isWell(db: Db): Promise<boolean> {
  return await db.query
    .selectFrom('responses')
    .select('id')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    )
}
