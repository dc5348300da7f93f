import { sql } from 'kysely'
import type { ImportView } from '../contract/import.ts'
import { limits } from '../contract/limits.ts'
import type { FileRow } from '../domain/import-file.ts'
import { batch, type Db, type Statement } from './db.ts'
import type { Schema } from './schema.ts'

export type ImportRow = Schema['imports']

/** What one slice of an import came to. */
export interface SliceCounts {
  rejected: number
  reasons: ImportView['reasons']
}

export function importView(row: ImportRow): ImportView {
  return {
    import: row.id,
    survey: row.survey,
    state: row.state,
    received: row.received,
    stored: row.stored,
    duplicates: row.duplicates,
    rejected: row.rejected,
    reasons: JSON.parse(row.reasons) as ImportView['reasons'],
    createdAt: new Date(row.created_at).toISOString(),
  }
}

export async function insertImport(db: Db, row: Pick<ImportRow, 'id' | 'site' | 'survey' | 'state'>, now: number): Promise<void> {
  await db.query
    .insertInto('imports')
    .values({ ...row, received: 0, stored: 0, duplicates: 0, rejected: 0, reasons: '[]', created_at: now, updated_at: now })
    .execute()
}

export async function findImport(db: Db, site: string, id: string): Promise<ImportRow | undefined> {
  return await db.query.selectFrom('imports').selectAll().where('site', '=', site).where('id', '=', id).executeTakeFirst()
}

/** The newest hundred. */
export async function listImports(db: Db, site: string): Promise<ImportRow[]> {
  return await db.query
    .selectFrom('imports')
    .selectAll()
    .where('site', '=', site)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
}

/** Imports with work left, the longest waiting first. */
export async function listOpenImports(db: Db): Promise<ImportRow[]> {
  return await db.query
    .selectFrom('imports')
    .selectAll()
    .where('state', 'in', ['receiving', 'running', 'undoing'])
    .orderBy('updated_at')
    .limit(100)
    .execute()
}

/** Moves an import on, unless something else (an undo) has moved it meanwhile. */
export async function moveImport(
  db: Db,
  id: string,
  from: ImportRow['state'],
  to: ImportRow['state'],
  now: number,
): Promise<void> {
  await db.query
    .updateTable('imports')
    .set({ state: to, updated_at: now })
    .where('id', '=', id)
    .where('state', '=', from)
    .execute()
}

export async function insertChunk(db: Db, id: string, position: number, rows: FileRow[], now: number): Promise<void> {
  await batch(db, [
    db.query.insertInto('import_chunks').values({ import: id, position, rows: JSON.stringify(rows) }),
    db.query.updateTable('imports').set({ updated_at: now }).where('id', '=', id),
  ])
}

export async function nextChunk(db: Db, id: string): Promise<{ position: number; rows: FileRow[] } | undefined> {
  const chunk = await db.query
    .selectFrom('import_chunks')
    .select(['position', 'rows'])
    .where('import', '=', id)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return chunk && { position: chunk.position, rows: JSON.parse(chunk.rows) as FileRow[] }
}

/** A row's key, and the hash by which an erased one is known. */
export interface RowKey {
  submission: string
  submissionHash: string
}

/** How many of the keys (`?2`, of site `?1`) can't be stored: there already, or erased (`?3`, hashes). */
const taken = `
  (SELECT count(*) FROM responses WHERE site = ?1 AND submission IN (SELECT value FROM json_each(?2)))
  + (SELECT count(*) FROM tombstones WHERE site = ?1 AND hash IN (SELECT value FROM json_each(?3)))`

/**
 * The statement that books a slice, to stand before its rows in the same batch: which of the keys are
 * taken is asked before they are stored, so a slice is booked exactly when it is stored.
 */
export function bookSlice(db: Db, found: ImportRow, keys: RowKey[], counts: SliceCounts, now: number): Statement {
  const distinct = distinctKeys(keys)
  return db.d1
    .prepare(
      `WITH taken AS (SELECT ${taken} AS n)
       UPDATE imports SET received = received + ?4, stored = stored + ?5 - (SELECT n FROM taken),
         duplicates = duplicates + ?6 + (SELECT n FROM taken), rejected = rejected + ?7,
         reasons = (SELECT json_group_array(json(value)) FROM
           (SELECT value FROM json_each(reasons) UNION ALL SELECT value FROM json_each(?8) LIMIT ${limits.importReasons})),
         updated_at = ?9
       WHERE id = ?10 AND state IN ('receiving', 'running')`,
    )
    .bind(
      found.site,
      ...keyLists(distinct),
      keys.length + counts.rejected,
      distinct.length,
      keys.length - distinct.length,
      counts.rejected,
      JSON.stringify(counts.reasons.slice(0, limits.importReasons)),
      now,
      found.id,
    )
}

/** How many of the keys can't be stored; for a dry run. */
export async function countTaken(db: Db, site: string, keys: RowKey[]): Promise<number> {
  const row = await db.d1
    .prepare(`SELECT ${taken} AS n`)
    .bind(site, ...keyLists(distinctKeys(keys)))
    .first<{ n: number }>()
  return row?.n ?? 0
}

export function distinctKeys(keys: RowKey[]): RowKey[] {
  return [...new Map(keys.map((key) => [key.submission, key])).values()]
}

function keyLists(keys: RowKey[]): [submissions: string, hashes: string] {
  return [JSON.stringify(keys.map((key) => key.submission)), JSON.stringify(keys.map((key) => key.submissionHash))]
}

export function deleteChunk(db: Db, id: string, position: number): Statement {
  return db.query.deleteFrom('import_chunks').where('import', '=', id).where('position', '=', position)
}

/** Starts an undo: what hasn't been stored yet never will be. */
export async function beginUndo(db: Db, id: string, now: number): Promise<void> {
  await batch(db, [
    db.query.deleteFrom('import_chunks').where('import', '=', id),
    db.query.updateTable('imports').set({ state: 'undoing', updated_at: now }).where('id', '=', id),
  ])
}

/** Deletes one slice of an import's responses; their counts go with them. True while some are left. */
export async function undoSlice(db: Db, id: string, rows: number): Promise<boolean> {
  // Said in so many words that it isn't '': else SQLite can't tell that the index of imported ones has them all, and reads the whole table.
  const imported = db.query.selectFrom('responses').select('id').where('import', '=', id).where(sql<boolean>`import <> ''`)
  const [, left] = await batch(db, [
    db.query.deleteFrom('responses').where('id', 'in', imported.limit(rows)),
    // D1's count of changed rows has those of the triggers in it: only the table says whether it is done.
    imported.limit(1),
  ])
  return (left?.results.length ?? 0) > 0
}
