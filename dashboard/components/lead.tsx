import type { Report } from '../../worker/contract/report.ts'
import { metricNames } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { Facts, percent } from './facts.tsx'
import { Score } from './score.tsx'
import { CommentsOnly, Verdict } from './verdict.tsx'

/** The score, how sure it is, what changed, and how many were asked. */
export function Lead({ report }: { report: Report }) {
  const { metric, displays } = report
  return (
    <section aria-label={metric === 'none' ? 'Answers' : 'Score'}>
      <p class="soft small row">
        {metricNames[metric]} <Definition report={report} />
      </p>
      {metric === 'none' ? (
        <CommentsOnly />
      ) : (
        <>
          <Score report={report} big />
          <Verdict report={report} />
        </>
      )}
      <Facts
        of={[
          ['shown', displays.shown],
          ['answered there', displays.responses],
          ['response rate', percent(displays.responseRate)],
          ['completed', displays.completed],
        ]}
      />
    </section>
  )
}
