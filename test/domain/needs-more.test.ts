import { describe, expect, it } from 'vitest'
import type { Question } from '../../worker/contract/question.ts'
import type { Definition } from '../../worker/contract/survey.ts'
import { needsMore } from '../../worker/domain/definition.ts'
import { link, text, thanks, why } from '../support/definition-faults.ts'
import { definitionOf } from '../support/survey-content.ts'

describe('the second part of the widget', () => {
  const plain = definitionOf({})
  const needed = (change: Partial<Definition>) => needsMore({ ...plain, ...change })
  const [score, follow] = plain.questions as [Question, Question]

  it('is not needed for a metric with its follow-up, whatever metric', () => {
    for (const kind of ['nps', 'csat', 'ces', 'none'] as const) expect(needsMore(definitionOf({ metric: kind }))).toBe(false)
    expect(needed({ questions: [score] })).toBe(false)
    expect(needed({ appearance: { ...plain.appearance, radius: 0, font: 'Georgia', theme: 'dark' } })).toBe(false)
  })

  it.each<[string, Partial<Definition>]>([
    ['stars', { metric: 'csat', questions: [{ ...score, style: 'stars' } as Question] }],
    ['a short text', { questions: [score, { ...why, short: true }] }],
    ['a required text', { questions: [score, { ...why, required: true }] }],
    ['a second text', { questions: [score, follow, text('more')] }],
    ['a text before the score', { questions: [follow, score] }],
    ['a statement', { questions: [score, { id: 'note', type: 'statement', text: 'Note' }] }],
    ['a branch', { questions: [{ ...score, branches: [{ to: 'end' }] } as Question, follow] }],
    ['a place to fill', { questions: [score, text('{{trait.name|you}}')] }],
    ['a place in the thanks', { thanks: { title: '{{trait.name|you}}', text: '' } }],
    ['a link', { thanks: { ...thanks, link: link('https://shop.example/') } }],
    ['a review link', { thanks: { ...thanks, review: link('https://shop.example/') } }],
    ['a coupon', { thanks: { ...thanks, coupon: 'TEN' } }],
    ['a redirect', { thanks: { ...thanks, redirect: 'https://shop.example/' } }],
    ['thanks by category', { thanks: { ...thanks, by: {} } }],
    ['a modal', { appearance: { ...plain.appearance, shape: 'modal' } }],
  ])('is needed for %s', (_, change) => {
    expect(needed(change)).toBe(true)
  })
})
