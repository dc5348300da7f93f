import type { BucketSize } from '../models/filters.ts'
import { type Point, stepName } from '../models/trend.ts'
import { fewAnswers, number } from '../models/wording.ts'
import { bars, type Frame, height, margin } from './trend-frame.ts'

export function TrendGrid({ frame: { ticks, y, width } }: { frame: Frame }) {
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

/** How many answers stand behind each step; hollow where they are few. */
export function TrendAnswers({ frame: { x, step }, points }: { frame: Frame; points: readonly Point[] }) {
  const most = Math.max(1, ...points.map(({ n }) => n))
  const wide = Math.max(1, Math.min(22, step * 0.62))
  const isThin = wide < 4
  return (
    <g class="answers">
      {points
        .filter(({ n }) => n > 0)
        .map(({ start, at, n }) => {
          const tall = Math.max(3, (n / most) * bars.tall)
          const hollow = n < fewAnswers && !isThin
          const inset = hollow ? 0.75 : 0
          return (
            <rect
              key={start}
              class={n < fewAnswers ? (isThin ? 'few thin' : 'few') : ''}
              x={x(at) - wide / 2 + inset}
              y={bars.foot - tall + inset}
              width={wide - 2 * inset}
              height={tall - 2 * inset}
              rx={Math.min(2, wide / 3)}
            />
          )
        })}
    </g>
  )
}

export function TrendDates({ frame, points, interval }: { frame: Frame; points: readonly Point[]; interval: BucketSize }) {
  const { x, width, count } = frame
  const room = Math.max(1, Math.floor((width - margin.left - margin.right) / 88))
  const every = Math.max(1, Math.ceil(count / room))
  return (
    <g class="dates">
      {points
        .filter(({ at }) => at % every === 0)
        .map(({ start, at }) => (
          <text key={start} x={x(at)} y={height - 6} text-anchor="middle">
            {stepName(start, interval)}
          </text>
        ))}
    </g>
  )
}
