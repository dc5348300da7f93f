import type { Branch, Question } from '../../../worker/contract/question.ts'
import { lookingAt, looksAt } from '../../models/editor/branches.ts'
import { replaced } from '../../models/editor/questions.ts'
import { BranchRow } from './branch-row.tsx'
import { useEditing } from './context.ts'

interface Props {
  question: Question
  at: number
  change: (question: Question) => void
}

/** Where a question leads: the first rule that holds decides, and without one the next question follows. */
export function BranchFields({ question, at, change }: Props) {
  const { draft } = useEditing()
  const branches = question.branches ?? []
  function put(next: Branch[]) {
    const { branches: _, ...rest } = question
    change((next.length > 0 ? { ...rest, branches: next } : rest) as Question)
  }
  function add() {
    const [looks = 'always'] = looksAt(draft, at)
    put([...branches, lookingAt(looks, { to: 'end' }, draft, at)])
  }
  if (branches.length === 0 && at === draft.questions.length - 1) return null
  return (
    <fieldset class="field branches">
      <legend>After this question</legend>
      {branches.length > 0 && (
        <ol>
          {branches.map((branch, i) => (
            <BranchRow
              key={i}
              {...{ branch, at, i }}
              change={(next) => put(replaced(branches, i, next))}
              remove={() => put(branches.filter((_, j) => j !== i))}
            />
          ))}
        </ol>
      )}
      <p class="small soft">{branches.length > 0 ? 'Otherwise the next question follows.' : 'The next question follows.'}</p>
      {branches.length < 20 && (
        <p>
          <button type="button" onClick={add}>
            Add a branch
          </button>
        </p>
      )}
    </fieldset>
  )
}
