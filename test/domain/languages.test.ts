import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressed, broader, directionOf, formal, suitableLanguage } from '../../worker/domain/languages.ts'

const there = ['en', 'de', 'nl-x-informal', 'es', 'nb', 'pt-BR', 'pt-PT', 'sr', 'zh-Hans', 'zh-Hant', 'he', 'fil']

describe('the language for somebody who asks for', () => {
  test.each<[asked: string, found: string | undefined]>([
    ['de', 'de'],
    ['DE-at', 'de'],
    ['de-Latn-CH-1996', 'de'],
    ['de-x-informal', 'de'],
    ['nl-BE', 'nl-x-informal'],
    ['es-419', 'es'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['pt', 'pt-BR'],
    ['pt-br', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['sr-Latn', 'sr'],
    ['iw', 'he'],
    ['tl', 'fil'],
    ['fi', undefined],
    ['', undefined],
    ['*', undefined],
    ['und', undefined],
    ['x-informal', undefined],
    ['../../etc/passwd', undefined],
    ['de_AT', undefined],
  ])('%s is %s', (asked, found) => {
    expect(suitableLanguage(asked, there)).toBe(found)
  })

  test('several is the first that is there, junk passed over', () => {
    expect(suitableLanguage('fi, ???,es-MX;q=0.9 ,de', there)).toBe('es')
    expect(suitableLanguage('fi,fr', there)).toBeUndefined()
  })

  test('more than ten looks at the first ten', () => {
    const nine = Array(9).fill('fi').join()
    expect(suitableLanguage(`${nine},de`, there)).toBe('de')
    expect(suitableLanguage(`${nine},fi,de`, there)).toBeUndefined()
  })

  test.each<[asked: string, there: string[], found: string | undefined]>([
    ['de-AT', ['de', 'de-AT'], 'de-AT'],
    ['de-CH-1996', ['de', 'de-CH'], 'de-CH'],
    ['de', ['en', 'de-AT'], 'de-AT'],
    ['en-GB', ['en-US', 'en'], 'en'],
    ['de', ['de-x-informal', 'de'], 'de'],
    ['de-x-informal', ['de', 'de-x-informal'], 'de-x-informal'],
    ['pt-AO', ['pt-BR'], 'pt-BR'],
    ['zh-TW', ['zh'], 'zh'],
    ['zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['nb', ['no'], 'no'],
    ['de', [], undefined],
  ])('%s of %j is %s', (asked, tags, found) => {
    expect(suitableLanguage(asked, tags)).toBe(found)
  })
})

test('whatever is asked for, the answer is one of those there are, or none', () => {
  const part = fc.stringMatching(/^[a-zA-Z0-9*]{0,9}$/)
  const junk = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 6 }).map((parts) => parts.join('-')),
  )
  fc.assert(
    fc.property(fc.array(junk, { maxLength: 12 }), (asked) => {
      const found = suitableLanguage(asked.join(), there)
      return found === undefined || there.includes(found)
    }),
    { numRuns: 2_000, seed: 20261122 },
  )
  expect(suitableLanguage(`de-${'a'.repeat(5_000)}`, there)).toBeUndefined()
})

test('informal address is told by the tag, where it is wanted and there', () => {
  expect(addressed('de', 'informal', ['de', 'de-x-informal'])).toBe('de-x-informal')
  expect(addressed('de', 'formal', ['de', 'de-x-informal'])).toBe('de')
  expect(addressed('fr', 'informal', ['fr'])).toBe('fr')
  expect([formal('de-x-informal'), formal('de')]).toEqual(['de', 'de'])
})

test('a language borrows from the one it belongs to', () => {
  expect(broader('de-AT-x-informal')).toEqual(['de-AT-x-informal', 'de-AT', 'de'])
  expect(broader('zh-Hant-HK')).toEqual(['zh-Hant-HK', 'zh-Hant', 'zh'])
  expect(broader('en')).toEqual(['en'])
})

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ur', 'rtl'],
  ['ckb', 'rtl'],
  ['pa-PK', 'rtl'],
  ['pa', 'ltr'],
  ['az-Arab', 'rtl'],
  ['de-x-informal', 'ltr'],
  ['ja', 'ltr'],
])('%s is written %s', (tag, dir) => {
  expect(directionOf(tag)).toBe(dir)
})
