import { fold } from '../words/fold.ts'
import type { Words } from './words.ts'

/** What one word, or several in a row, say. */
export interface Sense {
  /** -3 to 3; 0 for words that only judge in company. */
  weight: number
  /** Whether such words have endings; those of grammar are as they are. */
  inflected?: true
  trouble?: true
  due?: true
  measure?: true
  plain?: true
  not?: true
  too?: true
  very?: true
  bit?: true
  but?: true
}

/** Words in a row; those that end in `*` stand for all that begin so. */
export interface Phrase {
  words: string[]
  sense: Sense
}

/** A language's words, ready to be looked up. */
export interface Lexicon {
  exact: Map<string, Sense>
  /** By their first letters, the longest first. */
  begun: Map<string, [beginning: string, sense: Sense][]>
  /** By their first word, the longest first. */
  phrases: Map<string, Phrase[]>
  /** Words for "not" that may follow what they deny. */
  trailing: Set<string>
}

const senses: Record<Exclude<keyof Words, 'trailing'>, Sense> = {
  love: { weight: 3, inflected: true },
  good: { weight: 2, inflected: true },
  mild: { weight: 1, inflected: true },
  poor: { weight: -1, inflected: true },
  bad: { weight: -2, inflected: true },
  awful: { weight: -3, inflected: true },
  trouble: { weight: -2, inflected: true, trouble: true },
  due: { weight: 0, inflected: true, due: true },
  measure: { weight: 0, inflected: true, measure: true },
  too: { weight: 0, too: true },
  plain: { weight: 0, plain: true },
  not: { weight: 0, not: true },
  very: { weight: 0, very: true },
  bit: { weight: 0, bit: true },
  but: { weight: 0, but: true },
}

/** Beginnings are found by so many of their letters; none is shorter. */
const firstLetters = 3
/** Shorter words are whole, unless they say otherwise. */
const shortestBeginning = 5

function isBeginning(entry: string): boolean {
  return entry.endsWith('*') || (entry.length >= shortestBeginning && !entry.endsWith('.') && !entry.startsWith('='))
}

/** Of several lists the first says what a word is worth. */
export function compileLexicon(...lists: (Words | Partial<Words>)[]): Lexicon {
  const lexicon: Lexicon = { exact: new Map(), begun: new Map(), phrases: new Map(), trailing: new Set() }
  const beginnings = new Map<string, Sense>()
  for (const [field, sense] of Object.entries(senses)) {
    for (const entry of lists.flatMap((words) => entriesOf(words, field))) {
      const parts = entry.split(/[_-]/)
      if (parts.length > 1) addTo(lexicon.phrases, parts[0] ?? '', { words: parts, sense })
      else if (sense.inflected && isBeginning(entry)) join(beginnings, entry.replace('*', ''), sense)
      else join(lexicon.exact, entry.replace('.', ''), sense)
    }
  }
  lexicon.trailing = new Set(lists.flatMap(({ trailing }) => trailing?.split(' ') ?? []))
  for (const [beginning, sense] of beginnings) addTo(lexicon.begun, beginning.slice(0, firstLetters), [beginning, sense])
  for (const list of lexicon.begun.values()) list.sort(([a], [b]) => b.length - a.length)
  for (const list of lexicon.phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return lexicon
}

function entriesOf(words: Partial<Words>, field: string): string[] {
  const isField = (key: string): key is keyof typeof senses => key in senses
  const list = isField(field) ? words[field] : undefined
  return list?.split(/\s+/).map((entry) => (entry.startsWith('=') ? entry : fold(entry))) ?? []
}

function addTo<T>(lists: Map<string, T[]>, key: string, one: T) {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}

/** A word may be several things at once: "works" is mildly good, and missed where it doesn't. */
function join(known: Map<string, Sense>, word: string, sense: Sense) {
  const had = known.get(word)
  known.set(word, had ? { ...had, ...sense, weight: had.weight || sense.weight } : sense)
}

/** What the word says; `typed` is the word with its accents, in lower case. */
export function senseOf({ exact, begun }: Lexicon, word: string, typed: string): Sense | undefined {
  const accented = typed === word ? undefined : exact.get(`=${typed}`)
  const whole = accented ?? exact.get(word)
  if (whole && (whole.weight !== 0 || whole.plain)) return whole
  const begins = begun.get(word.slice(0, firstLetters))?.find(([beginning]) => word.startsWith(beginning))?.[1]
  return whole && begins ? { ...begins, ...whole, weight: begins.weight } : (whole ?? begins)
}

/** The longest phrase that begins with word `i`, if there is one. */
export function phraseAt({ phrases }: Lexicon, words: readonly { word: string }[], i: number): Phrase | undefined {
  return phrases.get(words[i]?.word ?? '')?.find((phrase) =>
    phrase.words.every((wanted, at) => {
      const word = words[i + at]?.word
      return word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted)
    }),
  )
}
