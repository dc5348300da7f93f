import { describe, expect, test } from 'vitest'
import { knownAt, lookingAt, looksAt, looksOf, sentence, targetsOf } from '../../../dashboard/models/editor/branches.ts'
import { addable, freeId, moved, withChoice, withNew, without } from '../../../dashboard/models/editor/questions.ts'
import { Questions } from '../../../worker/contract/question.ts'
import { draftWith, edited, faultsIn } from './ground.ts'

describe('questions', () => {
  test.each(addable)('a new %s, twice, is one the worker takes as it is', (kind) => {
    const draft = draftWith()
    const questions = withNew(withNew(draft.questions, kind), kind)
    expect(Questions.parse(questions)).toEqual(questions)
    expect(faultsIn(edited(draft, { questions }))).toEqual([])
    expect(questions.slice(2).map(({ id }) => id)).toEqual([kind, `${kind}-2`])
  })

  test('ids come from words, and are never taken nor words with a meaning', () => {
    expect(freeId('Größe & Schnitt', [])).toBe('grosse-schnitt')
    expect(freeId('End', [])).toBe('end-1')
    expect(freeId('other', ['other-1'])).toBe('other-1-2')
    expect(freeId('價格', [])).toBe('question')
    expect(freeId('9 lives', [])).toBe('lives')
    expect(freeId('a'.repeat(60), [])).toHaveLength(30)
  })

  test('a choice keeps its id when others come and go', () => {
    const one = withChoice([{ id: 'price', text: 'Price' }], 'Choice 2')
    const other = withChoice(
      one.filter(({ id }) => id !== 'price'),
      'Choice 2',
    )
    expect(other.map(({ id }) => id)).toEqual(['choice-2', 'choice-2-2'])
  })

  test('moving keeps all of them, at either end too', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 3, 0)).toEqual(['a', 'b', 'c'])
  })

  test('a removed one takes along the branches that led there or looked at it', () => {
    const draft = draftWith({
      questions: [
        {
          id: 'score',
          type: 'metric',
          text: 'Likely?',
          low: '',
          high: '',
          branches: [{ to: 'size' }, { category: ['promoter'], to: 'why' }],
        },
        {
          id: 'size',
          type: 'choice',
          text: 'Size?',
          required: false,
          choices: [
            { id: 's', text: 'S' },
            { id: 'm', text: 'M' },
          ],
        },
        { id: 'why', type: 'text', text: 'Why?', required: false, branches: [{ question: 'size', answer: ['s'], to: 'end' }] },
      ],
    })
    const questions = without(draft.questions, 1)
    expect(questions.map(({ branches }) => branches)).toEqual([[{ category: ['promoter'], to: 'why' }], []])
    expect(faultsIn(edited(draft, { questions }))).toEqual([])
  })
})

describe('branches', () => {
  const draft = draftWith({
    questions: [
      { id: 'before', type: 'consent', text: 'May we?', required: false },
      { id: 'score', type: 'metric', text: 'Likely?', low: '', high: '' },
      {
        id: 'size',
        type: 'choice',
        text: 'Size?',
        required: false,
        other: 'Else',
        choices: [
          { id: 's', text: 'Small' },
          { id: 'm', text: 'Medium' },
        ],
      },
      { id: 'why', type: 'text', text: 'Why?', required: false },
    ],
  })

  test('look only at what is known by then, and lead only forward', () => {
    expect(looksAt(draft, 0)).toEqual(['answer', 'always'])
    expect(looksAt(draft, 2)).toEqual(['category', 'score', 'answer', 'always'])
    expect(knownAt(draft, 3).map(({ id }) => id)).toEqual(['size', 'before'])
    expect(targetsOf(draft, 2).map(({ to }) => to)).toEqual(['end', 'next', 'why'])
    expect(targetsOf(draft, 3).map(({ to }) => to)).toEqual(['end', 'next'])
  })

  test('whatever one begins with is a branch the worker takes', () => {
    draft.questions.forEach((question, at) => {
      for (const looks of looksAt(draft, at)) {
        const branch = lookingAt(looks, { to: 'end' }, draft, at)
        expect(looksOf(branch)).toBe(looks)
        const questions = draft.questions.map((one) => (one === question ? { ...one, branches: [branch] } : one))
        expect(faultsIn(edited(draft, { questions })), `${looks} at ${at}`).toEqual([])
      }
    })
  })

  test('are told in plain words, those the API alone can make too', () => {
    expect(sentence({ category: ['detractor', 'passive'], to: 'end' }, draft, 1)).toBe(
      'If the shopper is among detractors and passives, go to the end.',
    )
    expect(sentence({ answer: ['s', 'other'], to: 'why' }, draft, 2)).toBe(
      'If the answer is “Small” or “Else”, go to question 4: Why?.',
    )
    const both = { score: [0, 6] as [number, number], question: 'before', answer: ['yes'], to: 'next' }
    expect(looksOf(both)).toBeUndefined()
    expect(sentence(both, draft, 2)).toBe(
      'If the score is from 0 to 6 and the answer to question 1 is “ticked”, go to the next question.',
    )
    expect(sentence({ to: 'gone' }, draft, 2)).toBe('Always go to gone, which can’t be reached from here.')
  })
})
