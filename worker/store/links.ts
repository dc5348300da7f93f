import { sql } from 'kysely'
import type { Links } from '../contract/link.ts'
import type { Order } from '../contract/order.ts'
import type { Traits } from '../domain/segments.ts'
import type { Db } from './db.ts'
import { isNamed, nameOfHash } from './hash-names.ts'
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

const page = 100

/** A survey's links, the newest first, from after a cursor. Undefined for what is no cursor. */
export async function listLinks(db: Db, site: string, survey: string, cursor: string | undefined): Promise<Links | undefined> {
  const [, at = '', after = ''] = /^(\d{1,15})-([0-9a-f]{20})$/.exec(cursor ?? '') ?? []
  if (cursor !== undefined && !at) return
  const ofSurvey = db.query.selectFrom('links').where(sql`+links.site`, '=', site).where('links.survey', '=', survey)
  let asked = ofSurvey
    .leftJoin('responses', (join) =>
      join.onRef('responses.site', '=', 'links.site').onRef('responses.submission', '=', 'links.submission'),
    )
    .select(['hash', 'links.respondent', 'location', 'links.created_at', 'expires_at', 'responses.complete'])
    .select(sql<string | null>`links.order_info ->> 'id'`.as('order'))
    .orderBy('links.created_at', 'desc')
    .orderBy('hash', 'desc')
    .limit(page + 1)
  if (at) asked = asked.where(sql<boolean>`(links.created_at, hash) < (${Number(at)}, ${after})`)
  const [rows, counted] = await Promise.all([asked.execute(), ofSurvey.select(sql<number>`count(*)`.as('n')).executeTakeFirst()])
  const last = rows.length > page ? rows[page - 1] : undefined
  return {
    links: rows.slice(0, page).map((row) => ({
      id: nameOfHash(row.hash),
      respondent: row.respondent,
      orderId: row.order ?? '',
      location: row.location,
      state: row.complete === null ? 'unused' : row.complete ? 'answered' : 'begun',
      createdAt: new Date(row.created_at).toISOString(),
      expiresAt: new Date(row.expires_at).toISOString(),
    })),
    count: counted?.n ?? 0,
    next: last ? `${last.created_at}-${nameOfHash(last.hash)}` : null,
  }
}

/** Shuts a link for good; the answer that was given by it stays. False where there is none of this name. */
export async function deleteLink(db: Db, site: string, survey: string, id: string): Promise<boolean> {
  const result = await db.query
    .deleteFrom('links')
    .where(sql`+site`, '=', site)
    .where('survey', '=', survey)
    .where(isNamed(id))
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

/** As many as one statement deletes well within its time. */
const slice = 5_000

/** Shuts all links of a survey for good; how many. */
export async function deleteLinks(db: Db, site: string, survey: string): Promise<number> {
  let revoked = 0
  for (;;) {
    const some = db.query.selectFrom('links').select('hash').where('survey', '=', survey).limit(slice)
    const result = await db.query.deleteFrom('links').where(sql`+site`, '=', site).where('hash', 'in', some).executeTakeFirst()
    revoked += Number(result.numDeletedRows)
    if (result.numDeletedRows < slice) return revoked
  }
}

/** Forgets links that nobody can begin or continue any more. */
export async function deleteLapsedLinks(db: Db, before: number): Promise<void> {
  await db.query.deleteFrom('links').where('expires_at', '<', before).execute()
}
