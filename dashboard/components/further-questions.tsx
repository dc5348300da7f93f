import type { Report } from '../../worker/contract/report.ts'
import type { ChoiceQuestion, Question } from '../../worker/contract/survey.ts'
import { number } from '../models/wording.ts'

/** The answers to a survey's choice questions; of several choices each counts, so shares need not add up to 100. */
export function FurtherQuestions({ report, questions }: { report: Report; questions: Question[] }) {
  const asked = questions.filter((question): question is ChoiceQuestion => 'choices' in question)
  if (asked.length === 0) return null
  return (
    <section class="further" aria-label="Further questions">
      {asked.map((question) => {
        const { answered = 0, counts = {} } = report.questions[question.id] ?? {}
        return (
          <table key={question.id} class="plain">
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
      })}
    </section>
  )
}
