import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighGates } from '../../worker/domain/eligibility.ts'
import { allGates } from '../../worker/domain/gates/index.ts'

const page = { path: '/', events: new Set<string>() }
const isIn = (percent: number, visitor: number, survey = 'srv_8Qm2vT7LxRb4', now = 0) =>
  weighGates({ sample: [percent, survey] }, allGates, page, { visitor }, now).every(({ passed }) => passed)

/** Visitors as browsers draw them: 53 random bits above 0. */
const visitor = fc.double({ min: 2 ** -53, max: 1, noNaN: true })
const drawn = (count: number, seed: number) =>
  fc.sample(fc.integer({ min: 1, max: 2 ** 53 }), { numRuns: count, seed }).map((n) => n / 2 ** 53)

test('a visitor is in the sample on all of a hundred pages, or on none', () => {
  fc.assert(
    fc.property(visitor, fc.double({ min: 0.01, max: 99.99, noNaN: true }), (who, percent) => {
      const pages = Array.from({ length: 100 }, (_, i) => isIn(percent, who, 'srv_1', i * 3_600_000))
      expect(new Set(pages).size).toBe(1)
    }),
    { numRuns: 200 },
  )
})

test('of ten thousand visitors the share asked for is in, within four standard errors', () => {
  for (const [i, percent] of [1, 10, 25, 50, 90].entries()) {
    const crowd = drawn(10_000, i)
    const share = crowd.filter((who) => isIn(percent, who)).length / crowd.length
    const error = Math.sqrt(((percent / 100) * (1 - percent / 100)) / crowd.length)
    expect(Math.abs(share - percent / 100), `${percent} %`).toBeLessThan(4 * error)
  }
})

test('who is in for one survey is in for another as often as anybody', () => {
  const crowd = drawn(10_000, 7)
  const both = crowd.filter((who) => isIn(50, who, 'srv_A') && isIn(50, who, 'srv_B')).length
  expect(Math.abs(both / crowd.length - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / crowd.length))
})

test('a larger share keeps everybody whom a smaller one had', () => {
  fc.assert(
    fc.property(
      visitor,
      fc.double({ min: 0.01, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 50, noNaN: true }),
      (who, small, more) => {
        if (isIn(small, who)) expect(isIn(small + more, who)).toBe(true)
      },
    ),
    { numRuns: 2_000 },
  )
})
