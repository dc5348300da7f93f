import { expect, test } from 'vitest'
import { changedConditions, otherConditions } from '../../dashboard/models/condition-form.ts'

test('a changed condition takes the place of the one before, and one that is taken away is no longer named', () => {
  expect(changedConditions({ unhappy: true, scoreAtMost: 3 }, { scoreAtMost: 0, tag: 'Late' })).toEqual({
    ...{ unhappy: true, scoreAtMost: 0, tag: 'Late' },
  })
  expect(changedConditions({ unhappy: true, scoreAtMost: 3 }, { unhappy: undefined })).toEqual({ scoreAtMost: 3 })
})

test('whatever no form has a field for is said in words, each to be taken away for itself', () => {
  const segments = { device: 'mobile', country: 'DE' }
  const conditions = { unhappy: true as const, score: 0, sku: 'A-1', segments, answers: { again: 'no' } }
  const others = otherConditions(conditions)
  expect(others.map(({ text }) => text)).toEqual([
    ...['score 0', 'bought A-1', 'device: mobile', 'country: DE', 'answered again: no'],
  ])
  expect(others[2]?.without).toEqual({ ...conditions, segments: { country: 'DE' } })
  expect(others[4]?.without).toEqual({ unhappy: true, score: 0, sku: 'A-1', segments })
  expect(otherConditions({ unhappy: true, tag: 'Late', q: 'late' })).toEqual([])
})
