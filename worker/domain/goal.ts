import { scaleOf } from './category.ts'
import type { Scale } from './metrics.ts'

/** The least and the most a metric's score can be, in its own unit. Null where there is no metric. */
function rangeOf({ metric, points }: Scale): readonly [least: number, most: number] | null {
  if (metric === 'nps') return [-100, 100]
  return metric === 'csat' ? [0, 100] : scaleOf(metric, points)
}

/** Why a score can't be the survey's goal, or undefined when it can. */
export function goalFault(scale: Scale, goal: number): string | undefined {
  const range = rangeOf(scale)
  if (!range) return 'a survey without a metric has no score to reach'
  const [least, most] = range
  return goal >= least && goal <= most ? undefined : `between ${least} and ${most}`
}
