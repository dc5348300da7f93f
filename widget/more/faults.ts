import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import type { Answers } from '../../worker/domain/branching.ts'
import { isEmail, isPhone } from '../../worker/domain/contact.ts'
import type { Run } from '../survey/run.ts'

/** What stands in the way of going on with this answer. */
function faultOf(question: WidgetQuestion, { answers, opening }: Run): string | undefined {
  const { missing, badEmail, badPhone } = opening.content.words
  // As text an empty list is empty too, and a score of 0 is not.
  const given = `${answers[question.id] ?? ''}`.trim()
  if (!given) return question.optional || question.type === 'statement' ? undefined : missing
  if (question.type !== 'contact') return
  if (question.channel === 'email') return isEmail(given) ? undefined : badEmail
  return isPhone(given) ? undefined : badPhone
}

/** The same once somebody tried to go on: nobody is told of a mistake while still at it. */
export function shownFault(question: WidgetQuestion, run: Run): string | undefined {
  return run.triedAt === run.at ? faultOf(question, run) : undefined
}

/** The answers that will do. Those half-done on a sheet that was left stay on the screen, and are not sent. */
export function given(run: Run): Answers {
  const faulty = new Set(run.opening.content.questions.filter((question) => faultOf(question, run)).map(({ id }) => id))
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
