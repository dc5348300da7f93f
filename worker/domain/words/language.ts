import { fold } from './fold.ts'
import { frequent } from './frequent.ts'
import { letters } from './letters.ts'
import { isOwn, mainScript, type OwnScript, type Script, scriptOf } from './scripts.ts'

type Spelled = keyof typeof frequent

/** ISO 639-1. Serbian stands for Croatian and Bosnian too, nb for both forms of Norwegian. */
export type Language = Spelled | OwnScript

/** Writing other codes of the same language. */
const aliases: Record<string, Language> = { no: 'nb', nn: 'nb', hr: 'sr', bs: 'sr', iw: 'he', in: 'id', ms: 'id' }

/** How much the page's language counts beside words: somewhat less than a word that only one language has. */
const prior = 0.8
/** What the best language needs, and by how much it must lead. */
const enough = 0.75
/** Of more than a few words: one that a language happens to have doesn't make an unknown one it. */
const enoughOfMany = 1.1
const lead = 0.3
/** Of a longer text this much a word. */
const enoughPerWord = 0.18
/** So few words may well hold none that is known. */
const few = 3
const letterWeight = 0.6
/** What a letter takes from the languages that don't write it; not all, since names and loanwords travel. */
const strangeLetter = 0.5
/** A text's beginning tells its language. */
const mostWords = 60
const mostCharacters = 600

/** How much a word or a letter says of which languages. */
type Weights = Map<string, [Spelled, number][]>
let known: { words: Weights; letters: Weights; scripts: Map<Spelled, Set<Script>> } | undefined

/** The language of a text, of which `words` are the folded words; '' where it can't be told. `hint` is a BCP 47 tag. */
export function languageOf(words: readonly string[], text: string, hint = ''): Language | '' {
  const read = words.slice(0, mostWords)
  const script = mainScript(read)
  if (script === undefined) return ''
  const code = hint.split('-', 1)[0]?.toLowerCase() ?? ''
  const hinted = aliases[code] ?? code
  if (script === 'zh' && hinted === 'ja') return 'ja'
  if (isOwn(script)) return script
  return mostLikely(read, scoresOf(read, text, script, hinted), hinted)
}

function mostLikely(words: readonly string[], scores: Map<Spelled, number>, hinted: string): Spelled | '' {
  const ranked = [...scores].sort((a, b) => b[1] - a[1])
  const [language, score] = ranked[0] ?? ['', 0]
  const next = ranked[1]?.[1] ?? 0
  const needed = Math.max(words.length > few ? enoughOfMany : enough, enoughPerWord * Math.min(words.length, 30))
  if (language === hinted && score <= prior && words.length > few) return ''
  return score >= needed && score - next >= lead ? language : ''
}

/** Of the languages written in this script: what their words and letters say, and the hint. */
function scoresOf(words: readonly string[], text: string, script: Script, hinted: string): Map<Spelled, number> {
  known ??= learnLanguages()
  const { scripts } = known
  const scores = new Map<Spelled, number>()
  const add = (found: [Spelled, number][] | undefined) => {
    for (const [language, weight] of found ?? []) {
      if (scripts.get(language)?.has(script)) scores.set(language, (scores.get(language) ?? 0) + weight)
    }
  }
  for (const word of words) add(known.words.get(word))
  const strange = new Set<Spelled>()
  for (const letter of new Set(text.slice(0, mostCharacters).toLowerCase().normalize('NFC'))) {
    const writing = known.letters.get(letter)
    add(writing)
    if (writing) for (const [one] of scripts) if (!writing.some(([language]) => language === one)) strange.add(one)
  }
  for (const language of strange) add([[language, -strangeLetter]])
  for (const [language] of scripts) if (language === hinted && !strange.has(language)) add([[language, prior]])
  return scores
}

function learnLanguages(): NonNullable<typeof known> {
  const words = new Map<string, Spelled[]>()
  const byLetter = new Map<string, Spelled[]>()
  const scripts = new Map<Spelled, Set<Script>>()
  const note = (by: Map<string, Spelled[]>, key: string, language: Spelled) => by.set(key, [...(by.get(key) ?? []), language])
  for (const language of spelled) {
    const list = frequent[language].split(' ').map(fold)
    for (const word of new Set(list)) note(words, word, language)
    scripts.set(language, new Set(list.flatMap((word) => scriptOf(word) ?? [])))
  }
  for (const [some, languages] of letters) for (const letter of some) for (const one of languages) note(byLetter, letter, one)
  return { words: weighed(words, 1), letters: weighed(byLetter, letterWeight), scripts }
}

const spelled = Object.keys(frequent).filter((key): key is Spelled => key in frequent)

/** What several languages share says as much less of each. */
function weighed(by: Map<string, Spelled[]>, weight: number): Weights {
  return new Map(Array.from(by, ([key, languages]) => [key, languages.map((one) => [one, weight / languages.length])]))
}
