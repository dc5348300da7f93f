import { endings } from './endings.ts'
import type { Language } from './language.ts'
import { respelled } from './respelled.ts'

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
  for (let size = Math.min(known.longest, word.length); size > 0; size--) {
    const ending = known.by.get(word.slice(-size))
    if (ending && word.length - size >= ending.least) return respelled(word.slice(0, -size) + ending.kept, word, language)
  }
  return respelled(word, word, language)
}

function endingsOf(language: Language): Endings | undefined {
  if (!read.has(language)) read.set(language, readEndings(endings[language], language === 'ko' ? 2 : 3))
  return read.get(language)
}

/**
 * Groups are parted by `|`: before those of the first `shortest` letters must stand, before those of the second one more, and so on.
 * A syllable of Korean is a letter here.
 */
function readEndings(list: string | undefined, shortest: number): Endings | undefined {
  if (list === undefined) return
  const by = new Map<string, Ending>()
  list.split('|').forEach((group, i) => {
    for (const one of group.split(' ')) {
      const [ending = '', kept = ''] = one.split('>')
      by.set(ending, { kept, least: Math.max(shortest + i - kept.length, 0) })
    }
  })
  return { by, longest: Math.max(...Array.from(by.keys(), (ending) => ending.length)) }
}
