import type { BreakdownRow } from '../../worker/contract/report.ts'
import type { Sort } from './filters.ts'

/** Rows in the order asked for; what has no change stands last, and equals keep the order of their n. */
export function sorted(rows: readonly BreakdownRow[], sort: Sort): BreakdownRow[] {
  if (sort === 'n') return [...rows].sort((a, b) => b.n - a.n)
  const sign = sort === 'fall' ? 1 : -1
  const rank = ({ change }: BreakdownRow) => (change === null || change === undefined ? Number.POSITIVE_INFINITY : sign * change)
  return [...rows].sort((a, b) => {
    const [first, second] = [rank(a), rank(b)]
    return first === second ? b.n - a.n : first - second
  })
}
