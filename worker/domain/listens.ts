import type { Metric } from '../contract/category.ts'
import { categoriesOf, categoryOf } from './category.ts'

/** Which of a site's responses something waits for. */
export type Listens = 'none' | 'unhappy' | 'all'

/**
 * Whether a step may be what something waits for. One that doesn't say the score may be: an earlier one did. Most responses of a site
 * with nothing but rules for unhappy customers are not, and cost no place in the outbox.
 */
export function isAwaited(listens: Listens, metric: Metric, points: number, score: number | null | undefined): boolean {
  if (listens !== 'unhappy') return listens === 'all'
  if (score === undefined || score === null) return metric !== 'none'
  const category = categoryOf(metric, points, score)
  return category !== null && category === categoriesOf(metric).at(-1)
}
