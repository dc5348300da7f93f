import type { Context } from 'hono'
import * as z from 'zod'
import { ResponseItem } from '../../contract/response.ts'
import { PutTags, TagMany } from '../../contract/tags.ts'
import { rowId } from '../../domain/response-id.ts'
import { type TagBook, tagNamed } from '../../domain/tagging/book.ts'
import { judgedPartly, judgedWholly, merged } from '../../domain/tagging/tagging.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { type Corrected, listCorrected, saveCorrections } from '../../store/corrections.ts'
import { findResponse } from '../../store/feed.ts'
import { isInPart } from '../../store/matching.ts'
import { readTagBook } from '../../store/tags.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const put = defineRoute('PUT /api/v1/responses/{id}/tags', {
  summary: 'Say which tags belong to a response: those named, and no others. A correction that is learned from',
  request: { params: z.object({ id: z.string() }), body: body(PutTags) },
  responses: { 200: json(ResponseItem) },
})
const many = defineRoute('POST /api/v1/responses/tags', {
  summary: 'Put tags on several responses and take others off; the rest of their tags stay as they are',
  request: { body: body(TagMany) },
  responses: { 200: json(z.object({ changed: z.int() })) },
})

export const correctionRoutes = manageRouter()
  .openapi(put, async (c) => {
    const { db, now, site } = c.var
    const id = rowId(c.req.valid('param').id)
    const book = await readTagBook(db, site.id)
    const [found] = id === null ? [] : await listCorrected(db, site.id, [id])
    if (!found) return problem(c, notFound)
    const chosen = idsOf(book, c.req.valid('json').tags, '/tags')
    if (!chosen.ok) return problem(c, chosen.refusal)
    const tagging = judgedWholly(merged(found.tagging, book.merged), book.active, chosen.ids)
    await saveCorrections(db, site.id, [{ ...found, tagging }], { wholly: true, now })
    const item = await findResponse(db, site.id, found.id)
    return item ? c.json(item, 200) : problem(c, notFound)
  })
  .openapi(many, async (c) => {
    const { db, now, site } = c.var
    const asked = c.req.valid('json')
    const book = await readTagBook(db, site.id)
    const found = await responsesOf(c, asked.responses)
    if (!found) return problem(c, notFound)
    const [add, remove] = [idsOf(book, asked.add, '/add'), idsOf(book, asked.remove, '/remove')]
    if (!add.ok) return problem(c, add.refusal)
    if (!remove.ok) return problem(c, remove.refusal)
    const corrected = found.map((one) => ({
      ...one,
      tagging: judgedPartly(merged(one.tagging, book.merged), add.ids, remove.ids),
    }))
    await saveCorrections(db, site.id, corrected, { wholly: false, now })
    return c.json({ changed: corrected.length }, 200)
  })

/** All of them, or undefined where one isn't there for whoever asks. */
async function responsesOf(c: Context<ManageEnv>, publicIds: readonly string[]): Promise<Corrected[] | undefined> {
  const { db, part, site } = c.var
  const ids = new Set(publicIds.map(rowId))
  const known = [...ids].filter((id) => id !== null)
  if (known.length < ids.size || (part && !(await isInPart(db, site.id, part, known)))) return
  const found = await listCorrected(db, site.id, known)
  return found.length === ids.size ? found : undefined
}

function idsOf(
  book: TagBook,
  names: readonly string[],
  pointer: string,
): { ok: true; ids: Set<string> } | { ok: false; refusal: Refusal } {
  const tags = names.map((name) => tagNamed(book, name))
  const errors = tags.flatMap((tag, i) =>
    tag ? [] : [{ pointer: `${pointer}/${i}`, detail: 'the site has no tag of this name' }],
  )
  if (errors.length > 0) return { ok: false, refusal: { status: 422, errors } }
  return { ok: true, ids: new Set(tags.flatMap((tag) => tag?.id ?? [])) }
}
