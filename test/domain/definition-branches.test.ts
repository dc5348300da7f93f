import { describe, expect, it } from 'vitest'
import { asking, choices, faultsOf, metric, rating, why } from '../support/definition-faults.ts'

describe('a branch', () => {
  /** Of the second of four questions. */
  const at = (branch: object) =>
    faultsOf({
      questions: [metric, { ...choices('price', 'size'), other: 'Else', branches: [branch] }, { ...rating }, { ...why }],
    }).map((pointer) => pointer.replace('/questions/1/branches/0', ''))

  it.each<[string, object, string[]]>([
    ['to the next', { to: 'next' }, []],
    ['to the end', { to: 'end' }, []],
    ['forward', { to: 'why' }, []],
    ['to itself', { to: 'missing' }, ['/to']],
    ['backward', { to: 'score' }, ['/to']],
    ['nowhere', { to: 'nothing' }, ['/to']],
    ['by scores on the scale', { score: [0, 10], to: 'end' }, []],
    ['by one score', { score: [5, 5], to: 'end' }, []],
    ['by scores beyond the scale', { score: [0, 11], to: 'end' }, ['/score']],
    ['by scores the wrong way round', { score: [6, 5], to: 'end' }, ['/score']],
    ['by a category', { category: ['promoter', 'passive'], to: 'end' }, []],
    ["by another metric's category", { category: ['promoter', 'easy'], to: 'end' }, ['/category']],
    ['by its own answer', { answer: ['price', 'other'], to: 'end' }, []],
    ['by an answer that is none', { answer: ['price', 'colour'], to: 'end' }, ['/answer']],
    ['by an answer before', { question: 'score', answer: ['10'], to: 'end' }, []],
    ['by an answer beyond the scale', { question: 'score', answer: ['11'], to: 'end' }, ['/answer']],
    ['by an answer to come', { question: 'fit', answer: ['1'], to: 'end' }, ['/question']],
    ['by a question that is none', { question: 'x', answer: ['1'], to: 'end' }, ['/question']],
    ['by a question without an answer', { question: 'score', to: 'end' }, ['/question']],
  ])('%s: %j', (_, branch, faults) => {
    expect(at(branch)).toEqual(faults)
  })

  it.each<[string, object, boolean]>([
    ['the point of a rating', { ...rating, branches: [{ answer: ['1', '5'], to: 'end' }] }, true],
    ['no point of a rating', { ...rating, branches: [{ answer: ['0'], to: 'end' }] }, false],
    ['the yes of a consent', { id: 'ok', type: 'consent', text: 'x', branches: [{ answer: ['yes'], to: 'end' }] }, true],
    ['the no of a consent', { id: 'ok', type: 'consent', text: 'x', branches: [{ answer: ['no'], to: 'end' }] }, false],
    ['what was typed', { ...why, branches: [{ answer: ['late'], to: 'end' }] }, false],
    ['an other that is not offered', { ...choices('a', 'b'), branches: [{ answer: ['other'], to: 'end' }] }, false],
  ])('may name %s: %j', (_, question, taken) => {
    expect(asking(question)).toEqual(taken ? [] : ['/questions/1/branches/0/answer'])
  })

  it('can not go by a score that is asked later, or never', () => {
    const early = {
      ...rating,
      branches: [
        { score: [0, 5], to: 'end' },
        { category: ['promoter'], to: 'end' },
      ],
    }
    expect(faultsOf({ questions: [early, metric] })).toEqual([
      '/questions/0/branches/0/score',
      '/questions/0/branches/1/category',
    ])
    expect(faultsOf({ metric: 'none', questions: [early] })).toHaveLength(2)
  })
})
