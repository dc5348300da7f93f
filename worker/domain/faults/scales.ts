import type { Metric } from '../../contract/category.ts'
import type { Question } from '../../contract/question.ts'
import type { Definition } from '../../contract/survey.ts'
import { allowedPoints } from '../standard.ts'
import type { Fault } from './fault.ts'

/** The scale is one the metric has, its question is there once, and its points can be drawn as asked. */
export function scaleFaults({ metric, points, questions }: Definition): Fault[] {
  const faults: Fault[] = []
  if (!allowedPoints[metric].includes(points)) {
    faults.push({ pointer: '/points', detail: `${metric} is asked on ${allowedPoints[metric].join(', ')} points` })
  }
  const metricQuestions = questions.filter((question) => question.type === 'metric').length
  const expected = metric === 'none' ? 0 : 1
  if (metricQuestions !== expected) {
    faults.push({ pointer: '/questions', detail: expected ? 'needs the metric question once' : 'has no metric to ask for' })
  }
  questions.forEach((question, i) => {
    const detail = styleFault(question, metric, points)
    if (detail) faults.push({ pointer: `/questions/${i}/style`, detail })
  })
  return faults
}

function styleFault(question: Question, metric: Metric, metricPoints: number): string | undefined {
  if (question.type !== 'metric' && question.type !== 'rating') return
  const { style = 'numbers' } = question
  if (style === 'numbers') return
  if (question.type === 'metric' && metric === 'nps') return 'NPS is asked in numbers'
  const points = question.type === 'metric' ? metricPoints : question.points
  if (style === 'smileys' && points !== 3 && points !== 5) return 'smileys are for scales of 3 or 5 points'
  return
}
