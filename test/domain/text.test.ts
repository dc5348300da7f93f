import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, codePoints, firstCodePoints } from '../../worker/domain/text.ts'
import { cpuTime } from '../support/cpu-time.ts'

describe('text as it is stored', () => {
  it.each([
    ['a NUL', 'ab\u0000cd', 'abcd'],
    ['controls', 'a\u0001\u0008\u000b\u001f\u007f\u0080\u009fb', 'ab'],
    ['half a surrogate pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['a letter and its accent', 'cafe\u0301', 'caf\u00e9'],
    ['nothing but space', ' \t\r\n\u00a0\u2003', ''],
    ['nothing that can be seen', '\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad', ''],
  ])('is cleaned of %s', (_, given, kept) => {
    expect(cleanText(given)).toBe(kept)
  })

  it.each(['a\tb\nc\r\nd', ' a ', '\u202eabc', '\u2066abc\u2069', '👩‍👩‍👧‍👦', 'مرحبا', '<b>&amp;', '=1+1'])(
    'keeps %j',
    (given) => {
      expect(cleanText(given)).toBe(given)
    },
  )

  it('has at most 8 marks on one letter', () => {
    expect(codePoints(cleanText(`q${'\u0301'.repeat(8)}`))).toBe(9)
    expect(codePoints(cleanText(`q${'\u0301'.repeat(9)}`))).toBe(9)
    expect(codePoints(cleanText(`q${'\u0301'.repeat(10_000)}r`))).toBe(10)
  })

  it('is well-formed, NFC and clean already, whatever came', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        ),
        (given) => {
          const kept = cleanText(given)
          expect(kept.isWellFormed()).toBe(true)
          expect(kept).not.toContain('\u0000')
          expect(kept.normalize('NFC')).toBe(kept)
          expect(cleanText(kept)).toBe(kept)
        },
      ),
      { seed: 20261121, numRuns: 2_000 },
    )
  })

  it('takes a time that grows with its length only', () => {
    for (const noise of [' ', '\u200b', '\u0301', 'a\u0301', '\u0000', '\ud800']) {
      expect(cpuTime(() => cleanText(`${noise.repeat(200_000)}x`))).toBeLessThan(1_000)
    }
  })
})

describe('length', () => {
  it('is counted as people count', () => {
    expect(codePoints('')).toBe(0)
    expect(codePoints('abc')).toBe(3)
    expect(codePoints('😀é')).toBe(2)
  })

  it('is cut between characters', () => {
    expect(firstCodePoints('😀😀😀', 2)).toBe('😀😀')
    expect(firstCodePoints('abc', 3)).toBe('abc')
    expect(firstCodePoints('abcd', 3)).toBe('abc')
    expect(firstCodePoints('abc', 0)).toBe('')
  })
})
