import { describe, expect, test } from 'vitest'
import { changeMeaning, place, type Scope, scoreMeaning, shareMeaning, totalMeaning } from '../../dashboard/models/meaning.ts'
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
