import { expect, test } from 'vitest'
import { scoredOf, spentWords, standingWords } from '../../dashboard/models/customer.ts'

const surveys = [
  { id: 'srv_n', name: 'Order', metric: 'nps' as const, points: 11 },
  { id: 'srv_c', name: 'Cart', metric: 'ces' as const, points: 7 },
  { id: 'srv_0', name: 'Words', metric: 'none' as const, points: 0 },
]
const answer = (id: string, survey: string, score: number | null, day: string) => ({
  ...{ id, survey, score, day, answeredAt: `${day}T12:00:00.000Z` },
})

test('scores of different scales stand in lanes by what they mean, the first answered first', () => {
  const given = [
    answer('d', 'srv_c', 4, '2026-11-04'),
    answer('c', 'srv_n', 6, '2026-11-03'),
    answer('b', 'srv_c', 7, '2026-11-02'),
    answer('a', 'srv_n', 9, '2026-11-01'),
    answer('x', 'srv_0', null, '2026-11-05'),
    answer('y', 'srv_gone', 3, '2026-11-06'),
  ]
  expect(scoredOf(given, surveys).map(({ id, lane, height }) => [id, lane, height])).toEqual([
    ['a', 0, 0],
    ['b', 0, 1],
    ['c', 2, 1],
    // The only one in between of this scale.
    ['d', 1, 0.5],
  ])
})

test('what was spent is summed by currency, orders without a value left out', () => {
  const order = (value: number | null, currency: string | null) => ({ value, currency })
  expect(spentWords([order(80, 'EUR'), order(19.5, 'EUR'), order(30, 'CHF'), order(null, 'EUR')])).toBe(
    '€99.50 in 2 orders and CHF 30.00 in 1 order',
  )
  expect(spentWords([order(null, null)])).toBe('')
})

test('whether a customer is valued and at risk is said in a sentence, and nothing of others', () => {
  const valued = [{ dimension: 'ltv', band: '500 € and more' }]
  expect(standingWords({ valued, atRisk: true })).toMatch(
    /^A valued customer \(ltv 500 € and more\) whose last answer was unhappy/,
  )
  expect(standingWords({ valued, atRisk: false })).toBe('A valued customer: ltv 500 € and more.')
  expect(standingWords({ valued: [], atRisk: false })).toBe('')
})
