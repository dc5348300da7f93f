import type { Note } from '../contract/note.ts'
import type { Range } from '../domain/calendar.ts'
import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'

/** A note as it is read, with its author's name. */
export type NoteRow = Omit<Schema['notes'], 'site' | 'person'> & { author: string | null }

export function noteView({ id, day, text, survey, author, created_at }: NoteRow): Note {
  return { id, day, text, survey, author, createdAt: new Date(created_at).toISOString() }
}

const notes = (db: Db, site: string) =>
  db.query
    .selectFrom('notes')
    .leftJoin('people', 'people.id', 'notes.person')
    .select(['notes.id', 'day', 'text', 'survey', 'people.name as author', 'notes.created_at'])
    .where('notes.site', '=', site)

/** The notes that stand on any of the surveys, the whole site's among them, or on all where none is named; by day. */
export function notesOf(db: Db, site: string, { from, to }: Partial<Range>, surveys?: readonly string[]) {
  let found = notes(db, site)
  if (from !== undefined) found = found.where('day', '>=', from)
  if (to !== undefined) found = found.where('day', '<=', to)
  if (surveys) found = found.where((where) => where.or([where('survey', 'is', null), where('survey', 'in', surveys)]))
  return found.orderBy('day').orderBy('notes.created_at').orderBy('notes.id')
}

export async function findNote(db: Db, site: string, id: string): Promise<Note | undefined> {
  const row = await notes(db, site).where('notes.id', '=', id).executeTakeFirst()
  return row && noteView(row)
}

/** Stores a note unless the site has as many as it may have. True when it did. */
export function insertNote(db: Db, note: Schema['notes'], most: number): Promise<boolean> {
  return insertWithin(db, 'notes', note, { most, beside: 'other.site = made.site' })
}

export async function updateNote(
  db: Db,
  site: string,
  id: string,
  change: Partial<Pick<Note, 'day' | 'text' | 'survey'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.query.updateTable('notes').set(change).where('site', '=', site).where('id', '=', id).execute()
}

export async function deleteNote(db: Db, site: string, id: string): Promise<boolean> {
  const result = await db.query.deleteFrom('notes').where('site', '=', site).where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}
