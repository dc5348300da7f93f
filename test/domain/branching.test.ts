import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Category } from '../../worker/contract/category.ts'
import type { Branch } from '../../worker/contract/question.ts'
import { type Answers, pathOf } from '../../worker/domain/branching.ts'

const ids = ['score', 'missing', 'fit', 'why'] as const

/** The way through four questions, of which one has these branches. */
function way(branching: Partial<Record<(typeof ids)[number], Branch[]>>, answers: Answers = {}, category?: Category): string {
  const questions = ids.map((id) => ({ id, branches: branching[id] }))
  return pathOf(questions, answers, category)
    .map(({ id }) => id)
    .join(' ')
}

describe('the way through a survey', () => {
  test('without branches is every question', () => {
    expect(way({})).toBe('score missing fit why')
    expect(way({ score: [] })).toBe('score missing fit why')
  })

  test.each<[string, Branch, Answers, Category | undefined, string]>([
    ['a jump', { to: 'fit' }, {}, undefined, 'score fit why'],
    ['an end', { to: 'end' }, {}, undefined, 'score'],
    ['a next', { to: 'next' }, {}, undefined, 'score missing fit why'],
    ['the lowest score named', { score: [3, 6], to: 'why' }, { score: 3 }, undefined, 'score why'],
    ['the highest score named', { score: [3, 6], to: 'why' }, { score: 6 }, undefined, 'score why'],
    ['a score below', { score: [3, 6], to: 'why' }, { score: 2 }, undefined, 'score missing fit why'],
    ['a score above', { score: [3, 6], to: 'why' }, { score: 7 }, undefined, 'score missing fit why'],
    ['a score of 0', { score: [0, 0], to: 'why' }, { score: 0 }, undefined, 'score why'],
    ['no score', { score: [0, 10], to: 'why' }, {}, undefined, 'score missing fit why'],
    ['the category', { category: ['promoter'], to: 'end' }, {}, 'promoter', 'score'],
    ['another category', { category: ['promoter'], to: 'end' }, {}, 'passive', 'score missing fit why'],
    ['no category', { category: ['promoter'], to: 'end' }, {}, undefined, 'score missing fit why'],
    ['all that is named', { score: [0, 6], category: ['detractor'], to: 'end' }, { score: 5 }, 'detractor', 'score'],
    [
      'half of what is named',
      { score: [0, 6], category: ['detractor'], to: 'end' },
      { score: 5 },
      'passive',
      'score missing fit why',
    ],
  ])('by %s', (_, branch, answers, category, path) => {
    expect(way({ score: [branch] }, answers, category)).toBe(path)
  })

  test.each<[string, Branch, Answers, string]>([
    ['one of several chosen', { answer: ['price', 'size'], to: 'why' }, { missing: ['colour', 'size'] }, 'score missing why'],
    ['the one chosen', { answer: ['price'], to: 'why' }, { missing: 'price' }, 'score missing why'],
    ['none of those', { answer: ['price'], to: 'why' }, { missing: ['colour'] }, 'score missing fit why'],
    ['nothing chosen', { answer: ['price'], to: 'why' }, { missing: [] }, 'score missing fit why'],
    ['nothing said', { answer: ['price'], to: 'why' }, {}, 'score missing fit why'],
    ['the answer to another question', { question: 'score', answer: ['9'], to: 'why' }, { score: 9 }, 'score missing why'],
    ['no part of an answer', { question: 'score', answer: ['1'], to: 'why' }, { score: 10 }, 'score missing fit why'],
  ])('by %s', (_, branch, answers, path) => {
    expect(way({ missing: [branch] }, answers)).toBe(path)
  })

  test('is decided by the first branch that holds', () => {
    const branches: Branch[] = [{ score: [9, 10], to: 'end' }, { score: [7, 10], to: 'why' }, { to: 'fit' }]
    expect(way({ score: branches }, { score: 10 })).toBe('score')
    expect(way({ score: branches }, { score: 8 })).toBe('score why')
    expect(way({ score: branches }, { score: 1 })).toBe('score fit why')
  })

  test('takes no branch of a question that is passed by', () => {
    expect(way({ score: [{ to: 'fit' }], missing: [{ to: 'end' }] })).toBe('score fit why')
  })

  test('always ends, keeps the order and begins with the first question', () => {
    const branch = fc.record({
      to: fc.constantFrom('next', 'end', ...ids),
      score: fc.constantFrom(undefined, [0, 5] as [number, number]),
    })
    const branching = fc.dictionary(fc.constantFrom(...ids), fc.array(branch, { maxLength: 3 }))
    fc.assert(
      fc.property(branching, fc.integer({ min: 0, max: 10 }), (branches, score) => {
        const path = way(branches, { score }).split(' ')
        return (
          path[0] === 'score' && path.every((id, i) => i === 0 || ids.indexOf(id as 'why') > ids.indexOf(path[i - 1] as 'why'))
        )
      }),
      { numRuns: 1_000, seed: 20261122 },
    )
  })
})
