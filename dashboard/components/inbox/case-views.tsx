import type { CaseCounts } from '../../../worker/contract/case.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import { countOf, inboxPath, type View, viewNames, views } from '../../models/inbox.ts'
import { number } from '../../models/wording.ts'

interface Props {
  view: View
  /** '' for all. */
  survey: string
  surveys: readonly Survey[]
  counts: CaseCounts | undefined
  go: (next: { survey: string }) => void
}

/** Which cases are listed, each choice with how many it has. */
export function CaseViews({ view, survey, surveys, counts, go }: Props) {
  return (
    <div class="controls case-views">
      <nav aria-label="Cases">
        {views.map((one) => {
          const n = counts && countOf(counts, one)
          const isLate = (one === 'overdue' || one === 'waiting') && Boolean(n)
          return (
            <a key={one} href={inboxPath(one, survey)} aria-current={one === view ? 'true' : undefined}>
              {viewNames[one]} {typeof n === 'number' && <span class={isLate ? 'num late' : 'num soft'}>{number(n)}</span>}
            </a>
          )
        })}
      </nav>
      <label class="inline">
        <span class="hidden">Survey</span>
        <select value={survey} onChange={(event) => go({ survey: event.currentTarget.value })}>
          <option value="">all surveys</option>
          {surveys.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
