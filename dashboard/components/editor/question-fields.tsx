import type { Question } from '../../../worker/contract/question.ts'
import { CategoryWords } from './category-words.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { Check, SelectField, TextField } from './inputs.tsx'
import { ScaleFields } from './scale-fields.tsx'

interface Props {
  question: Question
  at: number
  change: (question: Question) => void
}

/** All that can be said of a question but where it leads. */
export function QuestionFields({ question, at, change }: Props) {
  const here = `/questions/${at}`
  return (
    <>
      <TextField
        label={question.type === 'consent' ? 'What they agree to' : question.type === 'statement' ? 'Heading' : 'Question'}
        at={`${here}/text`}
        value={question.text}
        max={300}
        rows={2}
        change={(text) => change({ ...question, text })}
      />
      {question.type !== 'metric' && <CategoryWords {...{ question, at, change }} />}
      {(question.type === 'metric' || question.type === 'rating') && <ScaleFields {...{ question, at, change }} />}
      {(question.type === 'choice' || question.type === 'choices') && <ChoiceFields {...{ question, at, change }} />}
      {question.type === 'text' && (
        <Check
          label="One line instead of a box"
          checked={question.short ?? false}
          change={(short) => change({ ...question, short: short || undefined } as Question)}
        />
      )}
      {question.type === 'statement' && (
        <TextField
          label="What it says"
          at={`${here}/body`}
          value={question.body ?? ''}
          max={1000}
          rows={3}
          change={(body) => change({ ...question, body })}
        />
      )}
      {question.type === 'contact' && (
        <>
          <SelectField
            label="Asks for"
            at={`${here}/channel`}
            value={question.channel}
            of={[
              ['email', 'an e-mail address'],
              ['phone', 'a phone number'],
            ]}
            change={(channel) => change({ ...question, channel })}
          />
          <TextField
            label="What for"
            at={`${here}/purpose`}
            value={question.purpose}
            max={300}
            change={(purpose) => change({ ...question, purpose })}
            hint="Shoppers read this beside the field. It is kept apart from their answers and deleted after the case."
          />
        </>
      )}
      {'required' in question && (
        <Check
          label="Must be answered to go on"
          checked={question.required}
          change={(required) => change({ ...question, required })}
        />
      )}
    </>
  )
}
