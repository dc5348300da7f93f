import { longDay, span } from '../models/days.ts'
import { changeMeaning, countMeaning, outlookMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number, points, score as scoreText } from '../models/wording.ts'
import { Certainty, tooFew } from './certainty.tsx'
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
        <Certainty
          change={change}
          interval={changeInterval}
          distinguishable={total.n < tooFew || previous.n < tooFew ? null : distinguishable}
          brief={brief}
        />
      </p>
    </div>
  )
}

const changeNames = { change: 'Change', now: 'score now', before: 'score then' }

/** Where a survey has no score to follow, what it has instead. */
export function CommentsOnly() {
  return <p class="no-score soft">This survey collects comments; it asks for no score.</p>
}

/** What to expect while answers are few, instead of an empty chart. */
export function OutlookNote({ report }: { report: Report }) {
  const { outlook, metric, total } = report
  const scope = useScope()
  if (!outlook) return null
  const unit = metric === 'csat' ? ' percentage points' : ''
  const said = (text: string) => <Definition meaning={outlookMeaning(scope, outlook)}>{text}</Definition>
  return (
    <p class="notice outlook">
      <strong class="num">
        <Definition meaning={countMeaning(total.n)}>{number(total.n)}</Definition> {total.n === 1 ? 'answer' : 'answers'} so far.
      </strong>{' '}
      At this rate ({said(`${number(outlook.perDay, 1)} a day`)}) the score will be known to about{' '}
      {said(`±${number(outlook.halfWidth, metric === 'ces' ? 2 : 0)}`)}
      {unit} by {longDay(outlook.date)}.
    </p>
  )
}
