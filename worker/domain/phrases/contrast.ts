import { discoveryBar } from '../discovery.ts'
import { corpusOf, type Said } from './corpus.ts'
import { distinct } from './distinct.ts'
import { type Found, findGrams, isPhrase } from './found.ts'
import { type Gram, gramsOf } from './grams.ts'
import { chanceOf, likelihoodRatio, type Split } from './likelihood.ts'

/** A phrase that one crowd uses more often than the other. */
export interface Distinct {
  phrase: string
  /** Comments that hold it, of either crowd. */
  here: number
  there: number
  /** G2, by which they stand. */
  strength: number
  /** How often chance alone would split it so unevenly. */
  p: number
  /** The ids of up to three comments of the crowd that uses it more, in the order they were given in. */
  samples: string[]
}

export interface Contrast {
  here: Distinct[]
  there: Distinct[]
}

type Strong = Found & { strength: number }

/** A crowd of fewer comments isn't told from another. */
export const leastComments = 20
/** A crowd's longest list. */
const mostPhrases = 20
const mostSamples = 3
/** Of a crowd's phrases only the strongest are compared with each other. */
const mostCompared = 100
/** A phrase must stand in at least so many comments of both crowds together, and in this share of them. */
const leastHolding = 4
const leastShare = 0.0025

/**
 * What tells two crowds of comments apart: phrases of one to three words that one crowd uses more often than chance explains, the
 * strongest first (G2). Of all that are kept, in both lists together, at most 5 % are expected to be chance (Benjamini-Hochberg over
 * Fisher's exact test). Of phrases that come in the same comments only the one that says most is told. Comments are counted, not
 * occurrences; the same comments always give the same lists.
 */
export function contrast(here: readonly Said[], there: readonly Said[]): Contrast {
  if (here.length < leastComments || there.length < leastComments) return { here: [], there: [] }
  const corpus = corpusOf(here, there)
  const levels = gramsOf(corpus, Math.max(leastHolding, Math.ceil(leastShare * corpus.said.length)))
  const split = (gram: Gram): Split => ({ here: gram.here, there: gram.there, ofHere: here.length, ofThere: there.length })
  const tested = levels
    .flatMap(({ grams }) => grams)
    .filter((gram) => isPhrase(corpus, gram))
    .map((gram) => ({ gram, p: chanceOf(split(gram)) }))
  const bar = discoveryBar(tested.map(({ p }) => p))
  const kept = new Set(tested.filter(({ p }) => p <= bar).map(({ gram }) => gram))
  const strong = findGrams(corpus, levels, kept)
    .map((found) => ({ ...found, strength: likelihoodRatio(split(found)) }))
    .sort(byStrength)
  const isMoreHere = (gram: Gram) => gram.here * there.length > gram.there * here.length
  const listed = (side: Strong[], isOfSide: (comment: number) => boolean) =>
    distinct(side.slice(0, mostCompared))
      .slice(0, mostPhrases)
      .sort(byStrength)
      .map(({ phrase, strength, comments, ...gram }) => ({
        ...{ phrase, here: gram.here, there: gram.there, strength, p: chanceOf(split(gram)) },
        samples: comments
          .filter(isOfSide)
          .slice(0, mostSamples)
          .map((comment) => corpus.said[comment]?.id ?? ''),
      }))
  return {
    here: listed(strong.filter(isMoreHere), (comment) => comment < here.length),
    there: listed(
      strong.filter((gram) => !isMoreHere(gram)),
      (comment) => comment >= here.length,
    ),
  }
}

/** The more telling first; of equals the longer, then by the alphabet, so that nothing depends on chance. */
function byStrength(a: Strong, b: Strong): number {
  return b.strength - a.strength || b.words.length - a.words.length || (a.phrase < b.phrase ? -1 : 1)
}
