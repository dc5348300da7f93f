import * as z from 'zod'
import { ImportQuery, ImportView } from '../../contract/import.ts'
import { formatOf, readFile } from '../../domain/import-file.ts'
import { storeFile, tryFile } from '../../imports/file.ts'
import { closedToImports, continueUndo, openDestination } from '../../imports/slices.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { beginUndo, findImport, importView, listImports } from '../../store/imports.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const file = z.string().describe('The file: a header line and rows, or one JSON object a line')
const params = z.object({ id: z.string() })
/** How long an undo works before it leaves the rest to the job. */
const undoPatienceMs = 10_000

const list = defineRoute('GET /api/v1/imports', {
  summary: 'The newest imports',
  responses: { 200: json(z.object({ imports: z.array(ImportView) })) },
})
const create = defineRoute('POST /api/v1/imports', {
  summary: 'Import responses from CSV or NDJSON; the body is the file. `dryRun=1` stores nothing',
  request: {
    query: ImportQuery,
    // Read as a stream by the handler, so nothing of it is parsed before.
    body: { required: false, content: { 'text/csv': { schema: file }, 'application/x-ndjson': { schema: file } } },
  },
  responses: { 200: json(ImportView, 'Stored'), 202: json(ImportView, 'Received; the rest happens in the background') },
})
const get = defineRoute('GET /api/v1/imports/{id}', {
  summary: 'How far an import is',
  request: { params },
  responses: { 200: json(ImportView) },
})
const undo = defineRoute('DELETE /api/v1/imports/{id}', {
  summary: 'Take an import back: its responses and their counts',
  request: { params },
  responses: { 200: json(ImportView, 'Undone'), 202: json(ImportView, 'Being undone in the background') },
})

export const importRoutes = manageRouter()
  .openapi(list, async (c) => c.json({ imports: (await listImports(c.get('db'), c.get('site').id)).map(importView) }, 200))
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const { survey: surveyId, dryRun } = c.req.valid('query')
    const format = formatOf(c.req.header('Content-Type') ?? '')
    if (!format) return problem(c, { status: 415, detail: 'send text/csv or application/x-ndjson' })
    const destination = await openDestination(db, site, surveyId, now)
    if (destination === 'unknown') return problem(c, notFound)
    if (typeof destination === 'string') return problem(c, { status: 409, detail: closedToImports[destination] })
    const body = c.req.raw.body
    if (!body) return problem(c, { status: 400, detail: 'the body is the file, and it is empty' })
    const file = readFile(body, format)
    if (dryRun) return c.json(await tryFile(db, destination, file, now), 200)
    const view = await storeFile(db, destination, file, now)
    return view.state === 'done' ? c.json(view, 200) : c.json(view, 202)
  })
  .openapi(get, async (c) => {
    const found = await findImport(c.get('db'), c.get('site').id, c.req.valid('param').id)
    return found ? c.json(importView(found), 200) : problem(c, notFound)
  })
  .openapi(undo, async (c) => {
    const { db, now, site } = c.var
    const { id } = c.req.valid('param')
    const found = await findImport(db, site.id, id)
    if (!found) return problem(c, notFound)
    if (found.state === 'receiving') return problem(c, { status: 409, detail: 'the file is still being received' })
    if (found.state !== 'undone') await beginUndo(db, id, now)
    const gone = found.state === 'undone' || (await continueUndo(db, found, Date.now() + undoPatienceMs))
    const view = importView((await findImport(db, site.id, id)) ?? found)
    return gone ? c.json(view, 200) : c.json(view, 202)
  })
