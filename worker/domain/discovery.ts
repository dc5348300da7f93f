/** Of what is kept, the share that may be chance. */
export const falseDiscoveryRate = 0.05

/**
 * The largest p that is kept, by Benjamini and Hochberg (J. R. Stat. Soc. B 57 (1995)): the k-th smallest of m must be at
 * most k/m of the rate. Without any effect in the data nothing is kept in 95 of 100 cases. -1 where nothing is kept.
 */
export function discoveryBar(ps: readonly number[]): number {
  return ps.toSorted((a, b) => a - b).findLast((p, i) => p <= ((i + 1) / ps.length) * falseDiscoveryRate) ?? -1
}
