import type { Question } from '../contract/question.ts'
import type { Distribution } from '../contract/report.ts'
import { type Histogram, meanOf } from './metrics.ts'

export interface AnswerCount {
  question: string
  answer: string
  n: number
}

type Closed = Extract<Question, { type: Distribution['type'] }>

/**
 * How often each answer to each closed question was given. `lists` are the questions of every version, the oldest first:
 * an answer that is offered no longer still counts, one that nobody gave counts 0.
 */
export function distributions(lists: readonly Question[][], rows: readonly AnswerCount[]): Record<string, Distribution> {
  const given = Map.groupBy(rows, (row) => row.question)
  const asked = Map.groupBy(lists.flat().filter(isClosed), (question) => question.id)
  return Object.fromEntries(
    [...asked].map(([id, versions]) => [
      id,
      distribution(versions, new Map((given.get(id) ?? []).map((row) => [row.answer, row.n]))),
    ]),
  )
}

function distribution(versions: readonly Closed[], given: ReadonlyMap<string, number>): Distribution {
  const type = versions.at(-1)?.type ?? 'choice'
  const offered = new Set([...versions.toReversed().flatMap(optionsOf), ...given.keys()])
  // Of several choices, the cell '' says how many answered; otherwise the answers add up to it.
  offered.delete('')
  const counts = Object.fromEntries([...offered].map((answer) => [answer, given.get(answer) ?? 0]))
  const answered = given.get('') ?? Object.values(counts).reduce((sum, n) => sum + n, 0)
  return { type, answered, counts, ...(type === 'rating' && meanOf(pointsOf(versions), histogramOf(given))) }
}

/** What can be answered, in the order it is offered in. */
function optionsOf(question: Closed): string[] {
  if (question.type === 'consent') return ['yes']
  if (question.type === 'rating') return Array.from({ length: question.points }, (_, i) => String(i + 1))
  const ids = question.choices.map(({ id }) => id)
  return question.other === undefined ? ids : [...ids, 'other']
}

/** The longest scale it was ever asked on. */
const pointsOf = (versions: readonly Closed[]) => Math.max(...versions.map((one) => (one.type === 'rating' ? one.points : 1)))

const histogramOf = (given: ReadonlyMap<string, number>): Histogram => new Map([...given].map(([point, n]) => [Number(point), n]))

/** Whether its answers are chosen, not typed: they can be counted, and asked for. */
export function isClosed(question: Question): question is Closed {
  return question.type === 'rating' || question.type === 'choice' || question.type === 'choices' || question.type === 'consent'
}
