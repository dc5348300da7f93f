import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coveragePage, coverages } from '../../scripts/coverage.ts'
import { sizes } from '../../scripts/lib/simulation.ts'
import { valueCoverages } from '../../scripts/lib/value-coverage.ts'
import { scored } from '../../worker/domain/metrics.ts'
import { whole } from '../support/whole.ts'

/** The largest samples take two thirds of the time. */
const looked = whole ? sizes : sizes.filter((n) => n < 1_000)

const ces = { metric: 'ces', points: 7 } as const

describe('the intervals', () => {
  it('hold the true score in at least 90 of 100 samples, or say beside it that they may not', () => {
    const all = coverages(looked)
    for (const one of all) {
      expect(one.coveredWithoutCaution, `${one.name}, n = ${one.n}`).toBeGreaterThanOrEqual(0.9)
      if (!one.name.startsWith('CES')) expect(one.cautioned).toBe(0)
      if (one.n === 1_000) expect(one.covered).toBeGreaterThan(0.93)
    }
    // The caution is needed, and isn't said everywhere to be on the safe side.
    expect(all.some(({ covered }) => covered < 0.9)).toBe(true)
    expect(all.filter(({ n }) => n >= 300).every(({ cautioned }) => cautioned === 0)).toBe(true)
    const values = valueCoverages(looked)
    for (const one of values) expect(one.coveredWithoutCaution, `${one.name}, n = ${one.n}`).toBeGreaterThanOrEqual(0.9)
    expect(values.filter(({ n }) => n >= 300).every(({ cautioned }) => cautioned < 0.05)).toBe(true)
    const page = readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8').split('\n')
    expect(coveragePage(all, values).split('\n'), 'node scripts/coverage.ts writes it anew').toEqual(
      page.filter((line) => whole || !/^\| .* \| 1,000 \|/.test(line)),
    )
  }, 120_000)
})

describe('the caution', () => {
  it('stands where one more answer at the far end would move the mean by over half of the margin', () => {
    // Nobody answered otherwise yet, so that the spread is unknown and not none.
    expect(scored(ces, new Map([[7, 23]]))).toEqual({ n: 23, score: 7, interval: [7, 7], caution: 'few and skewed answers' })
    expect(
      scored(
        ces,
        new Map([
          [7, 19],
          [6, 1],
        ]),
      ).caution,
    ).toBe('few and skewed answers')
    expect(
      scored(
        ces,
        new Map([
          [7, 10],
          [1, 10],
        ]),
      ),
    ).not.toHaveProperty('caution')
    expect(scored(ces, new Map([[7, 1]]))).toEqual({ n: 1, score: 7, interval: null })
    expect(scored(ces, new Map())).toEqual({ n: 0, score: null, interval: null })
  })

  it('looks from either end of the scale', () => {
    expect(
      scored(
        ces,
        new Map([
          [1, 19],
          [2, 1],
        ]),
      ).caution,
    ).toBe('few and skewed answers')
  })

  it('is not needed where the interval itself adds answers that were not given', () => {
    expect(scored({ metric: 'nps', points: 11 }, new Map([[10, 20]]))).not.toHaveProperty('caution')
    expect(scored({ metric: 'csat', points: 5 }, new Map([[5, 20]]))).not.toHaveProperty('caution')
  })
})
