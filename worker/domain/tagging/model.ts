import { type Packed, packWeights, rounded } from '../learning/packed.ts'

/** What was learned of one tag, as it is stored: at most some kB of JSON. */
export interface TagModel extends Packed {
  /** Log-odds of a comment that the rules don't fit and whose words say nothing, and what the rules add. */
  constant: number
  rule: number
  /** The confidence from which on the tag is given. */
  least: number
  /** True where it only adds to the tag's rules: what they fit has the tag, however sure it is. */
  adds?: boolean
}

/** What the models of a site may take together, as JSON, and beside its features one of them. */
const siteBytes = 49_500
const otherBytes = 250
/** Of a feature in base64, at most: two bytes for its distance, if it isn't the only one far and wide, and one for its weight. */
const featureBytes = 4
/** Those of sentiment lie closer. It has two sides, takes as much as two tags, and needs no more than so many. */
const sentimentBytes = 2.8
const mostOfASide = 1_500

/** How many features each of so many tags may keep, and each side of sentiment beside them. */
export function roomFor(tags: number): { tag: number; sentiment: number } {
  const sentiment = Math.min(mostOfASide, Math.floor(siteBytes / (tags + 2) / sentimentBytes))
  const tag = Math.floor(((siteBytes - 2 * sentiment * sentimentBytes) / Math.max(tags, 1) - otherBytes) / featureBytes)
  return { tag, sentiment }
}

/** `keys[i]` is the feature of `weights[i]`; weights are multiplied by `times`. */
export function packTag(
  keys: readonly number[],
  weights: Float64Array,
  { times, constant, rule, least, adds }: Pick<TagModel, 'constant' | 'rule' | 'least' | 'adds'> & { times: number },
): TagModel {
  const known = keys.map((key, i): [number, number] => [key, times * (weights[i] ?? 0)])
  return { constant: rounded(constant), rule: rounded(rule), least: rounded(least), ...(adds && { adds }), ...packWeights(known) }
}
