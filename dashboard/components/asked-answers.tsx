import type { Question } from '../../worker/contract/question.ts'
import type { ResponseItem } from '../../worker/contract/response.ts'
import { answerText, optionsOf, pressedAnswer } from '../models/answers.ts'
import { Marked } from './marked.tsx'
import { useTagging } from './tagging.ts'

interface Props {
  item: ResponseItem
  q: string
  /** What was asked; else what the screen's responses were. */
  questions: readonly Question[] | undefined
}

/** A response's answers to further questions. What was chosen narrows to those who chose it too; what was typed is only shown. */
export function AskedAnswers({ item, q, questions }: Props) {
  const tagging = useTagging()
  const asked = questions ?? tagging?.questions ?? []
  const others = Object.entries(item.answers).filter(([id, answer]) => id !== 'score' && answer !== item.comment)
  if (others.length === 0) return null
  return (
    <p class="small also">
      {others.map(([id, answer]) => {
        const question = asked.find((one) => one.id === id)
        const isChosen = question !== undefined && optionsOf(question).length > 0
        return (
          <span key={id}>
            <span class="soft">{question?.text ?? id}</span>{' '}
            {[answer].flat().map((given, i) => {
              const text = isChosen ? answerText(question, String(given)) : String(given)
              const words = (
                <bdi>
                  <Marked text={text} typed={q} />
                </bdi>
              )
              return (
                <span key={given}>
                  {i > 0 && ', '}
                  {tagging && isChosen ? (
                    <button
                      type="button"
                      class="link"
                      aria-pressed={tagging.narrowed.answers[id] === String(given)}
                      onClick={() => tagging.narrow(pressedAnswer(tagging.narrowed, id, String(given)))}
                    >
                      {words}
                    </button>
                  ) : (
                    words
                  )}
                </span>
              )
            })}
          </span>
        )
      })}
    </p>
  )
}
