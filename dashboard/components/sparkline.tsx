import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { extent } from '../../worker/domain/extent.ts'
import type { Report } from '../models/report.ts'
import { useWidth } from './use-width.ts'

const height = 44

/** The course of a score in a hand's breadth; the survey's page has it with numbers. */
export function Sparkline({ report }: { report: Report }) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const points = report.series.map(({ score }, at) => ({ score, at }))
  const scores = points.flatMap(({ score }) => score ?? [])
  const ends = extent(report.metric, report.scale)
  const least = (ends[1] - ends[0]) / 8
  const [low, high] = [Math.min(...scores), Math.max(...scores)]
  const middle = (low + high) / 2
  const half = Math.max(least, (high - low) / 2)
  const y = scaleLinear([middle - half, middle + half], [height - 5, 5])
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [4, Math.max(4, width - 4)])
  const course = line<(typeof points)[number]>()
    .defined(({ score }) => score !== null)
    .x(({ at }) => x(at))
    .y(({ score }) => y(score ?? 0))
  const last = points.findLast(({ score }) => score !== null)
  return (
    <div class="spark" ref={ref}>
      <svg width={width} height={height} aria-hidden="true">
        {scores.length > 0 && (
          <>
            <path d={course(points) ?? ''} pathLength={1} />
            {last && <circle cx={x(last.at)} cy={y(last.score ?? 0)} r={3.5} />}
          </>
        )}
      </svg>
    </div>
  )
}
