import type { Survey } from '../../worker/contract/survey.ts'
import { aboutOf, chosenRow, driversQuery } from '../models/filters.ts'
import { FurtherQuestions } from './further-questions.tsx'
import { Lead } from './lead.tsx'
import { Moves } from './moves.tsx'
import { ProductsPanel } from './products-panel.tsx'
import { ReordersPanel } from './reorders-panel.tsx'
import { Scores, type ScoresProps } from './scores.tsx'
import { Talk } from './talk.tsx'
import { ValuePanel } from './value-panel.tsx'
import { Words } from './words.tsx'

/** What a survey has brought in: scores, what moves them, further answers, and the words. */
export function Results({ survey, turn, ...props }: Omit<ScoresProps, 'words'> & { survey: Survey; turn: number }) {
  const { report, filters, change } = props
  const isScored = report.metric !== 'none'
  return (
    <>
      {isScored ? <Scores {...props} words /> : <Lead report={report} />}
      {isScored && filters.tag && (
        <p class="notice small beneath">
          What moves the score, and what orders and products say, is reckoned for all answers, not for those with a tag.
        </p>
      )}
      {isScored && !filters.tag && report.total.n > 0 && (
        <>
          <Moves
            path={`/api/v1/surveys/${encodeURIComponent(survey.id)}/drivers?${driversQuery(filters)}`}
            turn={turn}
            choose={(dimension, value) => change(chosenRow(filters, dimension, value))}
          />
          {/* Orders are read one by one, not counted: too dear to be read again with every answer. */}
          <ValuePanel survey={survey.id} query={driversQuery(filters)} />
          <ReordersPanel survey={survey.id} query={driversQuery(filters)} />
          <ProductsPanel survey={survey.id} report={report} filters={filters} change={change} />
        </>
      )}
      <FurtherQuestions
        {...{ report, filters, change }}
        questions={survey.questions}
        narrowed={Object.keys(aboutOf(filters)).length > 0}
      />
      <Talk survey={survey.id} isScored={isScored} filters={filters} change={change} />
      <Words {...{ survey, isScored, filters, turn, change }} />
    </>
  )
}
