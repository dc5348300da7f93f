import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import { NewSite } from '../../contract/people.ts'
import { Outcomes, PatchSite, Retention, RetentionQuery, SiteView } from '../../contract/site.ts'
import { siteFaults } from '../../domain/faults/site.ts'
import { newSecret } from '../../domain/ids.ts'
import { cutOffOf } from '../../domain/retention.ts'
import { staleSignIn } from '../../middleware/fresh-sign-in.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { addSite } from '../../store/founding.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { countBeyond } from '../../store/retention.ts'
import { deleteSite, findSite, restoreSite, siteView, updateSite, writeIdentitySecret } from '../../store/sites.ts'
import { askedTouchpoints } from '../../store/surveys.ts'
import { listOutcomes } from '../../store/tally.ts'
import { changeZone } from '../../store/zone-changes.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const tooManySites: Refusal = { status: 409, detail: `nobody is at more than ${limits.sitesPerPerson} sites` }
const notDeleted: Refusal = { status: 409, detail: 'this site is in use' }
const tooLate: Refusal = { status: 410, detail: 'this site was deleted more than seven days ago' }

const list = defineRoute('GET /api/v1/sites', {
  summary: 'The site the request is about',
  responses: { 200: json(z.object({ sites: z.array(SiteView) })) },
})
const create = defineRoute('POST /api/v1/sites', {
  summary: 'Make a further site, of which whoever asks is the owner',
  request: { body: body(NewSite) },
  responses: { 201: json(SiteView) },
})
const get = defineRoute('GET /api/v1/sites/{id}', {
  summary: 'One site',
  request: { params },
  responses: { 200: json(SiteView) },
})
const patch = defineRoute('PATCH /api/v1/sites/{id}', {
  summary: "Change a site's name, origins, dimensions, time zone or settings; dimensions and the zone count from now on",
  request: { params, body: body(PatchSite) },
  responses: { 200: json(SiteView) },
})
const remove = defineRoute('DELETE /api/v1/sites/{id}', {
  summary: 'Delete a site: its surveys close at once, and seven days later all that belongs to it is erased for good',
  description: 'Until then nothing else can be asked of it than to bring it back. Only for people: a key would have no way back.',
  request: { params },
  responses: { 200: json(SiteView, 'Deleted, and until when it may be brought back') },
})
const restore = defineRoute('POST /api/v1/sites/{id}/restore', {
  summary: 'Bring a deleted site back as it was; what shoppers answered meanwhile was not kept',
  request: { params },
  responses: { 200: json(SiteView) },
})
const identitySecret = defineRoute('POST /api/v1/sites/{id}/identity-secret', {
  summary: "Make the secret that the shop signs its customers' ids with; the one before is worth nothing from then on",
  request: { params },
  responses: { 201: json(z.object({ secret: z.string() })) },
})
const retention = defineRoute('GET /api/v1/sites/{id}/retention', {
  summary: 'How many responses would be deleted, and how many lose their person, were the site to keep them so long',
  description:
    'Asked before the settings `anonymiseMonths` and `keepMonths` are saved; changes nothing. A number left out is never.',
  request: { params, query: RetentionQuery },
  responses: { 200: json(Retention) },
})
const outcomes = defineRoute('GET /api/v1/outcomes', {
  summary: 'What became of everything the site was sent, by UTC day, the last 30 days',
  responses: { 200: json(Outcomes) },
})

export const siteRoutes = manageRouter()
  .openapi(list, (c) => c.json({ sites: [siteView(c.get('site'))] }, 200))
  .openapi(create, async (c) => {
    const { actor, db, now } = c.var
    if (!actor?.person) return problem(c, { status: 403, detail: 'a key stands for its one site: people make others' })
    if (actor.sites.length >= limits.sitesPerPerson) return problem(c, tooManySites)
    return c.json(siteView(await addSite(db, actor.person, c.req.valid('json'), now)), 201)
  })
  .openapi(get, (c) => {
    const site = c.get('site')
    return site.id === c.req.valid('param').id ? c.json(siteView(site), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    if (site.id !== c.req.valid('param').id) return problem(c, notFound)
    const change = c.req.valid('json')
    const errors = siteFaults(change, site, change.journey ? await askedTouchpoints(db, site.id) : [])
    if (errors.length > 0) return problem(c, { status: 422, errors })
    // Shorter months delete answers, all of them if somebody likes.
    const { keepMonths, anonymiseMonths } = { ...site.settings, ...change }
    const keepsAsBefore = keepMonths === site.settings.keepMonths && anonymiseMonths === site.settings.anonymiseMonths
    const stale = keepsAsBefore ? undefined : staleSignIn(c)
    if (stale) return stale
    const { timeZone, ...rest } = change
    const { dimensions, bands = site.settings.bands } = change
    // A dimension that goes takes its bands along: whoever brings it back says them anew.
    const left = dimensions && { bands: bands.filter(({ dimension }) => dimensions.includes(dimension)) }
    c.set('before', siteView(site))
    await updateSite(db, site.id, { ...rest, ...left })
    if (timeZone !== undefined) await changeZone(db, site, timeZone, now)
    forgetSite(db, site.key)
    return c.json(siteView((await findSite(db, site.id)) ?? site), 200)
  })
  .openapi(remove, async (c) => {
    const { actor, db, now, site } = c.var
    if (site.id !== c.req.valid('param').id) return problem(c, notFound)
    if (!actor?.person) return problem(c, { status: 403, detail: 'people delete a site, not keys' })
    await deleteSite(db, site.id, now)
    forgetSite(db, site.key)
    return c.json(siteView((await findSite(db, site.id)) ?? site), 200)
  })
  .openapi(restore, async (c) => {
    const { db, now, site } = c.var
    if (site.id !== c.req.valid('param').id) return problem(c, notFound)
    const isBack = await restoreSite(db, site.id, now)
    if (!isBack) return problem(c, site.deletedAt === null ? notDeleted : tooLate)
    forgetSite(db, site.key)
    return c.json(siteView({ ...site, deletedAt: null }), 200)
  })
  .openapi(identitySecret, async (c) => {
    const { db, site } = c.var
    if (site.id !== c.req.valid('param').id) return problem(c, notFound)
    const secret = newSecret('is')
    await writeIdentitySecret(db, site.id, secret)
    forgetSite(db, site.key)
    return c.json({ secret }, 201)
  })
  .openapi(retention, async (c) => {
    const { db, now, site } = c.var
    if (site.id !== c.req.valid('param').id) return problem(c, notFound)
    const { anonymiseMonths = null, keepMonths = null } = c.req.valid('query')
    return c.json(await countBeyond(db, site.id, cutOffOf({ anonymiseMonths, keepMonths }, site.timeZone, now)), 200)
  })
  .openapi(outcomes, async (c) => {
    const { db, now, site } = c.var
    return c.json({ days: await listOutcomes(db, site.id, 30, now) }, 200)
  })
