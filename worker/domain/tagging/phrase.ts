import { inOneForm } from '../words/english.ts'
import type { Language } from '../words/language.ts'
import { stem } from '../words/stem.ts'
import { isUnspaced, spans } from '../words/tokens.ts'

/** What a phrase asks of one place in a text: this word in any of its forms, or whatever begins so. */
export interface Wanted {
  word: string
  isPrefix: boolean
}

/**
 * A phrase as what must follow each other in a comment of this language. Words of scripts without spaces are taken apart into characters: where one ends is a
 * matter of opinion, so a phrase in Chinese fits wherever it is written, however the sentence around it is cut. A `*` changes
 * nothing there.
 */
export function wantedBy(phrase: string, language: Language | '' = ''): Wanted[] {
  return phrase.split(/\s+/).flatMap((piece) => {
    const words = inOneForm([...spans(piece)], language).map(({ word }) => word)
    return words.flatMap((word, i) =>
      isUnspaced(word)
        ? characters(word).map((one) => ({ word: one, isPrefix: false }))
        : [{ word, isPrefix: piece.endsWith('*') && i === words.length - 1 }],
    )
  })
}

/** How many words a phrase has; in scripts without spaces, as a dictionary cuts it. */
export function wordsIn(phrase: string): number {
  return [...spans(phrase)].length
}

/** Letters with the marks that belong to them. */
export function characters(word: string): string[] {
  return word.match(/\P{M}\p{M}*/gu) ?? [word]
}

/** What a word is looked up by in a comment of this language: the same for all its forms. */
export function symbolOf(word: string, language: Language | ''): string {
  return isUnspaced(word) ? word : stem(word, language)
}
