import type { Interval } from '../contract/report.ts'
import { studentQuantile } from './student.ts'

/** Two-sided 95 % quantile of the normal distribution, as CONTRACT prints the formulas. */
const z = 1.96

/**
 * Adjusted Wald interval for NPS in points: adds 0.75 promoter, 1.5 passive and 0.75 detractor.
 * Source: Rocks, "Interval estimation for the Net Promoter Score", The American Statistician 70 (2016).
 * Unbounded by the scale: few answers can reach past 100.
 */
export function npsInterval(promoters: number, detractors: number, n: number): Interval {
  const total = n + 3
  const p = (promoters + 0.75) / total
  const d = (detractors + 0.75) / total
  const half = z * Math.sqrt((p + d - (p - d) ** 2) / total)
  return [100 * (p - d - half), 100 * (p - d + half)]
}

/** Wilson score interval for a share of n, in percent. Source: Wilson, JASA 22 (1927). */
export function wilsonInterval(hits: number, n: number): Interval {
  const share = hits / n
  const centre = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return [100 * (centre - half), 100 * (centre + half)]
}

/** t interval for a mean, given the sample's standard deviation (n - 1); null below two answers. */
export function meanInterval(mean: number, deviation: number, n: number): Interval | null {
  if (n < 2) return null
  const half = (studentQuantile(0.975, n - 1) * deviation) / Math.sqrt(n)
  return [mean - half, mean + half]
}

/**
 * Whether a t interval promises more than the answers can hold: one more of them, at the end of the scale that lies
 * farther from the mean, would move the mean by over half the interval's half-width. So it is while nearly everybody
 * agrees and those who don't have hardly been heard yet. Where this is false the interval covers the true mean in at
 * least 92 of 100 cases, from n = 20 on (docs/coverage.md).
 */
export function isTooNarrow(mean: number, [low, high]: Interval, n: number, [from, to]: readonly [number, number]): boolean {
  return Math.max(mean - from, to - mean) / (n + 1) > (high - low) / 4
}

/**
 * Interval of the difference a - b of two independent estimates, from their own intervals
 * (the "square and add" of Newcombe, Statistics in Medicine 17 (1998); MOVER of Zou and Donner,
 * ibid. 27 (2008)). One formula for all metrics, and never at odds with the intervals shown.
 */
export function differenceInterval(a: number, aInterval: Interval, b: number, bInterval: Interval): Interval {
  const low = Math.hypot(a - aInterval[0], bInterval[1] - b)
  const high = Math.hypot(aInterval[1] - a, b - bInterval[0])
  return [a - b - low, a - b + high]
}
