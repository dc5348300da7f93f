import { indexed, type SearchTerm, searchTerms } from '../../worker/domain/search.ts'

/** A part of a text; a hit where it is what was looked for. */
export interface Piece {
  text: string
  isHit: boolean
}

/** A word as the index keeps it, and where in the text it stands. */
interface Token {
  word: string
  start: number
  end: number
}

/** What the index takes for letters of a word (the categories of its tokenizer); accents that stand alone belong to their letter. */
const word = /(?:[\p{L}\p{N}\p{Co}\p{So}]|[\u0300-\u036f])+/gu
const accents = /[\u0300-\u036f]/g

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * A text in pieces, hits and the rest in turn: they add up to the text. Whole words are marked, as the index finds them: whatever
 * their case and accents, a phrase from its first word to its last. A cut never goes through what is seen as one character, so that
 * emoji stay whole and letters stay joined.
 */
export function highlight(text: string, typed: string): Piece[] {
  const terms = searchTerms(typed)
  if (terms.length === 0 || text === '') return [{ text, isHit: false }]
  const tokens = tokensOf(text)
  const hits = terms.flatMap((term) => hitsOf(tokens, term))
  return piecesOf(text, wholeCharacters(text, merged(hits)))
}

/** A text in pieces by places that are known, wherever they begin and end. */
export function piecesAt(text: string, places: readonly Range[]): Piece[] {
  const within = places.map(([start, end]): Range => [Math.max(0, start), Math.min(text.length, end)])
  return piecesOf(text, wholeCharacters(text, merged(within.filter(([start, end]) => start < end))))
}

type Range = [start: number, end: number]

/** Where a term's words stand one after the other. */
function hitsOf(tokens: readonly Token[], { text, isPrefix }: SearchTerm): Range[] {
  const wanted = tokensOf(text).map(({ word }) => word)
  const last = wanted.length - 1
  return tokens.flatMap((first, at): Range[] => {
    const fits = wanted.every((word, i) => {
      const there = tokens[at + i]?.word
      return isPrefix && i === last ? there?.startsWith(word) : there === word
    })
    return fits ? [[first.start, tokens[at + last]?.end ?? first.end]] : []
  })
}

function tokensOf(text: string): Token[] {
  const apart = indexed(text)
  return Array.from((apart?.text ?? text).matchAll(word), ({ 0: found, index }) => {
    const last = index + found.length - 1
    const [start = index, end = last] = apart ? [apart.origin[index], apart.origin[last]] : []
    return { word: folded(found), start, end: end + 1 }
  })
}

/** Without case, nor accents on the letters a to z, which are those that the index takes off. */
function folded(found: string): string {
  return found
    .normalize('NFC')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => {
      const base = letter.normalize('NFD').replace(accents, '')
      return /^[a-z]*$/.test(base) ? base : letter
    })
    .replaceAll('ς', 'σ')
}

/** In the order of the text, and one where they touch. */
function merged(ranges: readonly Range[]): Range[] {
  const together: Range[] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = together.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else together.push([start, end])
  }
  return together
}

function wholeCharacters(text: string, ranges: readonly Range[]): Range[] {
  if (ranges.length === 0) return []
  const segments = characters.segment(text)
  const startOf = (at: number) => segments.containing(at)?.index ?? at
  const endOf = (at: number) => {
    const last = segments.containing(at - 1)
    return last ? last.index + last.segment.length : at
  }
  return merged(ranges.map(([start, end]) => [startOf(start), endOf(end)]))
}

function piecesOf(text: string, hits: readonly Range[]): Piece[] {
  const ends = [...hits.map(([start]) => start), text.length]
  const rest = (i: number) => ({ text: text.slice(hits[i - 1]?.[1] ?? 0, ends[i]), isHit: false })
  return [rest(0), ...hits.flatMap(([start, end], i) => [{ text: text.slice(start, end), isHit: true }, rest(i + 1)])].filter(
    (piece) => piece.text !== '',
  )
}
