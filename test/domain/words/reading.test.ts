import { expect, it } from 'vitest'
import { fold } from '../../../worker/domain/words/fold.ts'
import type { Language } from '../../../worker/domain/words/language.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'
import { stem } from '../../../worker/domain/words/stem.ts'

const words = (text: string, hint?: string) => readWords(text, hint).tokens.map(({ word }) => word)

it('folds case, accents and ways of writing one apostrophe', () => {
  expect(words('Würde ich nie, DIDN’T arrive ｆｕｌｌ Straße')).toEqual("wurde ich nie didn't arrive full strasse".split(' '))
})

it('parts what leans on the next word in French and Italian, and nothing English', () => {
  expect(words("L'emballage, qu’il n'a pas; dell'ordine, all'interno")).toEqual(
    'l emballage qu il n a pas dell ordine all interno'.split(' '),
  )
  expect(words("That's all's well, I'd say it wasn't")).toEqual("that's all's well i'd say it was not".split(' '))
})

it('reads English denials and what is typed in haste in one form, each where it is written', () => {
  const forms = ["It doesn't work", 'it doesn’t work', 'it doesnt work', "it does n't work", 'it does not work']
  for (const form of forms) expect(words(form, 'en')).toEqual(['it', 'does', 'not', 'work'])
  expect(words("can't cannot cant won't wo n't pls", 'en')).toEqual('can not can not can not will not will not please'.split(' '))
  const { tokens } = readWords("It isn't here", 'en')
  expect(tokens.map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 5],
    [3, 8],
    [9, 13],
  ])
  // "Dont" is a word of French, and a "t" after an "n" is no denial where no verb stands before it.
  expect(words('le produit dont je rêve et la livraison', 'fr')).toContain('dont')
  expect(words("there n't is", 'en')).toEqual(['there', 'n', 't', 'is'])
})

it('keeps numbers whole and takes emoji for words', () => {
  expect(words('4.5 of 1,299.00 EUR 👍🏽!')).toEqual(['4.5', 'of', '1,299.00', 'eur', '👍'])
})

it('says where each word stands, in UTF-16 units, and where sentences begin', () => {
  const text = '👍 Ｓehr gut. Très l’été! ok 3.5 x.y'
  const { tokens } = readWords(text)
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
    '👍',
    'Ｓehr',
    'gut',
    'Très',
    'l’',
    'été',
    'ok',
    '3.5',
    'x',
    'y',
  ])
  expect(tokens.filter(({ opens }) => opens).map(({ word }) => word)).toEqual(['👍', 'tres', 'ok'])
})

it('cuts scripts without spaces into words', () => {
  expect(words('配送很慢')).toEqual(['配送', '很慢'])
  expect(words('สินค้าดีมาก')).toEqual(['สินค้า', 'ดี', 'มาก'])
})

it('keeps the marks that make another letter', () => {
  expect(words('мой ёлка їжа が किताब')).toEqual(['мой', 'елка', 'їжа', 'が', 'किताब'])
})

it('gives the forms of a word one stem, whether or not it was typed with accents', () => {
  const same = (language: Language, forms: string) =>
    expect(new Set(forms.split(' ').map((word) => stem(fold(word), language))).size, forms).toBe(1)
  for (const forms of [
    'fit fits fitted fitting',
    'delivery deliveries',
    'return returns returned returning',
    'size sized sizes',
  ]) {
    same('en', forms)
  }
  same('de', 'Lieferung Lieferungen')
  same('fr', 'livré livrée livrés livrees')
  same('es', 'llegó llegaron llega')
})

it('reads text made to be slow in time that grows with its length', () => {
  for (const text of [
    "a'".repeat(2_500),
    'a\u0301'.repeat(2_500),
    '1.'.repeat(2_500),
    '哈'.repeat(5_000),
    'ก'.repeat(5_000),
    '👍'.repeat(2_500),
  ]) {
    const { tokens } = readWords(text)
    expect(tokens.length).toBeLessThanOrEqual(5_000)
    for (const { start, end } of tokens) expect(start < end && end <= text.length).toBe(true)
  }
})
