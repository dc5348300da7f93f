import { type RawBuilder, sql } from 'kysely'
import type { Range } from '../domain/calendar.ts'
import type { ProductCell, SaidCell } from '../domain/products.ts'
import type { Segments } from '../domain/segments.ts'
import { type OrderCell, partsPerUnit } from '../domain/value.ts'
import type { Db } from './db.ts'
import { matchingSets } from './segments.ts'

/** Whose orders: of one survey's scored responses, on some days, with every one of the filters. */
export interface OrderCrowd {
  site: string
  survey: string
  range: Range
  filters: Segments
}

/** Orders read at once, and products named in them: a quarter of a second of the database, which answers shoppers too. */
export const mostOrders = 100_000
const mostNamed = 1_000_000

// SQL by hand: Kysely has no words for an index. Named so that a query fails where it couldn't be read from the index alone.
const ordersOf = ({ survey, range }: OrderCrowd) => sql`responses INDEXED BY responses_orders
  WHERE survey = ${survey} AND day BETWEEN ${range.from} AND ${range.to}
    AND order_info <> '{}' AND score IS NOT NULL AND test = 0 AND quarantined = 0`

/**
 * The part of the range that is read: all of it, or as many of its last whole days as hold what can be read at once. Null
 * where the last day alone holds more.
 */
export async function findReadableRange(db: Db, crowd: OrderCrowd): Promise<Range | null> {
  // Commas stand between the products, and counting them parses nothing.
  const { rows } = await sql<{ day: string; orders: number; named: number }>`
    SELECT day, count(*) AS orders, sum(length(order_info) - length(replace(order_info, ',', ''))) AS named
    FROM (SELECT day, order_info FROM ${ordersOf(crowd)} ORDER BY day DESC LIMIT ${mostOrders + 1})
    GROUP BY day ORDER BY day DESC`.execute(db.query)
  let [orders, named, from] = [0, 0, '']
  for (const day of rows) {
    orders += day.orders
    named += day.named
    if (orders > mostOrders || named > mostNamed) return from === '' ? null : { from, to: crowd.range.to }
    from = day.day
  }
  return crowd.range
}

/**
 * Values by currency and score. An order counts once, by the last answered of its responses; the filters are asked of that
 * one, so that the segments add up to the total. An order without an id is told from no other.
 */
export async function readOrderValues(db: Db, crowd: OrderCrowd): Promise<OrderCell[]> {
  const { rows } = await sql<OrderCell>`
    SELECT currency, score, count(*) AS n, sum(responses) AS responses, sum(value) AS sum,
      total(1.0 * value * value) AS squares, total(1.0 * value * value * value * value) AS fourths
    FROM (SELECT max(id), count(*) AS responses, score, segment_set, order_info ->> 'currency' AS currency,
            CAST(round((order_info ->> 'value') * ${sql.lit(partsPerUnit)}) AS INTEGER) AS value
          FROM ${ordersOf(crowd)} AND order_info ->> 'value' IS NOT NULL
          GROUP BY coalesce(order_info ->> 'id', id))
    WHERE ${inSets(db, crowd)}
    GROUP BY currency, score`.execute(db.query)
  return rows
}

/** How responses score by the products of their orders, those with most answers first; `found` counts all products. */
export async function readProductScores(
  db: Db,
  crowd: OrderCrowd,
  by: 'sku' | 'category',
  most: number,
): Promise<{ found: number; cells: ProductCell[] }> {
  const named = by === 'sku' ? namedSkus(db, crowd) : namedCategories(db, crowd)
  const { rows } = await sql<ProductRecord>`
    SELECT value, ${by === 'sku' ? sql`name, category` : sql`NULL AS name, NULL AS category`}, found, scores
    FROM (SELECT value, count(*) OVER () AS found, sum(n) AS answers, json_group_object(score, n) AS scores
          FROM (SELECT value, score, count(*) AS n FROM (${named}) GROUP BY value, score)
          GROUP BY value ORDER BY answers DESC, value LIMIT ${most})
    ${by === 'sku' ? sql`LEFT JOIN products ON products.site = ${crowd.site} AND products.sku = value` : sql``}`.execute(db.query)
  return { found: rows[0]?.found ?? 0, cells: rows.map(cellOf) }
}

/**
 * How many of the responses whose order holds one of these products, or a product of one of these categories, have each tag. Tags are
 * told as what `heirs` says took their place, and a response that has both is one.
 */
export async function readProductTags(
  db: Db,
  crowd: OrderCrowd,
  by: 'sku' | 'category',
  values: readonly (string | null)[],
  heirs: ReadonlyMap<string, string>,
): Promise<SaidCell[]> {
  const value = by === 'sku' ? sql`sku.value` : sql`nullif(products.category, '')`
  const { rows } = await sql<SaidCell>`
    SELECT ${value} AS value, coalesce(heirs.value, tag.value) AS tag, count(DISTINCT orders.id) AS n
    FROM (${scoredOrders(db, crowd)} AND tags <> '[]') AS orders, json_each(orders.skus) AS sku
    ${by === 'sku' ? sql`` : sql`LEFT JOIN products ON products.site = ${crowd.site} AND products.sku = sku.value`}
    JOIN json_each(orders.tags) AS tag
    LEFT JOIN json_each(${JSON.stringify(Object.fromEntries(heirs))}) AS heirs ON heirs.key = tag.value
    WHERE ${value} IN (SELECT value FROM json_each(${JSON.stringify(values)}))
      OR (${value} IS NULL AND ${values.includes(null) ? sql`true` : sql`false`})
    GROUP BY 1, 2`.execute(db.query)
  return rows
}

interface ProductRecord {
  value: string | null
  name: string | null
  category: string | null
  found: number
  /** JSON: answers by score */
  scores: string
}

/** A row for each product of each response: an order names each once. */
const namedSkus = (db: Db, crowd: OrderCrowd): RawBuilder<unknown> => sql`
  SELECT sku.value, orders.score FROM (${scoredOrders(db, crowd)}) AS orders, json_each(orders.skus) AS sku`

/** A row for each category of each response, however many of its products belong to it. */
const namedCategories = (db: Db, crowd: OrderCrowd): RawBuilder<unknown> => sql`
  SELECT DISTINCT orders.id, orders.score, nullif(products.category, '') AS value
  FROM (${scoredOrders(db, crowd)}) AS orders, json_each(orders.skus) AS sku
  LEFT JOIN products ON products.site = ${crowd.site} AND products.sku = sku.value`

const scoredOrders = (db: Db, crowd: OrderCrowd): RawBuilder<unknown> => sql`
  SELECT id, score, tags, order_info -> 'skus' AS skus FROM ${ordersOf(crowd)} AND ${inSets(db, crowd)}`

function inSets(db: Db, { site, filters }: OrderCrowd): RawBuilder<unknown> {
  return Object.keys(filters).length === 0 ? sql`true` : sql`segment_set IN ${matchingSets(db, site, filters)}`
}

function cellOf({ value, name, category, scores }: ProductRecord): ProductCell {
  const counts = Object.entries(JSON.parse(scores) as Record<string, number>)
  return { value, name, category, scores: new Map(counts.map(([score, n]) => [Number(score), n])) }
}
