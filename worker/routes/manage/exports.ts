import type { Context } from 'hono'
import * as z from 'zod'
import { ExportQuery } from '../../contract/response.ts'
import { dayOf } from '../../domain/calendar.ts'
import { csvFile, ndjsonFile } from '../../domain/export-file.ts'
import { attachment } from '../../domain/file-name.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { problem } from '../../middleware/problem.ts'
import { listPages, readColumns } from '../../store/exports.ts'
import { defineRoute, manageRouter } from './define.ts'
import { responseFilters } from './filters.ts'
import { streamOf } from './stream.ts'

const file = (type: string, description: string) => ({
  description: `${description}. It comes in one piece or is broken off: it never ends early as if it were whole`,
  content: { [type]: { schema: z.string() } },
})

const asCsv = defineRoute('GET /api/v1/exports/responses.csv', {
  summary:
    'Responses as CSV, with the filters of the feed, `segment.DIMENSION=VALUE` and `answer.QUESTION=VALUE` too: one row each, survey by survey, the last answered first',
  request: { query: ExportQuery },
  responses: { 200: file('text/csv', 'UTF-8 with a byte order mark') },
})
const asNdjson = defineRoute('GET /api/v1/exports/responses.ndjson', {
  summary: 'The same as JSON, one object a line',
  request: { query: ExportQuery },
  responses: { 200: file('application/x-ndjson', 'One object a line') },
})

export const exportRoutes = manageRouter()
  .openapi(asCsv, async (c) => {
    const { db, site } = c.var
    const asked = await responseFilters(c, c.req.valid('query'))
    if ('status' in asked) return problem(c, asked)
    const columns = await readColumns(db, site, asked)
    const pages = listPages(db, site.id, asked)
    return download(c, 'text/csv; charset=utf-8', 'csv', csvFile(columns, pages))
  })
  .openapi(asNdjson, async (c) => {
    const { db, site } = c.var
    const asked = await responseFilters(c, c.req.valid('query'))
    if ('status' in asked) return problem(c, asked)
    const pages = listPages(db, site.id, asked)
    return download(c, 'application/x-ndjson', 'ndjson', ndjsonFile(pages))
  })

function download(c: Context<ManageEnv>, type: string, ending: string, text: AsyncGenerator<string>) {
  const { now, site } = c.var
  c.header('Content-Type', type)
  c.header('Content-Disposition', attachment(site.name, `responses ${dayOf(now, site.timeZone)}.${ending}`))
  return c.body(streamOf(text), 200)
}
