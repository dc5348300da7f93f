import type { CreateSurvey, Definition, Metric, PatchSurvey, Question } from '../contract/survey.ts'
import { categoriesOf } from './category.ts'
import {
  allowedPoints,
  defaultPoints,
  standardAppearance,
  standardQuestions,
  standardTargeting,
  standardThanks,
} from './standard.ts'

export interface Fault {
  pointer: string
  detail: string
}

/** A new survey's draft: what the request says, the metric's standard for the rest. */
export function draftOf(request: CreateSurvey, product: string): Definition {
  return {
    metric: request.metric,
    points: request.points ?? defaultPoints[request.metric],
    questions: request.questions ?? standardQuestions(request.metric, product),
    thanks: request.thanks ?? standardThanks,
    targeting: { ...standardTargeting, ...request.targeting },
    appearance: { ...standardAppearance, ...request.appearance },
  }
}

/** A draft with an edit applied. */
export function editedDraft(draft: Definition, patch: PatchSurvey): Definition {
  return {
    ...draft,
    questions: patch.questions ?? draft.questions,
    thanks: patch.thanks ?? draft.thanks,
    targeting: { ...draft.targeting, ...patch.targeting },
    appearance: { ...draft.appearance, ...patch.appearance },
  }
}

/** What the fields can't say alone: the scale fits the metric, and the metric question is there once. */
export function definitionFaults(definition: Definition): Fault[] {
  const faults: Fault[] = []
  const { metric, points, questions } = definition
  if (!allowedPoints[metric].includes(points)) {
    faults.push({ pointer: '/points', detail: `${metric} is asked on ${allowedPoints[metric].join(', ')} points` })
  }
  const metricQuestions = questions.filter((q) => q.type === 'metric').length
  const expected = metric === 'none' ? 0 : 1
  if (metricQuestions !== expected) {
    faults.push({ pointer: '/questions', detail: expected ? 'needs the metric question once' : 'has no metric to ask for' })
  }
  return [...faults, ...questions.flatMap((question, i) => wordingFaults(question, metric, `/questions/${i}`))]
}

function wordingFaults(question: Question, metric: Metric, pointer: string): Fault[] {
  if (question.type !== 'text') return []
  return Object.keys(question.textBy ?? {})
    .filter((category) => !categoriesOf(metric).some((known) => known === category))
    .map((category) => ({ pointer: `${pointer}/textBy/${category}`, detail: `${metric} has no such category` }))
}

/** The question whose text is the response's verbatim: `why`, else the first that takes text. */
export function commentQuestion(questions: readonly Question[]): string | null {
  const texts = questions.filter((q) => q.type === 'text')
  return (texts.find((q) => q.id === 'why') ?? texts[0])?.id ?? null
}
