import { describe, expect, it } from 'vitest'
import { commentQuestion, definitionFaults, editedDraft, thawed } from '../../worker/domain/definition.ts'
import { standardAppearance, standardTargeting } from '../../worker/domain/standard.ts'
import {
  asking,
  choices,
  contact,
  draft,
  faultsOf,
  link,
  metric,
  rating,
  text,
  thanks,
  why,
} from '../support/definition-faults.ts'
import { definitionOf } from '../support/survey-content.ts'

describe('a survey', () => {
  it.each<[string, boolean, object]>([
    ['no name', false, { name: ' ' }],
    ['a name of 121 characters', false, { name: 'x'.repeat(121) }],
    ['a name of 120 characters', true, { name: 'x'.repeat(120) }],
    ['a metric nobody knows', false, { metric: 'stars' }],
    ['a touchpoint with a space', false, { touchpoint: 'check out' }],
    ['no metric question', false, { questions: [{ id: 'why', type: 'text', text: 'Why?' }] }],
    ['two metric questions', false, { questions: [metric, metric] }],
    ['a metric question where there is no metric', false, { metric: 'none', questions: [metric] }],
    ['another question called score', false, { questions: [metric, { id: 'score', type: 'text', text: 'x' }] }],
    ['a question called end', false, { questions: [metric, { id: 'end', type: 'text', text: 'x' }] }],
    ['two questions of one id', false, { questions: [metric, choices('a', 'b'), choices('c', 'd')] }],
    ['two choices of one id', false, { questions: [metric, choices('a', 'a')] }],
    ['a choice called other', false, { questions: [metric, choices('a', 'other')] }],
    ['one choice', false, { questions: [metric, choices('a')] }],
    ['one choice and another', true, { questions: [metric, { ...choices('a'), other: 'Else' }] }],
    ['a rating of 10 points', true, { questions: [metric, { ...rating, points: 10 }] }],
    ['a rating of 11 points', false, { questions: [metric, { ...rating, points: 11 }] }],
    ['an id that is none', false, { questions: [metric, { id: '__proto__', type: 'text', text: 'x' }] }],
    ['a colour that is none', false, { appearance: { theme: 'auto', brand: 'url(x)', corner: 'bottom-right' } }],
    ['a font that is an address', false, { appearance: { font: 'url(https://x)' } }],
    ['a path that is none', false, { targeting: { include: ['shop.example'] } }],
    ['an inline shape with its element', true, { appearance: { shape: 'inline', element: '#survey' } }],
  ])('with %s: %s', (_, taken, survey) => {
    expect(faultsOf(survey).length === 0).toBe(taken)
  })

  it('is refused with a pointer to what does not fit', () => {
    expect(faultsOf({ metric: 'csat', points: 4, questions: [why] })).toEqual(['/points', '/questions'])
    expect(faultsOf({ appearance: { shape: 'inline' } })).toEqual(['/appearance/element'])
    expect(asking({ ...why, textBy: { satisfied: 'y', promoter: 'z' } })).toEqual(['/questions/1/textBy/satisfied'])
  })

  it('asks for an address and a number at most once each', () => {
    expect(asking(contact('mail', 'email'), contact('call', 'phone'))).toEqual([])
    expect(asking(contact('mail', 'email'), contact('again', 'email'))).toEqual(['/questions/2/channel'])
  })

  it('keeps in an edit what the edit does not name', () => {
    const before = draft({ name: 'S', metric: 'nps' })
    expect(editedDraft(before, {})).toEqual(before)
    expect(editedDraft(before, { targeting: { delaySeconds: 1 } })).toEqual({
      ...before,
      targeting: { ...before.targeting, delaySeconds: 1 },
    })
    expect(editedDraft(before, { locale: 'de' })).toEqual({ ...before, locale: 'de' })
  })

  it('drops in an edit the translations of what the edit takes away, and keeps the rest', () => {
    const translations = { de: { 'questions.why.text': 'Warum?', 'thanks.title': 'Danke' } }
    const before = definitionOf({ translations })
    const edited = editedDraft(before, { questions: before.questions.slice(0, 1) })
    expect(edited.translations).toEqual({ de: { 'thanks.title': 'Danke' } })
    expect(definitionFaults(edited)).toEqual([])
  })
})

describe('the style of a scale', () => {
  it.each<[style: string, metric: string, points: number, fits: boolean]>([
    ['stars', 'nps', 11, false],
    ['smileys', 'nps', 11, false],
    ['numbers', 'nps', 11, true],
    ['stars', 'csat', 5, true],
    ['stars', 'ces', 7, true],
    ['smileys', 'csat', 3, true],
    ['smileys', 'csat', 5, true],
    ['smileys', 'csat', 7, false],
    ['smileys', 'ces', 5, true],
    ['smileys', 'ces', 7, false],
  ])('%s for %s of %d points: %s', (style, kind, points, fits) => {
    expect(faultsOf({ metric: kind, points, questions: [{ ...metric, style }] })).toEqual(fits ? [] : ['/questions/0/style'])
  })

  it.each([
    ['stars', 10, true],
    ['smileys', 3, true],
    ['smileys', 4, false],
    ['smileys', 5, true],
  ])('%s for a rating of %d points: %s', (style, points, fits) => {
    expect(asking({ ...rating, style, points })).toEqual(fits ? [] : ['/questions/1/style'])
  })
})

describe('the thank-you', () => {
  const bad = 'javascript:alert(1)'

  it('leads to pages of the web and nowhere else', () => {
    const good = 'https://shop.example/'
    expect(faultsOf({ thanks: { ...thanks, link: link(good), review: link(good), redirect: good } })).toEqual([])
    const by = { detractor: { ...thanks, link: link(bad), redirect: bad } }
    expect(faultsOf({ thanks: { ...thanks, link: link(bad), review: link(bad), redirect: bad, by } })).toEqual([
      '/thanks/review/url',
      '/thanks/link/url',
      '/thanks/redirect',
      '/thanks/by/detractor/link/url',
      '/thanks/by/detractor/redirect',
    ])
  })

  it('differs only by categories of this metric', () => {
    expect(faultsOf({ thanks: { ...thanks, by: { promoter: thanks } } })).toEqual([])
    expect(faultsOf({ thanks: { ...thanks, by: { easy: thanks } } })).toEqual(['/thanks/by/easy'])
  })
})

describe('a definition stored by an earlier release', () => {
  it('takes the standard for what that release did not know', () => {
    const { event, ...targeting } = standardTargeting
    const { shape, element, radius, font, ...appearance } = standardAppearance
    const { locale, address, translations, ...old } = definitionOf({ targeting: { delaySeconds: 1 } })
    const stored = JSON.stringify({ ...old, targeting: { ...targeting, delaySeconds: 1 }, appearance })
    expect([event, shape, element, locale, address, translations]).toEqual(['', 'popover', '', 'en', 'formal', {}])
    expect(thawed(stored)).toEqual(definitionOf({ targeting: { delaySeconds: 1 } }))
  })

  it('is the same text each time it is stored, so that nothing seems changed', () => {
    const once = thawed(JSON.stringify(definitionOf({ locale: 'de', address: 'informal' })))
    expect(JSON.stringify(thawed(JSON.stringify(once)))).toBe(JSON.stringify(once))
    expect(once).toMatchObject({ locale: 'de', address: 'informal' })
  })
})

describe('the question whose text is the verbatim', () => {
  it('is why, else the first that takes text', () => {
    expect(commentQuestion([text('more'), text('why')])).toBe('why')
    expect(commentQuestion([text('more'), text('else')])).toBe('more')
    expect(commentQuestion([])).toBeNull()
  })
})
