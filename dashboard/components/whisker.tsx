import type { Metric } from '../../worker/contract/category.ts'
import type { Interval } from '../../worker/contract/report.ts'
import { clamped, extent } from '../../worker/domain/extent.ts'
import { number, score as scoreText } from '../models/wording.ts'
import { useWidth } from './use-width.ts'

interface Props {
  metric: Metric
  scale: [number, number] | null
  score: number | null
  interval: Interval | null
  /** Prints the ends of the scale beneath. */
  ends?: boolean
  /** Only this part of the scale, where rows are to be told apart, with a line at the score of all of them. */
  part?: { range: Interval; mark: number | null }
  /** Of few answers: a point that isn't filled. */
  hollow?: boolean
}

/** A score on its whole scale with its 95 % interval: how sure, at a glance. */
export function Whisker({ metric, scale, score, interval, ends = false, part, hollow = false }: Props) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [low, high] = part?.range ?? extent(metric, scale)
  const pad = 7
  const x = (value: number) => pad + ((value - low) / (high - low)) * Math.max(0, width - 2 * pad)
  const range = interval && clamped(interval, [low, high])
  const label =
    score === null
      ? 'No answers yet'
      : `${scoreText(metric, score)}${range ? `, 95 % interval ${scoreText(metric, range[0])} to ${scoreText(metric, range[1])}` : ''}`
  return (
    <div class="whisker" ref={ref}>
      <svg width={width} height={ends ? 34 : 16} role="img" aria-label={label}>
        <line class="rail" x1={pad} x2={width - pad} y1={8} y2={8} />
        {metric === 'nps' && !part && <line class="tick" x1={x(0)} x2={x(0)} y1={3} y2={13} />}
        {part && part.mark !== null && <line class="tick" x1={x(part.mark)} x2={x(part.mark)} y1={-6} y2={22} />}
        {range && <line class="range" x1={x(range[0])} x2={x(range[1])} y1={8} y2={8} />}
        {score !== null && score >= low && score <= high && (
          <circle class={hollow ? 'point few' : 'point'} cx={x(score)} cy={8} r={6} />
        )}
        {ends && (
          <g class="ends">
            <text x={pad} y={30}>
              {number(low)}
            </text>
            {metric === 'nps' && (
              <text x={x(0)} y={30} text-anchor="middle">
                0
              </text>
            )}
            <text x={width - pad} y={30} text-anchor="end">
              {number(high)}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
}
