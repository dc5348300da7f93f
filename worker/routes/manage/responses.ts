import * as z from 'zod'
import { CasedResponse, CaseHistory, PatchCase } from '../../contract/case.ts'
import type { Part } from '../../contract/people.ts'
import { Contacts, Feed, FeedQuery } from '../../contract/response.ts'
import { publicId, rowId } from '../../domain/response-id.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { findCases, listCaseEvents } from '../../store/cases.ts'
import { listContacts } from '../../store/contacts.ts'
import type { Db } from '../../store/db.ts'
import { eraseResponse } from '../../store/erasures.ts'
import { findResponse, listResponses } from '../../store/feed.ts'
import { changeAsked } from './case-changes.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'
import { responseFilters } from './filters.ts'

const params = z.object({ id: z.string() })

const list = defineRoute('GET /api/v1/responses', {
  summary: 'Responses, the last answered first; `segment.DIMENSION=VALUE` and `answer.QUESTION=VALUE` filter',
  description:
    '`answer.QUESTION=VALUE` lists those who gave an answer to a closed question: a choice’s id, `other`, a rating’s point, `yes` of a consent; of several choices each counts. Where few responses match, a page may hold fewer than `limit`, or none, and still have a `next`: go on until there is none.',
  request: { query: FeedQuery },
  responses: { 200: json(Feed) },
})
const get = defineRoute('GET /api/v1/responses/{id}', {
  summary: 'One response',
  request: { params },
  responses: { 200: json(CasedResponse) },
})
const patch = defineRoute('PATCH /api/v1/responses/{id}', {
  summary: 'Take up, give away, note on or close a response’s case; some days after it is closed its contacts are deleted',
  description: 'With `revision` it answers 409, and changes nothing, where somebody has changed the case since.',
  request: { params, body: body(PatchCase) },
  responses: { 200: json(CasedResponse) },
})
const history = defineRoute('GET /api/v1/responses/{id}/history', {
  summary: 'What was done about a response, by whom and when',
  request: { params },
  responses: { 200: json(CaseHistory) },
})
const contacts = defineRoute('GET /api/v1/responses/{id}/contacts', {
  summary: 'How to reach the respondent, and what for',
  request: { params },
  responses: { 200: json(Contacts) },
})
const erase = defineRoute('DELETE /api/v1/responses/{id}', {
  summary: 'Erase a response for good: its counts go with it, and nothing sent later brings it back',
  request: { params },
  responses: { 204: { description: 'Done' } },
})

export const responseRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, site } = c.var
    const query = c.req.valid('query')
    const before = query.cursor === undefined ? undefined : rowId(query.cursor)
    if (before === null) return problem(c, { status: 400, errors: [{ pointer: '/cursor', detail: 'not a cursor of ours' }] })
    const asked = await responseFilters(c, query)
    if ('status' in asked) return problem(c, asked)
    const page = await listResponses(db, site.id, asked, { before, limit: query.limit })
    const next = page.next === undefined ? null : publicId(page.next)
    if (next) {
      const url = new URL(c.req.url)
      url.searchParams.set('cursor', next)
      c.header('Link', `<${url.pathname}${url.search}>; rel="next"`)
    }
    return c.json({ items: page.items, next }, 200)
  })
  .openapi(get, async (c) => {
    const { db, part, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const item = id === null ? undefined : await findCased(db, site.id, id, part)
    return item ? c.json(item, 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, part, site } = c.var
    const id = rowId(c.req.valid('param').id)
    if (id === null || !(await findResponse(db, site.id, id))) return problem(c, notFound)
    const { revision, ...change } = c.req.valid('json')
    const refusal = await changeAsked(c, [id], change, revision)
    if (refusal) return problem(c, refusal)
    const item = await findCased(db, site.id, id, part)
    return item ? c.json(item, 200) : problem(c, notFound)
  })
  .openapi(history, async (c) => {
    const { db, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const events = id === null ? undefined : await listCaseEvents(db, site.id, id)
    return events ? c.json({ events }, 200) : problem(c, notFound)
  })
  .openapi(contacts, async (c) => {
    const { db, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const found = id === null ? undefined : await listContacts(db, site.id, id)
    return found ? c.json({ contacts: found }, 200) : problem(c, notFound)
  })
  .openapi(erase, async (c) => {
    const { db, now, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const erased = id !== null && (await eraseResponse(db, site.id, id, sha256, now))
    return erased ? c.body(null, 204) : problem(c, notFound)
  })

/** One response with its case. */
async function findCased(db: Db, site: string, id: number, part: Part) {
  const [item, cases] = await Promise.all([findResponse(db, site, id, part), findCases(db, site, [id])])
  return item && { ...item, case: cases.get(id)?.case ?? null }
}
