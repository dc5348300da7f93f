import { fold } from './fold.ts'

/** A word where it stands: folded, with its place in UTF-16 units, and whether a sentence begins with it. */
export interface Span {
  word: string
  start: number
  end: number
  opens: boolean
}

/** Scripts written without spaces between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const isUnspacedWord = new RegExp(`^[${unspaced}]`, 'u')

const letters = `[[\\p{L}\\p{N}]--[${unspaced}]]`
const inside = `[[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d]--[${unspaced}]]`

/**
 * A run of an unspaced script; or letters and digits, with apostrophes between letters and points between digits; or an emoji or a flag.
 * Each alternative begins with another kind of character and goes on with disjoint ones: no backtracking.
 */
const pattern = new RegExp(
  `[${unspaced}][${unspaced}\\p{M}]*|${letters}${inside}*(?:(?:['’‘ʼ＇´\`](?=\\p{L})|(?<=\\p{N})[.,](?=\\p{N}))${inside}+)*|[\\p{Extended_Pictographic}--[©®™]]|\\p{RI}{2}`,
  'gv',
)

/** French and Italian words that lean on the next one. `all'` is Italian only before a longer word: English has "all's". */
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|dell|nell|sull|dall|quell|all(?=.{4}))'/

const sentenceEnd = /[!?…。！？｡؟।\n]|\.(?!$)/

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Whether a word is of a script without spaces, where what is one word is a matter of opinion. */
export function isUnspaced(word: string): boolean {
  return word.charCodeAt(0) >= 0x0e00 && isUnspacedWord.test(word)
}

/** The words of a text in their order. "l'emballage" is two, "doesn't" is one; an emoji is one; punctuation is none. */
export function* spans(text: string): Generator<Span> {
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const [run] = match
    const start = match.index
    const opens = last === 0 || isEnd(text.slice(last, start))
    last = start + run.length
    if (isUnspaced(run)) yield* segments(run, start, opens)
    else yield* elisions(run, start, opens)
  }
}

function isEnd(gap: string): boolean {
  return gap !== ' ' && sentenceEnd.test(gap)
}

function* segments(run: string, offset: number, opens: boolean): Generator<Span> {
  let first = opens
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (!isWordLike) continue
    yield { word: fold(segment), start: offset + index, end: offset + index + segment.length, opens: first }
    first = false
  }
}

function* elisions(run: string, start: number, opens: boolean): Generator<Span> {
  const word = fold(run)
  const end = start + run.length
  // Only what keeps its length by folding can be cut at the same place.
  const cut = word.length === run.length ? (elided.exec(word)?.[0].length ?? 0) : 0
  if (cut === 0) {
    yield { word, start, end, opens }
    return
  }
  yield { word: word.slice(0, cut - 1), start, end: start + cut, opens }
  yield { word: word.slice(cut), start: start + cut, end, opens: false }
}
