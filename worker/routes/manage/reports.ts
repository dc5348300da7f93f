import * as z from 'zod'
import { Overview, PooledReport, PooledReportQuery, RangeQuery, Report, ReportQuery } from '../../contract/report.ts'
import { poolingFault } from '../../domain/pooling.ts'
import { composePooled } from '../../domain/report.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { findSurvey, listSurveys } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { rangeOf } from './filters.ts'
import { countsFor, reportOf, requestOf, type Wanted, wantedOf } from './wanted.ts'

const report = defineRoute('GET /api/v1/surveys/{id}/report', {
  summary: 'Score, interval, trend, comparison and breakdown of one survey; `segment.DIMENSION=VALUE` filters',
  request: { params: z.object({ id: z.string() }), query: ReportQuery },
  responses: { 200: json(Report) },
})
const reports = defineRoute('GET /api/v1/reports', {
  summary: 'Several surveys of one metric and scale in one score',
  description:
    'Takes what the report of one survey takes, and says what was pooled: the surveys, the sources, the languages, and imported answers apart from asked ones.',
  request: { query: PooledReportQuery },
  responses: { 200: json(PooledReport) },
})
const overview = defineRoute('GET /api/v1/overview', {
  summary: 'A short report of every survey, compared with the period before',
  request: { query: RangeQuery },
  responses: { 200: json(Overview) },
})

export const reportRoutes = manageRouter()
  .openapi(report, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const wanted = await wantedOf(c, site, now, c.req.valid('query'))
    if ('status' in wanted) return problem(c, wanted)
    return c.json(await reportOf(c, site, survey, wanted), 200)
  })
  .openapi(reports, async (c) => {
    const { db, now, site } = c.var
    const query = c.req.valid('query')
    const found = await Promise.all(query.surveys.map((id) => findSurvey(db, site.id, id)))
    const surveys = found.filter((survey) => survey !== undefined)
    if (surveys.length < found.length) return problem(c, notFound)
    const wanted = await wantedOf(c, site, now, query)
    if ('status' in wanted) return problem(c, wanted)
    if (surveys.some((survey) => poolingFault(survey, surveys))) return problem(c, severalScales)
    const locales = site.dimensions.includes('language')
    const request = requestOf(site, surveys, now, wanted)
    return c.json(composePooled(request, await countsFor(c, site, request, wanted, locales), locales), 200)
  })
  .openapi(overview, async (c) => {
    const { db, now, site } = c.var
    const range = rangeOf(c.req.valid('query'), site.timeZone, now)
    if ('status' in range) return problem(c, range)
    const wanted: Wanted = { range, interval: 'week', compare: 'previous', breakdown: undefined, filters: {}, tag: undefined }
    const surveys = await listSurveys(db, site.id)
    const tiles = await Promise.all(
      surveys.map(async (survey) => ({
        survey: { id: survey.id, name: survey.name, touchpoint: survey.touchpoint, state: survey.state },
        report: await reportOf(c, site, survey, wanted),
      })),
    )
    return c.json({ ...range, timeZone: site.timeZone, tiles }, 200)
  })

const severalScales: Refusal = {
  status: 422,
  errors: [{ pointer: '/surveys', detail: 'one metric and one scale: scores of different kinds have no common average' }],
}
