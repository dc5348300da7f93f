import { Fragment } from 'preact'
import type { Scored } from '../../worker/contract/report.ts'
import { longDay } from '../models/days.ts'
import type { BucketSize } from '../models/filters.ts'
import type { Report } from '../models/report.ts'
import { type Flag, flagsAt, type Point, stepName } from '../models/trend.ts'
import { type Column, Columns } from './columns.tsx'
import { IntervalFigure } from './interval-figure.tsx'
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

/** Where the days compared with have no such step. */
const nobody: Scored = { n: 0, score: null, interval: null }

interface Props {
  report: Report
  points: readonly Point[]
  flags: readonly Flag[]
  interval: BucketSize
}

/** The trend's numbers for those who read rather than look, with what is marked beside them. */
export function TrendTable({ report, points, flags, interval }: Props) {
  const walk = useWalk()
  const { previous } = report
  const columns = [[heads[interval]] as const, ...scoreColumns, ...(previous ? beforeColumns : [])]
  return (
    <table class="plain" {...walk}>
      <Columns of={columns} />
      <tbody>
        {points.map((point) => (
          <Fragment key={point.start}>
            <tr>
              <th scope="row">{stepName(point.start, interval)}</th>
              <ScoreCells of={point} days={point} />
              <td class="r num">
                <IntervalFigure of={point} days={point} />
              </td>
              {previous && <ScoreCells of={point.before ?? nobody} days={point.before ?? previous} soft />}
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
