import type { Metric } from '../contract/category.ts'
import { categoriesOf, categoryOf } from './category.ts'
import { wilsonInterval } from './intervals.ts'

/** How many days before this one say what is usual. */
export const usualDays = 28

/** Below this many scores nobody can say what is usual. */
const fewestScores = 50

/** Days with answers from which on their number says what is usual. */
const fewestDays = 3

/** What a survey's answers were like before: of which each new one is held against. */
export interface Usual {
  /** The most that each band's share may be, best band first, by the upper end of its 95 % interval; undefined where too few are known. */
  shares: readonly number[] | undefined
  /** Steps in a day from which on it is far beyond every day before; undefined where there were too few days. */
  surge: number | undefined
}

/** What is usual, by the scores of the days before (and, while they are few, of this one) and by the steps stored on each of them. */
export function usualOf(
  scores: readonly { answer: string; n: number }[],
  steps: readonly number[],
  { metric, points }: { metric: Metric; points: number },
): Usual {
  const bands = categoriesOf(metric).map((band) =>
    scores.reduce((sum, { answer, n }) => sum + (categoryOf(metric, points, Number(answer)) === band ? n : 0), 0),
  )
  const total = bands.reduce((sum, n) => sum + n, 0)
  return {
    shares: total < fewestScores ? undefined : bands.map((n) => wilsonInterval(n, total)[1] / 100),
    surge: steps.length < fewestDays ? undefined : 3 * Math.max(...steps) + 100,
  }
}

/** The band a score is in: '0' the best, '2' the worst, '-' where there is no score or no metric. */
export function bandOf(score: number | null | undefined, { metric, points }: { metric: Metric; points: number }): string {
  const category = score === null || score === undefined ? null : categoryOf(metric, points, score)
  return category === null ? '-' : String(categoriesOf(metric).indexOf(category))
}

/** A network from which so many answers to one survey came that day is one that many share: a device like another's is no repeat there. */
export const sharedFrom = 5

/** Where nobody can say what is usual, no more than so many answers of one network and day are counted at once. */
export const mostOfNetwork = 250

/**
 * A band is over-represented among n answers where k of them are in it, though its share is usually p: k > n p + slack + deviations
 * sqrt(n p (1 - p)). One answer in several thousand honest ones is beyond it by chance, and two of a few never are.
 */
export const slack = 2
export const deviations = 3

/** The words of a comment, however they are written, where it is long enough to be nobody else's; '' else. */
export function sayingOf(comment: string): string {
  const words =
    comment
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  // Scripts without spaces have few words, long ones.
  return letters >= 30 && (words.length >= 6 || letters >= 12 * words.length) ? words.join(' ') : ''
}

/** How often the same words are counted within days: the longer they are, the less by chance. */
export const copiesOf = (saying: string) => Math.max(2, Math.ceil(240 / saying.length))
