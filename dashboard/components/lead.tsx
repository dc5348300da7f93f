import { asked } from '../models/asked.ts'
import { totalMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { metricNames } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { Facts } from './facts.tsx'
import { Origins } from './origins.tsx'
import { useScope } from './scope.ts'
import { Score } from './score.tsx'
import { CommentsOnly, Verdict } from './verdict.tsx'
import { Verified } from './verified.tsx'

/** The score, how sure it is, what changed, whose answers it holds, and how many were asked; the last not by tag. */
export function Lead({ report }: { report: Report }) {
  const { metric, total } = report
  const scope = useScope()
  const { shown, answered, rate, more } = asked(report)
  return (
    <section aria-label={metric === 'none' ? 'Answers' : 'Score'}>
      <p class="soft small row">
        {metricNames[metric]}
        {metric !== 'none' && (
          <Definition meaning={totalMeaning(scope, total)} label="How this is computed">
            ?
          </Definition>
        )}
      </p>
      {metric === 'none' ? (
        <CommentsOnly />
      ) : (
        <>
          <Score report={report} big />
          <Verdict report={report} />
          {report.verified && <Verified report={report} of={report.verified} />}
          {!report.tag && <Origins report={report} />}
        </>
      )}
      {report.tag ? (
        <p class="small soft beneath">Who was asked can’t be told by tag.</p>
      ) : (
        <Facts of={[shown, answered, rate, ...more]} />
      )}
    </section>
  )
}
