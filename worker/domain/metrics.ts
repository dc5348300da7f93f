import type { Metric } from '../contract/category.ts'
import type { Change, Scored, Total } from '../contract/report.ts'
import { categoriesOf, categoryOf, scaleOf } from './category.ts'
import { differenceInterval, isTooNarrow, meanInterval, npsInterval, wilsonInterval } from './intervals.ts'

/** How many responses gave each score. */
export type Histogram = ReadonlyMap<number, number>

/** The scale a score is read on. */
export interface Scale {
  metric: Metric
  points: number
}

/**
 * The one place where a histogram becomes NPS, CSAT or CES with its 95 % interval.
 * NPS in points (-100 to 100), CSAT in percent, CES as the mean; null when nobody answered.
 */
export function scored(scale: Scale, histogram: Histogram): Scored {
  const { n, mean, deviation, parts } = summary(scale, histogram)
  if (n === 0 || scale.metric === 'none') return { n, score: null, interval: null }
  const [good, , bad] = parts
  if (scale.metric === 'nps') return { n, score: (100 * (good - bad)) / n, interval: npsInterval(good, bad, n) }
  if (scale.metric === 'csat') return { n, score: (100 * good) / n, interval: wilsonInterval(good, n) }
  return { n, score: mean, ...cautiousMean({ n, mean, deviation }, scaleOf(scale.metric, scale.points)) }
}

/** `scored` with the counts behind it: every point of the scale, and the parts the metric names. */
export function total(scale: Scale, histogram: Histogram): Total {
  const { n, mean, parts } = summary(scale, histogram)
  const range = scaleOf(scale.metric, scale.points)
  const counts: Record<string, number> = {}
  if (range) for (let score = range[0]; score <= range[1]; score++) counts[score] = histogram.get(score) ?? 0
  const [good, middling, bad] = parts
  return {
    ...scored(scale, histogram),
    counts,
    mean: n === 0 ? null : mean,
    ...(scale.metric === 'nps' && { promoters: good, passives: middling, detractors: bad }),
    ...(scale.metric === 'csat' && { satisfied: good }),
    ...(scale.metric === 'ces' && { agree: n === 0 ? null : (100 * good) / n }),
  }
}

/** Standard deviation of one answer's contribution to the score, in the score's unit; for planning ahead. */
export function spread(scale: Scale, histogram: Histogram): number {
  const { n, deviation, parts } = summary(scale, histogram)
  const [good, middling, bad] = parts
  // The same pseudo-answers as in the intervals, so that three equal answers don't promise certainty.
  if (scale.metric === 'nps') {
    const p = (good + 0.75) / (n + 3)
    const d = (bad + 0.75) / (n + 3)
    return 100 * Math.sqrt(p + d - (p - d) ** 2)
  }
  if (scale.metric === 'csat') {
    const share = (good + 2) / (good + middling + bad + 4)
    return 100 * Math.sqrt(share * (1 - share))
  }
  // A uniform answer on the scale deviates by points / sqrt(12): what to expect before two answers differ.
  return n < 10 ? Math.max(deviation, scale.points / Math.sqrt(12)) : deviation
}

/**
 * What an answer adds to the score, as a whole number: 1, 0, -1 for promoter, passive, detractor; 1 or 0 for satisfied or
 * not; the score itself for CES. The score is the mean of these, times 100 for the first two.
 */
export function contributionOf({ metric, points }: Scale, score: number): number {
  if (metric === 'ces') return score
  const [good, , bad] = categoriesOf(metric)
  const category = categoryOf(metric, points, score)
  return category === good ? 1 : metric === 'nps' && category === bad ? -1 : 0
}

/** How many answers add how much. */
export function contributions(scale: Scale, histogram: Histogram): Histogram {
  const added = new Map<number, number>()
  for (const [score, n] of histogram) {
    const value = contributionOf(scale, score)
    added.set(value, (added.get(value) ?? 0) + n)
  }
  return added
}

/** The mean of the points of a rating with its interval; null where there is none. */
export function meanOf(points: number, histogram: Histogram): Pick<Scored, 'interval' | 'caution'> & { mean: number | null } {
  const found = moments(histogram)
  return { mean: found.n === 0 ? null : found.mean, ...cautiousMean(found, [1, points]) }
}

function cautiousMean(
  { n, mean, deviation }: Moments,
  ends: readonly [number, number] | null,
): Pick<Scored, 'interval' | 'caution'> {
  const interval = meanInterval(mean, deviation, n)
  if (!interval || !ends || !isTooNarrow(mean, interval, n, ends)) return { interval }
  return { interval, caution: 'few and skewed answers' }
}

/** How far `now` lies from `before` (two independent groups), and whether that is more than noise. */
export function changeBetween(now: Scored, before: Scored): Change {
  if (now.score === null || before.score === null) return { change: null, changeInterval: null, distinguishable: null }
  const change = now.score - before.score
  if (!now.interval || !before.interval) return { change, changeInterval: null, distinguishable: null }
  const changeInterval = differenceInterval(now.score, now.interval, before.score, before.interval)
  return { change, changeInterval, distinguishable: changeInterval[0] > 0 || changeInterval[1] < 0 }
}

export interface Moments {
  n: number
  mean: number
  /** Of the sample: divided by n - 1. */
  deviation: number
}
type Parts = [good: number, middling: number, bad: number]

function summary(scale: Scale, histogram: Histogram): Moments & { parts: Parts } {
  const names = categoriesOf(scale.metric)
  const parts: Parts = [0, 0, 0]
  for (const [score, count] of histogram) {
    const category = categoryOf(scale.metric, scale.points, score)
    const part = category === null ? -1 : names.indexOf(category)
    if (part === 0 || part === 1 || part === 2) parts[part] += count
  }
  return { ...moments(histogram), parts }
}

export function moments(histogram: Histogram): Moments {
  let n = 0
  let sum = 0
  for (const [score, count] of histogram) {
    n += count
    sum += score * count
  }
  const mean = n === 0 ? 0 : sum / n
  let squares = 0
  for (const [score, count] of histogram) squares += count * (score - mean) ** 2
  return { n, mean, deviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) }
}
