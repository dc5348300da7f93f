import type { WidgetQuestion } from '../../worker/contract/widget.ts'
import { pathOf } from '../../worker/domain/branching.ts'
import type { Run } from '../survey/run.ts'

/** What is asked together on this person's way: the metric with the text after it, every other question by itself. */
export function sheetsOf(questions: WidgetQuestion[], run: Run): WidgetQuestion[][] {
  const sheets: WidgetQuestion[][] = []
  let afterMetric = false
  for (const question of pathOf(questions, run.answers, run.category)) {
    if (afterMetric && question.type === 'text') sheets.at(-1)?.push(question)
    else sheets.push([question])
    afterMetric = question.type === 'metric'
  }
  return sheets
}
