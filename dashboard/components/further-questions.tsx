import type { Question } from '../../worker/contract/question.ts'
import type { Distribution } from '../../worker/contract/report.ts'
import { shareMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  report: Report
  questions: Question[]
  /** Whether the report is of a segment or a tag: these answers are counted for all together. */
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
        <p class="soft">Counted for all answers only; remove the filters to see them.</p>
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
  const walk = useWalk()
  const { answered = 0, counts = {} } = given ?? {}
  // Who did not agree said nothing, so there is nothing to take a share of.
  const shared = question.type !== 'consent'
  const known = new Set(options.map(({ id }) => id))
  const former = Object.keys(counts).filter((id) => !known.has(id))
  return (
    <table class="plain" {...walk}>
      <caption>
        {question.text}{' '}
        <small class="soft num">
          <Definition meaning={answeredMeaning(answered)}>{number(answered)}</Definition> answered
          {question.type === 'choices' && ', several choices each'}
          {given && <Mean given={given} />}
        </small>
      </caption>
      <tbody>
        {[...options, ...former.map((id) => ({ id, text: `${id} (no longer offered)` }))].map(({ id, text }) => {
          const n = counts[id] ?? 0
          const share = answered === 0 ? 0 : (100 * n) / answered
          return (
            <tr key={id}>
              <th scope="row">{text}</th>
              <td class="r num">
                <Definition meaning={givenMeaning(n, answered)}>{number(n)}</Definition>
              </td>
              <td class="r num soft">
                {shared && (
                  <Definition meaning={shareMeaning('Share', ['who answered so', n], ['who answered the question', answered])}>
                    {answered === 0 ? '–' : `${number(share)} %`}
                  </Definition>
                )}
              </td>
              <td class="share">{shared && <i style={{ width: `${share}%` }} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const answeredMeaning = (answered: number) => ({
  formula: 'Answered = responses that answered this question.',
  numbers: `${number(answered)}. Who wasn’t asked it, or passed it by, isn’t among them.`,
})

const givenMeaning = (n: number, answered: number) => ({
  formula: 'n = responses with this answer.',
  numbers: `${number(n)} of the ${number(answered)} who answered the question.`,
})

/** Of a rating: the mean of its points, and how sure it is. */
function Mean({ given: { mean, interval, caution, answered } }: { given: Distribution }) {
  if (mean === undefined || mean === null) return null
  const meaning = {
    formula: 'Mean = the sum of the points ÷ answers.',
    numbers: `${number(mean * answered)} ÷ ${number(answered)} = ${number(mean, 2)}`,
    note: 'The 95 % interval is a t interval for the mean.',
  }
  return (
    <>
      , mean <Definition meaning={meaning}>{number(mean, 2)}</Definition>
      {interval && ` (${number(interval[0], 2)} to ${number(interval[1], 2)})`}
      {caution && <span class="caution"> {caution}</span>}
    </>
  )
}
