import type { Metric } from '../../contract/category.ts'
import type { Sentiment } from '../../contract/sentiment.ts'
import { categoriesOf, categoryOf, scaleOf } from '../category.ts'
import type { Part } from './parts.ts'
import type { Heard } from './verdict.ts'

/** One for an answer without a score and one for each of 0 to 10. */
const places = 12
/** Words less clear than this say nothing beside a score; from the second on they stay whatever the score. */
const audible = 0.2
const clear = 0.5

const letters: Record<Sentiment, string> = { positive: 'p', negative: 'n', neutral: 'u', mixed: 'm' }
/** What each part of the scale says by itself. */
const byPart: Record<Part, Sentiment> = { 0: 'negative', 1: 'neutral', 2: 'positive' }

/** A survey's scale. */
interface Scale {
  metric: Metric
  points: number
}

/**
 * A comment's sentiment for every score its response may have or get, one letter each, so that the database can pick it by the
 * row's own: the first is for a response without a score, the one at `1 + score` (counted from 0) for that score.
 *
 * `p` positive, `n` negative, `u` neutral, `m` mixed; `-` not told, and at scores off the scale. A capital says that words and
 * score disagree: clear praise with a score of the lowest part of the scale, or clear blame with one of the highest. Where the
 * words say nothing the score decides; where they say a little and the score says the opposite, it is neutral. What isn't heard at
 * all, in a language whose words aren't known, isn't told by the score either.
 */
export function sentimentsByScore(heard: Heard | null, scale: Scale): string {
  if (!heard) return '-'.repeat(places)
  const [lowest, highest] = scaleOf(scale.metric, scale.points) ?? [0, -1]
  return Array.from({ length: places }, (_, place) => {
    const score = place - 1
    if (place === 0) return letters[heard.sentiment]
    const part = score < lowest || score > highest ? null : partOfScore(scale, score)
    return part === null ? '-' : letterFor(heard, byPart[part])
  }).join('')
}

/** The part of the scale a score lies in; null without a metric. */
export function partOfScore({ metric, points }: Scale, score: number): Part | null {
  const category = categoryOf(metric, points, score)
  if (category === null) return null
  const place = categoriesOf(metric).indexOf(category)
  return place === 0 ? 2 : place === 1 ? 1 : 0
}

function letterFor({ sentiment, clarity }: Heard, said: Sentiment): string {
  if (clarity < audible) return letters[said]
  if (!areOpposite(sentiment, said)) return letters[sentiment]
  return clarity < clear ? letters.neutral : letters[sentiment].toUpperCase()
}

function areOpposite(a: Sentiment, b: Sentiment): boolean {
  return (a === 'positive' && b === 'negative') || (a === 'negative' && b === 'positive')
}
