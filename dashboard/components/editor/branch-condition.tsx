import type { Branch } from '../../../worker/contract/question.ts'
import { categoriesOf, scaleOf } from '../../../worker/domain/category.ts'
import { answersOf, knownAt } from '../../models/editor/branches.ts'
import { partNames } from '../../models/wording.ts'
import { useEditing } from './context.ts'
import { SelectField } from './inputs.tsx'
import { Ticks } from './ticks.tsx'

interface Props {
  branch: Branch
  at: number
  /** The branch's own pointer. */
  here: string
  change: (branch: Branch) => void
}

/** What must hold for a branch. */
export function BranchCondition({ branch, at, here, change }: Props) {
  const { draft } = useEditing()
  if (branch.category) {
    return (
      <Ticks
        label="Who"
        of={categoriesOf(draft.metric).map((id) => ({ id, text: partNames[id] }))}
        ticked={branch.category}
        change={(category) => change({ ...branch, category })}
      />
    )
  }
  if (branch.score) {
    const [from, to] = scaleOf(draft.metric, draft.points) ?? [0, 0]
    const [least, most] = branch.score
    const all = Array.from({ length: to - from + 1 }, (_, i) => [`${from + i}`, `${from + i}`] as const)
    return (
      <div class="pair">
        <SelectField
          label="From"
          at={`${here}/score`}
          value={`${least}`}
          of={all}
          change={(n) => change({ ...branch, score: [Number(n), Math.max(Number(n), most)] })}
        />
        <SelectField
          label="To"
          at={`${here}/score`}
          value={`${most}`}
          of={all}
          change={(n) => change({ ...branch, score: [Math.min(Number(n), least), Number(n)] })}
        />
      </div>
    )
  }
  if (!branch.answer) return null
  const own = draft.questions[at]?.id ?? ''
  const looked = draft.questions.find(({ id }) => id === (branch.question ?? own))
  function look(id: string) {
    const question = draft.questions.find((one) => one.id === id)
    const first = question && answersOf(question, draft)[0]
    const { question: _, ...rest } = branch
    if (first) change({ ...rest, ...(id !== own && { question: id }), answer: [first.id] })
  }
  return (
    <>
      <SelectField
        label="Which answer"
        at={`${here}/question`}
        value={looked?.id ?? own}
        of={knownAt(draft, at).map(
          ({ id, text }) => [id, `question ${draft.questions.findIndex((one) => one.id === id) + 1}: ${text}`] as const,
        )}
        change={look}
      />
      {looked && (
        <Ticks
          label="Is"
          of={answersOf(looked, draft)}
          ticked={branch.answer}
          change={(answer) => change({ ...branch, answer })}
        />
      )}
    </>
  )
}
