import { fitLogistic, type Rows, scoreOf } from '../learning/logistic.ts'
import { packWeights, rounded } from '../learning/packed.ts'
import type { Reading } from '../words/reading.ts'
import { sentimentFeatures } from './features.ts'
import { readSentiment } from './listen.ts'
import type { SentimentModel } from './model.ts'
import { agreement, bestShift, type Leaning, type Part, partOf, shifted } from './parts.ts'
import type { Heard } from './verdict.ts'

/** A comment whose response has a score: a label that nobody had to give. */
export interface ScoredComment {
  reading: Reading
  text: string
  part: Part
}

/** So many comments of the lowest and of the highest part are needed to learn from. */
const leastOfAKind = 10
/** Each is a slice of work of its own. */
export const folds = 3
/** How much a comment counts against small weights. From 1 to 3 nothing changes on held-out comments. */
const cost = 2
/** Each part counts as this power of how rare it is: with full balance the few would drown the many, without any go unheard. */
const balance = 0.75

/** How a model that hasn't seen a comment hears it, beside what its score and its words of judgement say. */
export type HeldOut = readonly [part: Part, byWords: Part, low: number, high: number]

/**
 * Hears every third of a site's scored comments, from the `fold`-th on, by what the others teach. None where there is too little to
 * learn from. `room` is how many features either side may keep.
 */
export function hearHeldOut(labelled: readonly ScoredComment[], fold: number, room: number): HeldOut[] {
  const lesson = lessonOf(labelled)
  if (!isEnough(lesson.parts)) return []
  const weights = learn(lesson, room, (i) => i % folds !== fold)
  return lesson.parts.flatMap((part, i): HeldOut[] => {
    if (i % folds !== fold) return []
    const [low, high] = [weights.low, weights.high].map((side) => rounded(scoreOf(lesson.rows, i, side)))
    return [[part, lesson.byWords[i] ?? 1, low ?? 0, high ?? 0]]
  })
}

/**
 * Learns from a site's scored comments how its shoppers say that they are pleased or not. Each part of the scale has its own words
 * ("it's okay, but" is not half of praise), so there is a logistic regression for each against the others, over what the words of
 * judgement say and hashed words; how far to shift them is told by comments held out. Null where there is too little to learn from, or where comments held
 * out of learning are told worse than by the words of judgement alone. The same comments give the same model.
 */
export function trainSentiment(
  labelled: readonly ScoredComment[],
  heldOut: readonly HeldOut[],
  room: number,
): SentimentModel | null {
  const lesson = lessonOf(labelled)
  if (!isEnough(lesson.parts) || heldOut.length === 0) return null
  const parts = heldOut.map(([part]) => part)
  const byWords = heldOut.map(([, words]) => words)
  const leanings = heldOut.map(([, , low, high]): Leaning => ({ low, high }))
  if (agreement(halfByHalf(leanings, parts), parts) < agreement(byWords, parts)) return null
  const weights = learn(lesson, room, () => true)
  const pack = (side: Float64Array) => packWeights(lesson.keys.map((key, column) => [key, side[column] ?? 0]))
  return { low: pack(weights.low), high: pack(weights.high), shift: bestShift(leanings, parts) }
}

/** Comments as rows: what is learned from. */
interface Lesson {
  rows: Rows
  /** The feature of each column. */
  keys: number[]
  parts: Part[]
  /** What their words of judgement say by themselves. */
  byWords: Part[]
}

function lessonOf(labelled: readonly ScoredComment[]): Lesson {
  const columns = new Map<number, number>()
  const [starts, places, values]: [number[], number[], number[]] = [[0], [], []]
  const [parts, byWords]: [Part[], Part[]] = [[], []]
  for (const { reading, text, part } of labelled) {
    const listened = readSentiment(reading, text)
    if (!listened) continue
    for (const [key, value] of sentimentFeatures(reading, listened)) {
      const column = columns.get(key) ?? columns.size
      columns.set(key, column)
      places.push(column)
      values.push(value)
    }
    starts.push(places.length)
    parts.push(part)
    byWords.push(partHeard(listened.heard))
  }
  const rows = { starts: Uint32Array.from(starts), places: Uint32Array.from(places), values: Float32Array.from(values) }
  return { rows: { ...rows, width: columns.size }, keys: [...columns.keys()], parts, byWords }
}

const partHeard = ({ sentiment }: Heard): Part => (sentiment === 'positive' ? 2 : sentiment === 'negative' ? 0 : 1)

const count = (parts: readonly Part[], part: Part) => parts.filter((one) => one === part).length

const isEnough = (parts: readonly Part[]) => Math.min(count(parts, 0), count(parts, 2)) >= leastOfAKind

/** By shifts chosen on the other half, since on their own they look better than they are. */
function halfByHalf(leanings: readonly Leaning[], parts: readonly Part[]): Part[] {
  const shifts = [0, 1].map((half) =>
    bestShift(
      leanings.filter((_, i) => i % 2 !== half),
      parts.filter((_, i) => i % 2 !== half),
    ),
  )
  return leanings.map((leaning, i) => partOf(shifted(leaning, shifts[i % 2] ?? { low: 0, high: 0 })))
}

/** By column what speaks for the lowest part and for the highest, both against the middle; of each side the largest. */
function learn({ rows, parts }: Lesson, room: number, isChosen: (row: number) => boolean) {
  const chosen = parts.filter((_, row) => isChosen(row))
  const rarity = ([0, 1, 2] as const).map((part) => (chosen.length / 3 / count(chosen, part)) ** balance)
  const weights = Float64Array.from(parts, (part, row) => (isChosen(row) ? (rarity[part] ?? 1) : 0))
  const [low, middle, high] = ([0, 1, 2] as const).map((part) =>
    fitLogistic(rows, { labels: Uint8Array.from(parts, (one) => Number(one === part)), weights }, cost),
  )
  const against = (side: Float64Array | undefined) =>
    largest(
      Float64Array.from(middle ?? [], (weight, column) => (side?.[column] ?? 0) - weight),
      room,
    )
  return { low: against(low), high: against(high) }
}

function largest(weights: Float64Array, most: number): Float64Array {
  const bar = weights.map(Math.abs).toSorted().at(-most) ?? 0
  return weights.map((weight) => (Math.abs(weight) >= bar ? weight : 0))
}
