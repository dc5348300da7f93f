import { describe, expect, test } from 'vitest'
import {
  agreeMeaning,
  changeMeaning,
  intervalMeaning,
  meanMeaning,
  place,
  type Scope,
  scoreMeaning,
  shareMeaning,
  totalMeaning,
} from '../../dashboard/models/meaning.ts'
import { total } from '../../worker/domain/metrics.ts'

const scope: Scope = {
  ...{ metric: 'nps', scale: [0, 10], from: '2026-10-01', to: '2026-10-31', timeZone: 'America/St_Johns' },
  segments: { device: 'mobile', country: 'DE' },
}
const csat: Scope = { ...scope, metric: 'csat', scale: [1, 5] }
const ces: Scope = { ...scope, metric: 'ces', scale: [1, 7] }

describe('the number behind a score', () => {
  test.each([
    ['NPS', scope, 11, { 10: 5, 8: 2, 3: 3 }, '100 × (5 − 3) ÷ 10 = 20.0'],
    ['a negative NPS', scope, 11, { 10: 1, 3: 3 }, '100 × (1 − 3) ÷ 4 = −50.0'],
    ['CSAT', csat, 5, { 5: 2, 4: 1, 1: 1 }, '100 × 3 ÷ 4 = 75.0 %'],
    ['CES', ces, 7, { 7: 2, 4: 1 }, '18 ÷ 3 = 6.00'],
  ])('%s: numerator and denominator give what is shown', (_name, where, points, given, numbers) => {
    const histogram = new Map(Object.entries(given).map(([score, n]) => [Number(score), n]))
    expect(totalMeaning(where, total({ metric: where.metric, points }, histogram)).numbers).toBe(numbers)
  })

  test('without answers there is none, and it says that this isn’t 0', () => {
    expect(scoreMeaning(scope, { n: 0, score: null, interval: null }).numbers).toMatch(/not 0/)
  })

  test('a score that is 0 has its own numbers', () => {
    expect(scoreMeaning(scope, { n: 8, score: 0, interval: [-30, 30] }).numbers).toBe('100 × 0 ÷ 8 = 0.0')
  })

  test('a caution is said', () => {
    expect(scoreMeaning(ces, { n: 20, score: 6.9, interval: [6.7, 7], caution: 'few and skewed answers' }).note).toMatch(
      /less than/,
    )
  })
})

test('a change is the score now less the score then, a negative one in brackets', () => {
  const names = { change: 'Change', now: 'score now', before: 'score then' }
  expect(changeMeaning(scope, names, { score: 10, change: 15 }).numbers).toBe('10.0 − (−5.0) = 15.0')
  expect(changeMeaning(scope, names, { score: null, change: null }).numbers).toMatch(/nothing to compare/)
})

test('a share of nothing is no share', () => {
  expect(shareMeaning('Response rate', ['responses', 0], ['displays', 0]).numbers).toBe('0 ÷ 0 = nothing to divide by')
})

test('days, zone and filters are said as people say them', () => {
  expect(place(scope)).toBe('1 Oct to 31 Oct, days of America/St Johns; only device mobile, country Germany.')
  expect(place({ ...scope, segments: {} }, { from: '2026-10-05', to: '2026-10-05' })).toMatch(
    /^5 Oct, days of .*; all segments\.$/,
  )
})

describe('the number behind an interval and a mean', () => {
  const scored = { n: 66, score: 31.8, interval: [24, 39.1] as [number, number] }

  test.each([
    ['nps', scope, /1\.96 √.*0\.75 promoters/],
    ['csat', csat, /3\.84 ÷ n/],
    ['ces', ces, /t × s ÷ √n/],
  ])('%s: the formula, and n with what came of it', (_name, where, formula) => {
    const meaning = intervalMeaning(where, { ...scored, ...(where === ces && { score: 5.4, interval: [5.1, 5.7] }) })
    expect(meaning.formula).toMatch(formula)
    expect(meaning.numbers).toMatch(/^n = 66: /)
  })

  test('one answer has none, and nobody’s has none', () => {
    expect(intervalMeaning(ces, { n: 1, score: 5, interval: null }).numbers).toBe('n = 1: too few for an interval.')
    expect(intervalMeaning(ces, { n: 0, score: null, interval: null }).numbers).toBe('n = 0: nobody gave a score.')
  })

  test('a mean and a share who agree are counts divided', () => {
    expect(meanMeaning(csat, { mean: 4.25, n: 8 }).numbers).toBe('34 ÷ 8 = 4.25')
    expect(agreeMeaning(75, 8).numbers).toBe('6 ÷ 8 = 75.0 %')
  })

  test('of several surveys says which', () => {
    expect(place({ ...scope, together: ['Cart', 'Delivery'] })).toMatch(/country Germany; Cart and Delivery together\.$/)
    expect(place({ ...scope, together: ['Cart'] })).toMatch(/; Cart\.$/)
  })
})
