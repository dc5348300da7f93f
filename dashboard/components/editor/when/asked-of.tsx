import { type Placed, summaryOf } from '../../../models/editor/when/summary.ts'

/** The whole of who is asked, where, when and how often, to be read at a glance. */
export function AskedOf({ draft }: { draft: Placed }) {
  return (
    <p class="asked-of" dir="ltr">
      {summaryOf(draft)}
    </p>
  )
}
