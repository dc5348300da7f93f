import { inOneForm } from './english.ts'
import { type Language, languageOf } from './language.ts'
import { stem } from './stem.ts'
import { spans } from './tokens.ts'

/** A word of a comment: folded, its stem in the comment's language (the word itself where none is known), its place in UTF-16 units. */
export interface Token {
  word: string
  stem: string
  start: number
  end: number
  /** Whether a sentence begins with it. */
  opens: boolean
}

/** A comment as rules, the learner and sentiment read it. */
export interface Reading {
  /** '' where it can't be told. */
  language: Language | ''
  tokens: Token[]
}

/** The words of a text in its language. `hint`, a BCP 47 tag such as the page's, helps where the words leave it open. */
export function readWords(text: string, hint = ''): Reading {
  const found = [...spans(text)]
  const language = languageOf(
    found.map(({ word }) => word),
    text,
    hint,
  )
  return {
    language,
    tokens: inOneForm(found, language).map(({ word, start, end, opens }) => ({
      word,
      stem: stem(word, language),
      start,
      end,
      opens,
    })),
  }
}
