import * as z from 'zod'
import { Check, CreateCheck, CreatedCheck, Sightings } from '../../contract/install.ts'
import { checkUrl } from '../../domain/check.ts'
import { newId, newSecret } from '../../domain/ids.ts'
import { sha256 } from '../../domain/secrets.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { checkOf, findCheck, insertCheck } from '../../store/checks.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { listSightings } from '../../store/sightings.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const checkMs = 15 * 60_000
const mostOpen = 20

const sightings = defineRoute('GET /api/v1/sightings', {
  summary: 'When pages of the shop last asked for the tag, by their origin',
  responses: { 200: json(Sightings) },
})
const create = defineRoute('POST /api/v1/checks', {
  summary: 'An address of a page that, once it is opened, tells whether the tag is there and what stands in its way',
  description: 'For 15 minutes.',
  request: { body: body(CreateCheck) },
  responses: { 201: json(CreatedCheck) },
})
const get = defineRoute('GET /api/v1/checks/{id}', {
  summary: 'What the page has told so far',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(Check) },
})

export const installRoutes = manageRouter()
  .openapi(sightings, async (c) => c.json({ sightings: await listSightings(c.var.db, c.var.site.id) }, 200))
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const { url } = c.req.valid('json')
    const secret = newSecret('ck')
    const row = {
      ...{ id: newId('chk'), site: site.id, hash: await sha256(secret), origin: new URL(url).origin },
      ...{ created_at: now, expires_at: now + checkMs, found: '', stranger: '' },
    }
    if (!(await insertCheck(db, row, mostOpen))) {
      // By then all that are open have lapsed.
      c.header('Retry-After', String(checkMs / 1000))
      return problem(c, { status: 429 })
    }
    forgetSite(db, site.key)
    return c.json({ ...checkOf(row), url: checkUrl(url, secret, site.settings.hashRoutes) }, 201)
  })
  .openapi(get, async (c) => {
    const check = await findCheck(c.var.db, c.var.site.id, c.req.valid('param').id)
    return check ? c.json(check, 200) : problem(c, notFound)
  })
