import type { Category, Metric } from '../contract/category.ts'

/** Lowest and highest score of a metric's scale; NPS starts at 0, the others at 1. Null where there is no metric. */
export function scaleOf(metric: Metric, points: number): [from: number, to: number] | null {
  if (metric === 'none') return null
  return metric === 'nps' ? [0, 10] : [1, points]
}

/** The lowest score that counts as good, and the lowest that counts as middling. */
function thresholds(metric: Metric, points: number): [good: number, middling: number] {
  if (metric === 'nps') return [9, 7]
  // CSAT counts the top box of 3, the top two of 5 and of 7. CES agrees above the scale's middle.
  if (metric === 'csat') return points === 3 ? [3, 2] : points === 5 ? [4, 3] : [6, 3]
  return points === 5 ? [4, 3] : [5, 4]
}

const names: Record<Exclude<Metric, 'none'>, readonly [Category, Category, Category]> = {
  nps: ['promoter', 'passive', 'detractor'],
  csat: ['satisfied', 'neutral', 'dissatisfied'],
  ces: ['easy', 'neutral', 'difficult'],
}

/** A metric's categories, best first; empty where there is no metric. */
export function categoriesOf(metric: Metric): readonly Category[] {
  return metric === 'none' ? [] : names[metric]
}

/** The part of the scale a score lies in. Null without a metric. */
export function categoryOf(metric: Metric, points: number, score: number): Category | null {
  if (metric === 'none') return null
  const [good, middling] = thresholds(metric, points)
  return names[metric][score >= good ? 0 : score >= middling ? 1 : 2]
}

/** The scores of a category, for filters; empty when the metric has no such category. */
export function scoresOf(metric: Metric, points: number, category: Category): number[] {
  const scale = scaleOf(metric, points)
  if (!scale) return []
  const all = Array.from({ length: scale[1] - scale[0] + 1 }, (_, i) => scale[0] + i)
  return all.filter((score) => categoryOf(metric, points, score) === category)
}
