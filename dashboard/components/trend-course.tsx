import { area, line } from 'd3-shape'
import { clamped, extent } from '../../worker/domain/extent.ts'
import type { Report } from '../models/report.ts'
import type { Point } from '../models/trend.ts'
import { fewAnswers, number } from '../models/wording.ts'
import { bars, type Frame, margin } from './trend-frame.ts'

interface Props {
  frame: Frame
  points: readonly Point[]
}

/** The 95 % intervals, from step to step; a step alone between gaps has a bar of its own. */
export function TrendBand({ frame, points, report }: Props & { report: Report }) {
  const { x, y, domain } = frame
  const ends = extent(report.metric, report.scale)
  const [low, high] = [0, 1].map((end) => (point: Point) => y(clamped(clamped(point.interval ?? ends, ends), domain)[end] ?? 0))
  if (!low || !high) return null
  const shape = area<Point>()
    .defined(({ interval }) => interval !== null)
    .x(({ at }) => x(at))
    .y0(low)
    .y1(high)
  const alone = points.filter(({ at, interval }) => interval && !points[at - 1]?.interval && !points[at + 1]?.interval)
  return (
    <g class="band">
      <path d={shape([...points]) ?? ''} />
      {alone.map((point) => (
        <line key={point.start} x1={x(point.at)} x2={x(point.at)} y1={low(point)} y2={high(point)} />
      ))}
    </g>
  )
}

/** The days compared with, step beside step. */
export function TrendBefore({ frame: { x, y }, points }: Props) {
  const course = line<Point>()
    .defined(({ before }) => before !== undefined && before.score !== null)
    .x(({ at }) => x(at))
    .y(({ before }) => y(before?.score ?? 0))
  return <path class="before" d={course([...points]) ?? ''} />
}

export function TrendGoal({ frame: { y, width }, goal }: { frame: Frame; goal: number | null }) {
  if (goal === null) return null
  return (
    <g class="goal">
      <line x1={margin.left} x2={width - margin.right} y1={y(goal)} y2={y(goal)} />
      <text x={width - margin.right} y={y(goal) - 6} text-anchor="end">
        goal {number(goal, Number.isInteger(goal) ? 0 : 1)}
      </text>
    </g>
  )
}

/** The score, with a hole where nobody answered. */
export function TrendCourse({ frame: { x, y, count }, points, chosen }: Props & { chosen: number | null }) {
  const course = line<Point>()
    .defined(({ score }) => score !== null)
    .x(({ at }) => x(at))
    .y(({ score }) => y(score ?? 0))
  const size = count > 60 ? 2.5 : 4
  return (
    <g class="course">
      {chosen !== null && <line class="guide" x1={x(chosen)} x2={x(chosen)} y1={margin.top} y2={bars.foot} />}
      <path d={course([...points]) ?? ''} pathLength={1} />
      {points.map(
        ({ start, at, n, score }) =>
          score !== null && (
            <circle
              key={start}
              class={n < fewAnswers ? 'few' : ''}
              cx={x(at)}
              cy={y(score)}
              r={at === chosen ? size + 1.5 : size}
            />
          ),
      )}
    </g>
  )
}
