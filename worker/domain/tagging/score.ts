import { eachFeature, featuresOf } from '../learning/features.ts'
import { sigmoid } from '../learning/logistic.ts'
import { unpackWeights } from '../learning/packed.ts'
import type { Reading } from '../words/reading.ts'
import type { TagModel } from './model.ts'

/** A word's place in its text, in UTF-16 units. */
export type Place = [start: number, end: number]

/** What the models say of a comment: each learned tag's confidence, and what gives the tag, if anything does. */
export interface Scored {
  confidence: number
  by: 'model' | 'rules' | undefined
}

/** Words that are named as those that decided, at most. */
const mostWords = 3
/** Beside the word that says most, those that say at least this share of it. */
const worthNaming = 0.4

/** The models of a site, made ready to read comments. */
export interface Scorer {
  /** The tags that were learned. */
  tags: string[]
  /** `fits` has the tags whose rules fit. */
  score(reading: Reading, fits: { has(tag: string): boolean; keys(): Iterable<string> }): Map<string, Scored>
  /** The words that speak most for a tag, in their order; none where only the rules do. */
  explain(reading: Reading, tag: string): Place[]
}

/** Makes models ready once, for many comments: about a millisecond for 20 tags. */
export function scorerOf(models: ReadonlyMap<string, TagModel>): Scorer {
  const learned = [...models].map(([tag, model]) => ({ tag, model, weights: new Map(unpackWeights(model)) }))
  // By feature the tags that know it, for most are known to none.
  const known = new Map<number, { at: number; weight: number }[]>()
  for (const [at, { weights }] of learned.entries()) {
    for (const [key, weight] of weights) {
      const of = known.get(key)
      if (of) of.push({ at, weight })
      else known.set(key, [{ at, weight }])
    }
  }
  return {
    tags: learned.map(({ tag }) => tag),
    score(reading, fits) {
      const sums = new Float64Array(learned.length)
      for (const [key, value] of featuresOf(reading, fits.keys())) {
        const of = known.get(key)
        if (of) for (const { at, weight } of of) sums[at] = (sums[at] ?? 0) + weight * value
      }
      return new Map(
        learned.map(({ tag, model: { constant, rule, least, adds } }, at) => {
          const byRules = fits.has(tag)
          const confidence = sigmoid(constant + (byRules ? rule : 0) + (sums[at] ?? 0))
          const by = adds && byRules ? 'rules' : confidence >= least ? 'model' : undefined
          return [tag, { confidence, by }]
        }),
      )
    },
    explain(reading, tag) {
      const weights = learned.find((one) => one.tag === tag)?.weights
      return weights ? speaking(reading, weights) : []
    },
  }
}

/** A feature of two words speaks for each of them by half. */
function speaking(reading: Reading, weights: ReadonlyMap<number, number>): Place[] {
  const said = new Float64Array(reading.tokens.length)
  eachFeature(reading, (key, value, first, last) => {
    const weight = (weights.get(key) ?? 0) * value
    for (let token = first; token <= last; token++) said[token] = (said[token] ?? 0) + weight / (last - first + 1)
  })
  const ranked = [...said.entries()].filter(([, weight]) => weight > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const bar = worthNaming * (ranked[0]?.[1] ?? 0)
  return ranked
    .slice(0, mostWords)
    .filter(([, weight]) => weight >= bar)
    .sort((a, b) => a[0] - b[0])
    .flatMap(([token]): Place[] => {
      const at = reading.tokens[token]
      return at ? [[at.start, at.end]] : []
    })
}
