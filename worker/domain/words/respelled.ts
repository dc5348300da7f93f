import type { Language } from './language.ts'

/** Doubled consonants that spelling asks for before an ending. */
const doubled = /([bcdfgklmnprst])\1$/
const doubling = new Set<Language>(['en', 'de', 'fr', 'nl', 'sv', 'nb', 'da', 'hu'])

/** The Arabic article and what is written with it. */
const article = /^[وبكف]?ال(?=.{2})|^لل(?=.{2})/

/** A stem without what only the spelling of an ending, or of the lack of one, put into it. */
export function respelled(stem: string, word: string, language: Language): string {
  if (language === 'ar') return stem.replace(article, '')
  if (language === 'en' && keepsE(stem, word)) return `${stem}e`
  const single = doubling.has(language) && stem.length > 3 ? stem.replace(doubled, '$1') : stem
  return language === 'nl' ? dutch(single) : single
}

const short = /^[^aeiou][aeiouy][^aeiouwxy]$/

/** "site" and "sit", "rate" and "rat" are two words: "sites" keeps its e, and "sitting" would have doubled its t. */
function keepsE(stem: string, word: string): boolean {
  return stem.length === 3 && word.length > 3 && !word.endsWith(`${stem.at(-1)}s`) && !word.endsWith("'s") && short.test(stem)
}

/** "maat" and "mat-en", "prijs" and "prijz-en" are the same: Dutch spells a vowel by its syllable, and v and z only inside. */
function dutch(stem: string): string {
  return stem
    .replace(/([aeou])\1(?=[^aeiou]$)/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}
