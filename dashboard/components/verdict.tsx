import type { Metric } from '../../worker/contract/category.ts'
import { longDay, span } from '../models/days.ts'
import { changeMeaning, countMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number, points, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'

/** What changed, in a sentence, and whether it is more than noise. */
export function Verdict({ report, brief = false }: { report: Report; brief?: boolean }) {
  const { previous, total, metric } = report
  const scope = useScope()
  if (total.score === null) return <p class="verdict soft">No scores in these days.</p>
  if (!previous || previous.change === null) {
    return previous ? (
      <p class="verdict soft">Nothing to compare with: no scores from {span(previous.from, previous.to)}.</p>
    ) : null
  }
  const { change, changeInterval, distinguishable } = previous
  const direction = change > 0 ? 'Up' : change < 0 ? 'Down' : 'Unchanged'
  return (
    <div class={`verdict${distinguishable ? (change > 0 ? ' up' : ' down') : ''}`}>
      <p>
        <strong>
          {direction}{' '}
          {change !== 0 && (
            <Definition meaning={changeMeaning(scope, changeNames, { score: total.score, change })}>
              <span class="num">{brief ? number(Math.abs(change), metric === 'ces' ? 2 : 1) : points(metric, change)}</span>
            </Definition>
          )}
        </strong>{' '}
        {brief ? (
          <span class="soft">on the period before</span>
        ) : (
          <span class="soft num">
            from{' '}
            <Definition meaning={scoreMeaning(scope, previous)} days={previous}>
              {previous.score === null ? '–' : scoreText(metric, previous.score)}
            </Definition>{' '}
            in {span(previous.from, previous.to)} (n{' '}
            <Definition meaning={countMeaning(previous.n)} days={previous}>
              {number(previous.n)}
            </Definition>
            )
          </span>
        )}
      </p>
      {(total.caution || previous.caution) && <p class="small caution">{total.caution ?? previous.caution}</p>}
      <p class="soft">
        {certainty(metric, total.n < tooFew || previous.n < tooFew ? null : distinguishable, changeInterval, brief)}
      </p>
    </div>
  )
}

const changeNames = { change: 'Change', now: 'score now', before: 'score then' }

/** A handful of like answers can have an interval without any width: that is chance, not certainty. */
export const tooFew = 10

/** Whether a change is more than chance, in words; `distinguishable` is null where too few answered to tell. */
export function certainty(
  metric: Metric,
  distinguishable: boolean | null,
  interval: [number, number] | null,
  brief: boolean,
): string {
  if (distinguishable === null || !interval) return 'Too few answers to tell a change from chance.'
  const digits = metric === 'ces' ? 2 : 1
  const range = brief ? '' : ` (95 % interval of the change ${number(interval[0], digits)} to ${number(interval[1], digits)})`
  return distinguishable ? `More than chance${range}.` : `Not distinguishable from no change${range}.`
}

/** Where a survey has no score to follow, what it has instead. */
export function CommentsOnly() {
  return <p class="no-score soft">This survey collects comments; it asks for no score.</p>
}

/** What to expect while answers are few, instead of an empty chart. */
export function OutlookNote({ report }: { report: Report }) {
  const { outlook, metric, total } = report
  if (!outlook) return null
  const unit = metric === 'csat' ? ' percentage points' : ''
  return (
    <p class="notice outlook">
      <strong class="num">
        {total.n} {total.n === 1 ? 'answer' : 'answers'} so far.
      </strong>{' '}
      At this rate ({number(outlook.perDay, 1)} a day) the score will be known to about ±
      {number(outlook.halfWidth, metric === 'ces' ? 2 : 0)}
      {unit} by {longDay(outlook.date)}.
    </p>
  )
}
