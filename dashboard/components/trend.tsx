import { extent as extentOf } from 'd3-array'
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useState } from 'preact/hooks'
import type { Report } from '../../worker/contract/report.ts'
import { longDay, shortDay } from '../models/days.ts'
import type { BucketSize } from '../models/filters.ts'
import { clamped, extent, fewAnswers, number, score as scoreText } from '../models/wording.ts'
import { useWidth } from './use-width.ts'

const height = 250
const margin = { top: 14, right: 14, bottom: 62, left: 44 }
const barsHeight = 34

type Bucket = Report['series'][number] & { at: number }

/**
 * The score over time with its interval and the answers behind it. Buckets without answers are gaps,
 * never zero; buckets with few are hollow.
 */
export function Trend({ report, interval }: { report: Report; interval: BucketSize }) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [hovered, setHovered] = useState<number | null>(null)
  const buckets = report.series.map((bucket, at) => ({ ...bucket, at }))
  const inner = Math.max(0, width - margin.left - margin.right)
  const step = inner / Math.max(1, buckets.length)
  const x = (at: number) => margin.left + step * (at + 0.5)
  const y = scaleLinear(valueRange(report, buckets), [height - margin.bottom, margin.top]).nice(4)
  const answered = buckets.filter((bucket) => bucket.score !== null)
  const shown = hovered === null ? undefined : buckets[hovered]
  const hover = (event: { clientX: number; currentTarget: Element }) => {
    const at = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - margin.left) / step)
    setHovered(at >= 0 && at < buckets.length ? at : null)
  }
  return (
    <figure class="trend">
      <p class="readout small num" aria-hidden="true">
        {shown ? <Readout report={report} bucket={shown} interval={interval} /> : <Legend report={report} />}
      </p>
      <div ref={ref}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={`Trend by ${interval}: ${answered.length} of ${buckets.length} ${interval}s have answers. The table below has the numbers.`}
          onPointerMove={hover}
          onPointerLeave={() => setHovered(null)}
        >
          <Grid ticks={y.ticks(4)} y={y} width={width} />
          {width > 0 && <Band buckets={buckets} x={x} y={y} report={report} />}
          <Previous report={report} y={y} width={width} />
          {width > 0 && <Course buckets={buckets} x={x} y={y} hovered={hovered} />}
          <Bars buckets={buckets} x={x} step={step} />
          <Dates buckets={buckets} x={x} width={inner} interval={interval} />
        </svg>
      </div>
      <details class="twin">
        <summary>Show as a table</summary>
        <Table report={report} buckets={buckets} interval={interval} />
      </details>
    </figure>
  )
}

type Scale = ReturnType<typeof scaleLinear<number, number>>

/** What is drawn of the scale: the intervals with some air, within what the score can be. */
function valueRange(report: Report, buckets: Bucket[]): [number, number] {
  const ends = extent(report.metric, report.scale)
  const values = buckets.flatMap((bucket) =>
    bucket.interval && bucket.n >= 5 ? clamped(bucket.interval, ends) : (bucket.score ?? []),
  )
  const [low, high] = extentOf(
    [...values, (report.previous?.n ?? 0) >= fewAnswers ? (report.previous?.score ?? undefined) : undefined].filter(
      (value) => value !== undefined,
    ),
  )
  if (low === undefined || high === undefined) return ends
  const air = (ends[1] - ends[0]) / 20
  return clamped([low - air, high + air], ends)
}

function Grid({ ticks, y, width }: { ticks: number[]; y: Scale; width: number }) {
  return (
    <g class="grid">
      {ticks.map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'zero' : ''} x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 10} y={y(tick) + 4} text-anchor="end">
            {number(tick, Number.isInteger(tick) ? 0 : 1)}
          </text>
        </g>
      ))}
    </g>
  )
}

function Band({ buckets, x, y, report }: { buckets: Bucket[]; x: (at: number) => number; y: Scale; report: Report }) {
  const ends = extent(report.metric, report.scale)
  const clip = (value: number) => y(Math.min(Math.max(value, y.domain()[0] ?? value), y.domain()[1] ?? value))
  const shape = area<Bucket>()
    .defined((bucket) => bucket.interval !== null)
    .x((bucket) => x(bucket.at))
    .y0((bucket) => clip(clamped(bucket.interval ?? ends, ends)[0]))
    .y1((bucket) => clip(clamped(bucket.interval ?? ends, ends)[1]))
  return <path class="band" d={shape(buckets) ?? ''} />
}

function Previous({ report, y, width }: { report: Report; y: Scale; width: number }) {
  const score = report.previous?.score
  if (score === null || score === undefined || (report.previous?.n ?? 0) < fewAnswers) return null
  return <line class="previous" x1={margin.left} x2={width - margin.right} y1={y(score)} y2={y(score)} />
}

