import type { Scored } from '../../worker/contract/report.ts'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { IntervalFigure } from './interval-figure.tsx'
import { useScope } from './scope.ts'

/** The score of those whose order the shop has signed, beside that of all. */
export function Verified({ report, of }: { report: Pick<Report, 'metric'>; of: Scored }) {
  const scope = useScope()
  return (
    <p class="small num beneath">
      Verified orders{' '}
      <Definition meaning={scoreMeaning(scope, of)}>{of.score === null ? '–' : scoreText(report.metric, of.score)}</Definition>{' '}
      <span class="soft">
        {of.interval && (
          <span class="whole">
            (<IntervalFigure of={of} />)
          </span>
        )}{' '}
        <Definition meaning={countMeaning(of.n)}>n {number(of.n)}</Definition>
      </span>
    </p>
  )
}
