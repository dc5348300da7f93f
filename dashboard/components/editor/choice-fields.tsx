import type { ChoiceQuestion } from '../../../worker/contract/question.ts'
import { most, moved, replaced, withChoice } from '../../models/editor/questions.ts'
import { Check, TextField } from './inputs.tsx'

interface Props {
  question: ChoiceQuestion
  at: number
  change: (question: ChoiceQuestion) => void
}

/** The choices in their order. What is stored and counted is each one's id, so that rewording one keeps its count. */
export function ChoiceFields({ question, at, change }: Props) {
  const { choices } = question
  const here = `/questions/${at}/choices`
  const put = (next: typeof choices) => change({ ...question, choices: next })
  return (
    <fieldset class="field choice-list">
      <legend>Choices</legend>
      {choices.map((choice, i) => (
        <div key={choice.id} class="choice-row">
          <TextField
            label={`Choice ${i + 1}`}
            isQuiet
            at={`${here}/${i}/text`}
            value={choice.text}
            max={120}
            change={(text) => put(replaced(choices, i, { ...choice, text }))}
          />
          <button type="button" class="quiet" disabled={i === 0} onClick={() => put(moved(choices, i, i - 1))}>
            <span aria-hidden="true">↑</span>
            <span class="hidden">Move choice {i + 1} up</span>
          </button>
          <button type="button" class="quiet" disabled={i === choices.length - 1} onClick={() => put(moved(choices, i, i + 1))}>
            <span aria-hidden="true">↓</span>
            <span class="hidden">Move choice {i + 1} down</span>
          </button>
          <button
            type="button"
            class="quiet danger"
            disabled={choices.length === 1}
            onClick={() => put(choices.filter((_, j) => j !== i))}
          >
            <span aria-hidden="true">×</span>
            <span class="hidden">Remove choice {i + 1}</span>
          </button>
        </div>
      ))}
      <p class="row">
        {choices.length < most.choices && (
          <button type="button" onClick={() => put(withChoice(choices, `Choice ${choices.length + 1}`))}>
            Add a choice
          </button>
        )}
      </p>
      <Check
        label="Offer something else, with a field for what it is"
        checked={question.other !== undefined}
        change={(on) => {
          const { other: _, ...rest } = question
          change(on ? { ...rest, other: 'Something else' } : rest)
        }}
      />
      {question.other !== undefined && (
        <TextField
          label="Something else is called"
          at={`/questions/${at}/other`}
          value={question.other}
          max={120}
          change={(other) => change({ ...question, other })}
        />
      )}
    </fieldset>
  )
}
