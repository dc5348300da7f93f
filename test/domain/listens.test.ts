import { expect, test } from 'vitest'
import { isAwaited } from '../../worker/domain/listens.ts'

test('where only unhappy customers are waited for, the worst category of each metric is, and what may turn out to be', () => {
  const awaited = (metric: 'nps' | 'csat' | 'ces' | 'none', points: number) =>
    Array.from({ length: 11 }, (_, score) => score).filter((score) => isAwaited('unhappy', metric, points, score))
  expect(awaited('nps', 11)).toEqual([0, 1, 2, 3, 4, 5, 6])
  expect(awaited('csat', 5)).toEqual([0, 1, 2])
  expect(awaited('ces', 7)).toEqual([0, 1, 2, 3])
  expect(awaited('none', 0)).toEqual([])
  for (const unsaid of [undefined, null]) {
    expect(isAwaited('unhappy', 'nps', 11, unsaid)).toBe(true)
    expect(isAwaited('unhappy', 'none', 0, unsaid)).toBe(false)
  }
})

test('of all or of none, the score makes no difference', () => {
  for (const score of [0, 10, undefined]) {
    expect(isAwaited('all', 'nps', 11, score)).toBe(true)
    expect(isAwaited('all', 'none', 0, score)).toBe(true)
    expect(isAwaited('none', 'nps', 11, score)).toBe(false)
  }
})
