import { expect, test } from 'vitest'
import type { Category } from '../../worker/contract/category.ts'
import { hasTurned, valuedBy } from '../../worker/domain/at-risk.ts'

const bands = [
  { dimension: 'ltv', from: [100, 500], unit: '€' },
  { dimension: 'orders', from: [3], unit: '' },
]

test.each<[string, Record<string, string | number | boolean>, string[]]>([
  ['nothing is known', {}, []],
  ['just under the highest band', { ltv: 499.99 }, []],
  ['where it begins', { ltv: 500 }, ['ltv: 500 € and more']],
  ['a number as text', { ltv: '612.5' }, ['ltv: 500 € and more']],
  ['a number of another country', { ltv: '1.612,50' }, []],
  ['two points', { ltv: '6.1.2' }, []],
  ['a name', { ltv: 'gold' }, []],
  ['true is no number', { ltv: true }, []],
  ['another dimension’s', { orders: 3 }, ['orders: 3 and more']],
  ['both', { ltv: 900, orders: 12 }, ['ltv: 500 € and more', 'orders: 3 and more']],
  ['one without bands', { tier: 'gold', spent: 9_999 }, []],
])('who is valued: %s', (_, known, expected) => {
  expect(valuedBy(known, bands).map(({ dimension, band }) => `${dimension}: ${band}`)).toEqual(expected)
})

test('where the owner declared no bands nobody is valued', () => {
  expect(valuedBy({ ltv: 9_999 }, [])).toEqual([])
})

test.each<[boolean, Category[], string]>([
  [false, [], 'no score'],
  [false, ['detractor'], 'only one, and that a bad one'],
  [false, ['promoter'], 'only one, and that a good one'],
  [true, ['detractor', 'promoter'], 'turned'],
  [true, ['detractor', 'passive'], 'from middling too'],
  [true, ['dissatisfied', 'satisfied'], 'CSAT'],
  [true, ['difficult', 'neutral'], 'CES'],
  [true, ['difficult', 'promoter'], 'of another survey'],
  [true, ['detractor', 'detractor', 'promoter'], 'still unhappy'],
  [false, ['detractor', 'dissatisfied', 'difficult'], 'never otherwise'],
  [false, ['passive', 'detractor', 'promoter'], 'won back in part'],
  [false, ['promoter', 'detractor', 'promoter'], 'won back'],
])('whether somebody has turned is %s for %j, the last first: %s', (expected, categories) => {
  expect(hasTurned(categories)).toBe(expected)
})
