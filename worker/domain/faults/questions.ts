import type { Metric } from '../../contract/category.ts'
import type { Question } from '../../contract/question.ts'
import type { Definition } from '../../contract/survey.ts'
import { categoriesOf } from '../category.ts'
import type { Fault } from './fault.ts'

/** Wording only for categories there are, something to choose between, and one question for each way to reach somebody. */
export function questionFaults({ metric, questions }: Definition): Fault[] {
  return questions.flatMap((question, i) =>
    [
      ...('textBy' in question ? categoryFaults(question.textBy, metric, '/textBy') : []),
      ...choiceFaults(question),
      ...contactFaults(question, questions.slice(0, i)),
    ].map(({ pointer, detail }) => ({ pointer: `/questions/${i}${pointer}`, detail })),
  )
}

/** Of what is said by category: the categories this metric doesn't have. */
export function categoryFaults(by: object | undefined, metric: Metric, pointer: string): Fault[] {
  return Object.keys(by ?? {})
    .filter((category) => !categoriesOf(metric).some((known) => known === category))
    .map((category) => ({ pointer: `${pointer}/${category}`, detail: `${metric} has no such category` }))
}

function choiceFaults(question: Question): Fault[] {
  if (!('choices' in question) || question.choices.length > 1 || question.other) return []
  return [{ pointer: '/choices', detail: 'two choices at least, or one and `other`' }]
}

function contactFaults(question: Question, before: Question[]): Fault[] {
  if (question.type !== 'contact') return []
  const asked = before.some((one) => one.type === 'contact' && one.channel === question.channel)
  return asked ? [{ pointer: '/channel', detail: 'asked before' }] : []
}
