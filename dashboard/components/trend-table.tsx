import type { BucketSize } from '../models/filters.ts'
import type { Report } from '../models/report.ts'
import { type Point, stepName } from '../models/trend.ts'
import { number, rangeText, score as scoreText } from '../models/wording.ts'
import { type Column, Columns } from './columns.tsx'
import { ScoreCells } from './score-cells.tsx'
import { useWalk } from './use-walk.ts'

const heads = { day: 'Day', week: 'Week of', month: 'Month' }
const beforeColumns: readonly Column[] = [
  ['n before', 'r'],
  ['Score before', 'r'],
]

/** The trend's numbers for those who read rather than look. */
export function TrendTable({ report, points, interval }: { report: Report; points: readonly Point[]; interval: BucketSize }) {
  const walk = useWalk()
  const { metric, scale, previous } = report
  const say = (value: number | null | undefined) => (value === null || value === undefined ? '–' : scoreText(metric, value))
  return (
    <table class="plain" {...walk}>
      <Columns of={[[heads[interval]], ['n', 'r'], ['Score', 'r'], ['95 % interval', 'r'], ...(previous ? beforeColumns : [])]} />
      <tbody>
        {points.map((point) => (
          <tr key={point.start}>
            <th scope="row">{stepName(point.start, interval)}</th>
            <ScoreCells of={point} days={point} />
            <td class="r num">{point.interval ? rangeText(metric, scale, point.interval) : '–'}</td>
            {previous && <td class="r num soft">{number(point.before?.n ?? 0)}</td>}
            {previous && <td class="r num soft">{say(point.before?.score)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
