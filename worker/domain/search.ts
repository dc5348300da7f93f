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

/**
 * What somebody typed, as an FTS5 expression for the `text` column: every word must be there, a "quoted run" in its order, and
 * `deliver*` stands for whatever begins so. Everything else is taken literally. Undefined where there is nothing to look for.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function searchExpression(typed: string): string | undefined {
  const terms = [...typed.matchAll(/"([^"]*)"?|[^\s"]+/g)].flatMap(([term, quoted]) => {
    const text = quoted ?? term.replace(/\*+$/, '')
    if (!/[\p{L}\p{N}\p{Co}\p{So}]/u.test(text)) return []
    const isPrefix = quoted === undefined && term.endsWith('*')
    return [`"${(spaced(text) ?? text).replaceAll('"', '')}"${isPrefix ? '*' : ''}`]
  })
  return terms.length > 0 ? `text:(${terms.slice(0, mostTerms).join(' ')})` : undefined
}
