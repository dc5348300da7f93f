import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { parts } from './parts.ts'
import type { Run } from './run.ts'
import { Scale } from './scale.tsx'

interface Props {
  question: WidgetQuestion
  run: Run
  /** The id of the wording: `title` names the dialog, `more` is a follow-up that slides in. */
  id: 'title' | 'more'
}

/** One question with its wording. */
export function Ask({ question, run, id }: Props) {
  return (
    <div class={id}>
      <h2 id={id}>
        {run.wording(question)}
        {question.optional && <small> ({run.opening.content.words.optional})</small>}
      </h2>
      {parts.ask?.(question, run, id) ??
        ('from' in question ? (
          <Scale question={question} labelledBy={id} run={run} />
        ) : (
          <textarea
            aria-labelledby={id}
            rows={3}
            maxLength={5000}
            readOnly={run.locked}
            value={run.answers[question.id] as string}
            onInput={(event) => run.give(question.id, event.currentTarget.value)}
          />
        ))}
    </div>
  )
}
