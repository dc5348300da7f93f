import { shortDay } from '../models/days.ts'
import { type Filters, presets } from '../models/filters.ts'
import { Choice } from './choice.tsx'

const names: Record<(typeof presets)[number], string> = { 7: '7 days', 30: '30 days', 90: '90 days', 365: 'Year' }
const periods = presets.map((days) => [days, names[days]] as const)

/** Presets up to today, or dates of one's own. */
export function PeriodPicker({ filters, change }: { filters: Filters; change: (change: Partial<Filters>) => void }) {
  return (
    <div class="row">
      <Choice name="Period" of={periods} chosen={filters.days} choose={(days) => change({ days })} />
      <details class="dates-picker">
        <summary class="button">
          {filters.days === null ? `${shortDay(filters.from)} – ${shortDay(filters.to)}` : 'Dates'}
        </summary>
        <form
          class="pop"
          // Its fields keep what is being typed while answers arrive; other dates make another form.
          key={`${filters.from} ${filters.to}`}
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            const [from, to] = [String(data.get('from')), String(data.get('to'))]
            if (from && to) change({ days: null, from: from <= to ? from : to, to: from <= to ? to : from })
            event.currentTarget.closest('details')?.removeAttribute('open')
          }}
        >
          <label class="field">
            <span>From</span>
            <input type="date" name="from" defaultValue={filters.from} required />
          </label>
          <label class="field">
            <span>To</span>
            <input type="date" name="to" defaultValue={filters.to} required />
          </label>
          <button type="submit" class="primary">
            Show
          </button>
        </form>
      </details>
    </div>
  )
}
