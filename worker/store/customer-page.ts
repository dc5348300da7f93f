import { sql } from 'kysely'
import type { CustomerPage, PageOrder } from '../contract/customer-page.ts'
import type { Order } from '../contract/order.ts'
import type { Part } from '../contract/people.ts'
import { hasTurned, valuedBy } from '../domain/at-risk.ts'
import { publicId } from '../domain/response-id.ts'
import { findCases } from './cases.ts'
import { findCustomer } from './customers.ts'
import type { Db } from './db.ts'
import { findResponses } from './feed.ts'
import { matchingSets } from './segments.ts'
import type { Site } from './sites.ts'

/** Responses of one page; hardly anybody answers more often. */
const most = 200

/**
 * The customer who gave a response; undefined where the site has no such response, or nobody said whose it is. Whoever sees a part of the site gets
 * what is in it, and nothing of what the shop told.
 */
export async function findCustomerPage(db: Db, site: Site, response: number, part: Part): Promise<CustomerPage | undefined> {
  const named = await db.query
    .selectFrom('responses')
    .select('respondent')
    .where('id', '=', response)
    .where(sql`+site`, '=', site.id)
    .executeTakeFirst()
  if (!named?.respondent) return
  const { respondent } = named
  const known = await findCustomer(db, site.id, respondent)
  const told = part ? undefined : known
  const rows = await listRows(db, site.id, respondent, part)
  const ids = rows.slice(0, most).map(({ id }) => id)
  const [items, cases] = await Promise.all([findResponses(db, site.id, ids, part), findCases(db, site.id, ids)])
  const given = new Map(rows.map((row) => [publicId(row.id), row]))
  const caseOf = new Map([...cases].map(([id, about]) => [publicId(id), about.case]))
  const responses = items.map((item) => ({
    ...item,
    case: caseOf.get(item.id) ?? null,
    order: JSON.parse(given.get(item.id)?.order_info ?? '{}') as Order,
  }))
  const valued = valuedBy(known?.traits ?? {}, site.settings.bands)
  return {
    ...{ id: respondent, traits: told?.traits ?? {}, since: told?.since ?? null },
    ...{ valued, responses, shortened: rows.length > most, orders: ordersOf(told?.orders ?? [], responses) },
    atRisk: valued.length > 0 && hasTurned(items.flatMap(({ category }) => category ?? [])),
  }
}

function listRows(db: Db, site: string, respondent: string, part: Part) {
  let rows = db.query
    .selectFrom('responses')
    .select(['id', 'order_info'])
    .where('site', '=', site)
    .where('respondent', '=', respondent)
    .where('respondent', '<>', '')
    .where('test', '=', 0)
    .where('quarantined', '=', 0)
    .orderBy('id', 'desc')
    .limit(most + 1)
  if (part) rows = rows.where('segment_set', 'in', matchingSets(db, site, part))
  return rows.execute()
}

/** What the shop sent goes over what came with an answer, which knows only when it was answered. */
function ordersOf(told: readonly Omit<PageOrder, 'response'>[], responses: CustomerPage['responses']): PageOrder[] {
  const about = responses.filter(({ order }) => order.id !== undefined || order.value !== undefined)
  const byId = new Map(about.map(({ id, order }) => [order.id, id]))
  const sent = new Set(told.map(({ id }) => id))
  const seen = new Set<string>()
  const came = about.flatMap(({ id, answeredAt, order: { id: order = null, value = null, currency = null } }) => {
    if (order !== null && (sent.has(order) || seen.has(order))) return []
    if (order !== null) seen.add(order)
    return [{ id: order, at: answeredAt, value, currency, response: id }]
  })
  const all = [...told.map((order) => ({ ...order, response: byId.get(order.id ?? '') ?? null })), ...came]
  return all.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}
