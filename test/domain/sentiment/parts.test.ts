import { describe, expect, it } from 'vitest'
import { agreement, bestShift, type Leaning, type Part, partOf, shifted } from '../../../worker/domain/sentiment/parts.ts'

const leaning = (low: number, high: number): Leaning => ({ low, high })

describe('the part a comment sounds like', () => {
  it('is the one it leans to most, and the middle where it leans to neither', () => {
    expect(partOf(leaning(1, -1))).toBe(0)
    expect(partOf(leaning(-1, 1))).toBe(2)
    expect(partOf(leaning(-1, -0.1))).toBe(1)
    expect(partOf(leaning(2, 3))).toBe(2)
    expect(partOf(leaning(3, 2))).toBe(0)
  })
})

describe('agreement', () => {
  it('is the mean F1 of the three parts, a part that is not there counting as found', () => {
    expect(agreement([0, 1, 2], [0, 1, 2])).toBe(1)
    expect(agreement([2, 2], [2, 2])).toBe(1)
    expect(agreement([2, 2, 2, 2], [2, 2, 0, 0])).toBeCloseTo((2 / 3 + 0 + 1) / 3)
    expect(agreement([1, 1, 0], [0, 1, 0])).toBeCloseTo((2 / 3 + 2 / 3 + 1) / 3)
  })
})

describe('the best shift', () => {
  /** So many of each part, told apart by far, but all heard as if they were higher than they are. */
  const parts: Part[] = Array.from({ length: 90 }, (_, i): Part => (i % 9 === 0 ? 0 : i % 9 === 1 ? 1 : 2))
  const offBy = (wrong: number) =>
    parts.map((part) => (part === 0 ? leaning(0.5, 0) : part === 1 ? leaning(-2, -2 + wrong) : leaning(-2, 2 + wrong)))

  it('brings comments to their parts that lean too far', () => {
    const heard = offBy(2.25)
    const found = (by: Leaning) =>
      agreement(
        heard.map((one) => partOf(shifted(one, by))),
        parts,
      )
    expect(found(leaning(0, 0))).toBeLessThan(0.7)
    expect(found(bestShift(heard, parts))).toBe(1)
  })
})
