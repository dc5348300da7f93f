import type { Question } from '../contract/question.ts'
import type { Answers } from './branching.ts'

/** Where the text of the choice `other` is answered: an id no question can have. */
export const otherTextId = (question: string) => `${question}.other`

/** Ids of the questions with a choice `other`. */
export function withOther(questions: readonly Question[]): string[] {
  return questions.filter((q) => (q.type === 'choice' || q.type === 'choices') && q.other !== undefined).map((q) => q.id)
}

/** Whether `other` is, or is among, what was chosen. */
export function isOther(chosen: unknown): boolean {
  return [chosen].flat().includes('other')
}

/** Questions whose text for `other` comes in a step that doesn't say what was chosen: an earlier one must have. */
export function strayTexts(questions: readonly Question[], given: Record<string, unknown>): string[] {
  return withOther(questions).filter((id) => given[otherTextId(id)] != null && !Object.hasOwn(given, id))
}

/** The step without texts for an `other` that nobody chose. */
export function withoutStrays(questions: readonly Question[], given: Record<string, unknown>, before: Answers) {
  const unchosen = strayTexts(questions, given).filter((id) => !isOther(before[id]))
  return { ...given, ...Object.fromEntries(unchosen.map((id) => [otherTextId(id), null])) }
}
