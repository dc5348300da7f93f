import { type Packed, unpackWeights } from '../learning/packed.ts'
import type { Reading } from '../words/reading.ts'
import { sentimentFeatures } from './features.ts'
import { type Listened, readSentiment } from './listen.ts'
import { type Leaning, partOf, shifted } from './parts.ts'
import type { Heard } from './verdict.ts'

/** What was learned of how a site's shoppers say that they are pleased or not, as it is stored: some kB of JSON. */
export interface SentimentModel {
  /** What speaks for the lowest part of the scale, and for the highest, against the middle. */
  low: Packed
  high: Packed
  shift: Leaning
}

/** Reads comments: with a model if there is one. Null where the language's words aren't known. */
export type Listener = (reading: Reading, text: string) => Heard | null

/** Makes a model ready once, for many comments. */
export function listenerOf(model: SentimentModel | null): Listener {
  if (!model) return (reading, text) => readSentiment(reading, text)?.heard ?? null
  const [low, high] = [new Map(unpackWeights(model.low)), new Map(unpackWeights(model.high))]
  return (reading, text) => {
    const listened = readSentiment(reading, text)
    if (!listened) return null
    const features = sentimentFeatures(reading, listened)
    const leaning = { low: sumOf(low, features), high: sumOf(high, features) }
    return heardWith(shifted(leaning, model.shift), listened)
  }
}

function sumOf(weights: ReadonlyMap<number, number>, features: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [key, value] of features) sum += (weights.get(key) ?? 0) * value
  return sum
}

/** What lies in the middle and has praise and blame in it is mixed. */
function heardWith(leaning: Leaning, { heard }: Listened): Heard {
  const { low, high } = leaning
  switch (partOf(leaning)) {
    case 0:
      return { sentiment: 'negative', clarity: clarityOf(low - Math.max(high, 0)) }
    case 1:
      return heard.sentiment === 'mixed' ? heard : { sentiment: 'neutral', clarity: clarityOf(-Math.max(low, high)) }
    case 2:
      return { sentiment: 'positive', clarity: clarityOf(high - Math.max(low, 0)) }
  }
}

/** How far log-odds are from where they would say something else, between 0 and 1. */
const clarityOf = (distance: number) => Math.tanh(distance / 2)
