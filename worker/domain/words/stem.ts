import { endings } from './endings.ts'
import type { Language } from './language.ts'

/** No word of these languages is longer; what is, is noise. */
const longestWord = 40

/** What is left of an ending (mostly nothing), and how many letters must stand before it. */
interface Ending {
  kept: string
  least: number
}

interface Endings {
  longest: number
  by: Map<string, Ending>
}

const read = new Map<Language, Endings | undefined>()

/**
 * The folded word without its ending, so that a word's forms compare as equal: the longest ending of its language that leaves
 * enough letters. The word itself in a language without a list, and in scripts without endings.
 *
 * These are light stemmers (inflection only), after J. Savoy, "Light stemming approaches for the French, Portuguese, German and
 * Hungarian languages", SAC 2006. They read folded words, so that a comment typed without accents has the same stems.
 */
export function stem(word: string, language: Language | ''): string {
  const known = language && endingsOf(language)
  if (!known || word.length > longestWord) return word
  for (let size = Math.min(known.longest, word.length - 3); size > 0; size--) {
    const ending = known.by.get(word.slice(-size))
    if (ending && word.length - size >= ending.least) return rounded(word.slice(0, -size) + ending.kept, language)
  }
  return rounded(word, language)
}

function endingsOf(language: Language): Endings | undefined {
  if (!read.has(language)) read.set(language, readEndings(endings[language]))
  return read.get(language)
}

/** Groups are parted by `|`: before those of the first three letters must stand, before those of the second four, and so on. */
function readEndings(list: string | undefined): Endings | undefined {
  if (list === undefined) return
  const by = new Map<string, Ending>()
  list.split('|').forEach((group, i) => {
    for (const one of group.split(' ')) {
      const [ending = '', kept = ''] = one.split('>')
      by.set(ending, { kept, least: Math.max(3 + i - kept.length, 1) })
    }
  })
  return { by, longest: Math.max(...Array.from(by.keys(), (ending) => ending.length)) }
}

/** Doubled consonants that spelling asks for before an ending. */
const doubled = /([bcdfgklmnprst])\1$/
const doubling = new Set<Language | ''>(['en', 'de', 'fr', 'nl', 'sv', 'nb', 'da', 'hu'])

/** The Arabic article and what is written with it. */
const article = /^[وبكف]?ال(?=.{2})|^لل(?=.{2})/

function rounded(stem: string, language: Language | ''): string {
  if (language === 'ar') return stem.replace(article, '')
  const single = doubling.has(language) && stem.length > 3 ? stem.replace(doubled, '$1') : stem
  return language === 'nl' ? dutch(single) : single
}

/** "maat" and "mat-en", "prijs" and "prijz-en" are the same: Dutch spells a vowel by its syllable, and v and z only inside. */
function dutch(stem: string): string {
  return stem
    .replace(/([aeou])\1(?=[^aeiou]$)/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}
