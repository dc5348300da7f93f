import { describe, expect, test } from 'vitest'
import type { Scope } from '../../dashboard/models/meaning.ts'
import { ordersMeaning, spentMeaning, weightedMeaning } from '../../dashboard/models/value.ts'
import { money } from '../../dashboard/models/wording.ts'
import type { CurrencyValue } from '../../worker/contract/value.ts'

describe('an amount', () => {
  test.each([
    ['EUR', 999.5, '€999.50'],
    ['EUR', 1_000, '€1,000'],
    ['EUR', 92_871.6, '€92,872'],
    ['CHF', 59.9, 'CHF 59.90'],
    ['JPY', 800, '¥800'],
    ['EUR', 0, '€0.00'],
    ['ABC', 5, 'ABC 5.00'],
    [null, 12.5, '12.50'],
    [null, 1_234.5, '1,235'],
  ])('of %s %s is said as %s', (currency, value, said) => {
    expect(money(currency, value)).toBe(said)
  })
})

describe('the number behind', () => {
  const scored = { n: 2, score: 25, interval: null }
  const all: CurrencyValue = { ...scored, currency: 'EUR', responses: 3, value: 100, unweighted: scored, categories: [] }
  const spent = { category: 'detractor', n: 1, value: 25, share: 0.25, interval: null } as const
  const scope: Scope = {
    ...{ metric: 'nps', scale: [0, 10], from: '2026-10-01', to: '2026-10-31' },
    ...{ timeZone: 'Europe/Berlin', segments: {} },
  }

  test('a score by value says what weighs, and of how much', () => {
    expect(weightedMeaning(scope, all)).toMatchObject({
      numbers: '25.0 of €100.00',
      formula: expect.stringContaining('value of all'),
    })
    expect(weightedMeaning(scope, { ...all, value: 0, score: null }).numbers).toBe('All orders together are worth nothing.')
  })

  test('a share of revenue divides values, and never by nothing', () => {
    expect(spentMeaning(spent, all).numbers).toBe('€25.00 (1 order) ÷ €100.00 = 25.0 %')
    expect(spentMeaning({ ...spent, value: 0, share: null }, { ...all, value: 0 }).numbers).toMatch(/nothing to divide by$/)
  })

  test('a count of orders says how many responses name them', () => {
    expect(ordersMeaning(all).numbers).toBe('2, named by 3 responses.')
  })
})
