import type { Context } from 'hono'
import * as z from 'zod'
import { Drivers } from '../../contract/drivers.ts'
import { RangeQuery } from '../../contract/report.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { readDrivers } from '../../store/drivers.ts'
import type { Site } from '../../store/sites.ts'
import { findSurvey, type SurveyRow } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

const driversOf = defineRoute('GET /api/v1/surveys/{id}/drivers', {
  summary: 'Which segments lift or lower the score, largest impact first; `segment.DIMENSION=VALUE` filters',
  description:
    'Association, not cause: a segment scores higher or lower, and nothing here says why. Each value with at least 30 answers, and 30 outside it, is compared with everybody else; of those marked `kept` at most 5 % are expected to be chance (Benjamini-Hochberg).',
  request: { params: z.object({ id: z.string() }), query: RangeQuery },
  responses: { 200: json(Drivers) },
})

export const driverRoutes = manageRouter().openapi(driversOf, async (c) => {
  const { db, site } = c.var
  const survey = await findSurvey(db, site.id, c.req.valid('param').id)
  if (!survey) return problem(c, notFound)
  const told = await tellDrivers(c, site, survey, c.req.valid('query'))
  return 'status' in told ? problem(c, told) : c.json(told, 200)
})

/** A survey's drivers with the range and filters the request names, or why it can't have them. */
export async function tellDrivers(
  c: Context<ManageEnv>,
  site: Site,
  survey: SurveyRow,
  query: z.infer<typeof RangeQuery>,
): Promise<Drivers | Refusal> {
  const period = periodOf(c, site, c.var.now, query)
  return 'status' in period ? period : await readDrivers(c.var.db, site, survey, period)
}
