import { useId } from 'preact/hooks'
import type { Report } from '../../worker/contract/report.ts'
import { definition } from '../models/wording.ts'

/** The number behind the number: formula, numerator, denominator and zone, by hover or by focus. */
export function Definition({ report }: { report: Report }) {
  const { formula, numbers, interval } = definition(report)
  const id = useId()
  return (
    <span class="tip">
      <button type="button" aria-label="How this is computed" aria-describedby={id}>
        ?
      </button>
      <span role="tooltip" id={id}>
        <span>{formula}</span> <span class="num">{numbers}</span> <span>{interval}</span>
      </span>
    </span>
  )
}
