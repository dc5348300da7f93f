import type { Metric } from '../contract/category.ts'
import { limits } from '../contract/limits.ts'

/** So many surveys can be read in one score. */
export const mostPooled = limits.pooledSurveys

interface Scored {
  metric: Metric
  points: number
}

/** Why a survey's scores can't be pooled with those of the others; undefined where they can. */
export function poolingFault(
  survey: Scored,
  others: readonly Scored[],
): 'no score' | 'another metric' | 'another scale' | undefined {
  if (survey.metric === 'none') return 'no score'
  if (others.some(({ metric }) => metric !== survey.metric)) return 'another metric'
  return others.some(({ points }) => points !== survey.points) ? 'another scale' : undefined
}
