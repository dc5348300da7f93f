import { type Glyphs, isDigit, isLatin, isLetter, type Span } from './glyphs.ts'

/** Signs of a local part, those aside that rather stand before an address than in it. RFC 5322, 3.2.3 (atext). */
const localSigns = "._%+-'&~#!$*=^{|}"
/** Signs that begin no local part: a list's dash, a quotation mark. */
const trimmed = ".-'&!*=#~^{|}"
/** Houses whose addresses people write as they say them: "ann at gmail", "ann@gmail". */
const houses = new Set(
  'gmail googlemail yahoo hotmail outlook icloud gmx aol protonmail proton live msn yandex orange libero t-online freenet laposte wanadoo uol bol qq'.split(
    ' ',
  ),
)
/** How the two signs are written by people who hide an address from robots, between brackets. */
const ats = new Set(['at', '@', 'ät', 'arroba', 'chiocciola', 'arobase'])
const dots = new Set(['dot', '.', 'punkt', 'punto', 'point', 'ponto', 'punt', 'kropka'])
const longestSign = 11
/** The longest domain, RFC 1035, 2.3.4: bounds what is read after each sign. */
const longest = 253
const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' }

/** E-mail addresses, `ann (at) shop (dot) example` and `ann@gmail` among them; in order, none within another. */
export function findEmails(glyphs: Glyphs): Span[] {
  const found: Span[] = []
  let free = 0
  for (let i = 0; i < glyphs.length; i++) {
    const sign = atSign(glyphs, i)
    if (!sign) continue
    const from = localStart(glyphs, sign.from, free)
    const to = from === undefined ? undefined : domainEnd(glyphs, sign)
    if (from === undefined || to === undefined) continue
    found.push({ from, to, kind: 'email' })
    free = to
    i = to - 1
  }
  return found
}

interface Sign {
  from: number
  to: number
  /** `@` between two letters, `(at)`, ` @ `, ` at `: the more often it means something else, the more must follow. */
  form: 'bare' | 'bracketed' | 'spaced' | 'spoken'
}

/** What stands for an @ here, with the spaces around it. */
function atSign(glyphs: Glyphs, i: number): Sign | undefined {
  const glyph = glyphs.at(i)
  if (glyph === '@') {
    const [before, after] = [glyphs.at(i - 1) === ' ', glyphs.at(i + 1) === ' ']
    return { from: before ? i - 1 : i, to: after ? i + 2 : i + 1, form: before || after ? 'spaced' : 'bare' }
  }
  const bracket = bracketed(glyphs, i, ats)
  if (bracket) return { ...bracket, form: 'bracketed' }
  const spoken = glyph === ' ' && glyphs.at(i + 3) === ' ' && wordIs(glyphs, i + 1, 'at')
  return spoken ? { from: i, to: i + 4, form: 'spoken' } : undefined
}

/** A word of the set between brackets, with the spaces around and in them. */
function bracketed(glyphs: Glyphs, i: number, words: ReadonlySet<string>): { from: number; to: number } | undefined {
  const close = closing[glyphs.at(i)]
  if (!close) return
  let word = ''
  let at = i + 1
  for (; at < i + longestSign + 3 && glyphs.at(at) !== close; at++) if (glyphs.at(at) !== ' ') word += glyphs.at(at)
  if (glyphs.at(at) !== close || !words.has(word.toLowerCase())) return
  return { from: glyphs.at(i - 1) === ' ' ? i - 1 : i, to: glyphs.at(at + 1) === ' ' ? at + 2 : at + 1 }
}

function wordIs(glyphs: Glyphs, i: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (glyphs.at(i + k).toLowerCase() !== word[k]) return false
  return true
}

/** Where the local part before a place begins, not before `free`; undefined where there is none. */
function localStart(glyphs: Glyphs, end: number, free: number): number | undefined {
  // An address in letters without spaces between words (CJK, Thai) would have no beginning.
  const fits = (glyph: string) => isLetter(glyph) || isDigit(glyph) || (glyph !== '' && localSigns.includes(glyph))
  let from = end
  while (from > free && fits(glyphs.at(from - 1))) from--
  while (from < end && trimmed.includes(glyphs.at(from))) from++
  return from < end && glyphs.at(end - 1) !== '.' ? from : undefined
}

/** Where the domain after a sign ends; undefined where there is none. */
function domainEnd(glyphs: Glyphs, { to: start, form }: Sign): number | undefined {
  const first = labelEnd(glyphs, start, start + longest)
  const isHouse = houses.has(textOf(glyphs, start, first))
  // "I found it @ shop.example" and "look at that dot com" are no addresses, unless a house is named that has many.
  if (first === start || ((form === 'spaced' || form === 'spoken') && !isHouse)) return
  let [at, end] = [first, form === 'bare' && isHouse && isWordEnd(glyphs, first) ? first : undefined]
  for (;;) {
    const label = afterDot(glyphs, at, form)
    if (label === undefined) return end
    const next = labelEnd(glyphs, label, start + longest)
    if (next === label || glyphs.at(label) === '-') return end
    // "Write to ann@shop.example.Thanks" ends a sentence.
    if (end !== undefined && isCapital(glyphs.at(label)) && !isCapital(glyphs.at(start))) return end
    if (isTop(glyphs, label, next)) end = next
    at = next
  }
}

/** Letters, digits and hyphens; what begins in Latin letters goes on in them: an Arabic word may follow without a space. */
function labelEnd(glyphs: Glyphs, from: number, most: number): number {
  const isWestern = isLatin(glyphs.at(from)) || isDigit(glyphs.at(from))
  const fits = (glyph: string) =>
    isLatin(glyph) || isDigit(glyph) || glyph === '-' || (isLetter(glyph) && (!isWestern || glyph < '\u0250'))
  let to = from
  while (to < most && fits(glyphs.at(to))) to++
  return to
}

/** After a dot at a place, as it is written in an address of that form. */
function afterDot(glyphs: Glyphs, i: number, form: Sign['form']): number | undefined {
  if (form !== 'spoken' && glyphs.at(i) === '.') return i + 1
  if (form === 'bare') return
  const isSpoken = glyphs.at(i) === ' ' && glyphs.at(i + 4) === ' ' && wordIs(glyphs, i + 1, 'dot')
  return isSpoken ? i + 5 : bracketed(glyphs, glyphs.at(i) === ' ' ? i + 1 : i, dots)?.to
}

/** A top-level domain: letters, two or more, or an encoded one. */
function isTop(glyphs: Glyphs, from: number, to: number): boolean {
  if (to - from < 2 || !isLetter(glyphs.at(from))) return false
  if (wordIs(glyphs, from, 'xn--')) return true
  for (let i = from; i < to; i++) if (!isLetter(glyphs.at(i))) return false
  return true
}

const isCapital = (glyph: string) => glyph >= 'A' && glyph <= 'Z'
const isWordEnd = (glyphs: Glyphs, i: number) => !isLetter(glyphs.at(i)) && !isDigit(glyphs.at(i))

function textOf(glyphs: Glyphs, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) text += glyphs.at(i)
  return text.toLowerCase()
}
