/** What may vary in a test, by name, with the values each may take. */
type Dimensions = Record<string, readonly unknown[]>

export type Case<D extends Dimensions> = { [Name in keyof D]: D[Name][number] }

/** Every combination. */
export function everyCase<D extends Dimensions>(dimensions: D): Case<D>[] {
  return Object.entries(dimensions).reduce<object[]>(
    (cases, [name, values]) => cases.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  ) as Case<D>[]
}

/**
 * Few combinations in which every two values of different dimensions meet: most faults need no more than two things to come
 * together. Greedy: the combination with the most pairs not met yet comes next, the first of equals in an order shuffled by the seed.
 */
export function pairwise<D extends Dimensions>(dimensions: D, seed: number): Case<D>[] {
  const names = Object.keys(dimensions)
  const candidates = shuffled(everyCase(dimensions), seed).map((one) => ({ one, pairs: pairsOf(one, names, dimensions) }))
  const open = new Set(candidates.flatMap(({ pairs }) => pairs))
  const chosen: Case<D>[] = []
  while (open.size > 0) {
    const gains = candidates.map(({ pairs }) => pairs.filter((pair) => open.has(pair)).length)
    const best = candidates[gains.indexOf(Math.max(...gains))]
    if (!best) break
    chosen.push(best.one)
    for (const pair of best.pairs) open.delete(pair)
  }
  return chosen
}

function pairsOf<D extends Dimensions>(one: Case<D>, names: string[], dimensions: D): string[] {
  const places = names.map((name, i) => `${i}:${dimensions[name]?.indexOf(one[name])}`)
  return places.flatMap((first, i) => places.slice(i + 1).map((second) => `${first} ${second}`))
}

/** Fisher-Yates with a linear congruential generator (Numerical Recipes): the same order for the same seed. */
function shuffled<T>(list: T[], seed: number): T[] {
  const order = [...list]
  let state = seed
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
