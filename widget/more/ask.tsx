import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { Scale } from '../survey/kernel.ts'
import type { Run } from '../survey/run.ts'
import { Choices } from './choices.tsx'
import { shownFault } from './faults.ts'
import { Field } from './field.tsx'

/** What answers a question of any type, and beneath it what is wrong with the answer. */
export function ask(question: WidgetQuestion, run: Run, labelledBy: string) {
  const fault = shownFault(question, run)
  return (
    <>
      {answer(question, run, labelledBy, fault && 'fault')}
      {fault && (
        <p id="fault" class="fault">
          ⚠ {fault}
        </p>
      )}
    </>
  )
}

function answer(question: WidgetQuestion, run: Run, labelledBy: string, describedBy: string | undefined) {
  const { id, type } = question
  const { words } = run.opening.content
  const props = { run, id, labelledBy, describedBy }
  switch (type) {
    case 'metric':
    case 'rating':
      return <Scale {...props} question={question} />
    case 'choice':
    case 'choices':
      return <Choices {...props} question={question} />
    case 'text':
      return <Field {...props} long={!question.short} />
    case 'contact':
      return (
        <>
          <p>{question.purpose}</p>
          <Field {...props} kind={question.channel === 'email' ? 'email' : 'tel'} label={words[question.channel]} />
        </>
      )
    case 'consent':
      return (
        // Over the whole question, so that its words can be clicked too.
        <label class="tick">
          <input
            type="checkbox"
            aria-describedby={describedBy}
            checked={run.answers[id] === 'yes'}
            disabled={run.locked}
            onChange={(event) => run.give(id, event.currentTarget.checked ? 'yes' : null)}
          />
          <i class="said">{run.wording(question)}</i>
        </label>
      )
    case 'statement':
      return <p>{question.body && run.fill(question.body)}</p>
  }
}
