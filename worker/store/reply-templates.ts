import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'

export type ReplyTemplateRow = Schema['reply_templates']

/** A site's templates, by name. */
export async function listReplyTemplates(db: Db, site: string): Promise<ReplyTemplateRow[]> {
  return await db.query.selectFrom('reply_templates').selectAll().where('site', '=', site).orderBy('name').orderBy('id').execute()
}

export async function findReplyTemplate(db: Db, site: string, id: string): Promise<ReplyTemplateRow | undefined> {
  return await db.query.selectFrom('reply_templates').selectAll().where('site', '=', site).where('id', '=', id).executeTakeFirst()
}

/** Stores a template unless the site has as many as it may have. True when it did. */
export function insertReplyTemplate(db: Db, template: ReplyTemplateRow, most: number): Promise<boolean> {
  return insertWithin(db, 'reply_templates', template, { most, beside: 'other.site = made.site' })
}

export async function updateReplyTemplate(
  db: Db,
  site: string,
  id: string,
  change: Pick<ReplyTemplateRow, 'name' | 'subject' | 'text' | 'language'>,
): Promise<void> {
  await db.query.updateTable('reply_templates').set(change).where('site', '=', site).where('id', '=', id).execute()
}

export async function deleteReplyTemplate(db: Db, site: string, id: string): Promise<void> {
  await db.query.deleteFrom('reply_templates').where('site', '=', site).where('id', '=', id).execute()
}
