import type { Overview } from '../../worker/contract/report.ts'
import { asked } from '../models/asked.ts'
import { countMeaning, scopeOf } from '../models/meaning.ts'
import { fewAnswers, metricNames, number } from '../models/wording.ts'
import { Facts } from './facts.tsx'
import { ScopeContext } from './scope.ts'
import { Score } from './score.tsx'
import { Sparkline } from './sparkline.tsx'
import { CommentsOnly, OutlookNote, Verdict } from './verdict.tsx'

/** One survey at a glance; the whole tile leads to its page. */
export function Tile({ tile, query }: { tile: Overview['tiles'][number]; query: string }) {
  const { survey, report } = tile
  const { total, metric } = report
  const { shown, answered, rate } = asked(report)
  return (
    <ScopeContext.Provider value={scopeOf(report)}>
      <article class="tile">
        <header>
          <h2>
            <a href={`/surveys/${survey.id}${query}`}>{survey.name}</a>
          </h2>
          <span class={`badge ${survey.state}`}>{survey.state}</span>
        </header>
        <p class="small soft">{metricNames[metric]}</p>
        {metric === 'none' ? (
          <CommentsOnly />
        ) : (
          <>
            <Score report={report}>
              <Sparkline report={report} />
            </Score>
            {report.outlook && total.n < fewAnswers ? <OutlookNote report={report} /> : <Verdict report={report} brief />}
          </>
        )}
        <Facts
          of={[
            metric === 'none' ? answered : { name: 'scores', value: number(total.n), meaning: countMeaning(total.n) },
            rate,
            shown,
          ]}
        />
      </article>
    </ScopeContext.Provider>
  )
}
