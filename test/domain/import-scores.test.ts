import { describe, expect, test } from 'vitest'
import { conversionFault, looksShorter, readScore, type Scale } from '../../worker/domain/import-score.ts'
import { wordsOf } from '../../worker/domain/import-score-words.ts'

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
    ['Wonderful', csat, 'score: “Wonderful” is no whole number, and not among the words of a scale that is known'],
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

describe('scores in words', () => {
  const points = ([low, high]: Scale) => high - low + 1
  const all = (cells: string[], survey: Scale, file: Scale = survey) => {
    const words = wordsOf(cells, points(survey))
    return cells.map((cell) => {
      const result = readScore(cell, survey, file, words)
      return result.ok ? result.score : null
    })
  }

  test.each<[string[], Scale, (number | null)[]]>([
    [
      ['Very dissatisfied', 'dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'VERY SATISFIED'],
      csat,
      [1, 2, 3, 4, 5],
    ],
    [['Sehr zufrieden', 'eher  unzufrieden', 'teils/teils'], csat, [5, 2, 3]],
    [['Très satisfaite', 'Insatisfait(e)', 'TRES SATISFAIT'], csat, [5, 2, 5]],
    [['Muy insatisfecha', 'satisfecho/a', 'neutral'], csat, [1, 4, 3]],
    [['Strongly agree', 'Somewhat agree', 'Strongly disagree'], ces, [7, 5, 1]],
    [['Stimme eher zu', 'Stimme überhaupt nicht zu'], ces, [5, 1]],
    [['Pas du tout d’accord', "Tout à fait d'accord"], ces, [1, 7]],
    [['Totalmente de acuerdo', 'algo en desacuerdo'], ces, [7, 3]],
    [['Extremely likely', '9 - Extremely likely', '7', 'Not at all likely'], nps, [10, 9, 7, 0]],
    [['Äußerst wahrscheinlich', 'Ausserst unwahrscheinlich'], nps, [10, 0]],
    [
      ['Satisfied', 'Dissatisfied', 'Neutral'],
      [1, 3],
      [3, 1, 2],
    ],
  ])('%j on %j', (cells, survey, scores) => expect(all(cells, survey)).toEqual(scores))

  test('are of one scale: very satisfied is second where somebody is extremely so, and the best where nobody is', () => {
    expect(all(['Very satisfied', 'Satisfied'], csat)).toEqual([5, 4])
    expect(all(['Very satisfied', 'Extremely satisfied', 'Not at all satisfied'], csat)).toEqual([4, 5, 1])
    expect(all(['Very satisfied', 'Extremely satisfied', 'Satisfied'], csat)).toEqual([null, null, null])
  })

  test('stand beside words that mean no score, which alone are refused', () => {
    expect(all(['N/A', 'Very satisfied', 'n’importe quoi'], csat)).toEqual([null, 5, null])
    expect(all(['Satisfied'], nps)).toEqual([null])
  })

  test('say which end is the better, however the scale is numbered', () => {
    expect(all(['Very satisfied', '1', 'Very dissatisfied'], csat, [5, 1])).toEqual([5, 5, 1])
  })

  test('are read in one pass, whatever is written', () => {
    const long = ['x'.repeat(5_000), 'neither '.repeat(600), '\ud83d'.repeat(2_000), 'satisfait'.repeat(500)]
    expect(all(long, csat)).toEqual([null, null, null, null])
  })
})
