import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import type { Run } from './run.ts'

interface Props {
  question: Extract<WidgetQuestion, { choices: unknown }>
  labelledBy: string
  run: Run
}

/** One of several (radios), or any of several (checkboxes, kept in the order they are listed). */
export function Choices({ question, labelledBy, run }: Props) {
  const { id, type, choices } = question
  const many = type === 'choices'
  const chosen = (run.answers[id] ?? []) as string | string[]
  const has = (choice: string) => (many ? chosen.includes(choice) : chosen === choice)
  const toggle = (choice: string) => (many ? choices.map((one) => one.id).filter((one) => (one === choice) !== has(one)) : choice)
  return (
    <fieldset role={many ? 'group' : 'radiogroup'} aria-labelledby={labelledBy} class="choices" disabled={run.locked}>
      {choices.map((choice) => (
        <label>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={id}
            checked={has(choice.id)}
            onChange={() => run.give(id, toggle(choice.id))}
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  )
}
