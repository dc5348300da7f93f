import { describe, expect, it } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { Definition } from '../../worker/contract/survey.ts'
import { closedAnswer, missingRequired, readAnswers } from '../../worker/domain/answers.ts'
import { standardAppearance, standardTargeting, standardThanks } from '../../worker/domain/standard.ts'

const words = (...ids: string[]) => ids.map((id) => ({ id, text: id }))
const definition: Definition = {
  metric: 'ces',
  points: 7,
  questions: [
    { id: 'score', type: 'metric', text: 'Easy?', low: 'no', high: 'yes' },
    { id: 'why', type: 'text', text: 'Why?', required: true },
    { id: 'more', type: 'text', text: 'More?', required: false },
    { id: 'missing', type: 'choices', text: 'Missing?', choices: words('price', 'size', 'colour'), required: true },
    { id: 'again', type: 'choice', text: 'Again?', choices: words('yes', 'no'), required: true },
    { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: '', high: '', required: true },
    { id: 'how', type: 'choice', text: 'How?', choices: words('app', 'web'), other: 'Elsewhere', required: false },
    { id: 'which', type: 'choices', text: 'Which?', choices: words('one', 'two'), other: 'Others', required: false },
    { id: 'news', type: 'consent', text: 'Send me news', required: true },
    { id: 'note', type: 'statement', text: 'Nearly done' },
    { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To call back', required: true },
    { id: 'phone', type: 'contact', text: 'Your phone', channel: 'phone', purpose: 'To ring', required: false },
  ],
  thanks: standardThanks,
  targeting: standardTargeting,
  appearance: standardAppearance,
  locale: 'en',
  address: 'formal',
  translations: {},
}
const read = (answers: Record<string, unknown>) => readAnswers(definition, answers)
const readStep = (answers: Record<string, unknown>) => {
  const result = read(answers)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result
}
const step = (answers: Record<string, unknown>) => readStep(answers).answers

describe('one step of answers', () => {
  it('leaves alone what it does not name', () => {
    expect(step({})).toEqual({ score: undefined, comment: undefined, closed: {}, texts: {} })
  })

  it('puts the verbatim, other text and choices where each belongs', () => {
    expect(step({ score: 7, why: 'Fast', more: 'Yes', missing: ['size'], again: 'no' })).toEqual({
      score: 7,
      comment: 'Fast',
      closed: { missing: ['size'], again: 'no' },
      texts: { more: 'Yes' },
    })
  })

  it('takes back what is null or empty', () => {
    expect(step({ score: null, more: null })).toMatchObject({ score: null, texts: { more: null } })
    expect(step({ more: ' \u200b' }).texts).toEqual({ more: null })
    expect(step({ why: '' }).comment).toBe('')
  })

  it('keeps choices in the order of the question, so that equal sets are equal', () => {
    expect(step({ missing: ['colour', 'price'] }).closed).toEqual(step({ missing: ['price', 'colour'] }).closed)
  })

  it('stores -0 as 0 and 9.0 as 9', () => {
    const nps = { ...definition, metric: 'nps' as const, points: 11 }
    const score = (text: string) => {
      const result = readAnswers(nps, { score: JSON.parse(text) })
      return result.ok ? result.answers.score : undefined
    }
    expect(Object.is(score('-0'), 0)).toBe(true)
    expect(score('9.0')).toBe(9)
  })

  it.each<[string, Record<string, unknown>]>([
    ['/answers/score', { score: 0 }],
    ['/answers/score', { score: 8 }],
    ['/answers/score', { score: '7' }],
    ['/answers/score', { score: Number.NaN }],
    ['/answers/score', { score: Number.POSITIVE_INFINITY }],
    ['/answers/why', { why: null }],
    ['/answers/why', { why: 'x'.repeat(5_001) }],
    ['/answers/missing', { missing: [] }],
    ['/answers/missing', { missing: ['size', 'size'] }],
    ['/answers/missing', { missing: [['size']] }],
    ['/answers/again', { again: 'Yes' }],
    ['/answers/stars', { stars: 0 }],
    ['/answers/stars', { stars: 6 }],
    ['/answers/stars', { stars: 4.5 }],
    ['/answers/stars', { stars: '4' }],
    ['/answers/stars', { stars: null }],
    ['/answers/again', { again: 'other' }],
    ['/answers/again.other', { 'again.other': 'Perhaps' }],
    ['/answers/missing', { missing: ['other'] }],
    ['/answers/how', { how: ['other'] }],
    ['/answers/how.other', { how: 'other', 'how.other': 'x'.repeat(5_001) }],
    ['/answers/how.other', { how: 'other', 'how.other': ['x'] }],
    ['/answers/news', { news: true }],
    ['/answers/news', { news: 'no' }],
    ['/answers/news', { news: null }],
    ['/answers/note', { note: 'yes' }],
    ['/answers/mail', { mail: 'ann at shop.example' }],
    ['/answers/mail', { mail: 7 }],
    ['/answers/mail', { mail: null }],
    ['/answers/phone', { phone: '12345' }],
    ['/answers/constructor', { constructor: 'x' }],
    ['/answers/~1~0', { '/~': 'x' }],
  ])('says that %s does not fit', (pointer, answers) => {
    expect(read(answers)).toMatchObject({ ok: false, faults: [{ pointer, detail: expect.any(String) }] })
  })

  it('has no score to take without a metric', () => {
    const none: Definition = { ...definition, metric: 'none', points: 0, questions: definition.questions.slice(1) }
    expect(readAnswers(none, { score: 1 })).toMatchObject({ ok: false })
  })

  it('says every fault at once', () => {
    const result = read({ score: 9, again: 'x', none: 1 })
    expect(result.ok ? [] : result.faults.map((fault) => fault.pointer)).toEqual([
      '/answers/score',
      '/answers/again',
      '/answers/none',
    ])
  })
})

describe('further kinds of answers', () => {
  it('keep a rating as text, so that it is counted, and give it out as a number', () => {
    for (const point of [1, 5]) {
      const { stars } = step({ stars: point }).closed
      expect(stars).toBe(String(point))
      expect(closedAnswer(stars ?? '')).toBe(point)
    }
    expect(closedAnswer('yes')).toBe('yes')
    expect(closedAnswer(['one', 'other'])).toEqual(['one', 'other'])
  })

  it('keep what other is while it is chosen', () => {
    expect(step({ how: 'other', 'how.other': 'By phone' })).toMatchObject({
      closed: { how: 'other' },
      texts: { 'how.other': 'By phone' },
    })
    expect(step({ which: ['other', 'two'], 'which.other': 'y'.repeat(5_000) })).toMatchObject({
      closed: { which: ['two', 'other'] },
      texts: { 'which.other': 'y'.repeat(5_000) },
    })
  })

  it.each([{ how: 'app' }, { how: null }, { 'how.other': 'By phone', how: 'web' }, { how: 'other', 'how.other': ' ' }])(
    'take back what other is in %o',
    (answers) => {
      expect(step(answers).texts).toEqual({ 'how.other': null })
    },
  )

  it('leave what other is where the choice is not named', () => {
    expect(step({ 'how.other': 'By phone' })).toMatchObject({ closed: {}, texts: { 'how.other': 'By phone' } })
    expect(step({ how: 'other' }).texts).toEqual({})
  })

  it('know one consent', () => {
    expect(step({ news: 'yes' }).closed).toEqual({ news: 'yes' })
  })

  it('keep contacts apart, with their purpose', () => {
    const { answers, contacts } = readStep({ mail: ' ann@shop.example ', phone: '+49 (30) 123-456' })
    expect(answers).toEqual({ score: undefined, comment: undefined, closed: {}, texts: {} })
    expect(contacts).toEqual({
      mail: { kind: 'email', value: 'ann@shop.example', purpose: 'To call back' },
      phone: { kind: 'phone', value: '+49 (30) 123-456', purpose: 'To ring' },
    })
    expect(readStep({ phone: null }).contacts).toEqual({ phone: null })
    expect(readStep({ phone: ' ' }).contacts).toEqual({ phone: null })
  })
})

describe('required questions', () => {
  const missing = (answers: Record<string, unknown>, questions = definition.questions) =>
    missingRequired(questions, readStep(answers))

  it('are missing until they are answered; the score never is', () => {
    expect(missing({})).toEqual(['why', 'missing', 'again', 'stars', 'news', 'mail'])
    expect(missing({ why: ' ', more: 'x', again: 'no', stars: 1, mail: '' })).toEqual(['why', 'missing', 'news', 'mail'])
    const all = { why: 'x', missing: ['size'], again: 'no', stars: 1, news: 'yes', mail: 'a@b.example' }
    expect(missing(all)).toEqual([])
  })

  it('may be called what objects have anyway', () => {
    const [, why] = definition.questions
    const odd = { ...why, id: 'constructor', required: true } as Question
    expect(missing({}, [...definition.questions.slice(0, 2), odd])).toEqual(['why', 'constructor'])
  })

  it('insist only where they are on the path', () => {
    const path = definition.questions.filter((question) => question.id !== 'again')
    expect(readAnswers(definition, { again: null }, path)).toMatchObject({ ok: true, answers: { closed: { again: null } } })
    expect(readAnswers(definition, { again: null })).toMatchObject({ ok: false })
    expect(readAnswers(definition, { missing: [] }, path)).toMatchObject({ ok: false })
  })
})
