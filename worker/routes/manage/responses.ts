import * as z from 'zod'
import { Contacts, Feed, FeedQuery, PatchResponse, ResponseItem } from '../../contract/response.ts'
import { publicId, rowId } from '../../domain/response-id.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { listContacts } from '../../store/contacts.ts'
import { findResponse, listResponses } from '../../store/feed.ts'
import { eraseResponse, updateStatus } from '../../store/responses.ts'
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
  responses: { 200: json(ResponseItem) },
})
const patch = defineRoute('PATCH /api/v1/responses/{id}', {
  summary: "Take up or close a response's case; some days after it is closed its contacts are deleted",
  request: { params, body: body(PatchResponse) },
  responses: { 200: json(ResponseItem) },
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
    const { db, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const item = id === null ? undefined : await findResponse(db, site.id, id)
    return item ? c.json(item, 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const updated = id !== null && (await updateStatus(db, site.id, id, c.req.valid('json').status, now))
    const item = updated && (await findResponse(db, site.id, id))
    return item ? c.json(item, 200) : problem(c, notFound)
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
