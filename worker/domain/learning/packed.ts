/** The largest weights of a model, as they are stored. */
export interface Packed {
  /** What one step of a weight is worth. */
  unit: number
  /** Base64 of the features in rising order: for each the distance from the one before, seven bits a byte, and its weight in steps, -127 to 127. */
  features: string
}

/** The `most` largest weights (all, if left out), each in steps of a 127th of the largest: about 3 bytes a weight. */
export function packWeights(weights: Iterable<[key: number, weight: number]>, most?: number): Packed {
  const largest = [...weights].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0]).slice(0, most)
  const unit = rounded(Math.abs(largest[0]?.[1] ?? 0) / 127) || 1
  const bytes: number[] = []
  let before = 0
  for (const [key, weight] of largest.sort((a, b) => a[0] - b[0])) {
    const steps = Math.round(weight / unit)
    if (steps === 0) continue
    let distance = key - before
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128)
    bytes.push(distance, steps & 255)
    before = key
  }
  return { unit, features: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}

/** Each feature and its weight, in rising order of features. */
export function* unpackWeights({ features, unit }: Packed): Generator<[key: number, weight: number]> {
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
export const rounded = (value: number) => Number(value.toPrecision(4))
