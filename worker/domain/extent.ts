import type { Metric } from '../contract/category.ts'
import type { Interval } from '../contract/report.ts'

/** The ends a score can have: what bars and whiskers are drawn on. */
export function extent(metric: Metric, scale: readonly [number, number] | null): [number, number] {
  if (metric === 'nps') return [-100, 100]
  if (metric === 'csat') return [0, 100]
  return scale ? [scale[0], scale[1]] : [0, 1]
}

/** The interval cut at the ends of the scale: few answers reach past them by the formula, never in fact. */
export function clamped(interval: Interval, [low, high]: readonly [number, number]): Interval {
  return [Math.max(low, interval[0]), Math.min(high, interval[1])]
}
