import type { Category } from '../contract/category.ts'
import type { WidgetQuestion } from '../contract/widget.ts'
import { sheetsOf } from './asking.ts'
import type { Answers } from './branching.ts'

/**
 * What a page without a script asks together, one page after another. The score has a page of its own: it is stored by that page's
 * button, and only then is it known which words follow.
 */
export function hostedPages(
  questions: readonly WidgetQuestion[],
  answers: Answers,
  category: Category | null,
): WidgetQuestion[][] {
  return sheetsOf(questions, answers, category).flatMap(([first, ...rest]) => {
    if (!first) return []
    return first.type === 'metric' && rest.length > 0 ? [[first], rest] : [[first, ...rest]]
  })
}

/**
 * The first page with a question that has no answer yet: where somebody who comes back goes on. `contacts` are the questions whose
 * answers are kept apart.
 */
export function openPage(pages: readonly WidgetQuestion[][], answers: Answers, contacts: readonly string[]): number {
  const isOpen = ({ id, type }: WidgetQuestion) => type !== 'statement' && !(id in answers) && !contacts.includes(id)
  const at = pages.findIndex((page) => page.some(isOpen))
  return at < 0 ? pages.length - 1 : at
}

/** The page with one of these questions; -1 where there is none. */
export const pageWith = (pages: readonly WidgetQuestion[][], ids: readonly string[]): number =>
  pages.findIndex((page) => page.some(({ id }) => ids.includes(id)))
