import * as z from 'zod'
import { ReorderReport } from '../../contract/reorders.ts'
import { RangeQuery } from '../../contract/report.ts'
import { reorderDays, reordersByCategory } from '../../domain/reorders.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { mostAnswers, readReorders } from '../../store/reorders.ts'
import { findSurvey } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

const reorders = defineRoute('GET /api/v1/surveys/{id}/reorders', {
  summary: 'How many customers ordered again within 90 days, by the category of their answer; `segment.DIMENSION=VALUE` filters',
  description: `Identified customers, each once by the first score they gave in the period. Orders are those sent to \`/api/v1/orders\` and those that came with later answers; the order an answer is about is none. Only customers whose 90 days are over count; \`waiting\` says how many are not yet. At most the newest ${mostAnswers} answers are looked at, and \`from\` says since when.`,
  request: { params: z.object({ id: z.string() }), query: RangeQuery },
  responses: { 200: json(ReorderReport) },
})

export const reorderRoutes = manageRouter().openapi(reorders, async (c) => {
  const { db, now, site } = c.var
  const survey = await findSurvey(db, site.id, c.req.valid('param').id)
  if (!survey) return problem(c, notFound)
  const period = periodOf(c, site, now, c.req.valid('query'))
  if ('status' in period) return problem(c, period)
  const { cells, from } = await readReorders(db, { site: site.id, survey: survey.id, ...period }, now)
  const categories = reordersByCategory(survey, cells)
  const sum = (what: 'n' | 'waiting') => categories.reduce((total, row) => total + row[what], 0)
  return c.json(
    {
      ...{ survey: survey.id, metric: survey.metric, timeZone: site.timeZone, from, to: period.range.to },
      ...{ shortened: from !== period.range.from, withinDays: reorderDays, n: sum('n'), waiting: sum('waiting'), categories },
    },
    200,
  )
})
