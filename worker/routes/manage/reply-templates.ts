import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { CreateReplyTemplate, PatchReplyTemplate, ReplyTemplate, ReplyTemplates } from '../../contract/reply.ts'
import { newId } from '../../domain/ids.ts'
import { places, unknownPlaces } from '../../domain/reply-places.ts'
import { cleanText } from '../../domain/text.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import {
  deleteReplyTemplate,
  findReplyTemplate,
  insertReplyTemplate,
  listReplyTemplates,
  type ReplyTemplateRow,
  updateReplyTemplate,
} from '../../store/reply-templates.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const tooMany: Refusal = { status: 409, detail: `a site has at most ${limits.replyTemplates} templates; delete one first` }

const list = defineRoute('GET /api/v1/reply-templates', {
  summary: 'What replies to shoppers are begun with, by name',
  responses: { 200: json(ReplyTemplates) },
})
const create = defineRoute('POST /api/v1/reply-templates', {
  summary: 'Add a template; `{first name}`, `{shop}`, `{survey}`, `{score}` and `{comment}` are filled for each shopper',
  request: { body: body(CreateReplyTemplate) },
  responses: { 201: json(ReplyTemplate) },
})
const patch = defineRoute('PATCH /api/v1/reply-templates/{id}', {
  summary: 'Change a template; replies that were written with it stay as they are',
  request: { params, body: body(PatchReplyTemplate) },
  responses: { 200: json(ReplyTemplate) },
})
const remove = defineRoute('DELETE /api/v1/reply-templates/{id}', {
  summary: 'Delete a template; replies that were written with it stay',
  request: { params },
  responses: { 204: { description: 'Done' } },
})

export const replyTemplateRoutes = manageRouter()
  .openapi(list, async (c) => {
    const rows = await listReplyTemplates(c.var.db, c.var.site.id)
    return c.json({ templates: rows.map(viewOf) }, 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const given = c.req.valid('json')
    const row = { ...cleaned(given), id: newId('tpl'), site: site.id, created_at: now }
    const refusal = refusalOf(row)
    if (refusal) return problem(c, refusal)
    if (!(await insertReplyTemplate(db, row, limits.replyTemplates))) return problem(c, tooMany)
    return c.json(viewOf(row), 201)
  })
  .openapi(patch, async (c) => {
    const { db, site } = c.var
    const before = await findReplyTemplate(db, site.id, c.req.valid('param').id)
    if (!before) return problem(c, notFound)
    const { name, subject, text, language } = { ...before, ...c.req.valid('json') }
    const change = cleaned({ name, subject, text, language })
    const refusal = refusalOf(change)
    if (refusal) return problem(c, refusal)
    c.set('before', viewOf(before))
    await updateReplyTemplate(db, site.id, before.id, change)
    return c.json(viewOf({ ...before, ...change }), 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const row = await findReplyTemplate(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    c.set('before', { name: row.name })
    await deleteReplyTemplate(db, site.id, row.id)
    return c.body(null, 204)
  })

type Words = Pick<ReplyTemplateRow, 'name' | 'subject' | 'text' | 'language'>

const cleaned = ({ name, subject, text, language }: Words): Words => ({
  ...{ name, language },
  ...{ subject: cleanText(subject), text: cleanText(text) },
})

const viewOf = ({ id, name, subject, text, language }: ReplyTemplateRow): ReplyTemplate => ({
  ...{ id, name, subject, text, language },
})

/** A place that there isn't would be read by shoppers as it stands. */
function refusalOf({ subject, text }: Words): Refusal | undefined {
  const errors = Object.entries({ subject, text }).flatMap(([field, words]) => [
    ...(words === '' ? [{ pointer: `/${field}`, detail: 'a text that can be seen' }] : []),
    ...unknownPlaces(words).map((place) => ({
      pointer: `/${field}`,
      detail: `${place} is no place; there are ${places.map((name) => `{${name}}`).join(', ')}`,
    })),
  ])
  return errors.length > 0 ? { status: 422, errors } : undefined
}
