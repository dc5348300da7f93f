import type { Context } from 'hono'
import * as z from 'zod'
import { ExportQuery } from '../../contract/response.ts'
import { dayOf } from '../../domain/calendar.ts'
import { answerIds, type ExportColumns } from '../../domain/export-columns.ts'
import { csvFile, ndjsonFile } from '../../domain/export-file.ts'
import { attachment } from '../../domain/file-name.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { problem } from '../../middleware/problem.ts'
import { listAskedQuestions, listDimensions, listPages, listTraitKeys } from '../../store/exports.ts'
import type { Asked } from '../../store/matching.ts'
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
    const columns = await columnsOf(c, asked)
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

/** A header comes before the rows, so what it has to name is asked first. */
async function columnsOf(c: Context<ManageEnv>, asked: Asked): Promise<ExportColumns> {
  const { db, site } = c.var
  const [versions, known, traits] = await Promise.all([
    listAskedQuestions(db, site.id, asked.surveys),
    listDimensions(db, site.id),
    listTraitKeys(db, site.id, asked),
  ])
  return { answers: answerIds(versions), dimensions: [...new Set([...site.dimensions, ...known])], traits }
}

function download(c: Context<ManageEnv>, type: string, ending: string, text: AsyncGenerator<string>) {
  const { now, site } = c.var
  c.header('Content-Type', type)
  c.header('Content-Disposition', attachment(site.name, `responses ${dayOf(now, site.timeZone)}.${ending}`))
  return c.body(streamOf(text), 200)
}
