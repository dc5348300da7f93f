import { describe, expect, test } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { CreateSurvey, Definition } from '../../worker/contract/survey.ts'
import { draftOf } from '../../worker/domain/definition.ts'
import { textsOf } from '../../worker/domain/texts.ts'
import { definitionWarnings } from '../../worker/domain/warnings.ts'
import { ownLanguage, standardIn, wordingsOf } from '../../worker/domain/wordings.ts'
import german from '../../worker/locales/de.ts'
import informalGerman from '../../worker/locales/de-x-informal.ts'
import english from '../../worker/locales/en.ts'
import french from '../../worker/locales/fr.ts'
import { definitionOf } from '../support/survey-content.ts'

const shop = 'Fern & Loom'
const standards = {
  de: german.standard,
  'de-x-informal': informalGerman.standard,
  en: english.standard,
  fr: french.standard,
}
const about = (text: string, product = shop) => text.replace('{product}', () => product)
const tagsOf = (definition: Definition) => Object.keys(wordingsOf(definition, standards)).sort()
const titled = (title: string): Partial<CreateSurvey> => ({ thanks: { title, text: english.standard.thanks.text } })

describe('a survey in the standard wording', () => {
  test.each(['nps', 'csat', 'ces', 'none'] as const)('of %s is there in every language, about the same product', (metric) => {
    const definition = definitionOf({ metric })
    const wordings = wordingsOf(definition, standards)
    expect(Object.keys(wordings).sort()).toEqual(['de', 'fr'])
    expect(wordings.de).toEqual(textsOf(draftOf({ name: 'S', metric }, shop, german.standard)))
    expect(Object.keys(wordings.fr ?? {})).toEqual(Object.keys(textsOf(definition)))
  })

  test('is addressed as the survey says', () => {
    const wordings = wordingsOf(definitionOf({ address: 'informal' }), standards)
    expect(Object.keys(wordings).sort()).toEqual(['de-x-informal', 'fr'])
    expect(wordings['de-x-informal']?.['questions.score.text']).toBe(about(informalGerman.standard.nps.text))
  })

  test('is there from any language it is written in, however addressed', () => {
    const informal = draftOf({ name: 'S', metric: 'nps', locale: 'de', address: 'informal' }, shop, informalGerman.standard)
    expect(tagsOf(informal)).toEqual(['en', 'fr'])
    expect(tagsOf({ ...informal, address: 'formal' })).toEqual(['en', 'fr'])
    expect(tagsOf({ ...informal, locale: 'de-AT' })).toEqual(['de-x-informal', 'en', 'fr'])
    expect(wordingsOf(informal, standards).en?.['questions.score.text']).toBe(about(english.standard.nps.text))
    expect(ownLanguage(informal, Object.keys(standards))).toBe('de-x-informal')
    expect(ownLanguage({ ...informal, address: 'formal' }, Object.keys(standards))).toBe('de')
  })

  test('takes any product, whatever it means to a program', () => {
    const product = "A {product} $& shop's $1 {n}"
    const definition = draftOf({ name: 'S', metric: 'ces' }, product, english.standard)
    expect(wordingsOf(definition, standards).de?.['questions.score.text']).toBe(about(german.standard.ces.text, product))
  })
})

