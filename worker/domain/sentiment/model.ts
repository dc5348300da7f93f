import { type Packed, unpackWeights } from '../learning/packed.ts'
import type { Reading } from '../words/reading.ts'
import { type Cuts, partAt } from './cuts.ts'
import { sentimentFeatures } from './features.ts'
import { type Listened, readSentiment } from './listen.ts'
import type { Heard } from './verdict.ts'

/** What was learned of how a site's shoppers say that they are pleased or not, as it is stored: about 4 kB of JSON. */
export interface SentimentModel extends Packed, Cuts {}

/** Reads comments: with a model if there is one. Null where the language's words aren't known. */
export type Listener = (reading: Reading, text: string) => Heard | null

/** Makes a model ready once, for many comments. */
export function listenerOf(model: SentimentModel | null): Listener {
  if (!model) return (reading, text) => readSentiment(reading, text)?.heard ?? null
  const weights = new Map(unpackWeights(model))
  return (reading, text) => {
    const listened = readSentiment(reading, text)
    return listened && heardWith(model, valueIn(weights, sentimentFeatures(reading, listened)), listened)
  }
}

function valueIn(weights: ReadonlyMap<number, number>, features: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [key, value] of features) sum += (weights.get(key) ?? 0) * value
  return sum
}

/** What lies in the middle and has praise and blame in it is mixed. */
function heardWith(cuts: Cuts, value: number, { heard }: Listened): Heard {
  const part = partAt(value, cuts)
  if (part === 1) {
    const isMixed = heard.sentiment === 'mixed'
    return {
      sentiment: isMixed ? 'mixed' : 'neutral',
      clarity: isMixed ? heard.clarity : clarityOf(Math.min(value - cuts.low, cuts.high - value)),
    }
  }
  if (part === 0) return { sentiment: 'negative', clarity: clarityOf(cuts.low - value) }
  return { sentiment: 'positive', clarity: clarityOf(value - cuts.high) }
}

/** How far log-odds are from where they would say something else, between 0 and 1. */
const clarityOf = (distance: number) => Math.tanh(distance / 2)
