import type { Question } from '../../worker/contract/question.ts'
import type { Report } from '../../worker/contract/report.ts'
import { number } from '../models/wording.ts'

interface Props {
  report: Report
  questions: Question[]
  /** Whether the report is of a segment: these answers are counted for all together. */
  narrowed: boolean
}

/** One answer that can be counted: as it is stored, and as it is read. */
interface Option {
  id: string
  text: string
}

/** The answers to a survey's closed questions; of several choices each counts, so shares need not add up to 100. */
export function FurtherQuestions({ report, questions, narrowed }: Props) {
  const asked = questions
    .map((question) => ({ question, options: optionsOf(question) }))
    .filter(({ options }) => options.length > 0)
  if (asked.length === 0) return null
  return (
    <section class="further" aria-labelledby="further">
      <h2 id="further">Further questions</h2>
      {narrowed ? (
        <p class="soft">Counted for all answers only; remove the segment filters to see them.</p>
      ) : (
        <div>
          {asked.map(({ question, options }) => (
            <Answers key={question.id} question={question} options={options} given={report.questions[question.id]} />
          ))}
        </div>
      )}
    </section>
  )
}

/** What can be answered, in the order it is offered in; points from low to high. Nothing where answers are words. */
function optionsOf(question: Question): Option[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return question.other ? [...question.choices, { id: 'other', text: question.other }] : question.choices
    case 'rating': {
      const { points, low, high } = question
      const ends: Record<number, string> = { 1: low, [points]: high }
      return Array.from({ length: points }, (_, i) => {
        const end = ends[i + 1]
        return { id: String(i + 1), text: end ? `${i + 1} · ${end}` : String(i + 1) }
      })
    }
    case 'consent':
      return [{ id: 'yes', text: 'Agreed' }]
    case 'metric':
    case 'text':
    case 'statement':
    case 'contact':
      return []
  }
}

interface AnswersProps {
  question: Question
  options: Option[]
  given: Report['questions'][string] | undefined
}

function Answers({ question, options, given }: AnswersProps) {
  const { answered = 0, counts = {} } = given ?? {}
  const shared = question.type !== 'consent'
  return (
    <table class="plain">
      <caption>
        {question.text}{' '}
        <small class="soft num">
          {number(answered)} answered{question.type === 'choices' && ', several choices each'}
          {question.type === 'rating' && answered > 0 && `, mean ${number(meanOf(counts), 2)}`}
        </small>
      </caption>
      <tbody>
        {options.map(({ id, text }) => {
          const n = counts[id] ?? 0
          return (
            <tr key={id}>
              <th scope="row">{text}</th>
              <td class="r num">{number(n)}</td>
              {/* Who did not agree said nothing, so there is nothing to take a share of. */}
              <td class="r num soft">{shared && (answered === 0 ? '–' : `${number((100 * n) / answered)} %`)}</td>
              <td class="share">{shared && <i style={{ width: answered === 0 ? '0' : `${(100 * n) / answered}%` }} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The mean of a rating's points. */
function meanOf(counts: Record<string, number>): number {
  const given = Object.entries(counts)
  const n = given.reduce((sum, [, count]) => sum + count, 0)
  return given.reduce((sum, [point, count]) => sum + Number(point) * count, 0) / n
}
