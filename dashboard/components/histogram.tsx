import type { Report } from '../../worker/contract/report.ts'
import { number, toneOf } from '../models/wording.ts'

interface Props {
  report: Report
  chosen: number | null
  choose: (score: number | null) => void
}

/** How often each score was given; a bar filters the feed. It is its own table: every bar says its number. */
export function Histogram({ report, chosen, choose }: Props) {
  const { counts, n } = report.total
  const most = Math.max(1, ...Object.values(counts))
  return (
    <ol class="bars">
      {Object.entries(counts).map(([value, count]) => {
        const score = Number(value)
        const share = n === 0 ? '' : `, ${number((100 * count) / n)} %`
        return (
          <li key={value}>
            <button
              type="button"
              aria-pressed={chosen === score}
              aria-label={`Score ${value}: ${count} ${count === 1 ? 'answer' : 'answers'}${share}`}
              onClick={() => choose(chosen === score ? null : score)}
            >
              <span class="count num">{count > 0 ? number(count) : ''}</span>
              <i
                class={toneOf(report.metric, report.scale, score)}
                style={{ height: count === 0 ? 0 : `${Math.max(2, (100 * count) / most)}px` }}
              />
              <span class="value num">{value}</span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
