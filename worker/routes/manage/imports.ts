import * as z from 'zod'
import { ImportQuery, ImportView } from '../../contract/import.ts'
import { limits } from '../../contract/limits.ts'
import { newId } from '../../domain/ids.ts'
import { type FileRow, formatOf, readFile } from '../../domain/import-file.ts'
import { continueUndo, type Destination, destinationOf, sliceRows, storeSlice, trySlice } from '../../jobs/imports.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import type { Db } from '../../store/db.ts'
import {
  beginUndo,
  findImport,
  importView,
  insertChunk,
  insertImport,
  listImports,
  setImportState,
} from '../../store/imports.ts'
import { findSurvey } from '../../store/surveys.ts'
import { defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
/** How long an undo works before it leaves the rest to the job. */
const undoPatienceMs = 10_000

const list = defineRoute('GET /api/v1/imports', {
  summary: 'The newest imports',
  responses: { 200: json(z.object({ imports: z.array(ImportView) })) },
})
const create = defineRoute('POST /api/v1/imports', {
  summary: 'Import responses from CSV or NDJSON; the body is the file. `dryRun=1` stores nothing',
  request: { query: ImportQuery },
  responses: { 200: json(ImportView, 'Stored'), 202: json(ImportView, 'Received; the rest happens in the background') },
})
const get = defineRoute('GET /api/v1/imports/{id}', { summary: 'How far an import is', request: { params }, responses: { 200: json(ImportView) } })
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
    const survey = await findSurvey(db, site.id, surveyId)
    if (!survey) return problem(c, notFound)
    if (survey.state === 'closed') return problem(c, { status: 409, detail: 'this survey is closed' })
    const destination = await destinationOf(db, site.key, survey.id, now)
    if (!destination) return problem(c, { status: 409, detail: 'publish the survey first: rows are read by a published version' })
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

async function* slicesOf(file: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let slice: FileRow[] = []
  for await (const row of file) {
    slice.push(row)
    if (slice.length < sliceRows) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

async function tryFile(db: Db, destination: Destination, file: AsyncIterable<FileRow>, now: number): Promise<ImportView> {
  const total = { received: 0, stored: 0, duplicates: 0, rejected: 0 }
  const reasons: ImportView['reasons'] = []
  for await (const rows of slicesOf(file)) {
    const slice = await trySlice(db, destination, rows)
    total.received += rows.length
    total.stored += slice.stored
    total.duplicates += slice.duplicates
    total.rejected += slice.rejected
    reasons.push(...slice.reasons.slice(0, limits.importReasons - reasons.length))
  }
  return { import: '', survey: destination.survey.id, state: 'done', ...total, reasons, createdAt: new Date(now).toISOString() }
}

/** Up to 5,000 rows are stored before the answer; of a longer file all rows wait in chunks for the job. */
async function storeFile(db: Db, destination: Destination, file: AsyncIterable<FileRow>, now: number): Promise<ImportView> {
  const id = newId('imp')
  const { live, survey } = destination
  await insertImport(db, { id, site: live.site.id, survey: survey.id, state: 'receiving' }, now)
  let held: FileRow[][] = []
  let position = 0
  for await (const rows of slicesOf(file)) {
    held.push(rows)
    if (position === 0 && held.length * sliceRows <= limits.importRowsAtOnce) continue
    for (const chunk of held) await insertChunk(db, id, position++, chunk, now)
    held = []
  }
  const found = await findImport(db, live.site.id, id)
  if (!found) throw new Error('the import just made is gone')
  for (const rows of held) await storeSlice(db, destination, found, rows)
  await setImportState(db, id, position === 0 ? 'done' : 'running', now)
  return importView((await findImport(db, live.site.id, id)) ?? found)
}
