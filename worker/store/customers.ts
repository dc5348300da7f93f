import type { Customer, CustomerTold } from '../contract/customer.ts'
import type { CustomerOrder, CustomerRow } from '../domain/customers.ts'
import { idsPerSecond } from '../domain/response-id.ts'
import type { Traits } from '../domain/segments.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'

/** Responses older than this stay as they were counted. */
const lateMs = 365 * 86_400_000

// D1 binds numbers as reals, which times and ids must not become.
const momentOf = (exists: string) => `CAST(coalesce(?3, iif(${exists}, ?4, 0)) AS INTEGER)`
const known = 'EXISTS (SELECT 1 FROM customers WHERE site = ?1 AND id = ?2)'
const before = (at: string) =>
  `(SELECT traits FROM customers WHERE site = ?1 AND id = ?2 AND at <= ${at} ORDER BY at DESC LIMIT 1)`

/**
 * All that is known once a row is taken, where that differs from what was known before. What says no time holds from now on, and where nothing at all was
 * known of the customer since ever.
 */
const differing = `
SELECT ?1, ?2, at, traits FROM (
  SELECT at, ${before('at')} AS was, json_patch(coalesce(${before('at')}, '{}'), ?5) AS traits FROM (SELECT ${momentOf(known)} AS at))
WHERE traits IS NOT was`

const insertCustomer = `INSERT INTO customers (site, id, at, traits) ${differing} ON CONFLICT DO UPDATE SET traits = excluded.traits`

// Of what was just written: without a time it is the newest row.
const insertDue = `
INSERT INTO customers_due (site, customer, after)
SELECT ?1, ?2, first - 1 FROM (
  SELECT CAST(max(coalesce(?3, (SELECT max(at) FROM customers WHERE site = ?1 AND id = ?2)), ?4 - ${lateMs}) / 1000 AS INTEGER) * ${idsPerSecond} AS first)
WHERE changes() > 0 AND EXISTS (SELECT 1 FROM responses WHERE site = ?1 AND respondent = ?2 AND respondent <> '' AND id >= first)
ON CONFLICT DO UPDATE SET after = min(after, excluded.after)`

/** Takes what the shop says of customers, row after row; which rows said something new. What answers of theirs wait for it is noted in the same transaction. */
export async function saveCustomers(
  db: Db,
  site: string,
  rows: readonly CustomerRow[],
  now: number,
  dryRun = false,
): Promise<boolean[]> {
  if (rows.length === 0) return []
  const bind = (sql: string, { id, at, traits }: CustomerRow) =>
    db.d1.prepare(sql).bind(...[site, id, at, now, traits].slice(0, sql === insertDue ? 4 : 5))
  const read = await batch(
    db,
    rows.flatMap((row) => (dryRun ? [bind(differing, row)] : [bind(insertCustomer, row), bind(insertDue, row)])),
  )
  return rows.map((_, i) => (dryRun ? (read[i]?.results.length ?? 0) > 0 : (read[2 * i]?.meta.changes ?? 0) > 0))
}

const differingOrder = `
SELECT ?1, ?2, ?3, CAST(?4 AS INTEGER), ?5, ?6
WHERE NOT EXISTS (SELECT 1 FROM customer_orders WHERE site = ?1 AND customer = ?2 AND id = ?3 AND (at, value, currency) IS (CAST(?4 AS INTEGER), ?5, ?6))`

const insertOrder = `
INSERT INTO customer_orders (site, customer, id, at, value, currency) ${differingOrder}
ON CONFLICT DO UPDATE SET at = excluded.at, value = excluded.value, currency = excluded.currency`

/** Takes orders, each over the one with its id; which rows said something new. */
export async function saveOrders(db: Db, site: string, rows: readonly CustomerOrder[], dryRun = false): Promise<boolean[]> {
  if (rows.length === 0) return []
  const statement = db.d1.prepare(dryRun ? differingOrder : insertOrder)
  const read = await batch(
    db,
    rows.map(({ customer, id, at, value, currency }) => statement.bind(site, customer, id, at, value, currency)),
  )
  return read.map(({ meta, results }) => (dryRun ? results.length > 0 : meta.changes > 0))
}

/** What was known of a customer at a moment; undefined for nothing. */
export async function attributesAt(db: Db, site: string, id: string, at: number): Promise<Traits | undefined> {
  const row = await db.query
    .selectFrom('customers')
    .select('traits')
    .where('site', '=', site)
    .where('id', '=', id)
    .where('at', '<=', at)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (JSON.parse(row.traits) as Traits)
}

const shownOrders = 200

export async function findCustomer(db: Db, site: string, id: string): Promise<Customer | undefined> {
  const [attributes, orders] = await batch(db, [
    db.query
      .selectFrom('customers')
      .select(['at', 'traits'])
      .where('site', '=', site)
      .where('id', '=', id)
      .orderBy('at', 'desc')
      .limit(1),
    db.query
      .selectFrom('customer_orders')
      .select(['id', 'at', 'value', 'currency'])
      .where('site', '=', site)
      .where('customer', '=', id)
      .orderBy('at', 'desc')
      .limit(shownOrders),
  ])
  const [newest] = rowsOf<{ at: number; traits: string }>(attributes)
  const ordered = rowsOf<Omit<CustomerOrder, 'customer'>>(orders)
  if (!newest && ordered.length === 0) return
  return {
    id,
    traits: newest ? (JSON.parse(newest.traits) as Traits) : {},
    since: newest ? sinceOf(newest.at) : null,
    orders: ordered.map(orderTold),
  }
}

/** All that the shop ever told of a customer, the newest first. */
export async function allTold(db: Db, site: string, id: string): Promise<CustomerTold> {
  const [known, orders] = await batch(db, [
    db.query.selectFrom('customers').select(['at', 'traits']).where('site', '=', site).where('id', '=', id).orderBy('at', 'desc'),
    db.query
      .selectFrom('customer_orders')
      .select(['id', 'at', 'value', 'currency'])
      .where('site', '=', site)
      .where('customer', '=', id)
      .orderBy('at', 'desc'),
  ])
  return {
    known: rowsOf<{ at: number; traits: string }>(known).map(({ at, traits }) => ({
      since: sinceOf(at),
      traits: JSON.parse(traits) as Traits,
    })),
    orders: rowsOf<Omit<CustomerOrder, 'customer'>>(orders).map(orderTold),
  }
}

const orderTold = (order: Omit<CustomerOrder, 'customer'>) => ({ ...order, at: new Date(order.at).toISOString() })

/** Of what was known first nobody said since when. */
const sinceOf = (at: number) => (at > 0 ? new Date(at).toISOString() : null)

/** Forgets what the shop said of a customer, orders among it. What responses were counted by stays with them. */
export async function deleteCustomer(db: Db, site: string, id: string): Promise<boolean> {
  const deleted = await batch(db, customerDeletions(db, site, id))
  return deleted.some(({ meta }) => meta.changes > 0)
}

export const customerDeletions = (db: Db, site: string, id: string): Statement[] => [
  db.query.deleteFrom('customers').where('site', '=', site).where('id', '=', id),
  db.query.deleteFrom('customer_orders').where('site', '=', site).where('customer', '=', id),
  db.query.deleteFrom('customers_due').where('site', '=', site).where('customer', '=', id),
]
