import { useEffect, useRef } from 'preact/hooks'
import { extent } from '../../worker/domain/extent.ts'
import { useAction } from '../models/action.ts'
import { call } from '../models/api.ts'
import type { Report } from '../models/report.ts'
import { ofSite } from '../models/session.ts'
import { number } from '../models/wording.ts'
import { FormEnd } from './form-end.tsx'

interface Props {
  report: Report
  survey: string
  saved: () => void
  cancel: () => void
}

/** The score to reach, drawn as a line; without one there is none. */
export function GoalForm({ report: { metric, scale, goal }, survey, saved, cancel }: Props) {
  const { busy, error, run, sends } = useAction()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [least, most] = extent(metric, scale)
  async function set(wanted: number | null) {
    await call('PATCH', ofSite(`/api/v1/surveys/${encodeURIComponent(survey)}`), { goal: wanted })
    saved()
  }
  return (
    <form class="form write" aria-label="Goal" onSubmit={sends(({ goal: wanted }) => set(Number(wanted)))}>
      <div class="field">
        <label for="goal">
          Score to reach, {number(least)} to {number(most)}
          {metric === 'csat' && ' %'}
        </label>
        <input
          ref={field}
          id="goal"
          name="goal"
          type="number"
          min={least}
          max={most}
          step={metric === 'ces' ? 0.01 : 0.1}
          defaultValue={goal ?? undefined}
          required
        />
      </div>
      <FormEnd verb="Save" {...{ busy, error, cancel }}>
        {goal !== null && (
          <button type="button" class="quiet" disabled={busy} onClick={() => void run(() => set(null))}>
            Clear the goal
          </button>
        )}
      </FormEnd>
    </form>
  )
}
