import type { Report } from '../../worker/contract/report.ts'
import type { ChoiceQuestion, Question } from '../../worker/contract/survey.ts'
import { number } from '../models/wording.ts'

interface Props {
  report: Report
  questions: Question[]
  /** Whether the report is of a segment: these answers are counted for all together. */
  narrowed: boolean
}

/** The answers to a survey's choice questions; of several choices each counts, so shares need not add up to 100. */
export function FurtherQuestions({ report, questions, narrowed }: Props) {
  const asked = questions.filter((question): question is ChoiceQuestion => 'choices' in question)
  if (asked.length === 0) return null
  return (
    <section class="further" aria-labelledby="further">
      <h2 id="further">Further questions</h2>
      {narrowed ? (
        <p class="soft">Counted for all answers only; remove the segment filters to see them.</p>
      ) : (
        <div>
          {asked.map((question) => (
            <Choices key={question.id} question={question} given={report.questions[question.id]} />
          ))}
        </div>
      )}
    </section>
  )
}

function Choices({ question, given }: { question: ChoiceQuestion; given: Report['questions'][string] | undefined }) {
  const { answered = 0, counts = {} } = given ?? {}
  return (
    <table class="plain">
      <caption>
        {question.text}{' '}
        <small class="soft num">
          {number(answered)} answered{question.type === 'choices' && ', several choices each'}
        </small>
      </caption>
      <tbody>
        {question.choices.map((choice) => {
          const n = counts[choice.id] ?? 0
          return (
            <tr key={choice.id}>
              <th scope="row">{choice.text}</th>
              <td class="r num">{number(n)}</td>
              <td class="r num soft">{answered === 0 ? '–' : `${number((100 * n) / answered)} %`}</td>
              <td class="share">
                <i style={{ width: answered === 0 ? '0' : `${(100 * n) / answered}%` }} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
