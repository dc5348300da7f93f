import { type Histogram, type Scale, scored, spread } from './metrics.ts'
import { studentQuantile } from './student.ts'

/** Weeks that a week is judged by. */
export const baselineWeeks = 8
/** Fewer say too little of how much weeks differ. */
export const leastWeeks = 4
/** A week with fewer answers is neither judged nor judged by. */
export const leastAnswers = 10

/** One week beside those before it, in the score's unit. */
export interface Judged {
  n: number
  score: number
  /** What the weeks before let one expect. */
  expected: number
  /** Below this a week like those before lies one time in twenty. */
  bound: number
  fell: boolean
}

/** One-sided: only a fall is told, and of weeks in which nothing changes one in twenty at most. */
const sure = 0.95

/**
 * Whether a week's score lies below what the weeks before it let one expect: the one-sided 95 % prediction bound for a further week.
 * Weeks differ by chance and by more than chance (a sale, the weather); both are in it. Of k weeks the mean and the variance between them
 * (DerSimonian and Laird, Controlled Clinical Trials 7, 1986) give the bound expected - t(k - 1) sqrt(between + within + error of the mean), after Higgins,
 * Thompson and Spiegelhalter, JRSS A 172 (2009), with the new week's own sampling error, since a week is a sample too. Theirs is t(k - 2), which in
 * simulations (test/domain/fall.test.ts) told of falls later and of steady weeks hardly less often. Null where there is too little to judge by.
 */
export function judgeWeek(scale: Scale, before: readonly Histogram[], week: Histogram): Judged | null {
  const weeks = before
    .map((histogram) => scored(scale, histogram))
    .flatMap(({ n, score }) => (score !== null && n >= leastAnswers ? [{ n, score }] : []))
  const { n, score } = scored(scale, week)
  if (weeks.length < leastWeeks || score === null || n < leastAnswers) return null
  // One answer's variance is that of all weeks together: a single week's may be nothing by chance.
  const variance = spread(scale, added([...before, week])) ** 2
  const { expected, between, error } = meanOf(weeks.map((one) => ({ score: one.score, within: variance / one.n })))
  const bound = expected - studentQuantile(sure, weeks.length - 1) * Math.sqrt(between + variance / n + error)
  return { n, score, expected, bound, fell: score < bound }
}

interface Estimate {
  score: number
  /** Variance of its sampling error. */
  within: number
}

/** The mean of estimates that differ by more than their errors: the variance between them, and of the mean's own error. */
function meanOf(estimates: readonly Estimate[]): { expected: number; between: number; error: number } {
  const weighed = (between: number) => {
    const weights = estimates.map(({ within }) => 1 / (within + between))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const mean = estimates.reduce((total, { score }, i) => total + (weights[i] ?? 0) * score, 0) / sum
    return { weights, sum, mean }
  }
  const fixed = weighed(0)
  const spreadOut = estimates.reduce((total, { score }, i) => total + (fixed.weights[i] ?? 0) * (score - fixed.mean) ** 2, 0)
  const squares = fixed.weights.reduce((total, weight) => total + weight ** 2, 0)
  const between = Math.max(0, (spreadOut - (estimates.length - 1)) / (fixed.sum - squares / fixed.sum))
  const { sum, mean } = weighed(between)
  return { expected: mean, between, error: 1 / sum }
}

function added(histograms: readonly Histogram[]): Histogram {
  const all = new Map<number, number>()
  for (const histogram of histograms) for (const [score, n] of histogram) all.set(score, (all.get(score) ?? 0) + n)
  return all
}