function Course({ buckets, x, y, hovered }: { buckets: Bucket[]; x: (at: number) => number; y: Scale; hovered: number | null }) {
  const course = line<Bucket>()
    .defined((bucket) => bucket.score !== null)
    .x((bucket) => x(bucket.at))
    .y((bucket) => y(bucket.score ?? 0))
  return (
    <g class="course">
      {hovered !== null && <line class="guide" x1={x(hovered)} x2={x(hovered)} y1={margin.top} y2={height - 22} />}
      <path d={course(buckets) ?? ''} pathLength={1} />
      {buckets.map(
        (bucket) =>
          bucket.score !== null && (
            <circle
              key={bucket.start}
              class={bucket.n < fewAnswers ? 'few' : ''}
              cx={x(bucket.at)}
              cy={y(bucket.score)}
              r={bucket.at === hovered ? 5.5 : buckets.length > 60 ? 2.5 : 4}
            />
          ),
      )}
    </g>
  )
}

function Bars({ buckets, x, step }: { buckets: Bucket[]; x: (at: number) => number; step: number }) {
  const most = Math.max(1, ...buckets.map(({ n }) => n))
  const width = Math.max(1, Math.min(22, step * 0.62))
  return (
    <g class="answers">
      {buckets.map(({ start, at, n }) => {
        const tall = n === 0 ? 0 : Math.max(2, (n / most) * barsHeight)
        return (
          <rect
            key={start}
            x={x(at) - width / 2}
            y={height - 24 - tall}
            width={width}
            height={tall}
            rx={Math.min(2, width / 3)}
          />
        )
      })}
    </g>
  )
}

function Dates({
  buckets,
  x,
  width,
  interval,
}: {
  buckets: Bucket[]
  x: (at: number) => number
  width: number
  interval: BucketSize
}) {
  const every = Math.max(1, Math.ceil(buckets.length / Math.max(1, Math.floor(width / 92))))
  return (
    <g class="dates">
      {buckets.map(
        ({ start, at }) =>
          at % every === 0 && (
            <text key={start} x={x(at)} y={height - 5} text-anchor="middle">
              {bucketName(start, interval)}
            </text>
          ),
      )}
    </g>
  )
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' })
const bucketName = (start: string, interval: BucketSize) =>
  interval === 'month' ? month.format(Date.parse(start)) : shortDay(start)

function Readout({ report, bucket, interval }: { report: Report; bucket: Bucket; interval: BucketSize }) {
  const range = bucket.interval && clamped(bucket.interval, extent(report.metric, report.scale))
  return (
    <>
      <b>
        {interval === 'week'
          ? `Week of ${shortDay(bucket.start)}`
          : interval === 'month'
            ? bucketName(bucket.start, interval)
            : longDay(bucket.start)}
      </b>
      {bucket.score === null ? (
        ' no answers'
      ) : (
        <>
          {' '}
          {scoreText(report.metric, bucket.score)}
          <span class="soft">
            {range && ` (${scoreText(report.metric, range[0])} to ${scoreText(report.metric, range[1])})`} · n {number(bucket.n)}
            {bucket.n < fewAnswers && ' · few answers'}
          </span>
        </>
      )}
    </>
  )
}

function Legend({ report }: { report: Report }) {
  return (
    <span class="legend soft">
      <span class="key-band">95 % interval</span>
      <span class="key-few">under {fewAnswers} answers</span>
      {(report.previous?.n ?? 0) >= fewAnswers && <span class="key-previous">the days compared with</span>}
      <span class="key-bars">answers</span>
    </span>
  )
}

function Table({ report, buckets, interval }: { report: Report; buckets: Bucket[]; interval: BucketSize }) {
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{interval === 'week' ? 'Week of' : interval === 'month' ? 'Month' : 'Day'}</th>
          <th scope="col" class="r">
            n
          </th>
          <th scope="col" class="r">
            Score
          </th>
          <th scope="col" class="r">
            95 % interval
          </th>
        </tr>
      </thead>
      <tbody>
        {buckets.map((bucket) => {
          const range = bucket.interval && clamped(bucket.interval, extent(report.metric, report.scale))
          return (
            <tr key={bucket.start}>
              <th scope="row">{bucketName(bucket.start, interval)}</th>
              <td class="r num">{number(bucket.n)}</td>
              <td class="r num">{bucket.score === null ? '–' : scoreText(report.metric, bucket.score)}</td>
              <td class="r num">
                {range ? `${scoreText(report.metric, range[0])} to ${scoreText(report.metric, range[1])}` : '–'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
