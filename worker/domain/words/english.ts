import type { Language } from './language.ts'
import type { Span } from './tokens.ts'

/** What "n't" is written behind, and the word that is. */
const verbs = new Map<string, string>([
  ...'can do does did is are was were has have had could would should must need'.split(' ').map((verb) => [verb, verb] as const),
  ['ca', 'can'],
  ['wo', 'will'],
])
/** "doesn't", and as it is typed in haste. */
const denial = /^([a-z]+)n'?t$/
/** What phones have made of words. */
const short = new Map(Object.entries({ pls: 'please', plz: 'please', thx: 'thanks', thanx: 'thanks', u: 'you', ur: 'your' }))

/**
 * English words in one form, however they are written, so that a rule with one of them fits all: "doesn't", "doesnt", "does n't" (as other
 * programs take it apart) and "does not" are the words "does" and "not"; "pls" is "please". Where the language can't be told, it may be
 * English, but short words may be anything. A "not" stands where its whole denial does.
 */
export function inOneForm(spans: readonly Span[], language: Language | ''): Span[] {
  if (language !== 'en' && language !== '') return [...spans]
  const words: Span[] = []
  for (const span of spans) {
    const [last, before] = [words.at(-1), words.at(-2)]
    const written = span.word === 'cannot' ? 'can' : (denial.exec(span.word)?.[1] ?? '')
    const verb = verbs.get(written)
    const denied = before && verbs.get(before.word)
    if (verb) {
      words.push({ ...span, word: verb, end: span.start + written.length }, { ...span, word: 'not', opens: false })
    } else if (span.word === 't' && last?.word === 'n' && last.end === span.start && before && denied) {
      words.splice(-2, 2, { ...before, word: denied }, { ...last, word: 'not', start: before.start, end: span.end })
    } else words.push(language === 'en' ? { ...span, word: short.get(span.word) ?? span.word } : span)
  }
  return words
}
