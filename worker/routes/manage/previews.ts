import * as z from 'zod'
import { CreatePreview, Preview, Purged } from '../../contract/preview.ts'
import { newSecret } from '../../domain/ids.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { previewUrl } from '../../domain/preview.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { insertPreview } from '../../store/previews.ts'
import { deleteTests } from '../../store/responses.ts'
import { findSurvey } from '../../store/surveys.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const hourMs = 60 * 60_000

const create = defineRoute('POST /api/v1/surveys/{id}/preview', {
  summary: "A link to a page of the shop under which it shows the survey's draft; what is answered there is a test",
  description: 'It works once the loaders in caches have lapsed, within a minute, and until it expires.',
  request: { params, body: body(CreatePreview) },
  responses: { 201: json(Preview) },
})
const purge = defineRoute('DELETE /api/v1/surveys/{id}/tests', {
  summary: 'Delete all test responses of the survey',
  request: { params },
  responses: { 200: json(Purged) },
})

export const previewRoutes = manageRouter()
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    if (!survey) return problem(c, notFound)
    const { hours, url = site.origins.find((origin) => !origin.includes('*')) } = c.req.valid('json')
    if (!url || !isAllowedOrigin(new URL(url).origin, site.origins))
      return problem(c, { status: 422, errors: [{ pointer: '/url', detail: "a page of an origin on the site's list" }] })
    const secret = newSecret('pv')
    const expires = now + hours * hourMs
    const preview = { site: site.id, hash: await sha256(secret), survey: survey.id, created_at: now, expires_at: expires }
    await insertPreview(db, preview)
    forgetSite(db, site.key)
    return c.json({ url: previewUrl(url, secret), expiresAt: new Date(expires).toISOString() }, 201)
  })
  .openapi(purge, async (c) => {
    const { db, site } = c.var
    const survey = await findSurvey(db, site.id, c.req.valid('param').id)
    return survey ? c.json({ deleted: await deleteTests(db, site.id, survey.id) }, 200) : problem(c, notFound)
  })
