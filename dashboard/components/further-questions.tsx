import type { Question } from '../../worker/contract/question.ts'
import type { Distribution } from '../../worker/contract/report.ts'
import { type Option, optionsOf, pressedAnswer } from '../models/answers.ts'
import type { Filters } from '../models/filters.ts'
import { intervalFormulas, shareMeaning } from '../models/meaning.ts'
import type { Report } from '../models/report.ts'
import { number } from '../models/wording.ts'
import { Definition } from './definition.tsx'
import { useWalk } from './use-walk.ts'

interface Props {
  report: Report
  questions: Question[]
  /** Whether the report is of a segment or a tag: these answers are counted for all together. */
  narrowed: boolean
  filters: Filters
  change: (change: Partial<Filters>) => void
}

/** The answers to a survey's closed questions; of several choices each counts, so shares need not add up to 100. */
export function FurtherQuestions({ report, questions, narrowed, filters, change }: Props) {
  const asked = questions
    .map((question) => ({ question, options: optionsOf(question) }))
    .filter(({ options }) => options.length > 0)
  if (asked.length === 0) return null
  return (
    <section class="further" aria-labelledby="further">
      <div class="row">
        <h2 id="further">Further questions</h2>
        {!narrowed && <span class="small soft hint">an answer filters the comments</span>}
      </div>
      {narrowed ? (
        <p class="soft">Counted for all answers only; remove the filters to see them.</p>
      ) : (
        <div>
          {asked.map(({ question, options }) => (
            <Answers
              key={question.id}
              question={question}
              options={options}
              given={report.questions[question.id]}
              chosen={filters.answers[question.id]}
              choose={(answer) => change(pressedAnswer(filters, question.id, answer))}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface AnswersProps {
  question: Question
  options: Option[]
  given: Report['questions'][string] | undefined
  /** The answer that filters now. */
  chosen: string | undefined
  choose: (answer: string) => void
}

function Answers({ question, options, given, chosen, choose }: AnswersProps) {
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
            <tr key={id} class={chosen === id ? 'chosen' : ''}>
              <th scope="row">
                {n > 0 || chosen === id ? (
                  <button type="button" class="link" aria-pressed={chosen === id} onClick={() => choose(id)}>
                    {text}
                  </button>
                ) : (
                  text
                )}
              </th>
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

const pointsMeaning = (mean: number, n: number, range: string) => ({
  formula: intervalFormulas.ces,
  numbers: `n = ${number(n)}: ${number(mean, 2)}, from ${range}`,
})

/** Of a rating: the mean of its points, and how sure it is. */
function Mean({ given: { mean, interval, caution, answered } }: { given: Distribution }) {
  if (mean === undefined || mean === null) return null
  const range = interval && `${number(interval[0], 2)} to ${number(interval[1], 2)}`
  const meaning = {
    formula: 'Mean = the sum of the points ÷ answers.',
    numbers: `${number(mean * answered)} ÷ ${number(answered)} = ${number(mean, 2)}`,
    note: 'The 95 % interval is a t interval for the mean.',
  }
  return (
    <>
      , mean <Definition meaning={meaning}>{number(mean, 2)}</Definition>
      {range && (
        <>
          {' '}
          <span class="whole">
            (<Definition meaning={pointsMeaning(mean, answered, range)}>{range}</Definition>)
          </span>
        </>
      )}
      {caution && <span class="caution"> {caution}</span>}
    </>
  )
}
