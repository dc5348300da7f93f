import { rounded } from '../learning/packed.ts'

/** What a comment's score says of it: the lowest, middle or highest part of the scale. */
export type Part = 0 | 1 | 2

/** How much more a comment sounds like the lowest part, and like the highest, than like the middle: in log-odds. */
export interface Leaning {
  low: number
  high: number
}

/** The part whose words a comment has most of. */
export function partOf({ low, high }: Leaning): Part {
  if (Math.max(low, high) < 0) return 1
  return low > high ? 0 : 2
}

export const shifted = (leaning: Leaning, by: Leaning): Leaning => ({
  low: leaning.low + by.low,
  high: leaning.high + by.high,
})

/** Shifts that are tried, in log-odds: each with each. */
const tried = Array.from({ length: 21 }, (_, i) => (i - 10) / 4)
/** The best shift alone is half chance: the middle of so many good ones lasts. */
const averaged = 15

/**
 * By how much to shift leanings for their parts to agree best with what the comments are, by macro F1: the mean over the three parts,
 * so that the few neutral and negative comments count as much as the many positive ones.
 */
export function bestShift(leanings: readonly Leaning[], parts: readonly Part[]): Leaning {
  const shifts = tried.flatMap((low) => tried.map((high): Leaning => ({ low, high })))
  const ranked = shifts
    .map((by) => ({
      by,
      f1: agreement(
        leanings.map((leaning) => partOf(shifted(leaning, by))),
        parts,
      ),
    }))
    .sort((a, b) => b.f1 - a.f1)
    .slice(0, averaged)
  const mean = (side: keyof Leaning) => rounded(ranked.reduce((sum, { by }) => sum + by[side], 0) / ranked.length)
  return { low: mean('low'), high: mean('high') }
}

/** Macro F1 of parts given and parts that are: where a part neither is nor is given, it counts as found. */
export function agreement(given: readonly Part[], parts: readonly Part[]): number {
  const f1s = ([0, 1, 2] as const).map((part) => {
    let [right, all] = [0, 0]
    for (const [i, is] of parts.entries()) {
      all += Number(is === part) + Number(given[i] === part)
      if (is === part && given[i] === part) right++
    }
    return all === 0 ? 1 : (2 * right) / all
  })
  return f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length
}
