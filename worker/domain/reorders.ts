import type { Metric } from '../contract/category.ts'
import type { Reordering } from '../contract/reorders.ts'
import { categoriesOf, scoresOf } from './category.ts'
import { wilsonInterval } from './intervals.ts'

/** Within so many days of the answer. */
export const reorderDays = 90

/** Customers by the score they gave: those whose time is over, how many of these ordered again, and those who have time left. */
export interface ReorderCell {
  score: number
  n: number
  again: number
  waiting: number
}

/** The share that ordered again by category, best first, with Wilson's interval; only of customers whose time is over. */
export function reordersByCategory(
  { metric, points }: { metric: Metric; points: number },
  cells: readonly ReorderCell[],
): Reordering[] {
  if (cells.length === 0) return []
  return categoriesOf(metric).map((category) => {
    const scores = scoresOf(metric, points, category)
    const of = cells.filter(({ score }) => scores.includes(score))
    const sum = (what: 'n' | 'again' | 'waiting') => of.reduce((total, cell) => total + cell[what], 0)
    const [n, again] = [sum('n'), sum('again')]
    const share = n === 0 ? null : (100 * again) / n
    return { category, n, again, share, interval: n === 0 ? null : wilsonInterval(again, n), waiting: sum('waiting') }
  })
}
