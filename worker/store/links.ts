import type { Order } from '../contract/order.ts'
import type { Traits } from '../domain/segments.ts'
import type { Db } from './db.ts'
import { withRetry } from './retry.ts'
import type { Schema } from './schema.ts'

/** Whom a personal link asks, and about what. */
export interface Link {
  site: string
  survey: string
  /** Of the one response it is good for. */
  submission: string
  respondent: string
  locale: string
  location: string
  traits: Traits
  order: Order
  expiresAt: number
}

/** Stores links, all or none. */
export async function insertLinks(db: Db, links: Schema['links'][]): Promise<void> {
  const columns = [
    ...(['hash', 'site', 'survey', 'submission', 'respondent', 'locale', 'location'] as const),
    ...(['traits', 'order_info', 'created_at', 'expires_at'] as const),
  ]
  await db.d1
    .prepare(
      `INSERT INTO links (${columns.join(', ')})
       SELECT ${columns.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
    )
    .bind(JSON.stringify(links.map((link) => columns.map((column) => link[column]))))
    .run()
}

/** The link that a secret with this hash opens, expired or not. */
export async function findLink(db: Db, hash: string): Promise<Link | undefined> {
  return await withRetry(async () => {
    const row = await db.query.selectFrom('links').selectAll().where('hash', '=', hash).executeTakeFirst()
    if (!row) return
    const { traits, order_info, expires_at, created_at: _, hash: __, ...rest } = row
    return { ...rest, traits: JSON.parse(traits) as Traits, order: JSON.parse(order_info) as Order, expiresAt: expires_at }
  })
}

/** Forgets links that nobody can begin or continue any more. */
export async function deleteLapsedLinks(db: Db, before: number): Promise<void> {
  await db.query.deleteFrom('links').where('expires_at', '<', before).execute()
}
