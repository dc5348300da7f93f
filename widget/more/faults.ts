import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { faultOf } from '../../worker/domain/asking.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import type { Run } from '../survey/run.ts'

const faultIn = (question: WidgetQuestion, { answers, opening }: Run) =>
  faultOf(question, answers[question.id], opening.content.words)

/** What stands in the way of going on, once somebody tried to go on: nobody is told of a mistake while still at it. */
export function shownFault(question: WidgetQuestion, run: Run): string | undefined {
  return run.triedAt === run.at ? faultIn(question, run) : undefined
}

/** The answers that will do. Those half-done on a sheet that was left stay on the screen, and are not sent. */
export function given(run: Run): Answers {
  const faulty = new Set(run.opening.content.questions.filter((question) => faultIn(question, run)).map(({ id }) => id))
  return Object.fromEntries(Object.entries(run.answers).filter(([id]) => !faulty.has(id)))
}

/** Whether one may go on; if not, the faults are drawn and focus is where the first is. */
export function mayGoOn(run: Run): boolean {
  run.triedAt = run.at
  run.draw()
  const field = run.root.querySelector<HTMLElement>('[aria-describedby]')
  if (!field) return true
  const inner = field.querySelector('input') ?? field
  inner.focus()
  return false
}
