import { Fragment } from 'preact'
import { longDay } from '../models/days.ts'
import type { BucketSize } from '../models/filters.ts'
import type { Report } from '../models/report.ts'
import { type Flag, flagsAt, type Point, stepName } from '../models/trend.ts'
import { number, rangeText, score as scoreText } from '../models/wording.ts'
import { type Column, Columns } from './columns.tsx'
import { ScoreCells } from './score-cells.tsx'
import { useWalk } from './use-walk.ts'

const heads = { day: 'Day', week: 'Week of', month: 'Month' }
const scoreColumns: readonly Column[] = [
  ['n', 'r'],
  ['Score', 'r'],
  ['95 % interval', 'r'],
]
const beforeColumns: readonly Column[] = [
  ['n before', 'r'],
  ['Score before', 'r'],
]

interface Props {
  report: Report
  points: readonly Point[]
  flags: readonly Flag[]
  interval: BucketSize
}

/** The trend's numbers for those who read rather than look, with what is marked beside them. */
export function TrendTable({ report, points, flags, interval }: Props) {
  const walk = useWalk()
  const { metric, scale, previous } = report
  const columns = [[heads[interval]] as const, ...scoreColumns, ...(previous ? beforeColumns : [])]
  const say = (value: number | null | undefined) => (value === null || value === undefined ? '–' : scoreText(metric, value))
  return (
    <table class="plain" {...walk}>
      <Columns of={columns} />
      <tbody>
        {points.map((point) => (
          <Fragment key={point.start}>
            <tr>
              <th scope="row">{stepName(point.start, interval)}</th>
              <ScoreCells of={point} days={point} />
              <td class="r num">{point.interval ? rangeText(metric, scale, point.interval) : '–'}</td>
              {previous && <td class="r num soft">{number(point.before?.n ?? 0)}</td>}
              {previous && <td class="r num soft">{say(point.before?.score)}</td>}
            </tr>
            {flagsAt(flags, point.at).map(({ day, text }, i) => (
              // A row of its own: as a column it would take the numbers' room.
              <tr key={i} class="flag-row">
                <td colSpan={columns.length}>
                  <bdi class="flag-text">{text}</bdi> <span class="soft num">{longDay(day)}</span>
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
