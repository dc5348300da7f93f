import type { Question } from '../../worker/contract/question.ts'
import { driversQuery, feedQuery } from '../models/filters.ts'
import { Drivers } from './drivers.tsx'
import { Feed } from './feed.tsx'
import { FurtherQuestions } from './further-questions.tsx'
import { Lead } from './lead.tsx'
import { Scores, type ScoresProps } from './scores.tsx'

/** What a survey has brought in: scores, what moves them, further answers, and the words. */
export function Results({ questions, ...props }: ScoresProps & { questions: Question[] }) {
  const { report, filters, change } = props
  const isScored = report.metric !== 'none'
  return (
    <>
      {isScored ? <Scores {...props} /> : <Lead report={report} />}
      {isScored && report.total.n > 0 && (
        <section class="moves" aria-labelledby="moves">
          <div class="row">
            <h2 id="moves">What moves the score</h2>
            <span class="small soft">association, not cause</span>
          </div>
          <Drivers
            survey={report.survey}
            query={driversQuery(filters)}
            choose={(dimension, value) => change({ segments: { ...filters.segments, [dimension]: value }, breakdown: null })}
          />
        </section>
      )}
      <FurtherQuestions report={report} questions={questions} narrowed={Object.keys(filters.segments).length > 0} />
      <section class="feed" aria-labelledby="words">
        <div class="row">
          <h2 id="words" tabIndex={-1}>
            In their words
          </h2>
          <label class="check small soft">
            <input type="checkbox" checked={!filters.commented} onChange={() => change({ commented: !filters.commented })} />
            {isScored ? 'scores without a comment too' : 'answers without a comment too'}
          </label>
        </div>
        <Feed query={feedQuery(filters, report.survey)} />
      </section>
    </>
  )
}
