import { describe, expect, it } from 'vitest'
import type { Sentiment } from '../../../worker/contract/sentiment.ts'
import { partOfScore, sentimentsByScore } from '../../../worker/domain/sentiment/by-score.ts'

const nps = { metric: 'nps', points: 11 } as const
const csat = { metric: 'csat', points: 5 } as const
const heard = (sentiment: Sentiment, clarity: number) => ({ sentiment, clarity })

describe('a sentiment for every score', () => {
  it('follows the score where the words say nothing: up to 6, 7 and 8, from 9 on', () => {
    expect(sentimentsByScore(heard('neutral', 0), nps)).toBe('unnnnnnnuupp')
  })

  it('stays with clear words, and says in capitals where the score says the opposite', () => {
    expect(sentimentsByScore(heard('positive', 0.6), nps)).toBe('pPPPPPPPpppp')
    expect(sentimentsByScore(heard('negative', 0.6), nps)).toBe('nnnnnnnnnnNN')
  })

  it('is neutral where the words say a little and the score the opposite', () => {
    expect(sentimentsByScore(heard('positive', 0.4), nps)).toBe('puuuuuuupppp')
  })

  it('is clear from a half on and audible from a fifth on', () => {
    expect(sentimentsByScore(heard('negative', 0.5), nps).at(-1)).toBe('N')
    expect(sentimentsByScore(heard('negative', 0.49), nps).at(-1)).toBe('u')
    expect(sentimentsByScore(heard('negative', 0.2), nps).at(-1)).toBe('u')
    expect(sentimentsByScore(heard('negative', 0.19), nps).at(-1)).toBe('p')
  })

  it('leaves mixed words and words that say “neither” as they are', () => {
    expect(sentimentsByScore(heard('mixed', 0.5), nps)).toBe('m'.repeat(12))
    expect(sentimentsByScore(heard('neutral', 0.5), nps)).toBe('u'.repeat(12))
  })

  it('has no letter for scores off the scale, nor without a metric for any', () => {
    expect(sentimentsByScore(heard('neutral', 0), csat)).toBe('u-nnupp-----')
    expect(sentimentsByScore(heard('positive', 1), { metric: 'none', points: 5 })).toBe('p-----------')
  })

  it('is not told at all where the words can’t be read, whatever the score', () => {
    expect(sentimentsByScore(null, nps)).toBe('-'.repeat(12))
  })
})

it('a score lies in the part of its scale that its category is', () => {
  expect([6, 7, 8, 9].map((score) => partOfScore(nps, score))).toEqual([0, 1, 1, 2])
  expect([2, 3, 4].map((score) => partOfScore(csat, score))).toEqual([0, 1, 2])
  expect(partOfScore({ metric: 'none', points: 5 }, 5)).toBeNull()
})
