import type { Insertable } from 'kysely'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

type Bounded =
  | 'alerts'
  | 'checks'
  | 'digests'
  | 'endpoints'
  | 'inbox_rules'
  | 'invitations'
  | 'login_tokens'
  | 'notes'
  | 'reply_templates'
  | 'shares'
  | 'views'

/**
 * Stores a row unless `most` stand beside it already; the database decides, so that requests at once can't exceed that together. True when
 * it did. `beside` is the condition that counts `other` rows, by what is `made`; `verb` says what becomes of one with the same key.
 */
export async function insertWithin<Table extends Bounded>(
  db: Db,
  table: Table,
  row: Insertable<Schema[Table]>,
  { most, beside, verb = 'INSERT' }: { most: number; beside: string; verb?: 'INSERT' | 'INSERT OR REPLACE' },
): Promise<boolean> {
  const columns = Object.keys(row)
  const { meta } = await db.d1
    .prepare(
      `WITH made (${columns.join(', ')}) AS (VALUES (${columns.map(() => '?').join(', ')}))
       ${verb} INTO ${table} (${columns.join(', ')}) SELECT * FROM made
       WHERE (SELECT count(*) FROM ${table} AS other WHERE ${beside}) < ?`,
    )
    .bind(...Object.values(row), most)
    .run()
  return meta.changes > 0
}
