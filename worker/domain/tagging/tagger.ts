import type { Metric } from '../../contract/category.ts'
import { readWords } from '../words/reading.ts'
import type { TagBook } from './book.ts'
import { compileRules, type Matcher } from './rules.ts'
import type { Given, Tagging } from './tagging.ts'

/** What a comment is about and how it sounds, as nobody has judged it yet. */
export interface Verdict {
  language: string
  /** See `responses.tones`. */
  tones: string
  given: Tagging
}

/** What gives a site's comments their tags; the same comment always gets the same ones from the same revision. */
export interface Tagger {
  revision: number
  book: TagBook
  read: (comment: string, locale: string, scale: { metric: Metric; points: number }) => Verdict
}

export function makeTagger(revision: number, book: TagBook): Tagger {
  let matcher: Matcher | undefined
  return {
    revision,
    book,
    read(comment, locale, _scale) {
      if (comment === '') return { language: '', tones: '', given: new Map() }
      matcher ??= compileRules(book.active)
      const reading = readWords(comment, locale)
      const given = new Map<string, Given>()
      for (const [tag, { words }] of matcher.match(reading)) given.set(tag, { source: 'rule', places: words })
      return { language: reading.language, tones: '-'.repeat(12), given }
    },
  }
}
