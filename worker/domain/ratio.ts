import type { Interval, Scored } from '../contract/report.ts'
import { isTooNarrow } from './intervals.ts'
import { studentQuantile } from './student.ts'

/** Orders whose respondents add the same to a score: how many, and the sums of their values' powers. */
export interface Worth {
  x: number
  n: number
  sum: number
  squares: number
  fourths: number
}

/** Orders that were not placed, by what they add: how an interval allows for those not heard yet. */
export type Prior = readonly { x: number; orders: number }[]

export interface Ratio {
  /** sum(value x) / sum(value); null where nothing was spent. */
  estimate: number | null
  interval: Interval | null
  caution?: Scored['caution']
}

/**
 * What is said on average where every unit of money has a voice: the ratio of two sums over orders, with its 95 % interval.
 *
 * The variance is the linearised one of a ratio, sum(value² (x - R)²) / sum(value)² (Cochran, Sampling Techniques (1977),
 * ch. 6). A few large orders may decide it, so Student's t stands in for the normal distribution, with as many degrees of
 * freedom as there are orders that weigh: (sum u)² / sum(u²) of u = value² (x - R)² (Satterthwaite, Biometrics Bulletin 2
 * (1946)), at most one less than all. Before that the prior's orders are added, each worth sum(value²) / sum(value): the
 * order in which the average unit of money was spent. With equal values that is the adjusted Wald interval of the NPS.
 * How often it holds where values are skewed is in docs/coverage.md; where it may not, `caution` says so.
 */
export function ratio(worths: readonly Worth[], prior: Prior, ends: Interval): Ratio {
  const spent = sumOf(worths, ({ sum }) => sum)
  if (spent === 0) return { estimate: null, interval: null }
  const estimate = sumOf(worths, ({ x, sum }) => x * sum) / spent
  const typical = sumOf(worths, ({ squares }) => squares) / spent
  const all = [...worths, ...prior.map(({ x, orders }) => ordersOf(typical, x, orders))]
  const orders = sumOf(all, ({ n }) => n)
  if (orders < 2) return { estimate, interval: null }

  const total = sumOf(all, ({ sum }) => sum)
  const centre = sumOf(all, ({ x, sum }) => x * sum) / total
  const squares = sumOf(all, ({ x, squares }) => squares * (x - centre) ** 2)
  const fourths = sumOf(all, ({ x, fourths }) => fourths * (x - centre) ** 4)
  const freedom = fourths === 0 ? orders - 1 : Math.min(orders - 1, squares ** 2 / fourths)
  const half = (studentQuantile(0.975, Math.max(1, freedom)) * Math.sqrt(squares)) / total
  const interval: Interval = [centre - half, centre + half]
  // As many orders of that size as money was spent: one more would stand against so many.
  const tooNarrow = isTooNarrow(centre, interval, total / typical, ends)
  return { estimate, interval, ...(tooNarrow && { caution: 'few and skewed answers' as const }) }
}

const ordersOf = (value: number, x: number, n: number): Worth => ({
  x,
  n,
  sum: n * value,
  squares: n * value ** 2,
  fourths: n * value ** 4,
})

function sumOf<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0)
}
