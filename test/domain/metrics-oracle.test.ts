import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from '../../worker/contract/category.ts'
import { scaleOf } from '../../worker/domain/category.ts'
import { changeBetween, scored, total } from '../../worker/domain/metrics.ts'
import { type Answers, cesOf, csatOf, differenceOf, type Estimate, meanOf, npsOf, tQuantile } from '../support/oracle.ts'

const histogram = (counts: Record<number, number>): Answers =>
  new Map(Object.entries(counts).map(([score, n]) => [Number(score), n]))
const nps = { metric: 'nps', points: 11 } as const
const csat = (points: number) => ({ metric: 'csat', points }) as const
const ces = (points: number) => ({ metric: 'ces', points }) as const

/** Promoters, passives and detractors spread over their scores. */
const crowd = (promoters: number, passives: number, detractors: number) =>
  histogram({
    10: promoters >> 1,
    9: promoters - (promoters >> 1),
    8: passives >> 1,
    7: passives - (passives >> 1),
    6: detractors,
  })

function expectEstimate(actual: Estimate, expected: Estimate, tolerance: number) {
  expect(actual.n).toBe(expected.n)
  expectClose(actual.score, expected.score, tolerance)
  expectClose(actual.interval?.[0] ?? null, expected.interval?.[0] ?? null, tolerance)
  expectClose(actual.interval?.[1] ?? null, expected.interval?.[1] ?? null, tolerance)
}

function expectClose(actual: number | null, expected: number | null, tolerance: number) {
  if (actual === null || expected === null) expect(actual).toBe(expected)
  else expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(tolerance)
}

// Worked out apart with 40 digits; the worker's code and the oracle must both give them.
const byHand: {
  name: string
  scale: Parameters<typeof scored>[0]
  answers: Answers
  score: number | null
  interval: [number, number] | null
}[] = [
  { name: 'NPS of nobody', scale: nps, answers: histogram({}), score: null, interval: null },
  { name: 'NPS of one promoter', scale: nps, answers: crowd(1, 0, 0), score: 100, interval: [-48.5, 98.5] },
  { name: 'NPS of one detractor', scale: nps, answers: histogram({ 0: 1 }), score: -100, interval: [-98.5, 48.5] },
  {
    name: 'NPS of one passive',
    scale: nps,
    answers: crowd(0, 1, 0),
    score: 0,
    interval: [-60.01249869818, 60.01249869818],
  },
  {
    name: 'NPS of 14: 8, 3, 3',
    scale: nps,
    answers: crowd(8, 3, 3),
    score: 35.71428571428,
    interval: [-8.87805534541, 67.70158475717],
  },
  {
    name: 'NPS of 412: 214, 115, 83',
    scale: nps,
    answers: crowd(214, 115, 83),
    score: 31.79611650485,
    interval: [23.9927112946, 39.13981882587],
  },
  {
    name: 'NPS of 10 promoters',
    scale: nps,
    answers: crowd(10, 0, 0),
    score: 100,
    interval: [47.50301094417, 106.34314290197],
  },
  {
    name: 'NPS of 412 promoters',
    scale: nps,
    answers: crowd(412, 0, 0),
    score: 100,
    interval: [98.27764891386, 100.2765679536],
  },
  { name: 'CSAT of nobody', scale: csat(5), answers: histogram({}), score: null, interval: null },
  { name: 'CSAT of one satisfied', scale: csat(5), answers: histogram({ 4: 1 }), score: 100, interval: [20.65432914738, 100] },
  { name: 'CSAT of one dissatisfied', scale: csat(5), answers: histogram({ 3: 1 }), score: 0, interval: [0, 79.34567085261] },
  {
    name: 'CSAT of 14, all satisfied',
    scale: csat(7),
    answers: histogram({ 6: 4, 7: 10 }),
    score: 100,
    interval: [78.46829880728, 100],
  },
  {
    name: 'CSAT on 3 points, 9 of 14',
    scale: csat(3),
    answers: histogram({ 1: 2, 2: 3, 3: 9 }),
    score: 64.28571428571,
    interval: [38.76400468214, 83.65550926279],
  },
  {
    name: 'CSAT on 5 points, 320 of 412',
    scale: csat(5),
    answers: histogram({ 1: 10, 2: 20, 3: 62, 4: 170, 5: 150 }),
    score: 77.66990291262,
    interval: [73.4033320173, 81.42523732255],
  },
  {
    name: 'CSAT on 7 points, 8 of 14',
    scale: csat(7),
    answers: histogram({ 2: 1, 4: 2, 5: 3, 6: 5, 7: 3 }),
    score: 57.14285714285,
    interval: [32.59026690286, 78.61949006959],
  },
  { name: 'CES of nobody', scale: ces(7), answers: histogram({}), score: null, interval: null },
  { name: 'CES of one has no interval', scale: ces(7), answers: histogram({ 6: 1 }), score: 6, interval: null },
  {
    name: 'CES of two',
    scale: ces(7),
    answers: histogram({ 3: 1, 6: 1 }),
    score: 4.5,
    interval: [-14.55930710426, 23.55930710426],
  },
  {
    name: 'CES on 7 points of 14',
    scale: ces(7),
    answers: histogram({ 1: 1, 3: 1, 4: 2, 5: 3, 6: 4, 7: 3 }),
    score: 5.14285714285,
    interval: [4.15942337337, 6.12629091234],
  },
  {
    name: 'CES on 7 points of 412',
    scale: ces(7),
    answers: histogram({ 1: 20, 2: 12, 3: 25, 4: 40, 5: 95, 6: 120, 7: 100 }),
    score: 5.27669902912,
    interval: [5.12142989601, 5.43196816223],
  },
  {
    name: 'CES on 5 points of 412',
    scale: ces(5),
    answers: histogram({ 1: 12, 2: 30, 3: 70, 4: 160, 5: 140 }),
    score: 3.93689320388,
    interval: [3.8371044872, 4.03668192056],
  },
]

