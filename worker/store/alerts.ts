import { type Selectable, sql } from 'kysely'
import { Conditions } from '../contract/conditions.ts'
import { limits } from '../contract/limits.ts'
import type { Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'
import { deletedSites } from './sites.ts'

export type AlertRow = Omit<Selectable<Schema['alerts']>, 'conditions' | 'endpoints' | 'people'> & {
  conditions: Conditions
  endpoints: string[]
  people: string[]
  /** When it last told of something. */
  fired_at: number | null
}

const alerts = (db: Db) =>
  db.query
    .selectFrom('alerts')
    .selectAll()
    .select(
      sql<number | null>`(SELECT max(at) FROM alert_firings WHERE alert = alerts.id AND state IN ('fired', 'summarised'))`.as(
        'fired_at',
      ),
    )

const parse = <Row extends { conditions: string; endpoints: string; people: string }>(row: Row) => ({
  ...row,
  conditions: Conditions.parse(JSON.parse(row.conditions)),
  endpoints: JSON.parse(row.endpoints) as string[],
  people: JSON.parse(row.people) as string[],
})

/** A site's alerts, the oldest first. */
export async function listAlerts(db: Db, site: string): Promise<AlertRow[]> {
  return (await alerts(db).where('site', '=', site).orderBy('created_at').orderBy('id').execute()).map(parse)
}

export async function findAlert(db: Db, site: string, id: string): Promise<AlertRow | undefined> {
  const row = await alerts(db).where('site', '=', site).where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Active alerts of all sites on falls that have not been judged since the week of this Monday. */
export async function listUnjudged(db: Db, monday: string): Promise<AlertRow[]> {
  const due = alerts(db).where('kind', '=', 'fall').where('active', '=', 1).where('judged', '<', monday)
  return (await due.where('site', 'not in', deletedSites(db)).orderBy('site').execute()).map(parse)
}

/** Stores an alert unless the site has as many as it may have. True when it did. */
export async function insertAlert(db: Db, alert: Omit<Schema['alerts'], 'judged'> & { judged?: string }): Promise<boolean> {
  const row = { judged: '', ...alert } as Schema['alerts']
  return await insertWithin(db, 'alerts', row, { most: limits.alertsPerSite, beside: 'other.site = made.site' })
}

export async function updateAlert(db: Db, site: string, id: string, change: Partial<Schema['alerts']>): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.query.updateTable('alerts').set(change).where('site', '=', site).where('id', '=', id).execute()
}

/** False when the site has none of this id. */
export async function deleteAlert(db: Db, site: string, id: string): Promise<boolean> {
  const gone = await db.query.deleteFrom('alerts').where('site', '=', site).where('id', '=', id).returning('id').execute()
  return gone.length > 0
}
