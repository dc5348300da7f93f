import type { WidgetQuestion } from '../../contract/widget.ts'
import { sheetsOf } from '../../domain/asking.ts'
import type { Answers } from '../../domain/branching.ts'
import { categoryOf } from '../../domain/category.ts'
import type { Before } from '../../store/before.ts'
import { saidBefore } from '../public/step.ts'
import type { Opened } from './opened.ts'

/** How far one person is in a survey. */
export interface Progress {
  submission: string
  before: Before
  answers: Answers
}

export const progressOf = (opened: Opened, submission: string, before: Before): Progress => ({
  submission,
  before,
  answers: saidBefore(opened.definition, before),
})

/**
 * What is asked together, one page after another. The score has a page of its own: it is stored by that page's button, and only then
 * is it known which words follow.
 */
export function pagesOf({ definition, content }: Opened, answers: Answers): WidgetQuestion[][] {
  const { metric, points } = definition
  const category = typeof answers.score === 'number' ? categoryOf(metric, points, answers.score) : null
  return sheetsOf(content.questions, answers, category).flatMap(([first, ...rest]) => {
    if (!first) return []
    return first.type === 'metric' && rest.length > 0 ? [[first], rest] : [[first, ...rest]]
  })
}

/** The first page with a question that has no answer yet: where somebody who comes back goes on. */
export function openPage(pages: readonly WidgetQuestion[][], { answers, before }: Progress): number {
  const isOpen = ({ id, type }: WidgetQuestion) => type !== 'statement' && !(id in answers) && !before.contacts.includes(id)
  const at = pages.findIndex((page) => page.some(isOpen))
  return at < 0 ? pages.length - 1 : at
}
