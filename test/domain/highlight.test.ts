import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../dashboard/models/highlight.ts'
import { cpuTime } from '../support/cpu-time.ts'

/** The text with its hits in brackets. */
const marked = (text: string, typed: string) =>
  highlight(text, typed)
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join('')

describe('in a text found by a search are marked', () => {
  test.each([
    ['words, whatever their case', 'Late, and LATE again; later not', 'late', '[Late], and [LATE] again; later not'],
    ['every word of several', 'The parcel was late', 'late parcel', 'The [parcel] was [late]'],
    [
      'a phrase as one, across what stands between its words',
      'the parcel, the  Parcel',
      '"the parcel"',
      '[the parcel], [the  Parcel]',
    ],
    ['no word of a phrase alone', 'parcel the', '"the parcel"', 'parcel the'],
    [
      'what begins so, to the end of the word',
      'delivery, Delivered, redeliver',
      'deliver*',
      '[delivery], [Delivered], redeliver',
    ],
    [
      'letters with accents by those without',
      'Späte Lieferung, schöner Stoff',
      'spate SCHONER',
      '[Späte] Lieferung, [schöner] Stoff',
    ],
    ['and the other way round', 'Spate Lieferung', 'späte', '[Spate] Lieferung'],
    ['accents that are signs of their own', 'Spa\u0308te', 'spate', '[Spa\u0308te]'],
    ['Greek at the end of a word', 'ΟΔΟΣ', 'οδος', '[ΟΔΟΣ]'],
    ['Greek with and without its accents', 'Η ώρα, ΩΡΑ', 'ωρα', 'Η [ώρα], [ΩΡΑ]'],
    ['Arabic with and without its vowels', 'شُكْرًا جدا', '"شكرا جدا"', '[شُكْرًا جدا]'],
    ['letters that are two to others', 'Die Größe, die GRÖSSE', 'grosse', 'Die [Größe], die [GRÖSSE]'],
    ['a word cut by a soft hyphen', 'my par\u00adcel', 'parcel', 'my [par\u00adcel]'],
    ['a part of a Chinese sentence, however it is cut', '价格太贵了吧', '太贵', '价格[太贵]了吧'],
    ['Arabic words as wholes', 'تأخر الطلب كثيرا', 'الطل*', 'تأخر [الطلب] كثيرا'],
    ['Hebrew', 'המשלוח הגיע', 'הגיע', 'המשלוח [הגיע]'],
    ['Japanese, which has no spaces', '配送が遅いけれど', '遅い', '配送が[遅い]けれど'],
    ['Thai', 'ส่งช้ามาก', 'ช้า', 'ส่ง[ช้า]มาก'],
    ['words of Hindi with all of their signs', 'हिन्दी में', 'हिन्दी', '[हिन्दी] में'],
    ['an emoji beside a word', 'great👍 shop', '👍', 'great[👍] shop'],
    ['an emoji with its tone', 'great 👍🏽', '👍', 'great [👍🏽]'],
    ['a family as one', 'we 👨‍👩‍👧 like it', '👩', 'we [👨‍👩‍👧] like it'],
    ['what stands in quotes or has signs', `o'clock, 50% off`, `o'clock 50%`, `[o'clock], [50]% off`],
    ['hits that touch as one', 'parcel late', '"parcel late" late', '[parcel late]'],
    ['nothing where nothing is looked for', 'a *** b', '*** "" -', 'a *** b'],
    ['nothing in nothing', '', 'a', ''],
  ])('%s', (_name, text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected)
  })

  test('pieces of any text that add up to it, none empty, none of half a character', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ä', 'ß', ' ', '👍', '🏽', '\u200d', '👩', 'ل', 'ا', '店', 'é', '"', '*'),
    })
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const starts = (of: string) => new Set(Array.from(graphemes.segment(of), ({ index }) => index))
    fc.assert(
      fc.property(text, text, (words, typed) => {
        const pieces = highlight(words, typed)
        expect(pieces.map((piece) => piece.text).join('')).toBe(words)
        let at = 0
        for (const piece of pieces) {
          if (words) expect(starts(words).has(at)).toBe(true)
          at += piece.text.length
        }
      }),
    )
  })

  test('in a comment of 5,000 characters without noticeable delay', () => {
    const phrases = Array.from({ length: 16 }, () => '"a a a a"').join(' ')
    expect(cpuTime(() => highlight('a '.repeat(2_500), phrases))).toBeLessThan(500)
  })
})
