import { gammaTail, normalTail } from './gamma.ts'
import { type Histogram, moments } from './metrics.ts'

/**
 * How often a group as large as this one, drawn at random from all answers, would lie as far from the rest: two-sided.
 * Values are whole numbers.
 *
 * The sum of a random draw has a known mean, variance and skewness; a gamma distribution with the same three (Pearson's
 * type III; Mielke and Berry, "Permutation Methods", 2nd ed., Springer 2007) gives its tails, half a step nearer since
 * sums are whole. A normal tail would be wrong where many segments are tested: of 30 answers out of a crowd that is 95 %
 * satisfied, 6 dissatisfied ones come about once in 300 draws, and it says once in 6,000.
 */
export function permutationP(all: Histogram, group: Histogram): number {
  const { n, mean, deviation } = moments(all)
  const drawn = moments(group)
  const rest = n - drawn.n
  if (drawn.n === 0 || rest === 0 || deviation === 0) return 1
  const population = deviation * Math.sqrt((n - 1) / n)
  const spread = population * Math.sqrt((drawn.n * rest) / (n - 1))
  let cubes = 0
  for (const [value, count] of all) cubes += count * ((value - mean) / population) ** 3
  const skewness = n > 2 ? ((cubes / n) * (rest - drawn.n) * Math.sqrt(n - 1)) / ((n - 2) * Math.sqrt(drawn.n * rest)) : 0
  const away = drawn.n * (drawn.mean - mean)
  const above = upperTail((away - 0.5) / spread, skewness)
  const below = upperTail((-away - 0.5) / spread, -skewness)
  return Math.min(1, 2 * Math.min(above, below))
}

/** P(Z >= z) for a standardised Pearson type III variable. */
function upperTail(z: number, skewness: number): number {
  // So nearly symmetric, the gamma distribution's shape would be in the millions and the normal one's tail the same.
  if (Math.abs(skewness) < 0.002) return normalTail(z)
  const shape = 4 / skewness ** 2
  return skewness > 0 ? gammaTail(shape, shape + z * Math.sqrt(shape)) : 1 - gammaTail(shape, shape - z * Math.sqrt(shape))
}
