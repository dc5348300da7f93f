import type { Category } from '../../../worker/contract/category.ts'
import type { Question } from '../../../worker/contract/question.ts'
import { categoriesOf } from '../../../worker/domain/category.ts'
import { partNames } from '../../models/wording.ts'
import { useEditing } from './context.ts'
import { Check, TextField } from './inputs.tsx'

interface Props {
  question: Exclude<Question, { type: 'metric' }>
  at: number
  change: (question: Question) => void
}

/** Other words for those who scored high, in the middle, or low: a promoter is asked what they liked. */
export function CategoryWords({ question, at, change }: Props) {
  const { draft } = useEditing()
  const asked = draft.questions.slice(0, at).some(({ type }) => type === 'metric')
  const { textBy } = question
  const categories = categoriesOf(draft.metric)
  if (categories.length === 0 || (!asked && !textBy)) return null
  function put(next: Partial<Record<Category, string>> | undefined) {
    const { textBy: _, ...rest } = question
    change((next ? { ...rest, textBy: next } : rest) as Question)
  }
  return (
    <div class="by-category">
      <Check
        label="Ask it in other words by score"
        checked={textBy !== undefined}
        change={(on) => put(on ? Object.fromEntries(categories.map((one) => [one, question.text])) : undefined)}
      />
      {textBy &&
        categories.map((category) => (
          <TextField
            key={category}
            label={`To ${partNames[category]}`}
            at={`/questions/${at}/textBy/${category}`}
            value={textBy[category] ?? ''}
            placeholder={question.text}
            max={300}
            change={(text) => {
              const { [category]: _, ...others } = textBy
              // What is empty is asked as everybody is.
              put(text === '' ? others : { ...others, [category]: text })
            }}
          />
        ))}
    </div>
  )
}
