import { corpusOf, type Said } from './corpus.ts'
import { distinct, sharedOf } from './distinct.ts'
import { type Found, findGrams, isPhrase } from './found.ts'
import { gramsOf } from './grams.ts'
import { likelihoodRatio } from './likelihood.ts'
import { isPraiseOrBlame } from './praise-or-blame.ts'

/** A tag that some comments without one could have. */
export interface Suggestion {
  /** The phrase that most of them share. */
  name: string
  /** What its rule would look for: the name, and what is mostly said beside it. */
  words: string[]
  /** Comments that hold one of the words and are in no suggestion before. */
  n: number
  /** The ids of up to three of them, in the order they were given in. */
  samples: string[]
}

const mostSuggestions = 8
const mostSamples = 3
const mostWords = 5
/** A suggestion needs so many comments, and this share of all. */
const leastHolding = 5
const leastShare = 0.01
/** What more of the comments hold than this is what the shop sells, not what some of them are about. */
const mostShare = 0.3
/** A word belongs to a suggestion where this share of its comments hold the name. */
const togetherShare = 2 / 3
/** G2 at which chance would put two phrases into the same comments once in 1,000 times (chi-squared, one degree of freedom). */
const leastTogether = 10.83
/** Phrases that are compared, the most common first. */
const mostCompared = 200

/**
 * Groups of comments that speak of the same thing, for comments without a tag: the phrase that most comments share and that isn't only
 * praise or blame, with the words that keep its company; then the same among the comments that are left. The name's comments count as
 * the group's, and those of its words.
 */
export function suggestTags(said: readonly Said[]): Suggestion[] {
  const corpus = corpusOf(said, [])
  const least = Math.max(leastHolding, Math.ceil(leastShare * said.length))
  const levels = gramsOf(corpus, least)
  const topical = levels
    .flatMap(({ grams }) => grams)
    .filter((gram) => gram.here <= mostShare * said.length && isPhrase(corpus, gram))
    .sort((a, b) => b.here - a.here || b.words.length - a.words.length)
    .slice(0, mostCompared)
  const found = findGrams(corpus, levels, new Set(topical))
    .filter(({ phrase }) => !isPraiseOrBlame(phrase))
    .sort(byComments)
  const left = new Set(said.keys())
  const suggestions: Suggestion[] = []
  for (let phrases = distinct(found); suggestions.length < mostSuggestions; ) {
    phrases = phrases
      .filter((phrase) => heldBy(phrase, left).length >= least)
      .sort((a, b) => heldBy(b, left).length - heldBy(a, left).length)
    const [name] = phrases
    if (!name) break
    const words = [name, ...companyOf(name, phrases, said.length)]
    const comments = [...new Set(words.flatMap((word) => heldBy(word, left)))].sort((a, b) => a - b)
    for (const comment of comments) left.delete(comment)
    suggestions.push({
      name: name.phrase,
      words: words.map(({ phrase }) => phrase),
      n: comments.length,
      samples: comments.slice(0, mostSamples).map((comment) => said[comment]?.id ?? ''),
    })
  }
  return suggestions
}

const heldBy = ({ comments }: Found, left: ReadonlySet<number>) => comments.filter((comment) => left.has(comment))

/** What is mostly said where the name is, and there far more often than elsewhere. */
function companyOf(name: Found, phrases: readonly Found[], of: number): Found[] {
  return phrases
    .flatMap((phrase) => {
      const here = sharedOf(phrase.comments, name.comments)
      if (phrase === name || here < togetherShare * phrase.comments.length) return []
      const split = {
        here,
        there: phrase.comments.length - here,
        ofHere: name.comments.length,
        ofThere: of - name.comments.length,
      }
      const strength = likelihoodRatio(split)
      return strength >= leastTogether ? [{ phrase, strength }] : []
    })
    .sort((a, b) => b.strength - a.strength)
    .slice(0, mostWords - 1)
    .map(({ phrase }) => phrase)
}

const byComments = (a: Found, b: Found) =>
  b.comments.length - a.comments.length || b.words.length - a.words.length || (a.phrase < b.phrase ? -1 : 1)
