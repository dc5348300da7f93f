import type { ButtonHTMLAttributes } from 'preact'
import type { Question } from '../../../worker/contract/question.ts'
import { kindNames } from '../../models/editor/questions.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import type { Line } from '../use-reorder.ts'
import { BranchFields } from './branch-fields.tsx'
import { useEditing } from './context.ts'
import { QuestionFields } from './question-fields.tsx'

interface Props {
  question: Question
  at: number
  isOpen: boolean
  toggle: () => void
  change: (question: Question) => void
  remove: (() => void) | undefined
  handle: ButtonHTMLAttributes<HTMLButtonElement>
  line: Line
}

/** One question: its number, words and kind; open, all that can be said of it. */
export function QuestionCard({ question, at, isOpen, toggle, change, remove, handle, line }: Props) {
  const { faults, warnings } = useEditing()
  const here = (pointer: string) => pointer === `/questions/${at}` || pointer.startsWith(`/questions/${at}/`)
  const wrong = faults.some(({ pointer }) => here(pointer))
  const doubtful = warnings.some(({ pointer }) => here(pointer))
  const ways = question.branches?.length ?? 0
  const id = `question-${question.id}`
  return (
    <li class={`question ${isOpen ? 'open' : ''} ${line && `line-${line}`}`}>
      <header>
        <button type="button" class="handle quiet" {...handle}>
          <span aria-hidden="true">⠿</span>
          <span class="hidden">Move question {at + 1}: arrow keys, or drag</span>
        </button>
        <button type="button" class="head" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
          <span class="num soft">{at + 1}</span>
          <span class="text" dir="auto">
            {question.text || '…'}
          </span>
          <small class="soft">
            {kindNames[question.type]}
            {'required' in question && question.required && ' · must be answered'}
            {ways > 0 && ` · ${ways === 1 ? '1 branch' : `${ways} branches`}`}
          </small>
          {wrong && <span class="badge wrong">to mend</span>}
          {!wrong && doubtful && <span class="badge">a second thought</span>}
        </button>
      </header>
      {isOpen && (
        <div class="body" id={id}>
          <QuestionFields {...{ question, at, change }} />
          <BranchFields {...{ question, at, change }} />
          {remove && (
            <p>
              <ConfirmButton verb="Remove" what={`question ${at + 1}`} disabled={false} act={remove} />
            </p>
          )}
        </div>
      )}
    </li>
  )
}
