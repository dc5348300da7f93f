import type { ChoicesQuestion } from '../../worker/contract/widget.ts'
import type { Run } from '../survey/run.ts'
import { Field } from './field.tsx'

interface Props {
  question: ChoicesQuestion
  labelledBy: string
  run: Run
  describedBy: string | undefined
}

/** One of several (radios), or any of several (checkboxes, kept in the order they are listed); `other` opens a field for what it is. */
export function Choices({ question, labelledBy, run, describedBy }: Props) {
  const { id, type, choices, other } = question
  const many = type === 'choices'
  const all = other ? [...choices, { id: 'other', text: other }] : choices
  const chosen = [run.answers[id] ?? []].flat()
  const has = (choice: string) => chosen.includes(choice)
  const toggled = (choice: string) => all.map((one) => one.id).filter((one) => (one === choice) !== has(one))
  return (
    <>
      <fieldset aria-labelledby={labelledBy} aria-describedby={describedBy} class="choices" disabled={run.locked}>
        {all.map((choice) => (
          <label>
            <input
              type={many ? 'checkbox' : 'radio'}
              name={id}
              checked={has(choice.id)}
              onChange={() => run.give(id, many ? toggled(choice.id) : choice.id)}
            />
            {choice.text}
          </label>
        ))}
      </fieldset>
      {has('other') && <Field run={run} id={`${id}.other`} label={run.opening.content.words.otherText} />}
    </>
  )
}
