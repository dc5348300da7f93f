import { describe, expect, test } from 'vitest'
import { fitting } from '../../widget/loader/fitting.ts'
import { limits } from '../../worker/contract/limits.ts'

describe('traits', () => {
  const { traitKey, traitValue, traits: most } = limits

  test.each([
    ['text, numbers and yes or no stay', { tier: 'gold', orders: 3, vip: false }, { tier: 'gold', orders: 3, vip: false }],
    ['what is none of them goes alone', { tier: 'gold', nested: { a: 1 }, list: ['a'], none: null }, { tier: 'gold' }],
    ['a value at the limit stays', { note: 'a'.repeat(traitValue) }, { note: 'a'.repeat(traitValue) }],
    ['a value past it goes', { note: 'a'.repeat(traitValue + 1), tier: 'gold' }, { tier: 'gold' }],
    ['a key at the limit stays', { ['k'.repeat(traitKey)]: 1 }, { ['k'.repeat(traitKey)]: 1 }],
    ['a key past it goes, and one that is empty', { ['k'.repeat(traitKey + 1)]: 1, ' ': 1, '': 1 }, {}],
    ['nothing is nothing', undefined, {}],
  ])('%s', (_name, traits, kept) => {
    expect(fitting(traits)).toEqual(kept)
  })

  test('no more than the first 50', () => {
    const many = Object.fromEntries(Array.from({ length: most + 1 }, (_, i) => [`t${i}`, i]))
    expect(Object.keys(fitting(many) ?? {})).toEqual(Object.keys(many).slice(0, most))
  })
})
