import { describe, expect, test } from 'vitest'
import { readAmount, readOrderCell } from '../../worker/domain/import-order.ts'

describe('an amount in a foreign file', () => {
  test.each([
    ['59.9', '59.9'],
    ['59,90', '59.90'],
    ['0', '0'],
    ['1.234,50 €', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['CHF 1’234.50', '1234.50'],
    ['1 234,5', '1234.5'],
    ['1\u202f234\u00a0EUR', '1234'],
    ['1,234,567', '1234567'],
    ['59.90000', '59.90000'],
  ])('%j is %s', (cell, amount) => expect(readAmount(cell)).toBe(amount))

  test.each(['1,234', '1.234', '-5', '', 'free', '12.3.4', '1,23,456', 'EUR', '9'.repeat(5_000), ' '.repeat(5_000)])(
    '%j is none, or can be read both ways',
    (cell) => expect(readAmount(cell)).toBeNull(),
  )

  test('that can’t be read says so', () => {
    expect(readOrderCell('value', '1.234')).toBe('order.value: “1.234” is no amount, or can be read both ways')
    expect(readOrderCell('skus', 'A-1; A-2|A-3,,')).toEqual({ 'order.skus': ['A-1', 'A-2', 'A-3'] })
  })
})
