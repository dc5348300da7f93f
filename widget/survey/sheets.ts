import type { WidgetQuestion } from '../../worker/contract/widget.ts'

/** What one person has said so far, by question id. */
export type Answers = Record<string, number | string | string[]>

/** What is asked together: the metric with the question after it, every other question by itself. */
export function sheetsOf(questions: WidgetQuestion[]): WidgetQuestion[][] {
  const sheets: WidgetQuestion[][] = []
  let joins = false
  for (const question of questions) {
    if (joins) sheets.at(-1)?.push(question)
    else sheets.push([question])
    joins = !joins && question.type === 'metric'
  }
  return sheets
}

/** The answers worth sending: text trimmed, what was left empty left out. */
export function givenAnswers(answers: Answers): Answers {
  const given: Answers = {}
  for (const [id, answer] of Object.entries(answers)) {
    const kept = typeof answer === 'string' ? answer.trim() : answer
    // As text an empty list is empty too, and a score of 0 is not.
    if (`${kept}`) given[id] = kept
  }
  return given
}

/** Whether everything that must be answered on a sheet is. */
export function isAnswered(sheet: WidgetQuestion[], answers: Answers): boolean {
  const given = givenAnswers(answers)
  return sheet.every((question) => question.id in given || (question.type !== 'metric' && !question.required))
}
