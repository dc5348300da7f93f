import { describe, expect, test } from 'vitest'
import { dimensionChange, editedDimensions, thresholdsOf } from '../../dashboard/models/dimensions.ts'
import { AllBands } from '../../worker/contract/bands.ts'
import { bandNames, bandOf, noNumber } from '../../worker/domain/bands.ts'
import { segmentsOf } from '../../worker/domain/segments.ts'

const value = { dimension: 'value', from: [100, 500], unit: '€' }

describe('a band', () => {
  test.each([
    [-5, 'under 100 €'],
    [0, 'under 100 €'],
    [99.99, 'under 100 €'],
    [100, '100 to 499 €'],
    [499.99, '100 to 499 €'],
    [500, '500 € and more'],
    ['99', 'under 100 €'],
    [' 100.00 ', '100 to 499 €'],
    ['+500', '500 € and more'],
    ['', noNumber],
    ['abc', noNumber],
    ['1.234,50', noNumber],
    ['1e9', noNumber],
    ['0x10', noNumber],
    ['Infinity', noNumber],
    ['9'.repeat(40), noNumber],
    [true, noNumber],
  ])('of %o is %s', (given, band) => {
    expect(bandOf(value, given)).toBe(band)
  })

  test('is named by whole numbers where its ends are whole, by its ends where they are not', () => {
    expect(bandNames({ from: [1, 2, 5], unit: 'orders' })).toEqual([
      'under 1 orders',
      '1 orders',
      '2 to 4 orders',
      '5 orders and more',
    ])
    expect(bandNames({ from: [0.5, 2], unit: '' })).toEqual(['under 0.5', '0.5 to under 2', '2 and more'])
    expect(bandNames({ from: [-10], unit: '' })).toEqual(['under -10', '-10 and more'])
  })

  test('stands in place of the number in the segments; a trait that wasn’t sent has none, and text stays text elsewhere', () => {
    const of = (traits: Record<string, string | number | boolean>) => segmentsOf(['value', 'tier'], {}, traits, [value])
    expect(of({ value: 120, tier: '120' })).toEqual({ value: '100 to 499 €', tier: '120' })
    expect(of({ value: 0 })).toEqual({ value: 'under 100 €' })
    expect(of({ value: 'many' })).toEqual({ value: noNumber })
    expect(of({})).toEqual({})
  })

  test.each([
    [[100, 100], false],
    [[500, 100], false],
    [[], false],
    [Array.from({ length: 21 }, (_, i) => i), false],
    [Array.from({ length: 20 }, (_, i) => i), true],
  ])('begins at rising thresholds, 20 at most: %j', (from, fits) => {
    expect(AllBands.safeParse([{ ...value, from }]).success).toBe(fits)
  })
})

describe('dimensions being edited', () => {
  test.each([
    ['100, 500', [100, 500]],
    ['500 100;100', [100, 500]],
    ['0.5', [0.5]],
    ['100, many', undefined],
    ['', undefined],
  ])('“%s” are the thresholds %j', (typed, thresholds) => {
    expect(thresholdsOf(typed)).toEqual(thresholds)
  })

  test('come back as they were declared, and a number without bands is told before it is sent', () => {
    const edited = editedDimensions(['device', 'value'], [value])
    expect(dimensionChange(edited)).toEqual({ dimensions: ['device', 'value'], bands: [value] })
    const nameless = edited.map((one) => ({ ...one, from: '' }))
    expect(() => dimensionChange(nameless)).toThrow('Say where the bands of value begin')
    expect(dimensionChange(nameless.map((one) => ({ ...one, isNumber: false }))).bands).toEqual([])
  })
})
