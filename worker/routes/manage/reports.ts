import * as z from 'zod'
import { Overview, OverviewQuery, Report, ReportQuery } from '../../contract/report.ts'
import { comparedRange, dayOf, type Range } from '../../domain/calendar.ts'
import { composeReport } from '../../domain/report.ts'
import type { Segments } from '../../domain/segments.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { readCounts } from '../../store/counts.ts'
import type { Db } from '../../store/db.ts'
import type { Site } from '../../store/sites.ts'
import { findSurvey, listSurveys, type SurveyRow } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { rangeOf, segmentFilters, undeclared } from './filters.ts'

const report = defineRoute('GET /api/v1/surveys/{id}/report', {
  summary: 'Score, interval, trend, comparison and breakdown of one survey; `segment.DIMENSION=VALUE` filters',
  request: { params: z.object({ id: z.string() }), query: ReportQuery },
  responses: { 200: json(Report) },
})
const overview = defineRoute('GET /api/v1/overview', {
  summary: 'A short report of every survey, compared with the period before',
  request: { query: OverviewQuery },
  responses: { 200: json(Overview) },
})

export const reportRoutes = manageRouter()
  .openapi(report, async (c) => {
    const { db, now, site } = c.var
    const query = c.req.valid('query')
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const range = rangeOf(query, site.timeZone, now)
    if ('status' in range) return problem(c, range)
    const filters = segmentFilters(c, site.dimensions)
    if ('status' in filters) return problem(c, filters)
    if (query.breakdown !== undefined && !site.dimensions.includes(query.breakdown)) return problem(c, undeclared('/breakdown'))
    return c.json(await reportOf(db, site, survey, now, { ...query, range, filters: filters.segments }), 200)
  })
  .openapi(overview, async (c) => {
    const { db, now, site } = c.var
    const range = rangeOf(c.req.valid('query'), site.timeZone, now)
    if ('status' in range) return problem(c, range)
    const surveys = await listSurveys(db, site.id)
    const tiles = await Promise.all(
      surveys.map(async (survey) => ({
        survey: { id: survey.id, name: survey.name, touchpoint: survey.touchpoint, state: survey.state },
        report: await reportOf(db, site, survey, now, {
          range,
          interval: 'week',
          compare: 'previous',
          breakdown: undefined,
          filters: {},
        }),
      })),
    )
    return c.json({ ...range, timeZone: site.timeZone, tiles }, 200)
  })

type Wanted = Pick<z.infer<typeof ReportQuery>, 'interval' | 'compare' | 'breakdown'> & { range: Range; filters: Segments }

async function reportOf(db: Db, site: Site, survey: SurveyRow, now: number, wanted: Wanted): Promise<Report> {
  const { range, interval, compare, breakdown, filters } = wanted
  const counts = await readCounts(db, {
    site: site.id,
    survey: survey.id,
    range,
    compared: compare && comparedRange(range, compare),
    breakdown,
    filters,
  })
  const scale = { metric: survey.metric, points: survey.points }
  const today = dayOf(now, site.timeZone)
  return composeReport({ survey: survey.id, scale, timeZone: site.timeZone, today, range, interval, compare }, counts)
}
