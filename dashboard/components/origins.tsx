import { Fragment } from 'preact'
import { countMeaning, scoreMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { sourcesOf } from '../models/sources.ts'
import { number, score as scoreText } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { IntervalFigure } from './interval-figure.tsx'
import { useScope } from './scope.ts'

/** Whose answers a score holds, where they aren't all of one kind: crowds that seldom answer alike are never pooled in silence. */
export function Origins({ report }: { report: Pick<Report, 'sources' | 'pooled' | 'metric'> }) {
  const scope = useScope()
  const { metric, pooled } = report
  const given = sourcesOf(report.sources)
  if (given.length < 2 && !pooled) return null
  const crowds =
    pooled &&
    ([
      ['asked by the shop', pooled.asked],
      ['imported', pooled.imported],
    ] as const)
  return (
    <div class="notice small origins">
      <p class="num">
        One score of answers from{' '}
        {given.map(([name, n], i) => (
          <Fragment key={name}>
            {i > 0 && ', '}
            {name}{' '}
            <span class="whole">
              (<Definition meaning={cameMeaning(name, n)}>{number(n)}</Definition>)
            </span>
          </Fragment>
        ))}
        .
      </p>
      {crowds && (
        <ul class="num">
          {crowds.map(([name, scored]) => (
            <li key={name}>
              {name}{' '}
              <Definition meaning={scoreMeaning(scope, scored)}>
                {scored.score === null ? '–' : scoreText(metric, scored.score)}
              </Definition>{' '}
              <span class="soft">
                {scored.interval && (
                  <span class="whole">
                    (<IntervalFigure of={scored} />)
                  </span>
                )}{' '}
                <Definition meaning={countMeaning(scored.n)}>n {number(scored.n)}</Definition>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const cameMeaning = (name: string, n: number) => ({
  formula: `n = responses with a score that came by ${name}.`,
  numbers: `${number(n)}.`,
})
