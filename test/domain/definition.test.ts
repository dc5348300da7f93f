import { describe, expect, it } from 'vitest'
import { CreateSurvey } from '../../worker/contract/survey.ts'
import { commentQuestion, definitionFaults, draftOf, editedDraft } from '../../worker/domain/definition.ts'

const choices = (...ids: string[]) => ({
  id: 'missing',
  type: 'choices',
  text: 'What was missing?',
  choices: ids.map((id) => ({ id, text: id })),
})
const metric = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
const text = (id: string) => ({ id, type: 'text' as const, text: id, required: false })

/** Whether a new survey would be taken. */
function isTaken(survey: object): boolean {
  const parsed = CreateSurvey.safeParse({ name: 'S', metric: 'nps', ...survey })
  return parsed.success && definitionFaults(draftOf(parsed.data, 'Shop')).length === 0
}

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
    ['two questions of one id', false, { questions: [metric, choices('a', 'b'), choices('c', 'd')] }],
    ['two choices of one id', false, { questions: [metric, choices('a', 'a')] }],
    ['one choice', false, { questions: [metric, choices('a')] }],
    ['an id that is none', false, { questions: [metric, { id: '__proto__', type: 'text', text: 'x' }] }],
    [
      'wording for a category the metric lacks',
      false,
      { questions: [metric, { id: 'why', type: 'text', text: 'x', textBy: { satisfied: 'y' } }] },
    ],
    ['a colour that is none', false, { appearance: { theme: 'auto', brand: 'url(x)', corner: 'bottom-right' } }],
    ['a path that is none', false, { targeting: { include: ['shop.example'] } }],
  ])('with %s: %s', (_, taken, survey) => {
    expect(isTaken(survey)).toBe(taken)
  })

  it('is refused with a pointer to what does not fit', () => {
    const draft = draftOf({ name: 'S', metric: 'csat', points: 4, questions: [text('why')] }, 'Shop')
    expect(definitionFaults(draft).map((fault) => fault.pointer)).toEqual(['/points', '/questions'])
  })

  it('keeps in an edit what the edit does not name', () => {
    const draft = draftOf({ name: 'S', metric: 'nps' }, 'Shop')
    expect(editedDraft(draft, {})).toEqual(draft)
    expect(editedDraft(draft, { targeting: { delaySeconds: 1 } })).toEqual({
      ...draft,
      targeting: { ...draft.targeting, delaySeconds: 1 },
    })
  })
})

describe('the question whose text is the verbatim', () => {
  it('is why, else the first that takes text', () => {
    expect(commentQuestion([text('more'), text('why')])).toBe('why')
    expect(commentQuestion([text('more'), text('else')])).toBe('more')
    expect(commentQuestion([])).toBeNull()
  })
})
