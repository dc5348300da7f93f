import type { Sentiment } from '../../contract/sentiment.ts'
import type { Evidence } from './evidence.ts'

/** How a comment sounds. */
export interface Heard {
  sentiment: Sentiment
  /** From 0, where the words say nothing, to 1, where they leave no doubt. No probability. */
  clarity: number
}

/** Less praise and blame than this together says nothing. */
const nothing = 0.9
/** How much of the larger side the smaller needs to be for both to count; less where one is set against the other. */
const balance = 1 / 2
const balanceWithContrast = 1 / 3
/**
 * People praise more readily than they blame, so that a word of blame says more. Half as much again is what Taboada et al. use in
 * "Lexicon-based methods for sentiment analysis", Computational Linguistics 37 (2011).
 */
const blameCounts = 1.5
/** A mild word alone leaves doubt, a strong one hardly any. */
const doubt = 1.5
const plainly = 0.5

/** Praise and blame as they count against each other. */
export function weighed({ praise, blame }: Evidence): { praise: number; blame: number } {
  return { praise, blame: blame * blameCounts }
}

/** What the words of a comment say by themselves. */
export function heardIn(evidence: Evidence): Heard {
  const { praise, blame } = weighed(evidence)
  const minor = Math.min(praise, blame)
  const major = Math.max(praise, blame)
  if (evidence.plain > 0 && major < 2) return { sentiment: 'neutral', clarity: plainly }
  if (major < nothing) return { sentiment: 'neutral', clarity: 0 }
  if (minor >= nothing && minor >= major * (evidence.contrast ? balanceWithContrast : balance)) {
    return { sentiment: 'mixed', clarity: minor / major }
  }
  return { sentiment: praise > blame ? 'positive' : 'negative', clarity: (major - minor) / (major + minor + doubt) }
}
