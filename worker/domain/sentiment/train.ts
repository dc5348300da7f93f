import { fitLogistic, type Rows } from '../learning/logistic.ts'
import { packWeights } from '../learning/packed.ts'
import type { Reading } from '../words/reading.ts'
import { agreement, bestCuts, type Cuts, type Part, partAt } from './cuts.ts'
import { sentimentFeatures } from './features.ts'
import { readSentiment } from './listen.ts'
import type { SentimentModel } from './model.ts'
import type { Heard } from './verdict.ts'

/** A comment whose response has a score: a label that nobody had to give. */
export interface ScoredComment {
  reading: Reading
  text: string
  part: Part
}

/** So many comments of the lowest and of the highest part are needed to learn from. */
const leastOfAKind = 10
const folds = 3
const cost = 3
/** Of thousands of features most say next to nothing; 1,000 of them take 4 kB. */
const mostFeatures = 1000

/** A comment as it is learned from, in more than one row where its score says neither. */
interface Example {
  features: Map<number, number>
  part: Part
  byWords: Part
}

/**
 * Learns from a site's scored comments how its shoppers say that they are pleased or not: one logistic regression of the highest
 * part of the scale against the lowest, in which the middle stands for both by half, over what the words of judgement say and hashed words;
 * and where on its line to cut. Null where there is too little to learn from, or where comments held out of learning are told
 * worse than by the words of judgement alone. The same comments give the same model.
 */
export function trainSentiment(labelled: readonly ScoredComment[]): SentimentModel | null {
  const examples = labelled.flatMap(exampleOf)
  const [lowest, , highest] = countsOf(examples)
  if (Math.min(lowest, highest) < leastOfAKind) return null
  const parts = examples.map(({ part }) => part)
  const values = heldOut(examples)
  if (
    agreement(heldOutParts(values, parts), parts) <
    agreement(
      examples.map(({ byWords }) => byWords),
      parts,
    )
  )
    return null
  return { ...packWeights(learn(examples), mostFeatures), ...bestCuts(values, parts) }
}

function exampleOf({ reading, text, part }: ScoredComment): Example[] {
  const listened = readSentiment(reading, text)
  if (!listened) return []
  return [{ features: sentimentFeatures(reading, listened), part, byWords: partOf(listened.heard) }]
}

function countsOf(examples: readonly Example[]): [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0]
  for (const { part } of examples) counts[part]++
  return counts
}

const partOf = ({ sentiment }: Heard): Part => (sentiment === 'positive' ? 2 : sentiment === 'negative' ? 0 : 1)

/** What each comment is worth to a model that hasn't seen it. */
function heldOut(examples: readonly Example[]): number[] {
  const values = new Array<number>(examples.length).fill(0)
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(examples.filter((_, i) => i % folds !== fold))
    for (let i = fold; i < examples.length; i += folds) {
      for (const [key, value] of examples[i]?.features ?? []) values[i] = (values[i] ?? 0) + (weights.get(key) ?? 0) * value
    }
  }
  return values
}

/** By cuts chosen on the other half, since on their own they look better than they are. */
function heldOutParts(values: readonly number[], parts: readonly Part[]): Part[] {
  const cuts = [0, 1].map(
    (half): Cuts =>
      bestCuts(
        values.filter((_, i) => i % 2 !== half),
        parts.filter((_, i) => i % 2 !== half),
      ),
  )
  return values.map((value, i) => partAt(value, cuts[i % 2] ?? { low: 0, high: 0 }))
}

/** Weights by feature. Each part counts as the root of how rare it is: with full balance the few would drown the many. */
function learn(examples: readonly Example[]): Map<number, number> {
  const columns = new Map<number, number>()
  const [places, values, starts, labels, weights]: [number[], number[], number[], number[], number[]] = [[], [], [0], [], []]
  const add = ({ features }: Example, label: number, weight: number) => {
    for (const [key, value] of features) {
      const column = columns.get(key) ?? columns.size
      columns.set(key, column)
      places.push(column)
      values.push(value)
    }
    starts.push(places.length)
    labels.push(label)
    weights.push(weight)
  }
  const counts = countsOf(examples)
  for (const example of examples) {
    const weight = Math.sqrt(examples.length / 3 / counts[example.part])
    if (example.part === 1) for (const label of [0, 1]) add(example, label, weight / 2)
    else add(example, example.part / 2, weight)
  }
  const rows: Rows = {
    ...{ starts: Uint32Array.from(starts), places: Uint32Array.from(places), values: Float32Array.from(values) },
    width: columns.size,
  }
  const w = fitLogistic(rows, { labels: Uint8Array.from(labels), weights: Float64Array.from(weights) }, cost)
  return new Map(Array.from(columns, ([key, column]) => [key, w[column] ?? 0]))
}
