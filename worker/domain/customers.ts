import * as z from 'zod'
import type { Bands } from '../contract/bands.ts'
import { Order } from '../contract/order.ts'
import { readDate } from './import-date.ts'
import type { Cells } from './import-row.ts'
import { type Segments, type Surroundings, segmentsOf, type Traits } from './segments.ts'
import { cleanText } from './text.ts'
import { readTraits } from './traits.ts'

/** What a row of the shop's says of a customer; `traits` is JSON, in which null takes one back. */
export interface CustomerRow {
  id: string
  /** Since when, in ms; null where it doesn't say. */
  at: number | null
  traits: string
}

export interface CustomerOrder {
  customer: string
  id: string
  at: number
  value: number | null
  currency: string | null
}

type Read<Row> = { ok: true; row: Row } | { ok: false; reason: string }

/** Attributes as they are stored, or why not. */
export function readAttributes(
  id: string,
  given: Record<string, string | number | boolean | null>,
  at: number | null,
): Read<CustomerRow> {
  const read = readTraits(given)
  if (!read.ok) return { ok: false, reason: read.faults[0]?.detail ?? '' }
  const taken = Object.entries(given).flatMap(([name, value]) => (value === null ? [[cleanText(name), null]] : []))
  return { ok: true, row: { id, at, traits: JSON.stringify({ ...read.traits, ...Object.fromEntries(taken) }) } }
}

/** A row of a file of customers: `id`, `at` where it says, anything else an attribute. Empty cells say nothing. */
export function readCustomer(cells: Cells, { timeZone, now }: { timeZone: string; now: number }): Read<CustomerRow> {
  const { id, at, ...rest } = cells
  const customer = nameOf(id)
  if (customer === null) return { ok: false, reason: 'id: 1 to 256 characters' }
  const since = isEmpty(at) ? null : momentOf(at, timeZone, now)
  if (since === undefined) return { ok: false, reason: wrongDate }
  const odd = Object.entries(rest).find(([, value]) => typeof value === 'object' && value !== null)
  if (odd) return { ok: false, reason: `${odd[0].slice(0, 64)}: a text, a number, true or false` }
  const given = Object.entries(rest).filter(([, value]) => value !== '' && value !== undefined)
  return readAttributes(customer, Object.fromEntries(given) as Traits, since)
}

/** A row of a file of orders: `customer`, `order`, `at`, and where it says `value` and `currency`. */
export function readCustomerOrder(cells: Cells, { timeZone, now }: { timeZone: string; now: number }): Read<CustomerOrder> {
  const customer = nameOf(cells.customer)
  if (customer === null) return { ok: false, reason: 'customer: 1 to 256 characters' }
  const at = momentOf(cells.at, timeZone, now)
  if (at === undefined) return { ok: false, reason: wrongDate }
  const given = { id: cells.order, value: cells.value, currency: cells.currency }
  const read = SentRow.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmpty(value))))
  if (!read.success)
    return {
      ok: false,
      reason: `${read.error.issues[0]?.path.join('.').replace('id', 'order')}: ${read.error.issues[0]?.message}`,
    }
  const { id, value = null, currency = null } = read.data
  return { ok: true, row: { customer, id, at, value, currency } }
}

const SentRow = Order.omit({ skus: true })
  .required({ id: true })
  .extend({ id: Order.shape.id.unwrap().pipe(z.string().trim().min(1)) })

const wrongDate = 'at: not a date such as 2026-10-31 or 2026-10-31T14:05:00Z, or in the future'

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return name !== '' && name.length <= 256 && name.isWellFormed() ? name : null
}

/** A day without a time is its first moment in UTC: a customer's tier is no matter of hours. */
function momentOf(value: unknown, timeZone: string, now: number): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return
  const read = readDate(String(value), { timeZone })
  if (!read.ok) return
  const at = typeof read.at === 'number' ? read.at : Date.parse(read.at)
  return at >= 0 && at <= now ? at : undefined
}

const builtIn: Record<keyof Surroundings, true> = {
  touchpoint: true,
  device: true,
  language: true,
  country: true,
  source: true,
  location: true,
}

/**
 * What a response counts as, given what the shop knew of the customer at its time: that goes over what the page said, whose word a signature
 * of the id alone doesn't vouch for. Dimensions the worker fills by itself stay.
 */
export function withAttributes(
  said: { traits: Traits; segments: Segments },
  known: Traits,
  { dimensions, bands }: { dimensions: readonly string[]; bands: readonly Bands[] },
): { traits: Traits; segments: Segments } {
  const named = dimensions.filter((dimension) => !Object.hasOwn(builtIn, dimension) && Object.hasOwn(known, dimension))
  return { traits: { ...said.traits, ...known }, segments: { ...said.segments, ...segmentsOf(named, {}, known, bands) } }
}
