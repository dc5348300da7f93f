/** A stream of numbers in [0, 1) that is the same for the same seed. */
export type Random = () => number

/** Seeds by text, so that a survey and a day name their own stream: FNV-1a into splitmix32. */
export function seeded(seed: number, name: string): Random {
  let state = (seed ^ 0x811c9dc5) >>> 0
  for (let i = 0; i < name.length; i++) state = Math.imul(state ^ name.charCodeAt(i), 0x01000193) >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = state
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
  }
}

/** One of a list that is not empty. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** One key, as likely as its weight. */
export function pickWeighted<K extends string>(random: Random, weights: Record<K, number>): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return (entries.at(-1) as [K, number])[0]
}

/** Draws values with the given weights, one at each call. */
export function drawFrom(weights: readonly (readonly [value: number, weight: number])[], random: Random): () => number {
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  return () => {
    let left = random() * total
    for (const [value, weight] of weights) {
      left -= weight
      if (left < 0) return value
    }
    return weights.at(-1)?.[0] ?? 0
  }
}

/** A whole number between two bounds, both possible. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** Fills a template: `{late|two days late}` becomes one of its parts, `{, really|}` may become nothing. */
export function fill(random: Random, template: string): string {
  return template.replace(/\{([^{}]*)\}/g, (_, parts: string) => pick(random, parts.split('|')))
}
