import type { Reading, Token } from '../words/reading.ts'
import { type Lexicon, type Phrase, phraseAt, type Sense, senseOf } from './lexicon.ts'
import { emojiWeight, facesOf } from './signs.ts'

/** What a comment's words say for and against. */
export interface Evidence {
  /** Sums of weights: 1 is a mild word, 3 a strong one. */
  praise: number
  blame: number
  /** How many words say that it is neither: "average". */
  plain: number
  /** Whether something stands against something else: "but". */
  contrast: boolean
  /** Places of the tokens that judge: what they weigh after denials ("not good" is below 0) and degrees ("very"). */
  judged: Map<number, number>
}

/** A word of judgement, or a phrase, where it begins. */
interface Judged {
  at: number
  weight: number
  sense: Sense
  denied: boolean
}

/** A comment while it is read. */
interface Pass {
  tokens: readonly Token[]
  text: string
  lexicon: Lexicon
  found: Judged[]
  plain: number
  contrast: boolean
  /** Where the clause began: between two marks of punctuation. */
  clause: number
  /** The last "not", and whether what it denies has not been met yet. */
  not: number
  open: boolean
  /** The last "very" or "a bit", and the last "too". */
  degree: { at: number; by: number }
  too: number
}

const nowhere = -100
/** So many words after "not" stands what it denies; further off where only a denial makes it a judgement. */
const reach = 4
const longReach = 7
/** So many words after "very" and "too" stands what they belong to. */
const degreeReach = 2
const more = 1.4
const less = 0.6
/** What a denial leaves: "not good" is nearly bad, "doesn't work" too, "not bad" somewhat good. */
const deniedPraise = -0.75
const leastMissed = -1.5
const deniedBlame = -0.6
/** What is denied at all is missed, and what is too much is too much. */
const missed = -2
/** Longer comments have said it by then. */
const mostTokens = 800

const clauseEnd = /[,;:()–—"«»„“”]| - /

/** Reads a comment's words of judgement with what turns and moves them. One pass: linear in the comment's length. */
export function evidenceOf({ tokens }: Reading, text: string, lexicon: Lexicon): Evidence {
  const pass: Pass = {
    ...{ tokens, text, lexicon, found: [], plain: 0, contrast: false },
    ...{ clause: 0, not: nowhere, open: false, degree: { at: nowhere, by: 1 }, too: nowhere },
  }
  const end = Math.min(tokens.length, mostTokens)
  for (let i = 0; i < end; ) {
    if (beginsClause(pass, i)) endClause(pass, i)
    const phrase = phraseAt(lexicon, tokens, i)
    const sense = phrase?.sense ?? senseAt(pass, i)
    if (sense) take(pass, i, sense, phrase)
    i += phrase?.words.length ?? 1
  }
  endClause(pass, end)
  return summed(pass)
}

function beginsClause({ tokens, text }: Pass, i: number): boolean {
  const token = tokens[i]
  const before = tokens[i - 1]
  if (!token || !before) return false
  if (token.opens) return true
  return token.start - before.end > 1 && clauseEnd.test(text.slice(before.end, token.start))
}

/** Where "not" follows what it denies ("passt nicht"), that is the nearest judgement before it. */
function endClause(pass: Pass, next: number) {
  if (pass.open && pass.lexicon.trailing.has(pass.tokens[pass.not]?.word ?? '')) {
    const last = pass.found.findLast(({ at, sense }) => at < pass.not && !sense.but)
    if (last && !last.denied && last.at >= pass.clause && pass.not - last.at <= longReach) deny(last)
  }
  pass.open = false
  pass.clause = next
}

function senseAt({ tokens, text, lexicon }: Pass, i: number): Sense | undefined {
  const token = tokens[i]
  if (!token) return
  const sign = emojiWeight(token.word)
  if (sign !== 0) return { weight: sign }
  return senseOf(lexicon, token.word, text.slice(token.start, token.end).toLowerCase())
}

function take(pass: Pass, i: number, sense: Sense, phrase: Phrase | undefined) {
  if (sense.plain) pass.plain++
  if (sense.but) {
    pass.contrast = true
    pass.open = false
  }
  // A phrase with "not" has its denial inside.
  if (phrase?.words.some((word) => pass.lexicon.exact.get(word)?.not)) pass.open = false
  const weight = weightOf(pass, i, sense)
  if (weight !== 0 || sense.due) judge(pass, i, sense, weight)
  if (phrase) return
  if (sense.too) tooMuch(pass, i)
  if (sense.not) {
    pass.not = i
    pass.open = true
  }
  if (sense.very || sense.bit) pass.degree = { at: i, by: sense.very ? more : less }
}

function weightOf({ too, degree }: Pass, i: number, sense: Sense): number {
  if (sense.measure && i - too <= degreeReach) return Math.min(sense.weight, missed)
  const scaled = i - degree.at <= degreeReach ? degree.by : 1
  // "A bit small" is a complaint, "very small" needn't be one.
  if (sense.measure && sense.weight === 0) return scaled < 1 && i - degree.at === 1 ? -1 : 0
  return sense.weight * scaled
}

function judge(pass: Pass, i: number, sense: Sense, weight: number) {
  const judged: Judged = { at: i, weight, sense, denied: false }
  const last = pass.found.at(-1)
  if (pass.open && i - pass.not <= (sense.due || sense.trouble ? longReach : reach)) {
    // "Funktioniert nicht gut" denies both.
    if (last && last.weight === 1 && last.at >= pass.clause && pass.not - last.at <= degreeReach) last.weight = 0
    deny(judged)
    pass.open = false
  } else if (last?.denied && last.weight < 0 && i - last.at === 1 && weight > 0 && last.at >= pass.clause) {
    // "Doesn't work well" too.
    deny(judged)
  }
  pass.found.push(judged)
}

function deny(judged: Judged) {
  const { weight, sense } = judged
  judged.denied = true
  if (sense.due && weight >= 0) judged.weight = missed
  else if (sense.trouble) judged.weight = -weight
  else judged.weight = weight > 0 ? Math.min(weight * deniedPraise, leastMissed) : weight * deniedBlame
}

/** "Too" before its word is kept for it; Portuguese says it after: "grande demais". */
function tooMuch(pass: Pass, i: number) {
  pass.too = i
  const last = pass.found.at(-1)
  if (i > pass.clause && senseAt(pass, i - 1)?.measure && last?.at !== i - 1) {
    pass.found.push({ at: i, weight: missed, sense: { weight: missed }, denied: false })
  }
}

function summed({ found, plain, contrast, text }: Pass): Evidence {
  const { praise, blame } = facesOf(text)
  const evidence: Evidence = { praise, blame, plain, contrast, judged: new Map() }
  for (const { at, weight } of found) {
    if (weight > 0) evidence.praise += weight
    if (weight < 0) evidence.blame -= weight
    if (weight !== 0) evidence.judged.set(at, weight)
  }
  return evidence
}
