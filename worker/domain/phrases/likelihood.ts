import { logGamma } from '../gamma.ts'

/** Of two crowds, how many comments there are and how many of them hold a phrase. */
export interface Split {
  here: number
  there: number
  ofHere: number
  ofThere: number
}

/**
 * How far the two crowds differ in using a phrase: the log-likelihood ratio G2 of "each crowd has its own share" against "both have
 * one" (Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993)). 0 where
 * the shares are equal. Counts are of comments, not of occurrences: one angry shopper's ten "never" are one voice.
 */
export function likelihoodRatio({ here, there, ofHere, ofThere }: Split): number {
  const share = (here + there) / (ofHere + ofThere)
  const cells: [observed: number, expected: number][] = [
    [here, share * ofHere],
    [there, share * ofThere],
    [ofHere - here, (1 - share) * ofHere],
    [ofThere - there, (1 - share) * ofThere],
  ]
  const sum = cells.reduce((sum, [observed, expected]) => sum + (observed > 0 ? observed * Math.log(observed / expected) : 0), 0)
  return Math.max(0, 2 * sum)
}

/**
 * How often chance alone would split the phrase's comments at least so unevenly, two-sided: twice the smaller tail of Fisher's exact
 * test. G2's own chi-squared tail promises too much of counts as small as these: of 5 comments all on one of two equal sides it
 * says 1 in 120, where there are 2 ways in 32.
 */
export function chanceOf({ here, there, ofHere, ofThere }: Split): number {
  const holding = here + there
  const isMore = here * ofThere >= there * ofHere
  // The tail away from what is expected, on the side that has more of it.
  const [more, ofMore, ofLess] = isMore ? [here, ofHere, ofThere] : [there, ofThere, ofHere]
  const most = Math.min(holding, ofMore)
  const all = logChoose(ofMore + ofLess, holding)
  let term = Math.exp(logChoose(ofMore, more) + logChoose(ofLess, holding - more) - all)
  let tail = 0
  for (let k = more; k <= most && term > 0; k++) {
    tail += term
    term *= ((ofMore - k) * (holding - k)) / ((k + 1) * (ofLess - holding + k + 1))
  }
  return Math.min(1, 2 * tail)
}

const logChoose = (n: number, k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
