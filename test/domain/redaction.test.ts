import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Glyphs, glyphsOf, type Kind } from '../../worker/domain/redaction/glyphs.ts'
import { findPersonal, marks, redact } from '../../worker/domain/redaction/redact.ts'
import { corpus, type Line } from './redaction-corpus/corpus.ts'
import { kept } from './redaction-corpus/kept.ts'

const spansIn = (text: string) => {
  const glyphs = glyphsOf(text)
  return findPersonal(glyphs).map(({ from, to, kind }) => ({ kind, from: glyphs.offset(from), to: glyphs.offset(to - 1) + 1 }))
}
const isCovered = ({ text, from, to }: Line) => spansIn(text).some((span) => span.from <= from && span.to >= to)
const share = (lines: Line[], holds: (line: Line) => boolean) => lines.filter(holds).length / lines.length

describe('the labelled corpus', () => {
  it('has 500 lines or more, phone numbers of twelve countries or more, and lines with nothing to replace', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(500)
    expect(new Set(corpus.flatMap(({ country }) => country || [])).size).toBeGreaterThanOrEqual(12)
    expect(kept.length).toBeGreaterThanOrEqual(200)
  })

  it.each([
    ['email', 0.98],
    ['card', 0.98],
    ['iban', 0.95],
    ['phone', 0.95],
  ] as [Kind, number][])('%s: of all that are there at least %f are found whole', (kind, least) => {
    expect(
      share(
        corpus.filter((line) => line.kind === kind),
        isCovered,
      ),
    ).toBeGreaterThanOrEqual(least)
  })

  it('no country is left behind', () => {
    const byCountry = Map.groupBy(
      corpus.filter(({ country }) => country),
      ({ country }) => country,
    )
    for (const [country, lines] of byCountry) expect([country, share(lines, isCovered) >= 0.75]).toEqual([country, true])
  })

  it('of all that is replaced at least 97 % was personal', () => {
    const found = corpus.flatMap((line) => spansIn(line.text).map((span) => ({ line, span })))
    const right = found.filter(({ line: { kind, from, to }, span }) => kind && span.from < to && span.to > from)
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.97)
  })

  it('of all lines at least 97 % are, to the letter, what they should be', () => {
    const wanted = ({ text, kind, from, to }: Line) => (kind ? text.slice(0, from) + marks[kind] + text.slice(to) : text)
    expect(share(corpus, (line) => redact(line.text).text === wanted(line))).toBeGreaterThanOrEqual(0.97)
  })
})

/** Pieces that meet in ways nobody wrote down: everything of the corpus, words that mean something, signs and gaps. */
const pieces = fc.oneof(
  fc.constantFrom(...corpus.map(({ text, from, to }) => text.slice(from, to) || text)),
  fc.constantFrom(
    ...Object.values(marks),
    'call',
    'order',
    'tel',
    'EUR',
    ' at ',
    ' dot ',
    '(at)',
    'gmail',
    'com',
    'DE89',
    '0',
    '00',
    '+',
    '(',
    ')',
    '@',
    '.',
    '-',
    ',',
    ':',
    '#',
    '\u200b',
    '٠',
    '０',
    '電話',
  ),
  fc.integer({ min: 0, max: 99_999 }).map(String),
)
const gaps = fc.constantFrom('', '', ' ', ' ', '-', '.', '/', ', ', '\n', '\u00a0')
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.tuple(pieces, gaps), { maxLength: 14 }).map((all) => all.flat().join('')),
  fc.string({ unit: fc.constantFrom(...'0123456789 -.()/+@a,:[]٣\u00a0'), maxLength: 80 }),
)

describe('redaction', () => {
  it('done twice is done once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redact(text).text
        expect(redact(once)).toEqual({ text: once, found: 0 })
      }),
      { numRuns: 10_000 },
    )
  })

  it('changes nothing but what it replaces', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = spansIn(text)
        let [rest, done] = ['', 0]
        for (const { from, to, kind } of spans) {
          // In order, apart, and never empty.
          expect(from).toBeGreaterThanOrEqual(done)
          expect(to).toBeGreaterThan(from)
          rest += text.slice(done, from) + marks[kind]
          done = to
        }
        expect(redact(text)).toEqual({ text: rest + text.slice(done), found: spans.length })
      }),
      { numRuns: 5_000 },
    )
  })

  it('leaves no sure address behind, wherever it stands between words', () => {
    const sure = corpus.filter(({ kind, country }) => kind && (country === '' || country === 'fr'))
    const word = fc.constantFrom('parcel', 'späte', 'Lieferung,', 'très', 'ok.', '5', '👍', 'שלום', '遅い')
    fc.assert(
      fc.property(fc.constantFrom(...sure), word, word, (line, before, after) => {
        const value = line.text.slice(line.from, line.to)
        // Digits beside digits are another number.
        fc.pre(line.kind === 'email' || (before !== '5' && after !== '5'))
        if (line.kind === 'phone' && !/^(0|\+)/.test(value)) return
        expect(redact(`${before}\n${value}\n${after}`).text).not.toContain(value)
      }),
    )
  })

  it('reads each sign a bounded number of times', () => {
    const reads = (text: string) => {
      let n = 0
      const glyphs = glyphsOf(text)
      const counting: Glyphs = {
        ...glyphs,
        at(place) {
          n++
          return glyphs.at(place)
        },
      }
      findPersonal(counting)
      return n
    }
    const hostile = [
      '0',
      '0 ',
      '0-',
      '01 ',
      '(0) ',
      '+',
      '+1 ',
      '@',
      'a@',
      '@a.',
      'a@a.',
      'a.',
      ' at ',
      '(at)',
      '[',
      '(at',
      'a (dot) ',
      'DE89',
      'DE89 ',
      'de',
      '4111 ',
      '4111',
      '1,',
      '1:',
      '-',
      'call 0171 1',
      'tel ',
      'order ',
      '06 ',
      '0171 1234567 ',
      'a@b.co ',
      '\u200b',
      '\u200b0',
      '٠',
      'é',
      '👍',
      'http://0',
      '_',
      '#1',
      '1-a',
    ]
    for (const unit of hostile) {
      const [short, long] = [reads(unit.repeat(Math.ceil(1000 / unit.length))), reads(unit.repeat(Math.ceil(5000 / unit.length)))]
      expect([unit, long <= 5 * short * 1.2 + 1000, long <= 400 * 5000]).toEqual([unit, true, true])
    }
  })

  it.each([
    ['card 4111 1111 1111 1111 and 4111 1111 1111 1112', 'card [card] and 4111 1111 1111 1112'],
    ['59,90 EUR, order 1002345678, tel 0171 1234567', '59,90 EUR, order 1002345678, tel [phone]'],
    ['call +123456', 'call +123456'],
    ['call 123456', 'call 123456'],
    ['call 1234567', 'call [phone]'],
    ['call 123456789012345', 'call [phone]'],
    ['\ud800 ann@shop.example \udc00', '\ud800 [e-mail] \udc00'],
  ])('%s', (text, expected) => {
    expect(redact(text).text).toBe(expected)
  })
})
