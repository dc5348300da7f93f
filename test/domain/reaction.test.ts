import { describe, expect, it } from 'vitest'
import { caseFigures } from '../../worker/domain/case-figures.ts'
import { type Lasted, medianTime, shareWithin } from '../../worker/domain/reaction.ts'

/** The product-limit estimate as its definition has it: by every time at which one ended, over who was still there. */
function survival(all: readonly Lasted[], ms: number): number {
  const ends = [...new Set(all.filter(({ over }) => over).map((one) => one.ms))].filter((end) => end <= ms)
  return ends.reduce((left, end) => {
    const there = all.filter((one) => one.ms >= end).length
    return left * (1 - all.filter((one) => one.over && one.ms === end).length / there)
  }, 1)
}

/** A linear congruential generator: the same draws on every machine. */
function drawn(seed: number, n: number): Lasted[] {
  let state = seed
  const next = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
  return Array.from({ length: n }, () => ({ ms: 1 + Math.floor(next() * 40), over: next() < 0.6 }))
}

describe('how long something takes', () => {
  it('is the Kaplan–Meier estimate of textbooks: remission times under 6-MP', () => {
    // Freireich et al. (1963), as Kalbfleisch & Prentice print it: 21 patients, the median 23 weeks.
    const over = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((ms) => ({ ms, over: true }))
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((ms) => ({ ms, over: false }))
    const all = [...open, ...over]
    expect(medianTime(all)).toEqual({ median: 23, interval: [13, null], n: 21, open: 12 })
    expect(shareWithin(all, 10).share).toBeCloseTo(1 - 0.7529, 4)
    expect(shareWithin(all, 22).share).toBeCloseTo(1 - 0.5378, 4)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('agrees with its definition, and lies within its interval: seed %i', (seed) => {
    const all = drawn(seed, 30 + seed)
    for (const ms of [1, 5, 10, 20, 30]) {
      const { share, interval } = shareWithin(all, ms)
      expect(share).toBeCloseTo(1 - survival(all, ms), 10)
      expect(interval?.[0]).toBeLessThanOrEqual(share ?? -1)
      expect(interval?.[1]).toBeGreaterThanOrEqual(share ?? 2)
    }
    const { median, interval } = medianTime(all)
    const half = Array.from({ length: 41 }, (_, ms) => ms).find((ms) => 1 - survival(all, ms) >= 0.5) ?? null
    expect(median).toBe(half)
    expect(interval[0] ?? 0).toBeLessThanOrEqual(median ?? Number.POSITIVE_INFINITY)
    expect(interval[1] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(median ?? 0)
  })

  it('is not told while more than half are still going on, whatever the others took', () => {
    const all = [1, 2, 99, 99, 99].map((ms, i) => ({ ms, over: i < 2 }))
    expect(medianTime(all)).toMatchObject({ median: null, n: 5, open: 3 })
  })

  it('says nothing of a day when nothing has lasted one yet, and nothing of nothing', () => {
    expect(shareWithin([{ ms: 5, over: false }], 10)).toEqual({ share: null, interval: null })
    expect(shareWithin([], 10)).toEqual({ share: null, interval: null })
    expect(shareWithin([{ ms: 10, over: false }], 10).share).toBe(0)
    expect(shareWithin([{ ms: 5, over: true }], 10).share).toBe(1)
    expect(medianTime([])).toEqual({ median: null, interval: [null, null], n: 0, open: 0 })
  })
})

describe('the figures of cases', () => {
  const opened = (rule: string, owner: string | null, first: number | null, closed: number | null) => ({
    ...{ rule, owner, name: owner },
    ...{ opened_at: 1_000, first_action_at: first, closed_at: closed },
  })

  it('are of what rules have opened, by owner, most first; what was opened by hand stands apart', () => {
    const all = [
      opened('rule_a', 'Ann', 2_000, 3_000),
      opened('rule_a', 'Ann', 4_000, null),
      opened('rule_a', null, null, null),
      opened('', 'Ann', 1_000, 1_000),
    ]
    const figures = caseFigures(all, 11_000)
    expect(figures).toMatchObject({ opened: 3, closed: 1, byHand: 1 })
    expect(figures.firstAction).toMatchObject({ median: 3_000, n: 3, open: 1 })
    expect(figures.resolution).toMatchObject({ median: null, n: 3, open: 2 })
    expect(figures.owners.map(({ owner, opened }) => [owner?.name ?? null, opened])).toEqual([
      ['Ann', 2],
      [null, 1],
    ])
  })
})
