import type { Reading, Token } from '../words/reading.ts'
import { isListed, type Kind, kindOf } from './stop-words.ts'

/** A comment with its words. */
export interface Said {
  id: string
  text: string
  reading: Reading
}

/** Comments with their words as numbers, which are quicker to count than texts. */
export interface Corpus {
  said: readonly Said[]
  /** How many of the first are of the crowd "here"; the others are of "there". */
  here: number
  /** For each comment and place the number of its word; -1 for what belongs to no phrase. */
  words: Int32Array[]
  /** Whether the place after it goes on the same phrase. */
  joined: Uint8Array[]
  /** By a word's number. */
  kinds: Kind[]
}

/** A longer run of letters is no word: a link, a key, somebody leaning on the keyboard. */
const longestWord = 40
/** What may stand between two words of a phrase. A comma or a full stop may not: two things are said. */
const between = /^[\s'’\u00ad\u200b-\u200f-]{0,3}$/
/** Of either crowd's comments: a word that so many hold, in a language without stop words of ours, is taken for one. */
const commonShare = 0.25

/** Numbers the words of two crowds' comments, equal where their stems are. */
export function corpusOf(here: readonly Said[], there: readonly Said[]): Corpus {
  const said = [...here, ...there]
  const known = vocabulary()
  for (const { reading } of said)
    if (reading.language !== '') for (const token of reading.tokens) known.meet(token, reading.language)
  const words = said.map(({ reading: { tokens, language } }, comment) => {
    const crowd = comment < here.length ? 0 : 1
    return new Int32Array(tokens.map((token) => known.number(token, language, comment, crowd)))
  })
  return { said, here: here.length, words, joined: said.map(joinedOf), kinds: known.kinds([here.length, there.length]) }
}

function joinedOf({ text, reading: { tokens } }: Said): Uint8Array {
  const joined = tokens.map(({ end }, i) => {
    const next = tokens[i + 1]?.start ?? -1
    const isNear = next >= end && next <= end + 3
    return Number(isNear && ((next === end + 1 && text[end] === ' ') || between.test(text.slice(end, next))))
  })
  return new Uint8Array(joined)
}

/** What a stem's occurrences were, since one stem may be a stop word here and a word there. */
interface Tally extends Record<Kind | 'unlisted', number> {
  /** Comments that hold it, of either crowd. */
  comments: [number, number]
  /** The last of them. */
  last: number
}

/**
 * Gives stems their numbers, and remembers of each word what it is, since most come again and again. In a comment whose language couldn't
 * be told, "deliveries" has no stem; it is then the same as in a comment whose language could.
 */
function vocabulary() {
  const tallies: Tally[] = []
  const numbers = new Map<string, number>()
  const languages = new Map<string, Map<string, Met>>()
  /** Of words in a language that was told, by the first. */
  const told = new Map<string, number>()
  function numberOf({ word, stem, start, end }: Token, language: string): number {
    if (end - start > longestWord) return -1
    const number = (language === '' ? told.get(word) : undefined) ?? numbers.get(stem) ?? numbers.size
    if (number === numbers.size) {
      numbers.set(stem, number)
      tallies.push({ word: 0, stop: 0, leaning: 0, unlisted: 0, comments: [0, 0], last: -1 })
    }
    if (language !== '' && !told.has(word)) told.set(word, number)
    return number
  }
  function meet(token: Token, language: string): Met {
    const words = languages.get(language) ?? new Map<string, Met>()
    languages.set(language, words)
    const met = words.get(token.word) ?? { number: numberOf(token, language), kind: kindOf(token.word, language) }
    words.set(token.word, met)
    return met
  }
  return {
    meet,
    number: (token: Token, language: string, comment: number, crowd: 0 | 1): number => {
      const { number, kind } = meet(token, language)
      const tally = tallies[number]
      if (!tally) return -1
      tally[kind]++
      if (!isListed(language)) tally.unlisted++
      if (tally.last !== comment) tally.comments[crowd]++
      tally.last = comment
      return number
    },
    kinds: (crowds: [number, number]): Kind[] => tallies.map((tally) => kindFrom(tally, crowds)),
  }
}

interface Met {
  number: number
  kind: Kind
}

function kindFrom({ word, stop, leaning, unlisted, comments }: Tally, crowds: [number, number]): Kind {
  const n = word + stop + leaning
  if (2 * stop > n) return 'stop'
  if (2 * leaning > n) return 'leaning'
  const isCommon = crowds.every((size, i) => size === 0 || (comments[i] ?? 0) >= commonShare * size)
  return 2 * unlisted > n && isCommon ? 'stop' : 'word'
}
