import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { CreateNote, Note, NotesQuery, PatchNote } from '../../contract/note.ts'
import { newId } from '../../domain/ids.ts'
import { cleanText } from '../../domain/text.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { deleteNote, findNote, insertNote, notesOf, noteView, updateNote } from '../../store/notes.ts'
import { findSurvey } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const noText: Refusal = { status: 422, errors: [{ pointer: '/text', detail: 'a text that can be seen' }] }
const tooMany: Refusal = { status: 409, detail: `a site keeps at most ${limits.notesPerSite} notes` }

const list = defineRoute('GET /api/v1/notes', {
  summary: "Notes by day; `survey` names one survey, whose own notes and the whole site's are told",
  request: { query: NotesQuery },
  responses: { 200: json(z.object({ notes: z.array(Note) })) },
})
const create = defineRoute('POST /api/v1/notes', {
  summary: "Write down what happened on a day; without a survey it stands on all of the site's trends",
  request: { body: body(CreateNote) },
  responses: { 201: json(Note) },
})
const patch = defineRoute('PATCH /api/v1/notes/{id}', {
  summary: "Change a note's day, text or survey",
  request: { params, body: body(PatchNote) },
  responses: { 200: json(Note) },
})
const remove = defineRoute('DELETE /api/v1/notes/{id}', {
  summary: 'Take a note off the trend',
  request: { params },
  responses: { 204: { description: 'Done' } },
})

export const noteRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, site } = c.var
    const { survey, from, to } = c.req.valid('query')
    if (survey !== undefined && !(await findSurvey(db, site.id, survey))) return problem(c, notFound)
    const rows = await notesOf(db, site.id, { from, to }, survey === undefined ? undefined : [survey]).execute()
    return c.json({ notes: rows.map(noteView) }, 200)
  })
  .openapi(create, async (c) => {
    const { actor, db, now, site } = c.var
    const { day, survey = null, ...given } = c.req.valid('json')
    const text = cleanText(given.text)
    if (text === '') return problem(c, noText)
    if (survey !== null && !(await findSurvey(db, site.id, survey))) return problem(c, notFound)
    const note = { id: newId('note'), site: site.id, survey, day, text, person: actor?.person?.id ?? null, created_at: now }
    if (!(await insertNote(db, note, limits.notesPerSite))) return problem(c, tooMany)
    return c.json(noteView({ ...note, author: actor?.person?.name ?? null }), 201)
  })
  .openapi(patch, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    const { day, survey, ...given } = c.req.valid('json')
    const note = await findNote(db, site.id, id)
    if (!note) return problem(c, notFound)
    const text = given.text === undefined ? note.text : cleanText(given.text)
    if (text === '') return problem(c, noText)
    if (survey && !(await findSurvey(db, site.id, survey))) return problem(c, notFound)
    const changed = { day: day ?? note.day, text, survey: survey === undefined ? note.survey : survey }
    c.set('before', note)
    await updateNote(db, site.id, id, changed)
    return c.json({ ...note, ...changed }, 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    return (await deleteNote(db, site.id, c.req.valid('param').id)) ? c.body(null, 204) : problem(c, notFound)
  })
