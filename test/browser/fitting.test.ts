import { describe, expect, test } from 'vitest'
import { fitting } from '../../widget/loader/fitting.ts'
import { limits } from '../../worker/contract/limits.ts'
import { SendResponse } from '../../worker/contract/response.ts'

const submission = '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'

describe('what a page says in set', () => {
  const { traitKey, traitValue, traits: most } = limits

  test.each([
    ['text, numbers and yes or no stay', { tier: 'gold', orders: 3, vip: false }, { tier: 'gold', orders: 3, vip: false }],
    ['what is none of them goes alone', { tier: 'gold', nested: { a: 1 }, list: ['a'], none: null, big: 1n }, { tier: 'gold' }],
    ['a value at the limit stays', { note: '🌾'.repeat(traitValue) }, { note: '🌾'.repeat(traitValue) }],
    ['a value past it goes', { note: 'a'.repeat(traitValue + 1), tier: 'gold' }, { tier: 'gold' }],
    ['a key at the limit stays', { ['k'.repeat(traitKey)]: 1 }, { ['k'.repeat(traitKey)]: 1 }],
    ['a key past it goes, and one nobody can see', { ['k'.repeat(traitKey + 1)]: 1, '\u200b ': 1, '': 1 }, {}],
    ['nothing is nothing', null, {}],
  ])('traits: %s', (_name, traits, kept) => {
    expect(fitting({ traits }).traits).toEqual(kept)
  })

  test('traits: the first 50', () => {
    const many = Object.fromEntries(Array.from({ length: most + 1 }, (_, i) => [`t${i}`, i]))
    expect(Object.keys(fitting({ traits: many }).traits ?? {})).toEqual(Object.keys(many).slice(0, most))
  })

  test.each([
    ['as it should be', { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] }, {}],
    ['a number as id', { id: 1001 }, { id: '1001' }],
    ['a value in quotes, a currency in lower case', { value: '59.90', currency: 'eur' }, { value: 59.9, currency: 'EUR' }],
    ['zero is a value, an empty text is none', { id: 'a', value: 0, skus: [] }, {}],
    ['no value', { id: 'a', value: '' }, { value: undefined }],
    ['a value in another notation', { value: '59,90 €' }, { value: undefined }],
    ['a value below nothing', { value: -1 }, { value: undefined }],
    ['no currency', { currency: 'Euro' }, { currency: undefined }],
    ['an id nobody has', { id: 'a'.repeat(129) }, { id: undefined }],
    ['an id that is no id', { id: {} }, { id: undefined }],
    ['articles', { skus: ['A-1', 7, null, { id: 1 }, 'a'.repeat(65)] }, { skus: ['A-1', '7'] }],
    ['articles that are no list', { skus: 'A-1' }, { skus: undefined }],
  ])('order: %s', (_name, order, change) => {
    expect(fitting({ order }).order).toEqual({ ...order, ...change })
    const sent = { site: 's', survey: 's', submission, seq: 1, answers: {}, ...fitting({ order }) }
    expect(SendResponse.safeParse(sent).success).toBe(true)
  })

  test('what was not said is not touched', () => {
    expect(fitting({ touchpoint: 'cart' })).toEqual({ touchpoint: 'cart' })
    expect(fitting({ order: null })).toEqual({ order: undefined })
  })
})
