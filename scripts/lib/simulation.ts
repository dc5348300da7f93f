import { scaleOf } from '../../worker/domain/category.ts'
import type { Scale } from '../../worker/domain/metrics.ts'

/** Answers in a sample. */
export const sizes = [20, 50, 100, 300, 1_000]

/** Shares between 0 and 1: of all intervals, of those without a caution, and how many carry one. */
export interface Shares {
  covered: number
  coveredWithoutCaution: number
  cautioned: number
}

/** How often an interval holds the truth, with and without a caution beside it, in so many samples. */
export function sharesOf(runs: number, sample: () => { holds: boolean; cautioned: boolean }): Shares {
  let [covered, cautioned, both] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const one = sample()
    if (one.holds) covered++
    if (one.cautioned) cautioned++
    if (one.holds && one.cautioned) both++
  }
  const without = runs - cautioned
  return {
    covered: covered / runs,
    coveredWithoutCaution: without === 0 ? 1 : (covered - both) / without,
    cautioned: cautioned / runs,
  }
}

/** Each score beside its weight, lowest first. */
export function crowdOf({ metric, points }: Scale, weights: readonly number[]): (readonly [score: number, weight: number])[] {
  const [lowest] = scaleOf(metric, points) ?? [0]
  return weights.map((weight, i) => [lowest + i, weight] as const)
}

export function holds(interval: readonly [number, number] | null | undefined, truth: number): boolean {
  return interval != null && interval[0] <= truth && truth <= interval[1]
}

/** A line of a table, its shares as percentages. */
export function lineOf(name: string, n: number, shares: readonly number[]): string {
  return `| ${[name, n.toLocaleString('en'), ...shares.map((share) => (100 * share).toFixed(1))].join(' | ')} |`
}
