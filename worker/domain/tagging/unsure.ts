import type { Reading } from '../words/reading.ts'

/** A comment nobody judged yet, and how sure the tag is of it, between 0 and 1. */
export interface Candidate {
  reading: Reading
  confidence: number
}

/** Of so many times the comments wanted, the least sure are looked at. */
const lookedAt = 20
/** How much being like one that is chosen already weighs, in log-odds. */
const alikeWeighs = 2

/**
 * Which comments teach a tag most when they are judged: those it is least sure of, and not the same ones over again. Answers the
 * places of at most `count` candidates, the most telling first. `least` is the confidence from which on the tag is given.
 */
export function unsureOf(candidates: readonly Candidate[], least: number, count: number): number[] {
  const left = candidates
    .map(({ reading, confidence }, place) => ({
      place,
      far: Math.abs(odds(confidence) - odds(least)),
      stems: new Set(reading.tokens.map(({ stem }) => stem)),
      like: 0,
    }))
    .filter(({ stems }) => stems.size > 0)
    .sort((a, b) => a.far - b.far || a.place - b.place)
    .slice(0, lookedAt * count)
  const chosen: number[] = []
  while (chosen.length < count && left.length > 0) {
    const costs = left.map(({ far, like }) => far + alikeWeighs * like)
    const [next] = left.splice(costs.indexOf(Math.min(...costs)), 1)
    if (!next) break
    chosen.push(next.place)
    for (const other of left) other.like = Math.max(other.like, alike(next.stems, other.stems))
  }
  return chosen
}

/** The share of the stems of both that each of them has (Jaccard). */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const stem of a) if (b.has(stem)) both++
  return both / (a.size + b.size - both)
}

/** Log-odds; those of certainty are large and finite. */
function odds(confidence: number): number {
  const p = Math.min(Math.max(confidence, 1e-6), 1 - 1e-6)
  return Math.log(p / (1 - p))
}
