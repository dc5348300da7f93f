import { compileLexicon, type Lexicon } from './lexicon.ts'
import { common } from './lexicons/common.ts'
import { de } from './lexicons/de.ts'
import { en } from './lexicons/en.ts'
import { es } from './lexicons/es.ts'
import { fr } from './lexicons/fr.ts'
import { it } from './lexicons/it.ts'
import { nl } from './lexicons/nl.ts'
import { pt } from './lexicons/pt.ts'
import type { Words } from './words.ts'

const words = new Map<string, Words>(Object.entries({ de, en, es, fr, it, nl, pt }))
const compiled = new Map<string, Lexicon>()

/** The languages whose words are known. */
export const sentimentLanguages: readonly string[] = [...words.keys()]

/** A language's words, read when they are first asked for (about 2 ms); undefined where they aren't known. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = compiled.get(language)
  if (known) return known
  const source = words.get(language)
  if (!source) return
  const lexicon = compileLexicon(source, common)
  compiled.set(language, lexicon)
  return lexicon
}
