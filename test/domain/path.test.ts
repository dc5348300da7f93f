import { describe, expect, it } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { Definition } from '../../worker/contract/survey.ts'
import { strayTexts, withoutStrays } from '../../worker/domain/other.ts'
import { hasBranches, onPath } from '../../worker/domain/path.ts'
import { standardAppearance, standardTargeting, standardThanks } from '../../worker/domain/standard.ts'

const choices = ['price', 'size'].map((id) => ({ id, text: id }))
const questions: Question[] = [
  { id: 'score', type: 'metric', text: 'Likely?', low: '', high: '', branches: [{ category: ['promoter'], to: 'last' }] },
  { id: 'missing', type: 'choice', text: 'Missing?', choices, other: 'Other', required: true },
  { id: 'read', type: 'statement', text: 'Read this' },
  { id: 'mail', type: 'contact', text: 'Mail?', channel: 'email', purpose: 'To help', required: false },
  { id: 'last', type: 'text', text: 'Anything else?', required: false },
]
const definition: Definition = {
  ...{ metric: 'nps', points: 11, questions, thanks: standardThanks },
  ...{ targeting: standardTargeting, appearance: standardAppearance, locale: 'en', address: 'formal', translations: {} },
}
const ids = (path: readonly Question[]) => path.map((question) => question.id)

describe('what was asked', () => {
  it('is kept as it was sent', () => {
    const given = { score: 3, missing: 'other', 'missing.other': 'Colour' }
    const { path, given: kept, dropped } = onPath(definition, given, {})
    expect(ids(path)).toEqual(ids(questions))
    expect([kept, dropped]).toEqual([given, false])
  })

  it('is all that is kept: the rest is taken back, whatever was sent', () => {
    const { path, given, dropped } = onPath(definition, { score: 9, missing: 7, mail: 'half@', last: 'x' }, {})
    expect(ids(path)).toEqual(['score', 'last'])
    expect(given).toEqual({ score: 9, missing: null, 'missing.other': null, mail: null, last: 'x' })
    expect(dropped).toBe(true)
  })

  it('goes by earlier answers too, and by the newer of two', () => {
    expect(ids(onPath(definition, { last: 'x' }, { score: 9 }).path)).toEqual(['score', 'last'])
    expect(onPath(definition, { last: 'x' }, { score: 9, missing: 'size' }).dropped).toBe(true)
    expect(ids(onPath(definition, { score: 2 }, { score: 9 }).path)).toEqual(ids(questions))
    expect(ids(onPath(definition, { score: null }, { score: 9 }).path)).toEqual(ids(questions))
  })

  it('loses nothing where nothing was said off the path', () => {
    expect(onPath(definition, { score: 9, missing: null }, {}).dropped).toBe(false)
  })

  it('is everything without branches', () => {
    expect(hasBranches(questions)).toBe(true)
    expect(hasBranches(questions.slice(1))).toBe(false)
  })
})

describe('the text of an other', () => {
  it('stands with the choice, in this step or an earlier one', () => {
    const alone = { 'missing.other': 'Colour' }
    expect(strayTexts(questions, { missing: 'other', ...alone })).toEqual([])
    expect(strayTexts(questions, alone)).toEqual(['missing'])
    expect(withoutStrays(questions, alone, { missing: 'other' })).toEqual(alone)
    expect(withoutStrays(questions, alone, { missing: 'size' })).toEqual({ 'missing.other': null })
    expect(withoutStrays(questions, alone, {})).toEqual({ 'missing.other': null })
  })
})
