import type { Context } from 'hono'
import type { Question } from '../../contract/survey.ts'
import type { SurveyContent, WidgetQuestion, WidgetWords } from '../../contract/widget.ts'
import { scaleOf } from '../../domain/category.ts'
import type { Env } from '../../env.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { openDb } from '../../store/db.ts'
import { definitionOf, liveSite } from '../../store/live-sites.ts'
import { liveFor, liveSurvey } from './loader.ts'

/** `GET /w/SITE_KEY/SURVEY.json`: what to ask. The last gate: not live, not here. */
export async function getContent(c: Context<{ Bindings: Env }>, key: string, id: string): Promise<Response> {
  const db = openDb(c.env.DB)
  c.header('Access-Control-Allow-Origin', '*')
  const live = await liveSite(db, key, Date.now())
  const survey = live && liveSurvey(live, id)
  const definition = survey && (await definitionOf(db, survey, survey.version))
  if (!definition) {
    c.header('Cache-Control', 'no-store')
    return problem(c, notFound)
  }
  const scale = scaleOf(definition.metric, definition.points)
  const content: SurveyContent = {
    survey: survey.id,
    version: survey.version,
    locale: 'en',
    dir: 'ltr',
    metric: definition.metric,
    points: definition.points,
    touchpoint: survey.touchpoint,
    questions: definition.questions.map((question) => widgetQuestion(question, scale ?? [0, 0])),
    thanks: definition.thanks,
    words,
    appearance: definition.appearance,
  }
  c.header('Cache-Control', liveFor(c.env))
  return c.json(content)
}

function widgetQuestion(question: Question, [from, to]: [number, number]): WidgetQuestion {
  return question.type === 'metric' ? { ...question, from, to } : question
}

const words: WidgetWords = {
  close: 'Close',
  send: 'Send',
  outOf: '{n} out of {max}',
  optional: 'optional',
  failed: 'That could not be sent. Your answer is kept; please try again.',
}
