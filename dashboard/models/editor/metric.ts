import type { Category, Metric } from '../../../worker/contract/category.ts'
import type { Question } from '../../../worker/contract/question.ts'
import { categoriesOf } from '../../../worker/domain/category.ts'
import { defaultPoints, standardQuestions } from '../../../worker/domain/standard.ts'
import { type Draft, edited } from './draft.ts'

/** A draft that measures something else: its score question becomes the new metric's, categories become those in the same place. */
export function measuring(draft: Draft, metric: Metric, product: string): Draft {
  if (metric === draft.metric) return draft
  const before = categoriesOf(draft.metric)
  const after = categoriesOf(metric)
  const twin = (category: string) => after[before.findIndex((one) => `${one}` === category)]
  const by = <T>(of: Partial<Record<Category, T>> | undefined) => {
    const kept = Object.entries(of ?? {}).flatMap(([category, value]) => (twin(category) ? [[twin(category), value]] : []))
    return kept.length > 0 ? (Object.fromEntries(kept) as Partial<Record<Category, T>>) : undefined
  }
  const standard = standardQuestions(metric, product)
  const score = standard.find((one) => one.type === 'metric')
  const rest = draft.questions
    .filter((one) => one.type !== 'metric')
    .map((one) => recategorised(one, by, twin, score !== undefined))
  const questions = [...(score ? [score] : []), ...rest]
  const { by: endings, ...thanks } = draft.thanks
  const others = by(endings)
  return edited(draft, {
    metric,
    points: defaultPoints[metric],
    questions: questions.length > 0 ? questions : standard,
    thanks: { ...thanks, ...(others && { by: others }) },
  })
}

function recategorised(
  question: Question,
  by: <T>(of: Partial<Record<Category, T>> | undefined) => Partial<Record<Category, T>> | undefined,
  twin: (category: string) => Category | undefined,
  hasScore: boolean,
): Question {
  if (question.type === 'metric') return question
  const { textBy, branches, ...rest } = question
  const words = by(textBy)
  // A range of scores means nothing on another scale, and an answer to the score neither.
  const fits = branches?.flatMap((branch) => {
    if (branch.score || branch.question === 'score') return []
    const category = branch.category?.flatMap((one) => twin(one) ?? [])
    return branch.category && (!hasScore || category?.length === 0) ? [] : [{ ...branch, ...(category && { category }) }]
  })
  return { ...rest, ...(words && { textBy: words }), ...(fits?.length && { branches: fits }) } as Question
}
