import { describe, expect, it } from 'vitest'
import { eachFeature, featuresOf, keyBits } from '../../../worker/domain/learning/features.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'

const keysOf = (text: string) => new Set(featuresOf(readWords(text, 'en')).keys())

function calls(text: string): number {
  let count = 0
  eachFeature(readWords(text), () => count++)
  return count
}

describe('the features of a comment', () => {
  it('are alike for words alike, and for nothing else but that there are words', () => {
    const shared = (a: string, b: string) => [...keysOf(a)].filter((key) => keysOf(b).has(key)).length / keysOf(a).size
    expect(shared('Delivery', 'delivery')).toBe(1)
    expect(shared('delivery', 'deliveries')).toBeGreaterThan(0.4)
    expect(shared('delivery', 'zipper') * keysOf('delivery').size).toBeCloseTo(1)
  })

  it('tell which word stood before which', () => {
    expect(keysOf('not good but bad')).not.toEqual(keysOf('not bad but good'))
    expect(keysOf('very very')).not.toEqual(keysOf('very'))
  })

  it('are numbers of 20 bits, few of them alike', () => {
    const words = Array.from({ length: 2000 }, (_, i) => `w${i.toString(36)}`)
    const keys = new Set(words.flatMap((word) => [...keysOf(word)]))
    expect(Math.max(...keys)).toBeLessThan(2 ** keyBits)
    expect(Math.min(...keys)).toBeGreaterThanOrEqual(0)
    expect(keys.size).toBeGreaterThan(1990)
  })

  it('have a length of 1 together, beside that of the comment', () => {
    for (const text of ['late', 'the courier never rang, and left it in the rain', '质量很好']) {
      const reading = readWords(text)
      const squares = [...featuresOf(reading).values()].reduce((sum, value) => sum + value ** 2, 0)
      expect(squares - (Math.log1p(reading.tokens.length) / 8) ** 2).toBeCloseTo(1)
    }
    expect(featuresOf(readWords('')).size).toBe(0)
  })

  it('name the tags whose rules fit', () => {
    const fitting = (...tags: string[]) => [...featuresOf(readWords('late'), tags).keys()]
    expect(fitting('tag_a', 'tag_b').length).toBe(fitting().length + 2)
    expect(fitting('tag_a')).not.toEqual(fitting('tag_b'))
  })

  it('grow no faster than the text, and not at all with one endless word', () => {
    expect(calls('abcdefgh '.repeat(500))).toBeLessThan(2.1 * calls('abcdefgh '.repeat(250)))
    expect(calls('a'.repeat(5000))).toBeLessThan(100)
    expect(calls('é👍ß '.repeat(1200))).toBeLessThan(20_000)
  })
})
