import type { Rule } from '../contract/tags.ts'
import { type BookedTag, type TagBook, tagBook } from '../domain/tagging/book.ts'
import type { Schema } from './schema.ts'

/** All rows of a site's tags as the book that giving and showing them needs. */
export const bookOf = (rows: readonly Schema['tags'][]): TagBook => tagBook(rows.map(bookedTag))

function bookedTag(row: Schema['tags']): BookedTag {
  return {
    id: row.id,
    name: row.name,
    rules: JSON.parse(row.rules) as Rule[],
    createdAt: row.created_at,
    archived: row.archived_at !== null,
    mergedInto: row.merged_into,
  }
}
