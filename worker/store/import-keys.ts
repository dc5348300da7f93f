import { sql } from 'kysely'
import type { Cells } from '../domain/import-row.ts'
import { publicId, rowId } from '../domain/response-id.ts'
import { sha256 } from '../domain/secrets.ts'
import type { Db } from './db.ts'

/**
 * Submission keys of imported rows. They can't meet a shopper's, which are UUIDs, and the same row
 * of the same survey always has the same one: importing a file twice stores nothing new.
 */
export const keyOfExternalId = (survey: string, id: string) => `import:${survey}:id:${id}`

/** For a row without an id: its content's hash and its place in the file. */
export const keyOfContent = (survey: string, hash: string, row: number) => `import:${survey}:row:${row}:${hash}`

/** Of a row as it came, whatever is made of it before it is stored. */
export async function contentHash(cells: Cells | string): Promise<string> {
  return (await sha256(JSON.stringify(cells))).slice(0, 32)
}

/** Submission keys of the survey's responses by public id: a row exported from this survey is that response. */
export async function findSubmissions(db: Db, site: string, survey: string, publicIds: string[]): Promise<Map<string, string>> {
  if (publicIds.length === 0) return new Map()
  const ids = JSON.stringify(publicIds.map(rowId))
  const rows = await db.query
    .selectFrom('responses')
    .select(['id', 'submission'])
    .where('site', '=', site)
    .where('survey', '=', survey)
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${ids}))`)
    .execute()
  return new Map(rows.map((row) => [publicId(row.id), row.submission]))
}

/** The id a row had in its file, or null for rows without one and for responses that weren't imported. */
export function externalIdOf(submission: string): string | null {
  return submission.match(/^import:[^:]+:id:(.*)$/s)?.[1] ?? null
}
