import { limits } from '../../contract/limits.ts'
import type { Rule } from '../../contract/tags.ts'
import type { Fault } from '../faults/fault.ts'
import { cleanText } from '../text.ts'
import { wantedBy, wordsIn } from './phrase.ts'

const mostWords = 8
const shortestPrefix = 2

/** What a regular expression would mean something by, and a phrase doesn't; a `?` that isn't the end of a question too. */
const expression = /[()[\]{}|\\^$+]|\?(?=[^\s?!])/

/** Anywhere but at the end of a word. */
const strayStar = /\*(?!\s|$)|(?<![\p{L}\p{N}\p{M}])\*/u

/** Rules as they are kept: of the same characters as the comments they are asked of. */
export const cleanRules = (rules: readonly Rule[]): Rule[] =>
  rules.map(({ any, all, not }) => ({ any: any.map(cleanText), all: all.map(cleanText), not: not.map(cleanText) }))

/** Each phrase has something to look for and is meant as words, not as a regular expression; a rule looks for something. */
export function ruleFaults(rules: readonly Rule[]): Fault[] {
  const phrases = rules.reduce((sum, { any, all, not }) => sum + any.length + all.length + not.length, 0)
  const many = { pointer: '/rules', detail: `at most ${limits.phrasesPerTag} words and phrases in all` }
  return [
    ...(phrases > limits.phrasesPerTag ? [many] : []),
    ...rules.flatMap((rule, i) => [
      ...(rule.any.length + rule.all.length === 0
        ? [{ pointer: `/rules/${i}`, detail: 'a word to look for, in any or all' }]
        : []),
      ...(['any', 'all', 'not'] as const).flatMap((list) =>
        rule[list].flatMap((phrase, j) => {
          const detail = phraseFault(phrase)
          return detail ? [{ pointer: `/rules/${i}/${list}/${j}`, detail }] : []
        }),
      ),
    ]),
  ]
}

function phraseFault(phrase: string): string | undefined {
  if (phrase.length > limits.phrase) return `at most ${limits.phrase} characters`
  if (expression.test(phrase)) return 'words, not a regular expression: without ( ) [ ] { } | \\ ^ $ + and ? inside a word'
  const pieces = phrase.split(/\s+/)
  if (strayStar.test(phrase)) return '`*` stands at the end of a word: deliver*'
  const wanted = wantedBy(phrase)
  if (wanted.length === 0) return 'a word to look for'
  const short = pieces.some((piece) => piece.endsWith('*') && (wantedBy(piece).at(-1)?.word.length ?? 0) < shortestPrefix)
  if (short) return `at least ${shortestPrefix} letters before \`*\``
  return wordsIn(phrase) > mostWords ? `at most ${mostWords} words` : undefined
}
