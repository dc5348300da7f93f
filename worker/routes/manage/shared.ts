import type { Context } from 'hono'
import * as z from 'zod'
import { RangeQuery, ReportQuery } from '../../contract/report.ts'
import { SharedDrivers, SharedReport, SharedSurvey } from '../../contract/share.ts'
import { isShareToken, sha256 } from '../../domain/secrets.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { findShared } from '../../store/shares.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { tellDrivers } from './drivers.ts'
import { reportOf, wantedOf } from './wanted.ts'

const params = z.object({ token: z.string() })

const about = defineRoute('GET /api/v1/shared/{token}', {
  summary: 'What a link shows: the names of site and survey, and by what its report may be filtered',
  description:
    'A link gives 120 answers at once and two more a second, a network 300 and five a second; beyond that 429 with `Retry-After`.',
  request: { params },
  responses: { 200: json(SharedSurvey) },
})
const report = defineRoute('GET /api/v1/shared/{token}/report', {
  summary: "A shared survey's report, with its filters and without anybody's own words or data",
  request: { params, query: ReportQuery },
  responses: { 200: json(SharedReport) },
})
const drivers = defineRoute('GET /api/v1/shared/{token}/drivers', {
  summary: "A shared survey's drivers",
  request: { params, query: RangeQuery },
  responses: { 200: json(SharedDrivers) },
})

/** What whoever holds a link may read. A link that never was, was revoked or has expired is the same nothing. */
export const sharedRoutes = manageRouter()
  .openapi(about, async (c) => {
    const shared = await openShared(c, c.req.valid('param').token)
    if (!shared) return problem(c, notFound)
    const { site, survey, expiresAt } = shared
    return c.json({ site: site.name, survey: survey.name, timeZone: site.timeZone, dimensions: site.dimensions, expiresAt }, 200)
  })
  .openapi(report, async (c) => {
    const shared = await openShared(c, c.req.valid('param').token)
    if (!shared) return problem(c, notFound)
    const { site, survey } = shared
    const wanted = await wantedOf(c, site, c.var.now, c.req.valid('query'))
    if ('status' in wanted) return problem(c, wanted)
    return c.json(SharedReport.parse(await reportOf(c, site, survey, wanted)), 200)
  })
  .openapi(drivers, async (c) => {
    const shared = await openShared(c, c.req.valid('param').token)
    if (!shared) return problem(c, notFound)
    const told = await tellDrivers(c, shared.site, shared.survey, c.req.valid('query'))
    return 'status' in told ? problem(c, told) : c.json(SharedDrivers.parse(told), 200)
  })

async function openShared(c: Context<ManageEnv>, token: string) {
  c.header('X-Robots-Tag', 'noindex')
  return isShareToken(token) ? await findShared(c.var.db, await sha256(token), c.var.now) : undefined
}
