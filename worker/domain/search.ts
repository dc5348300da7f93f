/** Scripts without spaces between words, and emoji, which stand between letters without any. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}]/u

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text with its words set apart, where the search index could not tell them; null where it can. */
export function spaced(text: string): string | null {
  if (!unspaced.test(text)) return null
  return Array.from(words.segment(text), ({ segment }) => segment).join(' ')
}

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
  const terms = [...typed.matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([term, quoted]) => {
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
