import type { Branch } from '../../../worker/contract/question.ts'
import { type Looks, lookingAt, looksAt, looksOf, sentence, targetsOf } from '../../models/editor/branches.ts'
import { BranchCondition } from './branch-condition.tsx'
import { useEditing } from './context.ts'
import { SelectField } from './inputs.tsx'

const looksNames: Record<Looks, string> = {
  category: 'who the shopper is',
  score: 'the score',
  answer: 'an answer',
  always: 'nothing: always',
}

interface Props {
  branch: Branch
  at: number
  /** Which of the question's branches. */
  i: number
  change: (branch: Branch) => void
  remove: () => void
}

/** One rule of where to go on, in plain words above the fields that make it. */
export function BranchRow({ branch, at, i, change, remove }: Props) {
  const { draft } = useEditing()
  const here = `/questions/${at}/branches/${i}`
  const looks = looksOf(branch)
  const targets = targetsOf(draft, at)
  const known = targets.some(({ to }) => to === branch.to)
  return (
    <li class="branch">
      <p>{sentence(branch, draft, at)}</p>
      <div class="pair">
        {looks && (
          <SelectField
            label="Depends on"
            at={here}
            value={looks}
            of={[...new Set([...looksAt(draft, at), looks])].map((one) => [one, looksNames[one]] as const)}
            change={(next) => change(lookingAt(next, branch, draft, at))}
          />
        )}
        <SelectField
          label="Go to"
          at={`${here}/to`}
          value={branch.to}
          of={[...targets, ...(known ? [] : [{ to: branch.to, words: `${branch.to} (not possible from here)` }])].map(
            ({ to, words }) => [to, words] as const,
          )}
          change={(to) => change({ ...branch, to })}
        />
      </div>
      {looks && looks !== 'always' && <BranchCondition {...{ branch, at, here, change }} />}
      <button type="button" class="quiet danger" onClick={remove}>
        Remove<span class="hidden"> branch {i + 1}</span>
      </button>
    </li>
  )
}
