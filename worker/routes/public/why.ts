import type { Context } from 'hono'
import type { Env } from '../../env.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { openDb } from '../../store/db.ts'
import { definitionOf } from '../../store/live-sites.ts'
import { askedSite } from '../../store/previews.ts'
import { weighKnown } from './last-gate.ts'
import { liveSurvey } from './loader.ts'

/** `POST /w/PREVIEW_KEY/SURVEY/why`: the gates that the server weighs, for the panel beside a draft; the body says who the page knows. */
export async function postWhy(c: Context<{ Bindings: Env }>, key: string, id: string): Promise<Response> {
  const db = openDb(c.env.DB)
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', 'no-store')
  const live = await askedSite(db, key, Date.now())
  const survey = live && liveSurvey(live, id)
  const definition = survey && (await definitionOf(db, survey, survey.version))
  if (!definition) return problem(c, notFound)
  return c.json({ gates: await weighKnown(c, db, live, survey, definition.targeting) })
}
