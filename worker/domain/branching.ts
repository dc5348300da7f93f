import type { Category } from '../contract/category.ts'
import type { Branch } from '../contract/question.ts'

/** What one person has said so far, by question id; null for an answer taken back. */
export type Answers = Record<string, number | string | string[] | null>

/**
 * The questions in the order a person with these answers and this category is led through them; with fewer answers, as it
 * looks so far. The worker drops answers to questions that are not among them, the widget asks only those.
 */
export function pathOf<Q extends { id: string; branches?: Branch[] | undefined }>(
  questions: readonly Q[],
  answers: Answers,
  category: Category | null | undefined,
): Q[] {
  const path: Q[] = []
  let skipTo: string | undefined
  for (const question of questions) {
    if (skipTo && skipTo !== question.id) continue
    path.push(question)
    const to = question.branches?.find((branch) => holds(branch, question.id, answers, category))?.to
    skipTo = to === 'next' ? undefined : to
  }
  return path
}

function holds(branch: Branch, own: string, answers: Answers, category: Category | null | undefined): boolean {
  const { score } = answers
  const [least, most] = branch.score ?? []
  const given = [answers[branch.question ?? own] ?? []].flat().map(String)
  return (
    (least === undefined || most === undefined || (typeof score === 'number' && score >= least && score <= most)) &&
    (!branch.category || (!!category && branch.category.includes(category))) &&
    (!branch.answer || branch.answer.some((answer) => given.includes(answer)))
  )
}
