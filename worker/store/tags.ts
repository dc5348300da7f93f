import { sql } from 'kysely'
import type { Rule, Tag } from '../contract/tags.ts'
import { foldedName, type TagBook } from '../domain/tagging/book.ts'
import { batch, type Db, isConstraintError } from './db.ts'
import type { Schema } from './schema.ts'
import { bookOf } from './tag-book.ts'
import { retagStatement } from './taggers.ts'

export type TagRow = Schema['tags']

export function tagView(
  row: Pick<TagRow, 'id' | 'name' | 'colour' | 'description' | 'rules' | 'archived_at' | 'created_at'>,
): Tag {
  return {
    id: row.id,
    name: row.name,
    colour: row.colour,
    description: row.description,
    rules: JSON.parse(row.rules) as Rule[],
    archived: row.archived_at !== null,
    createdAt: new Date(row.created_at).toISOString(),
  }
}

/** Every tag the site ever had, merged ones among them, the oldest first. */
export const tagsOf = (db: Db, site: string) =>
  db.query.selectFrom('tags').selectAll().where('site', '=', site).orderBy('created_at').orderBy(sql`tags.rowid`)

/** Those that are there to be seen: archived ones too, merged ones not. */
export async function listTags(db: Db, site: string): Promise<TagRow[]> {
  return await tagsOf(db, site).where('merged_into', 'is', null).execute()
}

export async function readTagBook(db: Db, site: string): Promise<TagBook> {
  return bookOf(await tagsOf(db, site).execute())
}

export async function findTag(db: Db, site: string, id: string): Promise<TagRow | undefined> {
  return await tagsOf(db, site).where('id', '=', id).where('merged_into', 'is', null).executeTakeFirst()
}

/** Stores tags unless that would be more than a site may have, all or none; the past is tagged anew by them. */
export async function insertTags(
  db: Db,
  site: string,
  tags: readonly Omit<TagRow, 'site' | 'folded' | 'archived_at' | 'merged_into'>[],
  most: number,
): Promise<'stored' | 'taken' | 'too many'> {
  const inUse = await tagsOf(db, site).where('merged_into', 'is', null).where('archived_at', 'is', null).execute()
  if (inUse.length + tags.length > most) return 'too many'
  return await unlessTaken(db, [
    ...tags.map((tag) =>
      db.query.insertInto('tags').values({ ...tag, site, folded: foldedName(tag.name), archived_at: null, merged_into: null }),
    ),
    retagStatement(db, site),
  ])
}

/** Changes a tag. The past follows where `retags`: where what it is given to may change. */
export async function updateTag(
  db: Db,
  site: string,
  id: string,
  change: Partial<Pick<TagRow, 'name' | 'colour' | 'description' | 'rules' | 'archived_at'>>,
  retags: boolean,
): Promise<'stored' | 'taken'> {
  const folded = change.name === undefined ? {} : { folded: foldedName(change.name) }
  return await unlessTaken(db, [
    db.query
      .updateTable('tags')
      .set({ ...change, ...folded, id })
      .where('site', '=', site)
      .where('id', '=', id),
    ...(retags ? [retagStatement(db, site)] : []),
  ])
}

/** One tag takes another's place, its rules and, as the past is tagged anew, its responses and corrections. */
export async function mergeTag(db: Db, site: string, id: string, into: string, rules: string): Promise<void> {
  await batch(db, [
    db.query.updateTable('tags').set({ merged_into: into }).where('site', '=', site).where('id', '=', id),
    db.query.updateTable('tags').set({ rules }).where('site', '=', site).where('id', '=', into),
    retagStatement(db, site),
  ])
}

async function unlessTaken(db: Db, statements: Parameters<typeof batch>[1]): Promise<'stored' | 'taken'> {
  try {
    await batch(db, statements)
    return 'stored'
  } catch (error) {
    if (isConstraintError(error)) return 'taken'
    throw error
  }
}
