import type { Report } from '../../worker/contract/report.ts'
import { clamped, extent, metricNames, number, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { Verdict } from './verdict.tsx'
import { Whisker } from './whisker.tsx'

/** The score, how sure it is, what changed, and how many were asked. */
export function Lead({ report }: { report: Report }) {
  const { metric, scale, total, displays } = report
  const range = total.interval && clamped(total.interval, extent(metric, scale))
  return (
    <section aria-label="Score">
      <p class="soft small row">
        {metricNames[metric]} <Definition report={report} />
      </p>
      <p class="score big num">
        {total.score === null ? <span class="soft">–</span> : scoreText(metric, total.score).replace(' %', '')}
        <small>
          {total.score !== null && metric === 'csat' && '% '}
          {total.score !== null && metric === 'ces' && scale && `of ${scale[1]} `}n {number(total.n)}
        </small>
      </p>
      <Whisker metric={metric} scale={scale} score={total.score} interval={total.interval} ends />
      <p class="small soft num">
        {range && `95 % interval ${scoreText(metric, range[0])} to ${scoreText(metric, range[1])}`}
        {metric === 'csat' && total.mean !== null && ` · mean ${number(total.mean, 2)} of ${scale?.[1]}`}
        {metric === 'ces' && total.agree !== null && total.agree !== undefined && ` · ${number(total.agree, 1)} % agree`}
      </p>
      <Verdict report={report} />
      <dl class="facts num">
        <div>
          <dt>shown</dt>
          <dd>{number(displays.shown)}</dd>
        </div>
        <div>
          <dt>answered there</dt>
          <dd>{number(displays.responses)}</dd>
        </div>
        <div>
          <dt>response rate</dt>
          <dd>{displays.responseRate === null ? '–' : `${number(100 * displays.responseRate, 1)} %`}</dd>
        </div>
        <div>
          <dt>completed</dt>
          <dd>{number(displays.completed)}</dd>
        </div>
      </dl>
    </section>
  )
}
