import { seeded } from '../../../scripts/sample/random.ts'

/** Of one comment and one tag: given, belongs. */
type Cell = readonly [given: boolean, belongs: boolean]

export interface Figures {
  micro: number
  macro: number
  /** 95 % of resampled sets of comments score between these. */
  microInterval: [number, number]
  macroInterval: [number, number]
}

const resamples = 1000

/** F1 over all tags at once (micro) and the mean of each tag's (macro), each with a bootstrap interval over comments. */
export function figuresOf(
  tags: readonly string[],
  given: readonly (readonly string[])[],
  belong: readonly (readonly string[])[],
): Figures {
  const rows = given.map((of, i) => tags.map((tag): Cell => [of.includes(tag), belong[i]?.includes(tag) ?? false]))
  const random = seeded(1, 'bootstrap')
  const drawn = Array.from({ length: resamples }, () => scores(rows.map(() => rows[Math.floor(random() * rows.length)] ?? [])))
  return {
    ...scores(rows),
    microInterval: middle(drawn.map(({ micro }) => micro)),
    macroInterval: middle(drawn.map(({ macro }) => macro)),
  }
}

function scores(rows: readonly (readonly Cell[])[]): { micro: number; macro: number } {
  const width = rows[0]?.length ?? 0
  const counts = Array.from({ length: width }, () => ({ right: 0, wrong: 0, missed: 0 }))
  const all = { right: 0, wrong: 0, missed: 0 }
  for (const row of rows) {
    for (const [tag, [given, belongs]] of row.entries()) {
      if (!given && !belongs) continue
      const kind = given && belongs ? 'right' : given ? 'wrong' : 'missed'
      const count = counts[tag]
      if (count) count[kind]++
      all[kind]++
    }
  }
  return { micro: f1(all), macro: counts.reduce((sum, count) => sum + f1(count), 0) / width }
}

// Apart from the product's own, so that a mistake there is not repeated here.
const f1 = (of: { right: number; wrong: number; missed: number }) =>
  of.right === 0 ? 0 : 1 / (1 + (of.wrong + of.missed) / (2 * of.right))

function middle(values: number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN
  return [at(0.025), at(0.975)]
}