describe('a survey in its own words', () => {
  test('is not there in a language that lacks one of them', () => {
    expect(tagsOf(definitionOf(titled('Cheers')))).toEqual([])
    const [score, why] = definitionOf({}).questions as [Question, Question]
    expect(tagsOf(definitionOf({ questions: [{ ...score, text: 'Would you recommend us?' } as Question, why] }))).toEqual([])
    expect(tagsOf(definitionOf({ questions: [score, why, { ...why, id: 'more' } as Question] }))).toEqual([])
  })

  test('is there once they are translated, the rest from the standard', () => {
    const translated = definitionOf({ ...titled('Cheers'), translations: { de: { 'thanks.title': 'Prost' } } })
    const wordings = wordingsOf(translated, standards)
    expect(Object.keys(wordings)).toEqual(['de'])
    expect(wordings.de).toMatchObject({ 'thanks.title': 'Prost', 'thanks.text': german.standard.thanks.text })
  })

  test('prefers its own translation to the standard', () => {
    const translated = definitionOf({ translations: { fr: { 'thanks.title': 'Merci mille fois' } } })
    expect(wordingsOf(translated, standards).fr?.['thanks.title']).toBe('Merci mille fois')
    expect(tagsOf(translated)).toEqual(['de', 'fr'])
  })

  test('needs no translation of a text that is empty', () => {
    const [score, why] = definitionOf({}).questions as [Question, Question]
    const silent = definitionOf({
      questions: [{ ...score, low: '', high: '' } as Question, why],
      thanks: { title: 'Thank you', text: '' },
    })
    expect(tagsOf(silent)).toEqual(['de', 'fr'])
    expect(wordingsOf(silent, standards).de).not.toHaveProperty('questions.score.low')
  })

  test('says the standard thanks of a category in other languages too', () => {
    const { title, text } = english.standard.thanks
    const definition = definitionOf({ thanks: { title, text, by: { promoter: { title, text: '', coupon: 'TEN' } } } })
    expect(wordingsOf(definition, standards).de?.['thanks.by.promoter.title']).toBe(german.standard.thanks.title)
  })

  test('may be translated into a language without a file, and into one of a region', () => {
    const texts = textsOf(definitionOf({}))
    expect(tagsOf(definitionOf({ translations: { eu: texts } }))).toEqual(['de', 'eu', 'fr'])
    const { 'thanks.title': _, ...rest } = texts
    expect(tagsOf(definitionOf({ translations: { eu: rest } }))).toEqual(['de', 'fr'])
    const regional = wordingsOf(definitionOf({ translations: { 'de-AT': { 'thanks.title': 'Servus' } } }), standards)
    expect(regional['de-AT']).toEqual({ ...regional.de, 'thanks.title': 'Servus' })
    expect(regional.de?.['thanks.title']).toBe(german.standard.thanks.title)
  })

  test('is spoken informally with what was translated for either address, the informal first', () => {
    const translations = {
      de: { 'thanks.title': 'Servus', 'thanks.text': 'Bis bald' },
      'de-x-informal': { 'thanks.text': 'Mach es gut' },
    }
    const informal = wordingsOf(definitionOf({ address: 'informal', translations }), standards)
    expect(Object.keys(informal).sort()).toEqual(['de-x-informal', 'fr'])
    expect(informal['de-x-informal']).toMatchObject({ 'thanks.title': 'Servus', 'thanks.text': 'Mach es gut' })
    expect(wordingsOf(definitionOf({ translations }), standards).de).toMatchObject(translations.de)
  })
})

test('the standard wording of a language nobody wrote yet is none', () => {
  expect(standardIn('eu', 'formal', standards)).toBeUndefined()
  expect(standardIn('de-CH', 'informal', standards)).toBe(informalGerman.standard)
  expect(standardIn('fr-CA', 'informal', standards)).toBe(french.standard)
})

describe('a second thought', () => {
  const warned = (request: Partial<CreateSurvey>) => definitionWarnings(definitionOf(request), standards)
  const link = { text: 'Look', url: 'https://reviews.example/' }
  const ending = { title: 'Thanks', text: '' }

  test('is not needed for what is standard, nor for what everybody is offered', () => {
    expect(warned({})).toEqual([])
    expect(warned({ thanks: { ...ending, review: link, link, redirect: link.url } })).toEqual([])
    const by = { promoter: { ...ending, title: 'Yay', link }, detractor: { ...ending, link } }
    expect(warned({ thanks: { ...ending, link, by } })).toEqual([])
    expect(warned({ thanks: { ...ending, review: link, by: { detractor: { ...ending, coupon: 'TEN' } } } })).toEqual([])
  })

  test.each(['link', 'redirect'] as const)('is due where a %s is shown to the content alone', (field) => {
    const leading = { ...ending, [field]: field === 'link' ? link : link.url }
    const [warning, ...more] = warned({ thanks: { ...ending, by: { promoter: leading } } })
    expect(warning?.pointer).toBe(`/thanks/by/promoter/${field}`)
    expect(warning?.detail).toMatch(/reviews.*forbid.*thanks\.review/)
    expect(more).toEqual([])
    const others = { passive: ending, detractor: ending }
    expect(warned({ thanks: { ...leading, by: others } })).toMatchObject([{ pointer: `/thanks/${field}` }])
  })

  test('is milder where links merely differ', () => {
    const other = { ...link, url: 'https://shop.example/help' }
    const by = { promoter: { ...ending, link }, detractor: { ...ending, link: other } }
    expect(warned({ thanks: { ...ending, by } })).toMatchObject([{ pointer: '/thanks/by' }])
    expect(warned({ thanks: { ...ending, by: { detractor: { ...ending, link: other } } } })).toMatchObject([
      { pointer: '/thanks/by' },
    ])
  })

  test('is due where a translation is incomplete, and says by how much', () => {
    expect(warned({ translations: { de: { 'thanks.title': 'Dank' } } })).toEqual([])
    const lacking = (translations: CreateSurvey['translations']) => warned({ ...titled('Cheers'), translations })
    expect(lacking({ de: { 'thanks.text': 'Bis bald' } })).toEqual([
      { pointer: '/translations/de', detail: "de lacks 1 of 9 texts and isn't offered until it is there" },
    ])
    expect(lacking({ eu: { 'thanks.text': 'Agur' } })[0]?.detail).toBe(
      "eu lacks 8 of 9 texts and isn't offered until they are there",
    )
  })
})
