import * as z from 'zod'
import { Category } from './category.ts'
import { Interval } from './report.ts'
import { Covered } from './value.ts'

/** Customers who answered in one category, and how many of them ordered again. */
const Reordering = z.object({
  category: Category,
  /** Customers whose time is over. */
  n: z.int(),
  again: z.int(),
  /** Of those, in percent; null for nobody. */
  share: z.number().nullable(),
  interval: Interval.nullable(),
  /** Customers who aren't counted yet, since they have time left. */
  waiting: z.int(),
})
export type Reordering = z.infer<typeof Reordering>

export const ReorderReport = z.object({
  ...Covered,
  /** How long after their answer. */
  withinDays: z.int(),
  /** Customers whose time is over, of all categories, and those who have time left. */
  n: z.int(),
  waiting: z.int(),
  /** Best first. Empty where nobody who answered is known to the shop by an id. */
  categories: z.array(Reordering),
})
export type ReorderReport = z.infer<typeof ReorderReport>
