import type { SurveyContent } from '../../worker/contract/widget.ts'
import { standardAppearance, standardQuestions, standardThanks } from '../../worker/domain/standard.ts'

const points = { nps: 11, csat: 5, ces: 7 }

/** The standard survey of a metric as the worker would answer it, with what a test wants otherwise. */
export function surveyContent(metric: 'nps' | 'csat' | 'ces', change: Partial<SurveyContent> = {}): SurveyContent {
  const questions = standardQuestions(metric, 'Fern & Loom').map((question) =>
    question.type === 'metric'
      ? { ...question, from: metric === 'nps' ? 0 : 1, to: metric === 'nps' ? 10 : points[metric] }
      : question,
  )
  return {
    survey: 'srv_1',
    version: 3,
    locale: 'en',
    dir: 'ltr',
    metric,
    points: points[metric],
    touchpoint: 'order-success',
    questions,
    thanks: standardThanks,
    words: {
      close: 'Close',
      send: 'Send',
      outOf: '{n} out of {max}',
      optional: 'optional',
      failed: 'That could not be sent. Your words are still here: please try again.',
    },
    appearance: standardAppearance,
    ...change,
  }
}
