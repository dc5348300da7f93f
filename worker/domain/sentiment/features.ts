import { hash, mix, stirred } from '../learning/hash.ts'
import type { Reading } from '../words/reading.ts'
import type { Listened } from './listen.ts'
import { weighed } from './verdict.ts'

/** Features are told apart by this many bits: what the words of judgement say first, hashed words after it. */
const keyBits = 16
const summaries = 8
/** How much words count beside the sums. From 2 to 4 nothing changes on held-out rows. */
const hashedLength = 4
/** The first feature is 1 in every comment. */
export const constantKey = 0

/**
 * What the model sees of a comment: what its words of judgement say, in a few numbers, and beside them each stem, each two in
 * a row, and each denied word as a word of its own. The hashed ones have one length together, so that a long comment says no
 * more than a short one.
 */
export function sentimentFeatures({ tokens }: Reading, { evidence }: Listened): Map<number, number> {
  const keys = new Set<number>()
  let before = 0
  for (const [i, { stem, opens }] of tokens.entries()) {
    const key = hash(stemSeed, stem)
    keys.add(keyOf(key))
    if (i > 0 && !opens) keys.add(keyOf(mix(before, key)))
    if ((evidence.judged.get(i) ?? 0) < 0) keys.add(keyOf(hash(missedSeed, stem)))
    before = key
  }
  const value = hashedLength / Math.sqrt(Math.max(keys.size, 1))
  const features = new Map(Array.from(keys, (key) => [key, value]))
  const { praise, blame } = weighed(evidence)
  const sums = [
    1,
    (praise - blame) / (praise + blame + 2),
    Math.log1p(praise),
    Math.log1p(blame),
    Math.min(praise, blame) / (Math.max(praise, blame) + 1),
    Number(evidence.contrast),
    Number(evidence.plain > 0),
    Math.log1p(tokens.length) / 4,
  ]
  for (const [key, sum] of sums.entries()) features.set(constantKey + key, sum)
  return features
}

const stemSeed = 0x1b873593
const missedSeed = 0x3c6ef372

const keyOf = (state: number) => summaries + (stirred(state) % (2 ** keyBits - summaries))