const oracle = (metric: Metric, points: number, answers: Answers): Estimate =>
  metric === 'nps' ? npsOf(answers) : metric === 'csat' ? csatOf(points, answers) : cesOf(points, answers)

describe('values worked out by hand', () => {
  it.each(byHand)('$name', ({ scale, answers, score, interval }) => {
    const n = [...answers.values()].reduce((sum, one) => sum + one, 0)
    expectEstimate(scored(scale, answers), { n, score, interval }, 1e-9)
    expectEstimate(oracle(scale.metric, scale.points, answers), { n, score, interval }, 1e-9)
  })

  it('counts, means and shares beside the score', () => {
    expect(total(nps, crowd(214, 115, 83))).toMatchObject({ n: 412, promoters: 214, passives: 115, detractors: 83 })
    expect(total(csat(3), histogram({ 1: 2, 2: 3, 3: 9 }))).toMatchObject({
      satisfied: 9,
      mean: 2.5,
      counts: { 1: 2, 2: 3, 3: 9 },
    })
    expectClose(total(csat(5), histogram({ 1: 10, 2: 20, 3: 62, 4: 170, 5: 150 })).mean, 4.04368932038, 1e-9)
    expectClose(total(ces(7), histogram({ 1: 1, 3: 1, 4: 2, 5: 3, 6: 4, 7: 3 })).agree ?? null, 71.42857142857, 1e-9)
    expectClose(total(ces(5), histogram({ 1: 12, 2: 30, 3: 70, 4: 160, 5: 140 })).agree ?? null, 72.81553398058, 1e-9)
  })

  it('says nothing where nobody answered, and names every point of the scale', () => {
    const empty = total(nps, histogram({}))
    expect(empty).toMatchObject({ n: 0, score: null, interval: null, mean: null })
    expect(empty.counts).toEqual(Object.fromEntries(Array.from({ length: 11 }, (_, score) => [score, 0])))
    expect(total(ces(7), histogram({})).agree).toBeNull()
    expect(Object.keys(total(csat(7), histogram({})).counts)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('the t quantile agrees with the tables', () => {
    const table = { 1: 12.70620473617, 2: 4.30265272974, 3: 3.18244630528, 13: 2.16036865646, 30: 2.0422724563 }
    for (const [df, quantile] of Object.entries({ ...table, 411: 1.96575267986, 5000: 1.9604385517 })) {
      expectClose(tQuantile(Number(df)), quantile, 1e-8)
    }
  })

  it('a change of 4.7 points between 412 and 380 answers cannot be told from none', () => {
    const change = changeBetween(scored(nps, crowd(214, 115, 83)), scored(nps, crowd(183, 117, 80)))
    expectClose(change.change, 4.69085334695, 1e-9)
    expect(change.distinguishable).toBe(false)
    expectClose(change.changeInterval?.[0] ?? null, -6.24575049762, 1e-9)
    expectClose(change.changeInterval?.[1] ?? null, 15.61486145644, 1e-9)
  })
})

const scales: { metric: Exclude<Metric, 'none'>; points: number }[] = [nps, csat(3), csat(5), csat(7), ces(5), ces(7)]

/** A histogram over a scale: mostly small, sometimes large, with empty scores and an empty whole now and then. */
const answersOn = (metric: Metric, points: number) => {
  const [from, to] = scaleOf(metric, points) ?? [0, 0]
  const count = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60), fc.nat(900))
  return fc
    .array(count, { minLength: to - from + 1, maxLength: to - from + 1 })
    .map((counts): Answers => new Map(counts.flatMap((n, i): [number, number][] => (n === 0 ? [] : [[from + i, n]]))))
}
const cases = fc
  .constantFrom(...scales)
  .chain((scale) => fc.tuple(fc.constant(scale), answersOn(scale.metric, scale.points), answersOn(scale.metric, scale.points)))
/** A fixed seed: a failure today is the same failure tomorrow. */
const runs = { seed: 20261121, numRuns: 500 }

describe('the formulas against the oracle, on 500 random histograms', () => {
  it('score, interval, counts and mean', () => {
    fc.assert(
      fc.property(cases, ([scale, answers]) => {
        const tolerance = scale.metric === 'ces' ? 1e-7 : 1e-9
        const expected = oracle(scale.metric, scale.points, answers)
        expectEstimate(scored(scale, answers), expected, tolerance)
        const all = total(scale, answers)
        expectEstimate(all, expected, tolerance)
        expectClose(all.mean, meanOf(answers), 1e-9)
        for (const [score, n] of answers) expect(all.counts[score]).toBe(n)
        if (scale.metric === 'nps') {
          const { promoters, passives, detractors } = npsOf(answers)
          expect(all).toMatchObject({ promoters, passives, detractors })
        }
        if (scale.metric === 'csat') expect(all.satisfied).toBe(csatOf(scale.points, answers).satisfied)
        if (scale.metric === 'ces') expectClose(all.agree ?? null, cesOf(scale.points, answers).agree, 1e-9)
      }),
      runs,
    )
  })

  it('the change between two periods, and whether it can be told from none', () => {
    fc.assert(
      fc.property(cases, ([scale, now, before]) => {
        const tolerance = scale.metric === 'ces' ? 1e-7 : 1e-9
        const change = changeBetween(scored(scale, now), scored(scale, before))
        const expected = differenceOf(oracle(scale.metric, scale.points, now), oracle(scale.metric, scale.points, before))
        if (!expected) {
          expect(change.changeInterval).toBeNull()
          expect(change.distinguishable).toBeNull()
          return
        }
        expectClose(change.change, expected.change, tolerance)
        expectClose(change.changeInterval?.[0] ?? null, expected.interval[0], tolerance)
        expectClose(change.changeInterval?.[1] ?? null, expected.interval[1], tolerance)
        expect(change.distinguishable).toBe((change.changeInterval?.[0] ?? 0) > 0 || (change.changeInterval?.[1] ?? 0) < 0)
      }),
      runs,
    )
  })
})
