import { describe, expect, it } from 'vitest'
import type { Sentiment } from '../../../worker/contract/sentiment.ts'
import { listenerOf } from '../../../worker/domain/sentiment/model.ts'
import { readWords } from '../../../worker/domain/words/reading.ts'
import { de } from './labelled/de.ts'
import { en } from './labelled/en.ts'
import { es } from './labelled/es.ts'
import { fr } from './labelled/fr.ts'
import { implied } from './labelled/implied.ts'
import { it as italian } from './labelled/it.ts'
import { nl } from './labelled/nl.ts'
import { pt } from './labelled/pt.ts'

const listen = listenerOf(null)
const letters: Record<string, Sentiment> = { p: 'positive', n: 'negative', u: 'neutral', m: 'mixed' }

const labelled = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => ({ judged: letters[line.charAt(0)], text: line.slice(2) }))

const sentimentOf = (text: string, locale = '') => listen(readWords(text, locale), text)?.sentiment ?? null

describe.each(Object.entries({ de, en, es, fr, it: italian, nl, pt }))('a comment in %s', (language, lines) => {
  const comments = labelled(lines)

  it('is judged as by hand in at least 9 of 10, on a page in its language', () => {
    const wrong = comments.filter(({ judged, text }) => sentimentOf(text, language) !== judged)
    expect(comments.length).toBeGreaterThanOrEqual(40)
    expect(wrong.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(comments.length / 10)
  })

  it('is judged as by hand or left blank in at least 9 of 10 where the page’s language isn’t known', () => {
    const judgements = comments.map(({ judged, text }) => ({ judged, said: sentimentOf(text) }))
    const told = judgements.filter(({ said }) => said !== null)
    expect(told.length).toBeGreaterThanOrEqual(comments.length * 0.75)
    expect(told.filter(({ judged, said }) => said !== judged).length).toBeLessThanOrEqual(told.length / 10)
  })

  it('is turned round in at most 1 of 20 where it only tells what happened', () => {
    const turned = labelled(implied[language] ?? '').filter(({ judged, text }) => {
      const said = sentimentOf(text, language)
      return (judged === 'positive' && said === 'negative') || (judged === 'negative' && said === 'positive')
    })
    expect(turned.map(({ text }) => text)).toSatisfy((texts: string[]) => texts.length <= 1)
  })
})

describe('words of judgement', () => {
  it.each([
    ['en', 'Not bad', 'positive'],
    ['en', 'not good', 'negative'],
    ['en', 'Nice but late', 'mixed'],
    ['en', 'It doesn’t work well', 'negative'],
    ['en', 'Arrived without any problems', 'positive'],
    ['en', 'I ordered two of the cables', 'neutral'],
    ['en', 'Great :(', 'mixed'],
    ['de', 'Kein Problem', 'positive'],
    ['de', 'Preis-Leistung top', 'positive'],
    ['en', 'so-so', 'neutral'],
    ['de', 'Die Schuhe sind zu klein', 'negative'],
    ['de', 'Die Schuhe passen nicht', 'negative'],
    ['de', 'Ich bin schon lange Kunde', 'neutral'],
    ['de', 'Das Kleid ist schön', 'positive'],
    ['fr', 'Ça ne marche pas bien', 'negative'],
    ['pt', 'Grande demais para mim, não serve', 'negative'],
  ])('in %s, “%s” is %s', (language, text, said) => expect(sentimentOf(text, language)).toBe(said))
})

describe('a language whose words aren’t known', () => {
  it.each([
    'Bardzo dobre buty, polecam',
    '配送がとても早くて満足です',
    'Очень хороший магазин',
    'Nie super',
    'שירות מצוין',
    'xqzt',
  ])('stays blank: %s', (text) => expect(sentimentOf(text)).toBeNull())

  it('is no hindrance to an emoji alone', () => {
    expect(sentimentOf('👍👍')).toBe('positive')
    expect(sentimentOf('😡')).toBe('negative')
  })

  it('nor to a word that several languages know and judge alike', () => {
    expect(sentimentOf('Super!')).toBe('positive')
    expect(sentimentOf('Perfect')).toBe('positive')
  })
})

it('reads hostile texts, each in one pass', () => {
  const units = [
    'a',
    'not ',
    'no,',
    'zu ',
    'good but ',
    '(((',
    ':-',
    '<',
    '👍',
    'e\u0301\u0301',
    '\u202eא ',
    'never_',
    "n'",
    '10 ',
    '',
  ]
  for (const unit of units) {
    const text = unit.repeat(5000 / Math.max(unit.length, 1))
    for (const language of ['en', 'de', 'fr', 'xx']) expect(() => sentimentOf(text, language)).not.toThrow()
  }
})
