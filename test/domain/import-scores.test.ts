import { describe, expect, test } from 'vitest'
import { conversionFault, looksShorter, readScore, type Scale } from '../../worker/domain/import-score.ts'

const nps: Scale = [0, 10]
const csat: Scale = [1, 5]
const ces: Scale = [1, 7]
const read = (cell: unknown, survey: Scale, file?: Scale) => {
  const result = readScore(cell, survey, file)
  return result.ok ? result.score : result.reason
}

describe('a score in a foreign file', () => {
  test.each<[unknown, Scale, number]>([
    ['0', nps, 0],
    [0, nps, 0],
    [' 10 ', nps, 10],
    ['9.0', nps, 9],
    ['9,0', nps, 9],
    ['5 - Very satisfied', csat, 5],
    ['1 – not at all', csat, 1],
    ['4: good', csat, 4],
    ['0 Not at all likely', nps, 0],
    ['10 (Extremely likely)', nps, 10],
    ['Extremely likely - 10', nps, 10],
    ['Very satisfied (5)', csat, 5],
    ['4/5', csat, 4],
    ['8 out of 10', nps, 8],
    ['3 von 5', csat, 3],
  ])('%j on %j is %d', (cell, survey, score) => expect(read(cell, survey)).toBe(score))

  test.each<[string, Scale, string]>([
    ['11', nps, 'score: a whole number from 0 to 10'],
    ['-1', nps, 'score: a whole number from 0 to 10'],
    ['0', csat, 'score: a whole number from 1 to 5'],
    ['6', csat, 'score: a whole number from 1 to 5'],
    ['4.5', csat, 'score: “4.5” is no whole number'],
    ['4,5', csat, 'score: “4,5” is no whole number'],
    ['Very satisfied', csat, 'score: “Very satisfied” is no whole number'],
    ['between 7 and 8', nps, 'score: “between 7 and 8” is no whole number'],
    ['8/10', csat, 'score: “8/10” is out of 10, not out of 5'],
    ['4/5', nps, 'score: “4/5” is out of 5, not out of 10'],
  ])('%j on %j is refused with the reason', (cell, survey, reason) => expect(read(cell, survey)).toBe(reason))
})

describe('a scale that is stated', () => {
  test('may turn the scores round', () => {
    expect([1, 4, 7].map((score) => read(score, ces, [7, 1]))).toEqual([7, 4, 1])
  })

  test('is converted only where each of its points is one of the survey’s', () => {
    expect(conversionFault([0, 5], nps)).toBeUndefined()
    expect([0, 3, 5].map((score) => read(String(score), nps, [0, 5]))).toEqual([0, 6, 10])
    expect(read('6', nps, [0, 5])).toBe('score: a whole number from 0 to 5')
    expect(conversionFault([1, 5], nps)).toContain('points between those from 0 to 10')
    expect(conversionFault([0, 100], nps)).toBeDefined()
    expect(conversionFault([3, 3], nps)).toBeDefined()
  })
})

describe('scores of a shorter scale', () => {
  test('are noticed from the fifth on, and only where 0 and higher ones are missing', () => {
    expect(looksShorter([1, 5, 4, 3], nps)).toBe(false)
    expect(looksShorter([1, 5, 4, 3, 5], nps)).toBe(true)
    expect(looksShorter([1, 5, 4, 3, 0], nps)).toBe(false)
    expect(looksShorter([1, 5, 4, 3, 6], nps)).toBe(false)
    expect(looksShorter(['1', '5', '4', '3', '5'], ces)).toBe(true)
    expect(looksShorter(['1', '5', '4', '3', '5'], csat)).toBe(false)
  })

  test('up to 7 need forty, which a bad month with few answers isn’t', () => {
    const seven = (n: number) => Array.from({ length: n }, (_, i) => (i % 7) + 1)
    expect([looksShorter(seven(39), nps), looksShorter(seven(40), nps)]).toEqual([false, true])
  })
})
