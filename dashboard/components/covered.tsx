import type { ValueReport } from '../../worker/contract/value.ts'
import { longDay } from '../models/days.ts'

/** Said aloud where there were more orders than are read at once. */
export function Covered({ of: { shortened, from } }: { of: Pick<ValueReport, 'shortened' | 'from'> }) {
  return shortened ? (
    <p class="notice small" role="status">
      There are more orders in these days than are read at once: what stands here is of the days since {longDay(from)} only.
    </p>
  ) : null
}
