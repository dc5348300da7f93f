import type { Question } from '../../worker/contract/question.ts'
import type { Filters } from './filters.ts'

/** One answer that can be chosen: as it is stored, and as it is read. */
export interface Option {
  id: string
  text: string
}

/** What can be answered, in the order it is offered in; points from low to high. Nothing where answers are words. */
export function optionsOf(question: Question): Option[] {
  switch (question.type) {
    case 'choice':
    case 'choices':
      return question.other ? [...question.choices, { id: 'other', text: question.other }] : question.choices
    case 'rating': {
      const { points, low, high } = question
      const ends: Record<number, string> = { 1: low, [points]: high }
      return Array.from({ length: points }, (_, i) => {
        const end = ends[i + 1]
        return { id: String(i + 1), text: end ? `${i + 1} · ${end}` : String(i + 1) }
      })
    }
    case 'consent':
      return [{ id: 'yes', text: 'Agreed' }]
    case 'metric':
    case 'text':
    case 'statement':
    case 'contact':
      return []
  }
}

/** An answer as it was offered; as it is stored where it is offered no longer. */
export const answerText = (question: Question | undefined, answer: string) =>
  (question && optionsOf(question).find(({ id }) => id === answer)?.text) ?? answer

/** The filter that an answer pressed is, or that the same press takes back; of one question one answer filters. */
export function pressedAnswer({ answers }: Pick<Filters, 'answers'>, question: string, answer: string): Pick<Filters, 'answers'> {
  const { [question]: before, ...others } = answers
  return { answers: before === answer ? others : { ...others, [question]: answer } }
}
