import { Conditions } from '../contract/conditions.ts'
import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'

/** A view as it is read, with its author's name. */
export type ViewRow = Omit<Schema['views'], 'site' | 'conditions'> & { conditions: Conditions; author: string | null }

const views = (db: Db, site: string) =>
  db.query
    .selectFrom('views')
    .leftJoin('people', 'people.id', 'views.person')
    .select([
      'views.id',
      'views.name',
      'conditions',
      'person',
      'shared',
      'views.created_at',
      'updated_at',
      'people.name as author',
    ])
    .where('views.site', '=', site)

const parse = <Row extends { conditions: string }>(row: Row) => ({
  ...row,
  conditions: Conditions.parse(JSON.parse(row.conditions)),
})

/** By name: those of the team, and whoever's own. */
export async function listViews(db: Db, site: string, person: string | null): Promise<ViewRow[]> {
  const rows = await views(db, site)
    .where((where) => where.or([where('shared', '=', 1), where('person', '=', person)]))
    .orderBy('views.name')
    .orderBy('views.id')
    .execute()
  return rows.map(parse)
}

/** A view of the site, whoever's it is: what was given its id, an alert or a digest, goes on by it. */
export async function findView(db: Db, site: string, id: string): Promise<ViewRow | undefined> {
  const row = await views(db, site).where('views.id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Stores a view unless the site has as many as it may have. True when it did. */
export function insertView(db: Db, view: Schema['views'], most: number): Promise<boolean> {
  return insertWithin(db, 'views', view, { most, beside: 'other.site = made.site' })
}

export async function updateView(
  db: Db,
  site: string,
  id: string,
  change: Pick<Schema['views'], 'name' | 'conditions' | 'shared' | 'updated_at'>,
): Promise<void> {
  await db.query.updateTable('views').set(change).where('site', '=', site).where('id', '=', id).execute()
}

export async function deleteView(db: Db, site: string, id: string): Promise<void> {
  await db.query.deleteFrom('views').where('site', '=', site).where('id', '=', id).execute()
}
