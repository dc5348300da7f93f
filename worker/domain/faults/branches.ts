import type { Branch, Question } from '../../contract/question.ts'
import type { Definition } from '../../contract/survey.ts'
import { categoriesOf, scaleOf } from '../category.ts'
import type { Fault } from './fault.ts'

/** Branches lead forward, to questions that are there, and ask only for what can be known by then. */
export function branchFaults(definition: Definition): Fault[] {
  return definition.questions.flatMap((question, at) =>
    (question.branches ?? []).flatMap((branch, i) =>
      [
        ...leadFaults(branch, definition, at),
        ...scoreFaults(branch, definition, at),
        ...answerFaults(branch, definition, at),
      ].map(({ pointer, detail }) => ({ pointer: `/questions/${at}/branches/${i}${pointer}`, detail })),
    ),
  )
}

function leadFaults({ to }: Branch, { questions }: Definition, at: number): Fault[] {
  if (to === 'next' || to === 'end') return []
  return questions.slice(at + 1).some(({ id }) => id === to) ? [] : [{ pointer: '/to', detail: 'next, end, or a later question' }]
}

function scoreFaults({ score, category }: Branch, { metric, points, questions }: Definition, at: number): Fault[] {
  const asked = questions.slice(0, at + 1).some(({ type }) => type === 'metric')
  const late = 'the score is not known yet'
  const faults: Fault[] = []
  if (score) {
    const [from, to] = scaleOf(metric, points) ?? [0, -1]
    const [least, most] = score
    const fits = from <= least && least <= most && most <= to
    if (!asked || !fits) faults.push({ pointer: '/score', detail: fits ? late : `lowest and highest, from ${from} to ${to}` })
  }
  if (category) {
    const strange = category.filter((one) => !categoriesOf(metric).includes(one))
    if (strange.length > 0) faults.push({ pointer: '/category', detail: `${metric} has no ${strange.join(', ')}` })
    else if (!asked) faults.push({ pointer: '/category', detail: late })
  }
  return faults
}

function answerFaults({ question: id, answer }: Branch, definition: Definition, at: number): Fault[] {
  const known = definition.questions.slice(0, at + 1)
  const question = id === undefined ? known.at(-1) : known.find((one) => one.id === id)
  if (!question) return [{ pointer: '/question', detail: 'this question, or one before it' }]
  if (!answer) return id === undefined ? [] : [{ pointer: '/question', detail: 'looked at for an `answer`, which is not named' }]
  const possible = answersOf(question, definition)
  const strange = answer.filter((one) => !possible.includes(one))
  return strange.length > 0 ? [{ pointer: '/answer', detail: `${question.id} has no answer ${strange.join(', ')}` }] : []
}

/** The answers one can tell beforehand, as a branch names them. */
function answersOf(question: Question, { metric, points }: Definition): string[] {
  switch (question.type) {
    case 'metric':
      return numbers(scaleOf(metric, points) ?? [0, -1])
    case 'rating':
      return numbers([1, question.points])
    case 'choice':
    case 'choices':
      return [...question.choices.map(({ id }) => id), ...(question.other ? ['other'] : [])]
    case 'consent':
      return ['yes']
    case 'text':
    case 'statement':
    case 'contact':
      return []
  }
}

function numbers([from, to]: [number, number]): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}
