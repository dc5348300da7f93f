import type { BucketSize } from '../models/filters.ts'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { type Point, stepName } from '../models/trend.ts'
import { number, rangeText, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useScope } from './scope.ts'
import { useWalk } from './use-walk.ts'

const heads = { day: 'Day', week: 'Week of', month: 'Month' }

/** The trend's numbers for those who read rather than look. */
export function TrendTable({ report, points, interval }: { report: Report; points: readonly Point[]; interval: BucketSize }) {
  const scope = useScope()
  const walk = useWalk()
  const { metric, scale, previous } = report
  const say = (value: number | null | undefined) => (value === null || value === undefined ? '–' : scoreText(metric, value))
  return (
    <table class="plain" {...walk}>
      <thead>
        <tr>
          <th scope="col">{heads[interval]}</th>
          {['n', 'Score', '95 % interval', ...(previous ? ['n before', 'Score before'] : [])].map((name) => (
            <th key={name} scope="col" class="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.start}>
            <th scope="row">{stepName(point.start, interval)}</th>
            <td class="r num">
              <Definition meaning={countMeaning(point.n)} days={point}>
                {number(point.n)}
              </Definition>
            </td>
            <td class="r num">
              <Definition meaning={scoreMeaning(scope, point)} days={point}>
                {say(point.score)}
              </Definition>
            </td>
            <td class="r num">{point.interval ? rangeText(metric, scale, point.interval) : '–'}</td>
            {previous && <td class="r num soft">{number(point.before?.n ?? 0)}</td>}
            {previous && <td class="r num soft">{say(point.before?.score)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
