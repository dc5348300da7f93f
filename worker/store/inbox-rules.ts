import { type Selectable, sql } from 'kysely'
import { Conditions } from '../contract/conditions.ts'
import { batch, type Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { Schema } from './schema.ts'

export type InboxRuleRow = Omit<Selectable<Schema['inbox_rules']>, 'conditions'> & { conditions: Conditions }

/** A site's rules in their order: the first that takes a response opens its case. */
export async function listInboxRules(db: Db, site: string): Promise<InboxRuleRow[]> {
  const rows = await db.query
    .selectFrom('inbox_rules')
    .selectAll()
    .where('site', '=', site)
    .orderBy('position')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({ ...row, conditions: Conditions.parse(JSON.parse(row.conditions)) }))
}

/** Stores a rule as the site's last unless it has as many as it may have. True when it did. */
export async function insertInboxRule(db: Db, rule: Schema['inbox_rules'], most: number): Promise<boolean> {
  return await insertWithin(db, 'inbox_rules', rule, { most, beside: 'other.site = made.site' })
}

/** Changes a rule; with `position` it comes to stand there among the others. */
export async function updateInboxRule(
  db: Db,
  site: string,
  id: string,
  change: Partial<Pick<Schema['inbox_rules'], 'name' | 'conditions' | 'owner' | 'due_hours' | 'active'>>,
  position: number | undefined,
): Promise<void> {
  const ids = (await listInboxRules(db, site)).map((rule) => rule.id).filter((one) => one !== id)
  const order = position === undefined ? undefined : ids.toSpliced(position, 0, id)
  await batch(db, [
    ...(Object.keys(change).length > 0
      ? [db.query.updateTable('inbox_rules').set(change).where('site', '=', site).where('id', '=', id)]
      : []),
    ...(order
      ? [
          db.query
            .updateTable('inbox_rules')
            .set({ position: sql<number>`(SELECT key FROM json_each(${JSON.stringify(order)}) WHERE value = inbox_rules.id)` })
            .where('site', '=', site)
            .where('id', 'in', order),
        ]
      : []),
  ])
}

export async function deleteInboxRule(db: Db, site: string, id: string): Promise<void> {
  await db.query.deleteFrom('inbox_rules').where('site', '=', site).where('id', '=', id).execute()
}
