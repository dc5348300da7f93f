import type { Rule } from '../../contract/tags.ts'
import type { Language } from '../words/language.ts'
import type { Reading, Token } from '../words/reading.ts'
import { isUnspaced } from '../words/tokens.ts'
import { Automaton, type Unit } from './automaton.ts'
import { characters, wantedBy } from './phrase.ts'

/** Why a tag's rules fit: where the deciding words stand, in order and without overlap, from and to in UTF-16 units. */
export interface Hit {
  words: Place[]
}

type Place = [start: number, end: number]

export interface Matcher {
  /** The tags whose rules fit a comment. */
  match(reading: Reading): Map<string, Hit>
}

/** A place in a text where a phrase may begin or end. */
interface Piece extends Unit {
  start: number
  end: number
}

/** What finding a phrase means to one rule. */
interface Use {
  rule: number
  role: keyof Rule
}

interface Compiled {
  tag: string
  needsAny: boolean
  /** How many different phrases must all be there. */
  all: number
}

interface Found {
  any: boolean
  all: number
  not: boolean
  words: Place[]
}

/** Of a phrase that stands in a comment again and again, the first places are enough to mark. */
const mostPlaces = 20

/**
 * Makes rules ready to be asked of many comments. A word fits in all its forms: where the folded words are equal, or their stems
 * in the comment's language. The words of a phrase must follow each other, with nothing between them but marks (so "late, delivery"
 * has "late delivery"), and within one sentence. A rule that asks only what must not be there never fits.
 */
export function compileRules(tags: readonly { id: string; rules: readonly Rule[] }[]): Matcher {
  const phrases = new Map<string, Use[]>()
  const rules: Compiled[] = []
  for (const { id, rules: own } of tags) {
    for (const rule of own) {
      if (rule.any.length + rule.all.length === 0) continue
      for (const role of ['any', 'all', 'not'] as const) {
        for (const phrase of new Set(rule[role])) {
          phrases.set(phrase, [...(phrases.get(phrase) ?? []), { rule: rules.length, role }])
        }
      }
      rules.push({ tag: id, needsAny: rule.any.length > 0, all: new Set(rule.all).size })
    }
  }
  const uses = [...phrases.values()]
  const automata = new Map<Language | '', Automaton>()

  return {
    match({ language, tokens }) {
      const automaton = automata.get(language) ?? automatonOf([...phrases.keys()], language)
      automata.set(language, automaton)
      const pieces = tokens.flatMap(piecesOf)
      const places = new Map<number, Place[]>()
      automaton.read(pieces, (phrase, first, last) => {
        const sofar = places.get(phrase) ?? []
        if (sofar.length < mostPlaces) places.set(phrase, [...sofar, [pieces[first]?.start ?? 0, pieces[last]?.end ?? 0]])
      })
      return fitting(rules, judge(places, uses))
    },
  }
}

function automatonOf(phrases: readonly string[], language: Language | ''): Automaton {
  return new Automaton(
    phrases.map((phrase) => wantedBy(phrase, language)),
    language,
  )
}

/** A word; in scripts without spaces, its characters. */
function piecesOf(token: Token): Piece[] {
  const { word, start, end, opens } = token
  if (!isUnspaced(word)) return [token]
  // Where folding changed the length (half-width kana), the whole word is marked.
  const exact = end - start === word.length
  let at = start
  return characters(word).map((one, i) => {
    const from = at
    at += one.length
    return { word: one, stem: one, opens: opens && i === 0, start: exact ? from : start, end: exact ? at : end }
  })
}

/** What was found, by rule. */
function judge(places: Map<number, Place[]>, uses: readonly Use[][]): Map<number, Found> {
  const found = new Map<number, Found>()
  for (const [phrase, where] of places) {
    for (const { rule, role } of uses[phrase] ?? []) {
      const sofar = found.get(rule) ?? { any: false, all: 0, not: false, words: [] }
      found.set(rule, sofar)
      if (role === 'not') sofar.not = true
      else sofar.words.push(...where)
      if (role === 'any') sofar.any = true
      if (role === 'all') sofar.all++
    }
  }
  return found
}

function fitting(rules: readonly Compiled[], found: Map<number, Found>): Map<string, Hit> {
  const hits = new Map<string, Place[]>()
  for (const [number, { any, all, not, words }] of found) {
    const rule = rules[number]
    if (!rule || not || (rule.needsAny && !any) || all < rule.all) continue
    hits.set(rule.tag, [...(hits.get(rule.tag) ?? []), ...words])
  }
  return new Map(Array.from(hits, ([tag, words]) => [tag, { words: joined(words) }]))
}

/** In order, and what overlaps as one. */
function joined(words: Place[]): Place[] {
  const places: Place[] = []
  for (const [start, end] of words.toSorted((a, b) => a[0] - b[0])) {
    const last = places.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else places.push([start, end])
  }
  return places
}
