import * as z from 'zod'
import { Category, Metric } from './category.ts'
import { Interval, Scored } from './report.ts'

/** What those of one category spent. */
const Spent = z.object({
  category: Category,
  /** Orders. */
  n: z.int(),
  value: z.number(),
  /** Of the currency's value, between 0 and 1; null where all orders together are worth nothing. */
  share: z.number().nullable(),
  interval: Interval.nullable(),
})
export type Spent = z.infer<typeof Spent>

/** The orders of one currency; amounts are in its own unit (59.9 euros). */
const CurrencyValue = z.object({
  /** ISO 4217; null for orders that didn't say. */
  currency: z.string().nullable(),
  /** `n`: the orders counted. The score and its interval weigh each by its value. */
  ...Scored.shape,
  /** Responses that name these orders: of several to the same one the last answered counts. */
  responses: z.int(),
  value: z.number(),
  /** The same orders, each with one voice. */
  unweighted: Scored,
  /** Best category first; the last is who the revenue is at risk with. */
  categories: z.array(Spent),
})
export type CurrencyValue = z.infer<typeof CurrencyValue>

/** What a reading of orders covers. */
export const Covered = {
  survey: z.string(),
  metric: Metric,
  timeZone: z.string(),
  /** Later than asked for where `shortened`. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** There are more orders than are read at once: the last whole days of the period stand for it. */
  shortened: z.boolean(),
}

export const ValueReport = z.object({
  ...Covered,
  /** Most orders first; never added up. */
  currencies: z.array(CurrencyValue),
})
export type ValueReport = z.infer<typeof ValueReport>
