/** What a comment's score says of it: the lowest, middle or highest part of the scale. */
export type Part = 0 | 1 | 2

/** Below `low` a comment is taken for negative, from `high` on for positive. */
export interface Cuts {
  low: number
  high: number
}

/** So many places for a cut are tried, spread evenly over the comments. */
const tried = 80

export const partAt = (value: number, { low, high }: Cuts): Part => (value < low ? 0 : value < high ? 1 : 2)

/**
 * The cuts whose parts agree best with what the comments are, by macro F1: the mean over the three parts, so that the few
 * neutral and negative comments count as much as the many positive ones.
 */
export function bestCuts(values: readonly number[], parts: readonly Part[]): Cuts {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const sorted = order.map((i) => values[i] ?? 0)
  // How many of each part are among the first so many.
  const counts: [number, number, number][] = [[0, 0, 0]]
  for (const i of order) {
    const next: [number, number, number] = [...(counts.at(-1) ?? [0, 0, 0])]
    next[parts[i] ?? 0]++
    counts.push(next)
  }
  const total = counts.at(-1) ?? [0, 0, 0]
  const steps = Array.from({ length: tried + 1 }, (_, step) => Math.round((step * sorted.length) / tried))
  let best = { f1: -1, low: 0, high: 0 }
  for (const low of steps) {
    for (const high of steps) {
      if (high < low) continue
      const [below, under] = [counts[low] ?? total, counts[high] ?? total]
      const f1 = macro([
        [below[0], low, total[0]],
        [under[1] - below[1], high - low, total[1]],
        [total[2] - under[2], sorted.length - high, total[2]],
      ])
      if (f1 > best.f1) best = { f1, low, high }
    }
  }
  return { low: between(sorted, best.low), high: between(sorted, best.high) }
}

/** Macro F1 of parts given and parts that are: where a part neither is nor is given, it counts as found. */
export function agreement(given: readonly Part[], parts: readonly Part[]): number {
  const tallies = ([0, 1, 2] as const).map((part): [number, number, number] => [
    given.filter((one, i) => one === part && parts[i] === part).length,
    given.filter((one) => one === part).length,
    parts.filter((one) => one === part).length,
  ])
  return macro(tallies)
}

function macro(tallies: [right: number, given: number, are: number][]): number {
  const f1s = tallies.map(([right, given, are]) => (given + are === 0 ? 1 : (2 * right) / (given + are)))
  return f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length
}

/** A value between the last below a place in the order and the first from it on. */
function between(sorted: readonly number[], place: number): number {
  const [before, after] = [sorted[place - 1], sorted[place]]
  if (before === undefined) return (after ?? 0) - 1
  return after === undefined ? before + 1 : (before + after) / 2
}
