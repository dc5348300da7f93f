import { describe, expect, it } from 'vitest'
import type { Definition } from '../../worker/contract/survey.ts'
import { missingRequired, readAnswers } from '../../worker/domain/answers.ts'
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
  ],
  thanks: standardThanks,
  targeting: standardTargeting,
  appearance: standardAppearance,
}
const read = (answers: Record<string, unknown>) => readAnswers(definition, answers)
const step = (answers: Record<string, unknown>) => {
  const result = read(answers)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.answers
}

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

describe('required questions', () => {
  it('are missing until they are answered; the score never is', () => {
    expect(missingRequired(definition, step({}))).toEqual(['why', 'missing', 'again'])
    expect(missingRequired(definition, step({ why: ' ', more: 'x', again: 'no' }))).toEqual(['why', 'missing'])
    expect(missingRequired(definition, step({ why: 'x', missing: ['size'], again: 'no' }))).toEqual([])
  })
})
