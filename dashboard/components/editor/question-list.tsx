import { useState } from 'preact/hooks'
import { addable, kindNames, most, moved, replaced, withNew, without } from '../../models/editor/questions.ts'
import { useReorder } from '../use-reorder.ts'
import { useEditing } from './context.ts'
import { QuestionCard } from './question-card.tsx'

/** The questions in their order; one is open at a time. */
export function QuestionList() {
  const { draft, edit, faults } = useEditing()
  const { questions } = draft
  const [open, setOpen] = useState('')
  const [said, setSaid] = useState('')
  const order = useReorder(questions, (from, to) => {
    setSaid(`Question ${from + 1} is now number ${to + 1} of ${questions.length}.`)
    edit({ questions: moved(questions, from, to) })
  })
  function add(kind: (typeof addable)[number]) {
    const next = withNew(questions, kind)
    edit({ questions: next })
    setOpen(next.at(-1)?.id ?? '')
  }
  const general = faults.filter(({ pointer }) => pointer === '/questions')
  return (
    <>
      <ol class={`questions ${order.isDragging ? 'dragging' : ''}`} ref={order.list}>
        {questions.map((question, at) => (
          <QuestionCard
            key={question.id}
            {...{ question, at, isOpen: open === question.id, handle: order.handle(at) }}
            line={order.lineAt(at)}
            toggle={() => setOpen(open === question.id ? '' : question.id)}
            change={(next) => edit({ questions: replaced(questions, at, next) })}
            remove={
              questions.length > 1 && question.type !== 'metric' ? () => edit({ questions: without(questions, at) }) : undefined
            }
          />
        ))}
      </ol>
      {general.map(({ detail }) => (
        <p key={detail} class="caution small">
          {detail}
        </p>
      ))}
      <p class="hidden" aria-live="polite">
        {said}
      </p>
      {questions.length < most.questions && (
        <fieldset class="add">
          <legend class="small soft">Add a question</legend>
          {addable.map((kind) => (
            <button key={kind} type="button" onClick={() => add(kind)}>
              {kindNames[kind]}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
