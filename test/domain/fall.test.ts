import { describe, expect, test } from 'vitest'
import { baselineWeeks, judgeWeek } from '../../worker/domain/fall.ts'
import type { Histogram, Scale } from '../../worker/domain/metrics.ts'

/** Numbers from 0 to 1, the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A shop whose customers answer with these shares, by score from `from` on. */
interface Shop {
  scale: Scale
  from: number
  shares: readonly number[]
}

/** NPS: so many promoters and detractors. */
const nps = (promoters: number, detractors: number): Shop => ({
  scale: { metric: 'nps', points: 11 },
  from: 0,
  shares: [
    ...Array<number>(7).fill(detractors / 7),
    ...Array<number>(2).fill((1 - promoters - detractors) / 2),
    promoters / 2,
    promoters / 2,
  ],
})
const csat = (satisfied: number): Shop => ({
  scale: { metric: 'csat', points: 5 },
  from: 1,
  shares: [(1 - satisfied) / 3, (1 - satisfied) / 3, (1 - satisfied) / 3, satisfied / 2, satisfied / 2],
})
const ces = (low: number): Shop => ({
  scale: { metric: 'ces', points: 7 },
  from: 1,
  shares: [low, low, low, 0.1, 0.25 - low, 0.3 - low, 0.35 - low],
})

function weekOf({ from, shares }: Shop, n: number, random: () => number): Histogram {
  const week = new Map<number, number>()
  for (let i = 0; i < n; i++) {
    const drawn = random()
    let [sum, at] = [shares[0] ?? 1, 0]
    while (drawn >= sum && at < shares.length - 1) sum += shares[++at] ?? 0
    const score = from + at
    week.set(score, (week.get(score) ?? 0) + 1)
  }
  return week
}

type Judge = typeof judgeWeek

/** Share of weeks in which `judge` tells of a fall though nothing changes but, by `moves`, what weeks are like. */
function firedSteadily(shop: () => Shop, n: number, weeks: number, random: () => number, judge: Judge): number {
  const all = Array.from({ length: weeks }, () => weekOf(shop(), n, random))
  const judged = all.slice(baselineWeeks).map((week, i) => judge(shop().scale, all.slice(i, i + baselineWeeks), week)?.fell)
  return judged.filter(Boolean).length / judged.length
}

/** Share of falls from one shop to another that are told within two weeks. */
function toldInTwo(before: Shop, after: Shop, n: number, falls: number, random: () => number, judge: Judge): number {
  let told = 0
  for (let i = 0; i < falls; i++) {
    const usual = Array.from({ length: baselineWeeks }, () => weekOf(before, n, random))
    const [first, second] = [weekOf(after, n, random), weekOf(after, n, random)]
    const { scale } = before
    if (judge(scale, usual, first)?.fell || judge(scale, [...usual.slice(1), first], second)?.fell) told++
  }
  return told / falls
}

/** A bound that knows of sampling errors alone, and of the baseline's mean as if it were known: what the real one must be better than. */
const naive: Judge = (scale, before, week) => {
  const judged = judgeWeek(scale, before, week)
  if (!judged) return null
  const bound = judged.expected - (judged.expected - judged.bound) / 2.2
  return { ...judged, bound, fell: judged.score < bound }
}

describe('weeks in which nothing changes', () => {
  const shops: [string, () => Shop][] = [
    ['NPS 30', () => nps(0.5, 0.2)],
    ['NPS 10', () => nps(0.4, 0.3)],
    ['CSAT 80 %', () => csat(0.8)],
    ['CES 5.3', () => ces(0.05)],
  ]
  test.each(shops)('%s: one in twenty at most is told as a fall, with 50 answers and with 200', (name, shop) => {
    const random = randomFrom(name.length)
    expect(firedSteadily(shop, 50, 3_000, random, judgeWeek)).toBeLessThanOrEqual(0.05)
    expect(firedSteadily(shop, 200, 2_000, random, judgeWeek)).toBeLessThanOrEqual(0.05)
  })

  test('nor where weeks differ by some points more than chance', () => {
    const random = randomFrom(7)
    const moving = () => {
      const off = (random() + random() + random() - 1.5) * 0.06
      return nps(0.5 + off / 2, 0.2 - off / 2)
    }
    expect(firedSteadily(moving, 200, 2_000, random, judgeWeek)).toBeLessThanOrEqual(0.05)
  })

  test('which a bound without the spread between weeks would not hold', () => {
    expect(firedSteadily(() => nps(0.5, 0.2), 200, 2_000, randomFrom(7), naive)).toBeGreaterThan(0.1)
  })
})

describe('a fall by 15 points with 200 answers a week', () => {
  test.each([
    ['from NPS 30', nps(0.5, 0.2), nps(0.425, 0.275)],
    ['from NPS 45', nps(0.6, 0.15), nps(0.525, 0.225)],
    ['from NPS 60', nps(0.7, 0.1), nps(0.625, 0.175)],
    ['of CSAT from 80 %', csat(0.8), csat(0.65)],
  ] as const)('%s is told within two weeks, four times in five at least', (name, before, after) => {
    expect(toldInTwo(before, after, 200, 1_500, randomFrom(name.length), judgeWeek)).toBeGreaterThanOrEqual(0.8)
  })
})

test('too few weeks or answers are not judged, and a rise is none', () => {
  const random = randomFrom(1)
  const weeks = (count: number, n: number, shop = nps(0.5, 0.2)) => Array.from({ length: count }, () => weekOf(shop, n, random))
  const low = weekOf(nps(0.1, 0.8), 200, random)
  const { scale } = nps(0, 0)
  expect(judgeWeek(scale, weeks(3, 200), low)).toBe(null)
  expect(judgeWeek(scale, weeks(8, 9), low)).toBe(null)
  expect(judgeWeek(scale, weeks(8, 200), weekOf(nps(0.1, 0.8), 9, random))).toBe(null)
  expect(judgeWeek(scale, weeks(4, 200), low)?.fell).toBe(true)
  expect(judgeWeek(scale, weeks(8, 200), weekOf(nps(0.9, 0.02), 200, random))?.fell).toBe(false)
  // Everybody says the same, week after week: one other answer is no fall.
  const tens = new Map([[10, 200]])
  expect(
    judgeWeek(
      scale,
      Array<Histogram>(8).fill(tens),
      new Map([
        [10, 199],
        [8, 1],
      ]),
    )?.fell,
  ).toBe(false)
})
