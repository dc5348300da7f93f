/** How often something may be done: so often at once, and once more every so many ms. */
export interface Allowance {
  burst: number
  everyMs: number
}

/** Takes one for a key at a time: 0, or after how many ms there is one again. What is refused costs the key nothing. */
export type Take = (key: string, now: number) => number

/**
 * An allowance for each key, in this isolate's memory: a number a key, when its bucket will be full again (the generic cell rate
 * algorithm). Of more than `most` keys those asked for longest ago are forgotten, to whose advantage that is.
 */
export function allowanceByKey({ burst, everyMs }: Allowance, most: number): Take {
  const fullAt = new Map<string, number>()
  return (key, now) => {
    const full = Math.max(fullAt.get(key) ?? 0, now)
    const wait = full + everyMs - burst * everyMs - now
    if (wait > 0) return wait
    fullAt.delete(key)
    fullAt.set(key, full + everyMs)
    const [oldest] = fullAt.keys()
    if (fullAt.size > most && oldest !== undefined) fullAt.delete(oldest)
    return 0
  }
}
