import type { Crowd, DistinctPhrase, Phrases } from '../../worker/contract/phrases.ts'
import { span } from './days.ts'
import { type Meaning, shareMeaning } from './meaning.ts'
import { number, partNames } from './wording.ts'

/** One crowd beside the other: what it is called, and the counts of its phrases. */
export interface Side {
  crowd: Crowd
  /** "detractors"; "now". */
  name: string
  /** Of the same phrase: comments of this crowd, and of the other. */
  own: (phrase: DistinctPhrase) => number
  others: (phrase: DistinctPhrase) => number
}

/** Both crowds, each as the one that is spoken of. */
export function sidesOf({ here, there }: Phrases): readonly [Side, Side] {
  const name = ({ category }: Crowd, otherwise: string) => (category ? partNames[category] : otherwise)
  return [
    { crowd: here, name: name(here, 'now'), own: (phrase) => phrase.here, others: (phrase) => phrase.there },
    { crowd: there, name: name(there, 'before'), own: (phrase) => phrase.there, others: (phrase) => phrase.here },
  ]
}

/** What a side's list is of. */
export function headingOf({ crowd, name }: Side): string {
  if (!crowd.category) return `Said more often ${name}: ${span(crowd.from, crowd.to)}`
  return `${name[0]?.toUpperCase()}${name.slice(1)} say more often`
}

/** A crowd's size in words: "the newest 2,000 of 4,321 comments of detractors", "18 comments before". */
export function sizeOf({ crowd: { n, found, whole, category }, name }: Side): string {
  const whose = category ? `of ${name}` : name
  const comments = found === 1 ? 'comment' : 'comments'
  if (n < found) return `the newest ${number(n)} of ${whole ? '' : 'more than '}${number(found)} ${comments} ${whose}`
  return `${whole ? '' : 'the newest '}${number(n)} ${comments} ${whose}`
}

/** How many of a side hold the phrase, and how sure it is that the sides differ. */
export function phraseMeaning(n: number, { crowd, name }: Side, { strength, p }: DistinctPhrase): Meaning {
  const whose = crowd.category ? `comments of ${name}` : `comments ${name}`
  return {
    ...shareMeaning('Share', [`${whose} that hold the phrase`, n], [whose, crowd.n]),
    note: `One comment counts once, however often it says it. The sides differ with G² = ${number(strength, 1)}; ${chance(p)}`,
  }
}

const chance = (p: number) =>
  p < 0.001
    ? 'chance alone would split it so less than once in 1,000 times.'
    : `chance alone would split it so ${number(1000 * p)} in 1,000 times.`
