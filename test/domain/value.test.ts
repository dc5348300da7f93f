import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scale } from '../../worker/domain/metrics.ts'
import { type OrderCell, valueByCurrency } from '../../worker/domain/value.ts'
import { ratioOf } from '../support/oracle.ts'

const nps: Scale = { metric: 'nps', points: 11 }
const csat: Scale = { metric: 'csat', points: 5 }
const ces: Scale = { metric: 'ces', points: 7 }

interface Placed {
  score: number
  value: number
}

/** As the database sums them; values in the currency's unit. */
function cellsOf(orders: readonly Placed[], currency: string | null = 'EUR'): OrderCell[] {
  return [...Map.groupBy(orders, ({ score }) => score)].map(([score, of]) => {
    const parts = of.map(({ value }) => Math.round(1_000 * value))
    const sum = (power: number) => parts.reduce((total, part) => total + part ** power, 0)
    return { currency, score, n: of.length, responses: of.length, sum: sum(1), squares: sum(2), fourths: sum(4) }
  })
}

const times = (n: number, score: number, value: number): Placed[] => Array.from({ length: n }, () => ({ score, value }))
const only = (scale: Scale, orders: readonly Placed[]) => valueByCurrency(scale, cellsOf(orders))[0]

const adds: Record<string, (score: number) => number> = {
  nps: (score) => (score >= 9 ? 100 : score >= 7 ? 0 : -100),
  csat: (score) => (score >= 4 ? 100 : 0),
  ces: (score) => score,
}
const priors: Record<string, { x: number; times: number }[]> = {
  nps: [
    { x: -100, times: 0.75 },
    { x: 0, times: 1.5 },
    { x: 100, times: 0.75 },
  ],
  csat: [
    { x: 0, times: 2 },
    { x: 100, times: 2 },
  ],
  ces: [],
}

describe('the value-weighted score', () => {
  it.each([
    [nps, 0, 10],
    [csat, 1, 5],
    [ces, 1, 7],
  ] as const)('and its interval agree with an oracle that goes from order to order: %o', (scale, min, max) => {
    const order = fc.record({
      score: fc.integer({ min, max }),
      value: fc.integer({ min: 0, max: 9_999_999 }).map((c) => c / 100),
    })
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 60 }), (orders) => {
        const found = only(scale, orders)
        const expected = ratioOf(
          orders.map(({ score, value }) => ({ x: adds[scale.metric]?.(score) ?? 0, value })),
          priors[scale.metric] ?? [],
        )
        expect(found?.score).toEqual(expected.score === null ? null : expect.closeTo(expected.score, 6))
        // The oracle's quantile is good to a thousandth where two orders decide.
        const near = (end: number) => expect.closeTo(end, 2 - Math.ceil(Math.log10(1 + Math.abs(end))))
        expect(found?.interval).toEqual(expected.interval?.map(near) ?? null)
      }),
    )
  })

  it('is the score itself where every order has the same value', () => {
    const found = only(nps, [...times(30, 9, 20), ...times(10, 7, 20), ...times(10, 0, 20)])
    expect(found).toMatchObject({ n: 50, value: 1_000, score: 40, unweighted: { n: 50, score: 40 } })
    // Student's t is a little wider than the normal distribution.
    const [low, high] = found?.interval ?? [0, 0]
    const [unweightedLow, unweightedHigh] = found?.unweighted.interval ?? [0, 0]
    expect((low + high) / 2).toBeCloseTo((unweightedLow + unweightedHigh) / 2, 9)
    expect((high - low) / (unweightedHigh - unweightedLow)).toBeGreaterThan(1)
    expect((high - low) / (unweightedHigh - unweightedLow)).toBeLessThan(1.05)
  })

  it('follows the money, and says who spent it', () => {
    const found = only(nps, [...times(8, 10, 10), ...times(1, 8, 20), ...times(1, 2, 100)])
    expect(found).toMatchObject({
      value: 200,
      score: -10,
      unweighted: { score: 70 },
      categories: [
        { category: 'promoter', n: 8, value: 80, share: 0.4 },
        { category: 'passive', n: 1, value: 20, share: 0.1 },
        { category: 'detractor', n: 1, value: 100, share: 0.5 },
      ],
    })
    // One large order says little: anything from nearly none to nearly all of the revenue may be behind detractors.
    const [low, high] = found?.categories[2]?.interval ?? [1, 0]
    expect(low).toBeLessThan(0.1)
    expect(high).toBeGreaterThan(0.9)
  })

  it('is none where nothing was spent, and has no interval where one order says it alone', () => {
    expect(only(nps, times(3, 9, 0))).toMatchObject({ n: 3, value: 0, score: null, interval: null, unweighted: { score: 100 } })
    expect(only(nps, times(3, 9, 0))?.categories[0]).toMatchObject({ share: null, interval: null })
    expect(only(ces, times(1, 7, 20))).toMatchObject({ score: 7, interval: null })
    expect(valueByCurrency(nps, [])).toEqual([])
  })

  it('says beside it where few orders of one opinion promise too much', () => {
    expect(only(ces, times(20, 7, 30))).toMatchObject({ interval: [7, 7], caution: 'few and skewed answers' })
    expect(only(ces, [...times(10, 7, 30), ...times(10, 1, 30)])).not.toHaveProperty('caution')
    expect(only(nps, times(20, 10, 30))).not.toHaveProperty('caution')
  })
})

describe('currencies', () => {
  it('stand apart, those without a name too, the one with most orders first', () => {
    const cells = [...cellsOf(times(2, 9, 10), 'EUR'), ...cellsOf(times(3, 0, 7.5), 'USD'), ...cellsOf(times(1, 9, 1), null)]
    expect(valueByCurrency(nps, cells).map(({ currency, n, value }) => [currency, n, value])).toEqual([
      ['USD', 3, 22.5],
      ['EUR', 2, 20],
      [null, 1, 1],
    ])
  })

  it('are summed exactly, to the thousandth', () => {
    expect(only(nps, times(100_000, 9, 0.1))?.value).toBe(10_000)
    expect(only(nps, [...times(1, 9, 0.001), ...times(1, 9, 999_999_999.999)])?.value).toBe(1_000_000_000)
  })
})
