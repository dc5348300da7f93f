/** C0 and C1 controls except tab, line feed and carriage return, which people type. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to remove them.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** A base with more than 8 combining marks is noise made to break a page's layout. */
const stacked = /(\p{M}{8})\p{M}+/gu
/** White space and characters without a width. Only tested whole, never as a trim: linear. */
const blank = /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*$/

/**
 * Text as it is stored: well-formed, without control characters, NFC, and empty when nothing of it can
 * be seen. D1 would store a lone surrogate as two question marks and stop counting at a NUL.
 */
export function cleanText(text: string): string {
  const cleaned = text.toWellFormed().replace(controls, '').normalize('NFC').replace(stacked, '$1')
  return blank.test(cleaned) ? '' : cleaned
}

/** Length as people count it: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** At most `max` code points, never cut inside a character. */
export function firstCodePoints(text: string, max: number): string {
  return text.length <= max ? text : Array.from(text).slice(0, max).join('')
}
