import type { Category } from '../../contract/category.ts'
import type { WidgetQuestion } from '../../contract/widget.ts'
import type { Answers } from '../../domain/branching.ts'
import { categoryOf } from '../../domain/category.ts'
import { hostedPages } from '../../domain/hosted-pages.ts'
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

/** The category of the score among these answers. */
export const categoryFor = ({ definition: { metric, points } }: Opened, { score }: Answers): Category | null =>
  typeof score === 'number' ? categoryOf(metric, points, score) : null

/** The pages on the way of a person with these answers. */
export const pagesOf = (opened: Opened, answers: Answers): WidgetQuestion[][] =>
  hostedPages(opened.content.questions, answers, categoryFor(opened, answers))
