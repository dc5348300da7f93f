/** A text as the scanners read it: each UTF-16 unit that can be seen, folded, and where it stands in the text. */
export interface Glyphs {
  length: number
  /** The folded unit at a place; '' outside the text. */
  at(place: number): string
  /** Where a place, or the end of the text, is in the text itself. */
  offset(place: number): number
}

/** The zeros of the decimal digits of the scripts people type numbers in; nine digits follow each. Last the full-width ones. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10,
]
/** Without a width: they are looked through, so that they hide nothing. Variation selectors make digits of emoji. */
const unseen = /\p{Cf}|\p{Variation_Selector}|\u20e3|\u034f/u
const space = /[^\S\n\r]/
const dash = /[\u2010-\u2015\u2212\u30fc]/

/** The text folded: digits of any script as 0 to 9, full-width signs, dashes and spaces as plain ones; one pass. */
export function glyphsOf(text: string): Glyphs {
  const folded: string[] = []
  const offsets: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i)
    if (unit > '~' && unseen.test(unit)) continue
    folded.push(fold(unit))
    offsets.push(i)
  }
  return {
    length: folded.length,
    at: (place) => folded[place] ?? '',
    offset: (place) => offsets[place] ?? text.length,
  }
}

function fold(unit: string): string {
  if (unit <= '~') return unit === '\t' ? ' ' : unit
  const code = unit.charCodeAt(0)
  const zero = zeros.find((first) => code >= first && code <= first + 9)
  if (zero !== undefined) return String(code - zero)
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0)
  if (space.test(unit)) return ' '
  return dash.test(unit) ? '-' : unit
}

export const isDigit = (glyph: string) => glyph >= '0' && glyph <= '9' && glyph.length === 1
export const isLatin = (glyph: string) => (glyph >= 'a' && glyph <= 'z') || (glyph >= 'A' && glyph <= 'Z')
const written = /[\p{L}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A letter of a script that sets words apart, so that what follows without a space belongs to the same word. */
export const isLetter = (glyph: string) => isLatin(glyph) || (glyph > '~' && written.test(glyph) && !unspaced.test(glyph))

/** What is to be replaced: from place to place, the end not in it. */
export interface Span {
  from: number
  to: number
  kind: Kind
}

/** What may be found in a text. */
export type Kind = 'email' | 'phone' | 'card' | 'iban'
