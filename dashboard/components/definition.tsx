import { useId, useState } from 'preact/hooks'
import type { Report } from '../../worker/contract/report.ts'
import { definition } from '../models/wording.ts'

/** The number behind the number: formula, numerator, denominator and zone, by hover or by focus; Escape puts it away. */
export function Definition({ report }: { report: Report }) {
  const [away, setAway] = useState(false)
  const id = useId()
  const meaning = definition(report)
  if (!meaning) return null
  const { formula, numbers, interval, rate } = meaning
  const back = () => setAway(false)
  return (
    <span class={away ? 'tip away' : 'tip'}>
      <button
        type="button"
        aria-label="How this is computed"
        aria-describedby={id}
        onClick={back}
        onBlur={back}
        onPointerEnter={back}
        onKeyDown={(event) => event.key === 'Escape' && setAway(true)}
      >
        ?
      </button>
      <span role="tooltip" id={id}>
        <span>{formula}</span> <span class="num">{numbers}</span> <span>{interval}</span> <span class="num">{rate}</span>
      </span>
    </span>
  )
}
