import * as z from 'zod'
import { CreatedPreview, CreatePreview, Preview, Purged, Tests } from '../../contract/preview.ts'
import { newSecret } from '../../domain/ids.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { previewUrl } from '../../domain/preview.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { nameOfHash } from '../../store/hash-names.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { deletePreview, insertPreview, listPreviews } from '../../store/previews.ts'
import { countTests, deleteTests } from '../../store/responses.ts'
import { findSurvey } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const hourMs = 60 * 60_000

const list = defineRoute('GET /api/v1/surveys/{id}/previews', {
  summary: "The links to a survey's draft that still work; the links themselves are not kept",
  request: { params },
  responses: { 200: json(z.object({ previews: z.array(Preview) })) },
})
const create = defineRoute('POST /api/v1/surveys/{id}/previews', {
  summary: "A link to a page of the shop under which it shows the survey's draft; what is answered there is a test",
  description: 'It works once the loaders in caches have lapsed, within a minute, and until it expires.',
  request: { params, body: body(CreatePreview) },
  responses: { 201: json(CreatedPreview) },
})
const revoke = defineRoute('DELETE /api/v1/surveys/{id}/previews/{preview}', {
  summary: 'Revoke a link to a draft',
  request: { params: params.extend({ preview: z.string() }) },
  responses: { 204: { description: 'Done' } },
})
const count = defineRoute('GET /api/v1/surveys/{id}/tests', {
  summary: 'How many test responses the survey has; `GET /api/v1/responses?test=1` lists them',
  request: { params },
  responses: { 200: json(Tests) },
})
const purge = defineRoute('DELETE /api/v1/surveys/{id}/tests', {
  summary: 'Delete all test responses of the survey',
  request: { params },
  responses: { 200: json(Purged) },
})

export const previewRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    return survey ? c.json({ previews: await listPreviews(db, site.id, survey.id, now) }, 200) : problem(c, notFound)
  })
  .openapi(create, async (c) => {
    const { actor, db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const { hours, url = site.origins.find((origin) => !origin.includes('*')) } = c.req.valid('json')
    if (!url || !isAllowedOrigin(new URL(url).origin, site.origins))
      return problem(c, { status: 422, errors: [{ pointer: '/url', detail: "a page of an origin on the site's list" }] })
    const secret = newSecret('pv')
    const expires = now + hours * hourMs
    const hash = await sha256(secret)
    const person = actor?.person?.id ?? null
    await insertPreview(db, { site: site.id, hash, survey: survey.id, created_at: now, expires_at: expires, person, page: url })
    forgetSite(db, site.key)
    return c.json(
      {
        id: nameOfHash(hash),
        page: url,
        author: actor?.person?.name ?? null,
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(expires).toISOString(),
        url: previewUrl(url, secret),
      },
      201,
    )
  })
  .openapi(revoke, async (c) => {
    const { db, site } = c.var
    const { id, preview } = c.req.valid('param')
    if (!(await deletePreview(db, site.id, id, preview))) return problem(c, notFound)
    forgetSite(db, site.key)
    return c.body(null, 204)
  })
  .openapi(count, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    return survey ? c.json({ count: await countTests(db, site.id, survey.id) }, 200) : problem(c, notFound)
  })
  .openapi(purge, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    return survey ? c.json({ deleted: await deleteTests(db, site.id, survey.id) }, 200) : problem(c, notFound)
  })
