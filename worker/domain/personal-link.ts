import { Location } from '../contract/hosted.ts'
import type { LinkFor } from '../contract/link.ts'
import type { Order } from '../contract/order.ts'
import type { Cells } from './import-row.ts'
import { keptOrder, readOrder } from './order.ts'
import { localeOf, type Traits } from './segments.ts'
import { cleanText } from './text.ts'
import { readTraits } from './traits.ts'

/** Whom a link asks and about what, as it is kept. */
export interface LinkData {
  respondent: string
  locale: string
  location: string
  traits: Traits
  order: Order
}

export type LinkResult = { ok: true; link: LinkData } | { ok: false; reason: string }

const refuse = (reason: string): LinkResult => ({ ok: false, reason })

/** A link as it was asked for, checked against what the site counts by. */
export function readLink(wanted: LinkFor, dimensions: readonly string[]): LinkResult {
  const traits = readTraits(wanted.traits)
  if (!traits.ok) return refuse(traits.faults[0]?.detail ?? 'traits')
  const locale = localeOf(wanted.locale ?? '')
  if (wanted.locale && !locale) return refuse('locale: a language tag such as de or pt-BR')
  const location = cleanText(wanted.location ?? '')
  if (location && !dimensions.includes('location')) return refuse(undeclared)
  return {
    ok: true,
    link: {
      respondent: cleanText(wanted.respondent ?? '').trim(),
      locale,
      location,
      traits: traits.traits,
      order: keptOrder(wanted.order ?? {}),
    },
  }
}

export const undeclared = 'location: the site does not count by it; add the dimension `location` in the settings first'

/** Columns with a meaning of their own. */
const own = ['respondent', 'locale', 'location']

/**
 * A row of a shop's list of customers. Beside `respondent`, `locale`, `location` and `order.id`, `order.value`, `order.currency`,
 * `order.skus`, columns `trait.NAME` and those called like a dimension of the site are kept. Names and addresses are not.
 */
export function readLinkRow(cells: Cells, dimensions: readonly string[]): LinkResult {
  const given = new Map(
    Object.entries(cells).flatMap(([name, value]): [string, string][] => (value ? [[name, String(value).trim()]] : [])),
  )
  const order = readOrder(Object.fromEntries([...given].flatMap(([name, value]) => prefixed(name, value, 'order.'))))
  if (!order.ok) return refuse(order.reason)
  const traits = [...given].flatMap(([name, value]) =>
    dimensions.includes(name) && !own.includes(name) ? [[name, value] as const] : prefixed(name, value, 'trait.'),
  )
  const location = given.get('location')
  if (location !== undefined && !Location.safeParse(location).success) return refuse('location: at most 64 characters')
  const respondent = given.get('respondent')
  if (respondent !== undefined && respondent.length > 256) return refuse('respondent: at most 256 characters')
  return readLink(
    {
      respondent,
      location,
      locale: given.get('locale'),
      order: order.order,
      traits: Object.fromEntries(traits),
    },
    dimensions,
  )
}

const prefixed = (name: string, value: string, prefix: string): [string, string][] =>
  name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []
