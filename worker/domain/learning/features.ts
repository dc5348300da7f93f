import type { Reading } from '../words/reading.ts'
import { hash, mix, stirred } from './hash.ts'

/** Features are told apart by this many bits. Of 30,000 in a site's comments 3 in 100 then share a number with another. */
export const keyBits = 20

/** Which kind of feature a text is hashed as, so that "s" as a word is not "s" as a stem. */
const seeds = { word: 0x3c6ef372, stem: 0x1b873593, pair: 0x2545f491, letters: 0x68e31da4, rule: 0x7f4a7c15, length: 0x51ed270b }

/** Letters in a row, fewest and most; a word's two ends count as letters. A word shorter than the longest is its own run. */
const shortest = 3
const longest = 5
const edge = 0x20
/** Longer words are mostly no words; their beginning tells as much. */
const mostLetters = 24
/** Runs of letters are many and say much the same. */
const lettersValue = 0.5

/**
 * What a learner sees of a comment, by token: its stem, its word where that is another, its stem with the one before, and its runs
 * of 3 to 5 letters, by which it knows words it never saw in this form, and languages whose stems nobody wrote down. `found` is
 * called with the feature's number, its value, and the first and last token it is of, as often as the feature stands there.
 */
export function eachFeature({ tokens }: Reading, found: (key: number, value: number, first: number, last: number) => void): void {
  let before = 0
  for (const [i, { word, stem }] of tokens.entries()) {
    const stemmed = hash(seeds.stem, stem)
    if (word !== stem) found(keyOf(hash(seeds.word, word)), 1, i, i)
    found(keyOf(stemmed), 1, i, i)
    if (i > 0) found(keyOf(mix(mix(seeds.pair, before), stemmed ^ (stemmed >>> 13))), 1, i - 1, i)
    before = stemmed
    if (word.length < longest) continue
    const end = Math.min(word.length, mostLetters)
    for (let start = -1; start + shortest <= end + 1; start++) {
      let run = seeds.letters
      for (let length = 1; length <= longest && start + length <= end + 1; length++) {
        const place = start + length - 1
        run = mix(run, place < 0 || place >= end ? edge : word.charCodeAt(place))
        if (length >= shortest) found(keyOf(run), lettersValue, i, i)
      }
    }
  }
}

/** What a rule that fits and a comment's length count beside its words, which have a length of 1 together. */
const ruleValue = 0.3
const lengthValue = 0.125

/**
 * Each feature once. Those of words are scaled so that their squares add up to 1: a long comment says no more than a short one. Beside
 * them stand how long it is, and the tags whose rules fit (`fits`), since what is about one thing is often not about another.
 */
export function featuresOf(reading: Reading, fits: Iterable<string> = []): Map<number, number> {
  const features = new Map<number, number>()
  eachFeature(reading, (key, value) => features.set(key, value))
  let squares = 0
  for (const value of features.values()) squares += value * value
  const scale = 1 / Math.sqrt(squares)
  for (const [key, value] of features) features.set(key, value * scale)
  if (reading.tokens.length > 0) features.set(keyOf(seeds.length), lengthValue * Math.log1p(reading.tokens.length))
  for (const tag of fits) features.set(keyOf(hash(seeds.rule, tag)), ruleValue)
  return features
}

const keyOf = (state: number) => stirred(state) >>> (32 - keyBits)
