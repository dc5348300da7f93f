import { describe, expect, it } from 'vitest'
import { categoriesOf, categoryOf, scaleOf, scoresOf } from '../../worker/domain/category.ts'
import { allowedPoints } from '../../worker/domain/standard.ts'

describe('categories', () => {
  it('the scores of the categories are the scale, each once, and agree with the category of each score', () => {
    for (const metric of ['nps', 'csat', 'ces'] as const) {
      for (const points of allowedPoints[metric]) {
        const [from, to] = scaleOf(metric, points) ?? [0, -1]
        const all = categoriesOf(metric).flatMap((category) => scoresOf(metric, points, category))
        expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length: to - from + 1 }, (_, i) => from + i))
        for (const category of categoriesOf(metric)) {
          for (const score of scoresOf(metric, points, category)) expect(categoryOf(metric, points, score)).toBe(category)
        }
      }
    }
    expect(scoresOf('nps', 11, 'satisfied')).toEqual([])
    expect(scoresOf('none', 0, 'promoter')).toEqual([])
    expect(categoryOf('none', 0, 3)).toBeNull()
  })

  it('good answers are those the score counts', () => {
    expect(scoresOf('nps', 11, 'promoter')).toEqual([9, 10])
    expect(scoresOf('nps', 11, 'passive')).toEqual([7, 8])
    expect(scoresOf('csat', 3, 'satisfied')).toEqual([3])
    expect(scoresOf('csat', 5, 'satisfied')).toEqual([4, 5])
    expect(scoresOf('csat', 7, 'satisfied')).toEqual([6, 7])
    expect(scoresOf('ces', 5, 'easy')).toEqual([4, 5])
    expect(scoresOf('ces', 7, 'easy')).toEqual([5, 6, 7])
  })
})
