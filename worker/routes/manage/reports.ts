import type { Context } from 'hono'
import * as z from 'zod'
import { Overview, PooledReport, PooledReportQuery, RangeQuery, Report, ReportQuery } from '../../contract/report.ts'
import { addDays, comparedRange, dayOf, type Range } from '../../domain/calendar.ts'
import { type Counts, composePooled, composeReport, type ReportRequest } from '../../domain/report.ts'
import type { Segments } from '../../domain/segments.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { type CountsQuery, readCounts } from '../../store/counts.ts'
import { writeTotals } from '../../store/display-totals.ts'
import type { Site } from '../../store/sites.ts'
import { findSurvey, listSurveys, type SurveyRow } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { rangeOf, segmentFilters, undeclared } from './filters.ts'

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
    const wanted = wantedOf(c, site, now, c.req.valid('query'))
    if ('status' in wanted) return problem(c, wanted)
    return c.json(await reportOf(c, survey, wanted), 200)
  })
  .openapi(reports, async (c) => {
    const { db, now, site } = c.var
    const query = c.req.valid('query')
    const found = await Promise.all(query.surveys.map((id) => findSurvey(db, site.id, id)))
    const surveys = found.filter((survey) => survey !== undefined)
    if (surveys.length < found.length) return problem(c, notFound)
    const wanted = wantedOf(c, site, now, query)
    if ('status' in wanted) return problem(c, wanted)
    if (!isOneScale(surveys)) return problem(c, severalScales)
    const locales = site.dimensions.includes('language')
    const request = requestOf(site, surveys, now, wanted)
    return c.json(composePooled(request, await countsFor(c, request, wanted, locales), locales), 200)
  })
  .openapi(overview, async (c) => {
    const { db, now, site } = c.var
    const range = rangeOf(c.req.valid('query'), site.timeZone, now)
    if ('status' in range) return problem(c, range)
    const wanted: Wanted = { range, interval: 'week', compare: 'previous', breakdown: undefined, filters: {} }
    const surveys = await listSurveys(db, site.id)
    const tiles = await Promise.all(
      surveys.map(async (survey) => ({
        survey: { id: survey.id, name: survey.name, touchpoint: survey.touchpoint, state: survey.state },
        report: await reportOf(c, survey, wanted),
      })),
    )
    return c.json({ ...range, timeZone: site.timeZone, tiles }, 200)
  })

/** The last days, which still change, and a few that something late has touched. */
const mostUntotalled = 5

type Wanted = Pick<ReportQuery, 'interval' | 'compare' | 'breakdown'> & { range: Range; filters: Segments }

/** The query, checked against the site's dimensions and its calendar. */
function wantedOf(c: Context, site: Site, now: number, query: ReportQuery): Wanted | Refusal {
  const range = rangeOf(query, site.timeZone, now)
  if ('status' in range) return range
  const filters = segmentFilters(c, site.dimensions)
  if ('status' in filters) return filters
  const { interval, compare, breakdown } = query
  if (breakdown !== undefined && !site.dimensions.includes(breakdown)) return undeclared('/breakdown')
  return { range, interval, compare, breakdown, filters: filters.segments }
}

async function reportOf(c: Context<ManageEnv>, survey: SurveyRow, wanted: Wanted): Promise<Report> {
  const { now, site } = c.var
  const request = requestOf(site, [survey], now, wanted)
  return composeReport({ ...request, survey: survey.id }, await countsFor(c, request, wanted, false))
}

async function countsFor(c: Context<ManageEnv>, request: ReportRequest, wanted: Wanted, locales: boolean): Promise<Counts> {
  const { db, site } = c.var
  const counts = await readCounts(db, countsOf(site, request, wanted, locales))
  const { surveys, range, today } = request
  // Days that are over everywhere, so that nothing but a late step or an erasure changes them again.
  const over = addDays(today, -2)
  if (counts.untotalled > mostUntotalled && range.from <= over)
    c.executionCtx.waitUntil(writeTotals(db, surveys, { from: range.from, to: over < range.to ? over : range.to }))
  return counts
}

function requestOf(site: Site, surveys: readonly SurveyRow[], now: number, wanted: Wanted): ReportRequest {
  const { metric, points } = surveys[0] ?? { metric: 'none', points: 0 }
  const { range, interval, compare, breakdown } = wanted
  return {
    surveys: surveys.map((survey) => survey.id),
    scale: { metric, points },
    timeZone: site.timeZone,
    today: dayOf(now, site.timeZone),
    range,
    interval,
    compare,
    breakdown,
  }
}

function countsOf(site: Site, { surveys }: ReportRequest, wanted: Wanted, locales: boolean): CountsQuery {
  const { range, compare, breakdown, filters } = wanted
  return { site: site.id, surveys, range, compared: compare && comparedRange(range, compare), breakdown, filters, locales }
}

/** Without a metric there is no score to pool. */
function isOneScale([first, ...rest]: readonly SurveyRow[]): boolean {
  return (
    first !== undefined &&
    first.metric !== 'none' &&
    rest.every(({ metric, points }) => metric === first.metric && points === first.points)
  )
}

const severalScales: Refusal = {
  status: 422,
  errors: [{ pointer: '/surveys', detail: 'one metric and one scale: scores of different kinds have no common average' }],
}
