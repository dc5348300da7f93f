import { cleanText } from './text.ts'
import { fold } from './words/fold.ts'

/** Scripts without spaces between words, and emoji, which stand between letters without any. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u
/** Where a word of these ends is a matter of opinion: a search for a part of a run finds it, however the run is cut. */
const uncut = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/**
 * What the index takes for another letter than people do: letters with marks of Greek, Cyrillic, Hebrew and Arabic, and those of Latin
 * that no mark makes; soft hyphens.
 */
const marked = /[\u00adßæœøłđðþı\u0370-\u052f\u0590-\u06ff\u1e9e\u1f00-\u1fff]/i

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text as the index needs it. */
interface Indexed {
  text: string
  /** For each of its UTF-16 units the place in the text that it came from. */
  origin: number[]
}

/** With words set apart and letters made plain where the search index could not tell them; null where it takes the text as it is. */
export function indexed(text: string): Indexed | null {
  if (!unspaced.test(text) && !marked.test(text)) return null
  const origin: number[] = []
  let made = ''
  const put = (piece: string, at: number, last = at) => {
    made += piece
    for (let i = 0; i < piece.length; i++) origin.push(Math.min(at + i, last))
  }
  const segments = unspaced.test(text) ? words.segment(text) : [{ segment: text, index: 0 }]
  for (const { segment, index } of segments) {
    if (index > 0) put(' ', index)
    const isUncut = uncut.test(segment)
    let at = index
    for (const letter of segment) {
      if (isUncut && at > index) put(' ', at)
      const next = at + letter.length
      put(marked.test(letter) ? plain(letter) : letter, at, next - 1)
      at = next
    }
  }
  return made === text ? null : { text: made, origin }
}

/** As rules compare it; capitals stay, since the index knows them. */
function plain(letter: string): string {
  const folded = fold(letter)
  return folded === letter.toLowerCase() ? letter : folded
}

const spaced = (text: string) => indexed(text)?.text ?? null

/**
 * The texts of a step (by question, '' being the comment; null takes one back) as the index needs them besides, by the same names.
 * A null forgets what the index needed of an earlier text in this place.
 */
export function spacedTexts(texts: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(texts).map(([question, text]) => [question, text === null ? null : spaced(text)]))
}

/** Of more the rest is left out: whoever pastes a page of text looks for its beginning. */
const mostTerms = 16

/** A word or a "quoted run" of them to look for; `isPrefix` where the last may go on. */
export interface SearchTerm {
  text: string
  isPrefix: boolean
}

/** What somebody typed as terms, of which every one must be there. None where there is nothing to look for. */
export function searchTerms(typed: string): SearchTerm[] {
  const terms = [...cleanText(typed).matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([term, quoted]) => {
    const text = quoted ?? term.replace(/\*+$/, '')
    if (!/[\p{L}\p{N}\p{Co}\p{So}]/u.test(text)) return []
    return [{ text, isPrefix: quoted === undefined && term.endsWith('*') }]
  })
  return terms.slice(0, mostTerms)
}

/**
 * What somebody typed, as an FTS5 expression for the `text` column: every word must be there, a "quoted run" in its order, and
 * `deliver*` stands for whatever begins so. Everything else is taken literally. Undefined where there is nothing to look for.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function searchExpression(typed: string): string | undefined {
  const terms = searchTerms(typed).map(
    ({ text, isPrefix }) => `"${(spaced(text) ?? text).replaceAll('"', '')}"${isPrefix ? '*' : ''}`,
  )
  return terms.length > 0 ? `text:(${terms.join(' ')})` : undefined
}
