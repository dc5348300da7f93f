/** What was learned of one tag, as it is stored: at most some kB of JSON. */
export interface TagModel {
  /** Log-odds of a comment that the rules don't fit and whose words say nothing, and what the rules add. */
  constant: number
  rule: number
  /** The confidence from which on the tag is given. */
  least: number
  /** What one step of a weight is worth. */
  unit: number
  /** Base64 of the features in rising order: for each the distance from the one before, seven bits a byte, and its weight in steps, -127 to 127. */
  features: string
}

/** What the models of a site may take together, as JSON, and beside its features one of them. */
const siteBytes = 48_000
const otherBytes = 150
/** Of a feature in base64, at most: two bytes for its distance, if it isn't the only one far and wide, and one for its weight. */
const featureBytes = 4

/** How many features each of so many models may keep; sentiment is one more of them. */
export const featuresFor = (models: number) => Math.floor((siteBytes / (models + 1) - otherBytes) / featureBytes)

/** The weights in steps of a 127th of the largest. `keys[i]` is the feature of `weights[i]`; weights are multiplied by `times`. */
export function packTag(
  keys: readonly number[],
  weights: Float64Array,
  { times, constant, rule, least }: Pick<TagModel, 'constant' | 'rule' | 'least'> & { times: number },
): TagModel {
  const known = keys.map((key, i) => ({ key, weight: times * (weights[i] ?? 0) })).sort((a, b) => a.key - b.key)
  const unit = rounded(known.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 0) / 127) || 1
  const bytes: number[] = []
  let before = 0
  for (const { key, weight } of known) {
    const steps = Math.round(weight / unit)
    if (steps === 0) continue
    let distance = key - before
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, steps & 255)
    before = key
  }
  return {
    constant: rounded(constant),
    rule: rounded(rule),
    least: rounded(least),
    unit,
    features: btoa(bytes.map((byte) => String.fromCharCode(byte)).join('')),
  }
}

/** Each feature and its weight, in rising order of features. */
export function* unpackTag({ features, unit }: TagModel): Generator<[key: number, weight: number]> {
  const bytes = atob(features)
  let key = 0
  let i = 0
  while (i < bytes.length) {
    let byte = bytes.charCodeAt(i++)
    let distance = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes.charCodeAt(i++)
      distance |= (byte & 127) << shift
    }
    key += distance
    yield [key, ((bytes.charCodeAt(i++) << 24) >> 24) * unit]
  }
}

/** Four significant digits decide nothing less than sixteen do. */
const rounded = (value: number) => Number(value.toPrecision(4))
