import { describe, expect, it } from 'vitest'
import { unsureOf } from '../../../worker/domain/tagging/unsure.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'

const candidate = (text: string, confidence: number) => ({ reading: readWords(text, 'en'), confidence })

describe('the comments a tag is unsure of', () => {
  it('are those nearest to where it is given, nearest first', () => {
    const candidates = [
      candidate('late parcel', 0.95),
      candidate('red shoes', 0.42),
      candidate('kind people', 0.1),
      candidate('odd smell', 0.3),
    ]
    expect(unsureOf(candidates, 0.4, 2)).toEqual([1, 3])
    expect(unsureOf(candidates, 0.9, 1)).toEqual([0])
  })

  it('are not the same one over again', () => {
    const candidates = [
      candidate('the parcel came late again', 0.5),
      candidate('the parcel came late again!', 0.5),
      candidate('nobody answers the phone', 0.6),
    ]
    expect(unsureOf(candidates, 0.5, 2)).toEqual([0, 2])
  })

  it('are as many as there are, and none without words', () => {
    expect(unsureOf([], 0.5, 10)).toEqual([])
    expect(unsureOf([candidate('!!!', 0.5), candidate('fine', 1)], 0.5, 10)).toEqual([1])
    expect(unsureOf([candidate('fine', 0)], 0.5, 0)).toEqual([])
  })
})
