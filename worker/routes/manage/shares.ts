import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { CreatedShare, CreateShare, Share } from '../../contract/share.ts'
import { newId, newSecret } from '../../domain/ids.ts'
import { sha256 } from '../../domain/secrets.ts'
import { cleanText } from '../../domain/text.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { deleteShare, expiryOf, insertShare, listShares } from '../../store/shares.ts'
import { findSurvey } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const past: Refusal = { status: 422, errors: [{ pointer: '/expiresAt', detail: 'lies in the future' }] }
const tooMany: Refusal = { status: 409, detail: `a survey has at most ${limits.sharesPerSurvey} links; revoke one first` }

const list = defineRoute('GET /api/v1/surveys/{id}/shares', {
  summary: "The read-only links to a survey's report; the links themselves are not kept",
  request: { params },
  responses: { 200: json(z.object({ shares: z.array(Share) })) },
})
const create = defineRoute('POST /api/v1/surveys/{id}/shares', {
  summary: "Make a read-only link to a survey's report, without anybody's own words or data; it is shown this once",
  request: { params, body: body(CreateShare) },
  responses: { 201: json(CreatedShare) },
})
const remove = defineRoute('DELETE /api/v1/surveys/{id}/shares/{share}', {
  summary: 'Revoke a link at once',
  request: { params: z.object({ id: z.string(), share: z.string() }) },
  responses: { 204: { description: 'Done' } },
})

export const shareRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    if (!(await findSurvey(db, site.id, id))) return problem(c, notFound)
    return c.json({ shares: await listShares(db, site.id, id) }, 200)
  })
  .openapi(create, async (c) => {
    const { actor, db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const { name = '', expiresAt = null } = c.req.valid('json')
    const expires = expiresAt === null ? null : Date.parse(expiresAt)
    if (expires !== null && expires <= now) return problem(c, past)
    const token = newSecret('sh')
    const share = {
      id: newId('shr'),
      hash: await sha256(token),
      site: site.id,
      survey: survey.id,
      name: cleanText(name),
      person: actor?.person?.id ?? null,
      created_at: now,
      expires_at: expires,
    }
    if (!(await insertShare(db, share, limits.sharesPerSurvey))) return problem(c, tooMany)
    return c.json(
      {
        id: share.id,
        name: share.name,
        author: actor?.person?.name ?? null,
        createdAt: new Date(now).toISOString(),
        expiresAt: expiryOf(expires),
        url: `${new URL(c.req.url).origin}/shared/${token}`,
      },
      201,
    )
  })
  .openapi(remove, async (c) => {
    const { id, share } = c.req.valid('param')
    const { db, site } = c.var
    return (await deleteShare(db, site.id, id, share)) ? c.body(null, 204) : problem(c, notFound)
  })
