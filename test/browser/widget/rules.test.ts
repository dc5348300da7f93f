import { describe, expect, test } from 'vitest'
import { edgeOn, luminance, textOn } from '../../../widget/survey/colour.ts'
import { givenAnswers, isAnswered, sheetsOf } from '../../../widget/survey/sheets.ts'
import { uuidv7 } from '../../../widget/survey/uuid.ts'
import type { WidgetQuestion } from '../../../worker/contract/widget.ts'

const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
const hex = (...channels: number[]) => `#${channels.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`
const steps = Array.from({ length: 18 }, (_, i) => i * 15)
const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => [r, g, b] as const)))

describe('any brand colour', () => {
  test('carries text of at least 4.5 to 1', () => {
    const worst = colours.map((c) => contrast(luminance(hex(...c)), textOn(hex(...c)) === '#fff' ? 1 : 0))
    expect(Math.min(...worst)).toBeGreaterThanOrEqual(4.5)
  })

  test.each([
    ['light', false, '#ffffff', 0],
    ['dark', true, '#1c2025', 255],
  ] as const)('makes rings of at least 3 to 1 on the %s sheet', (_name, dark, sheet, end) => {
    const worst = colours.map((c) => {
      const mixed = edgeOn(dark, hex(...c)).startsWith('color-mix')
      return contrast(luminance(mixed ? hex(...c.map((one) => (one + end) / 2)) : hex(...c)), luminance(sheet))
    })
    expect(Math.min(...worst)).toBeGreaterThanOrEqual(3)
  })
})

test('a submission key is a UUID of version 7 that begins with its time', () => {
  const now = Date.UTC(2026, 10, 22)
  expect(uuidv7(now, new Uint8Array(10).fill(255))).toBe(`${stamp(now)}-7fff-bfff-ffffffffffff`)
  expect(uuidv7(now, new Uint8Array(10))).toBe(`${stamp(now)}-7000-8000-000000000000`)
})

function stamp(now: number): string {
  const digits = now.toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}

describe('questions and answers', () => {
  const score: WidgetQuestion = { id: 'score', type: 'metric', text: '?', from: 0, to: 10, low: '', high: '' }
  const why: WidgetQuestion = { id: 'why', type: 'text', text: '?', required: false }
  const name: WidgetQuestion = { id: 'name', type: 'text', text: '?', required: true }

  test('the metric shares its sheet with the question after it, the others stand alone', () => {
    const ids = (...questions: WidgetQuestion[]) => sheetsOf(questions).map((sheet) => sheet.map((question) => question.id))
    expect(ids(score)).toEqual([['score']])
    expect(ids(score, why, name)).toEqual([['score', 'why'], ['name']])
    expect(ids(name, score, why)).toEqual([['name'], ['score', 'why']])
    expect(ids(why, name)).toEqual([['why'], ['name']])
  })

  test('what was left empty is not sent, a score of 0 is', () => {
    expect(givenAnswers({ score: 0, why: '  ', tags: [], name: ' Ines ', missing: ['price'] })).toEqual({
      score: 0,
      name: 'Ines',
      missing: ['price'],
    })
  })

  test('only the metric and what is required must be answered', () => {
    expect(isAnswered([score, why], {})).toBe(false)
    expect(isAnswered([score, why], { score: 0 })).toBe(true)
    expect(isAnswered([name], { name: ' ' })).toBe(false)
    expect(isAnswered([name], { name: 'Ines' })).toBe(true)
  })
})
