import type { Overview } from '../../worker/contract/report.ts'
import { clamped, extent, metricNames, number, score as scoreText } from '../models/wording.ts'
import { Sparkline } from './sparkline.tsx'
import { OutlookNote, Verdict } from './verdict.tsx'
import { Whisker } from './whisker.tsx'

/** One survey at a glance; the whole tile leads to its page. */
export function Tile({ tile, query }: { tile: Overview['tiles'][number]; query: string }) {
  const { survey, report } = tile
  const { total, displays, metric, scale } = report
  const range = total.interval && clamped(total.interval, extent(metric, scale))
  return (
    <article class="tile">
      <header>
        <h2>
          <a href={`/surveys/${survey.id}${query}`}>{survey.name}</a>
        </h2>
        <span class={`badge ${survey.state}`}>{survey.state}</span>
      </header>
      <p class="small soft">{metricNames[metric]}</p>
      <div class="tile-score">
        <p class="score num">
          {total.score === null ? <span class="soft">–</span> : scoreText(metric, total.score).replace(' %', '')}
          {total.score !== null && <small>{metric === 'csat' ? ' %' : metric === 'ces' && scale ? ` of ${scale[1]}` : ''}</small>}
        </p>
        <Sparkline report={report} />
      </div>
      <Whisker metric={metric} scale={scale} score={total.score} interval={total.interval} />
      <p class="small soft num">
        {range
          ? `95 % interval ${scoreText(metric, range[0])} to ${scoreText(metric, range[1])}`
          : total.n === 1
            ? 'One answer has no interval'
            : 'No answers in these days'}
      </p>
      {report.outlook && total.n < 30 ? <OutlookNote report={report} /> : <Verdict report={report} brief />}
      <dl class="facts num">
        <div>
          <dt>answers</dt>
          <dd>{number(total.n)}</dd>
        </div>
        <div>
          <dt>response rate</dt>
          <dd>{displays.responseRate === null ? '–' : `${number(100 * displays.responseRate, 1)} %`}</dd>
        </div>
        <div>
          <dt>shown</dt>
          <dd>{number(displays.shown)}</dd>
        </div>
      </dl>
    </article>
  )
}
