import * as z from 'zod'
import { ImportPreview, ImportQuery, ImportView, PreviewQuery } from '../../contract/import.ts'
import { limits } from '../../contract/limits.ts'
import { formatOf, readFile } from '../../domain/import-file.ts'
import { mapRows } from '../../domain/import-mapping.ts'
import { storeFile, tryFile } from '../../imports/file.ts'

import { previewStart } from '../../imports/preview.ts'
import { closedToImports, continueUndo, openDestination } from '../../imports/slices.ts'
import { readBytes } from '../../middleware/body.ts'
import { readMapping } from '../../middleware/import-mapping.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { beginUndo, findImport, importView, listImports } from '../../store/imports.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const file = z.string().describe('The file: a header line and rows, or one JSON object a line')
const params = z.object({ id: z.string() })
// Read by the handlers themselves, so nothing of it is parsed before.
const body = { required: false, content: { 'text/csv': { schema: file }, 'application/x-ndjson': { schema: file } } }
const wrongType = { status: 415, detail: 'send text/csv or application/x-ndjson' } as const
/** How long an undo works before it leaves the rest to the job. */
const undoPatienceMs = 10_000

const list = defineRoute('GET /api/v1/imports', {
  summary: 'The newest imports',
  responses: { 200: json(z.object({ imports: z.array(ImportView) })) },
})
const create = defineRoute('POST /api/v1/imports', {
  summary: 'Import responses from CSV or NDJSON; the body is the file. `dryRun=1` stores nothing',
  request: { query: ImportQuery, body },
  responses: { 200: json(ImportView, 'Stored'), 202: json(ImportView, 'Received; the rest happens in the background') },
})
const preview = defineRoute('POST /api/v1/imports/preview', {
  summary: `What a file seems to be and how it would be read; the body is its start, at most ${limits.importPreviewBytes} bytes`,
  request: { query: PreviewQuery, body },
  responses: { 200: json(ImportPreview) },
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
    const { survey: surveyId, dryRun, reasons, mapping: asked } = c.req.valid('query')
    const format = formatOf(c.req.header('Content-Type') ?? '')
    if (!format) return problem(c, wrongType)
    const destination = await openDestination(db, site, surveyId, now)
    if (destination === 'unknown') return problem(c, notFound)
    if (typeof destination === 'string') return problem(c, { status: 409, detail: closedToImports[destination] })
    const mapping = asked === undefined ? undefined : readMapping(asked, destination.target)
    if (mapping && !mapping.ok) return problem(c, { status: 422, errors: mapping.faults })
    const stream = c.req.raw.body
    if (!stream) return problem(c, { status: 400, detail: 'the body is the file, and it is empty' })
    const rows = readFile(stream, { format, encoding: mapping?.value.encoding })
    const file = mapping ? mapRows(rows, mapping.value, destination.target) : rows
    if (dryRun) return c.json(await tryFile(db, destination, file, now, reasons), 200)
    const view = await storeFile(db, destination, file, now)
    return view.state === 'done' ? c.json(view, 200) : c.json(view, 202)
  })
  .openapi(preview, async (c) => {
    const { db, now, site } = c.var
    const format = formatOf(c.req.header('Content-Type') ?? '')
    if (!format) return problem(c, wrongType)
    const destination = await openDestination(db, site, c.req.valid('query').survey, now)
    if (destination === 'unknown') return problem(c, notFound)
    if (typeof destination === 'string') return problem(c, { status: 409, detail: closedToImports[destination] })
    const start = await readBytes(c.req.raw, limits.importPreviewBytes)
    if (start === 'too-large')
      return problem(c, { status: 413, detail: `at most ${limits.importPreviewBytes} bytes: the file’s start` })
    if (start === 'incomplete') return problem(c, { status: 408, detail: 'the body did not arrive in time' })
    return c.json(await previewStart(start, format, destination.target), 200)
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
