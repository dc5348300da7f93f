import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import {
  CreatedEndpoint,
  CreateEndpoint,
  Deliveries,
  DeliveriesQuery,
  Endpoint,
  EventType,
  PatchEndpoint,
  ReplayFailed,
  Tried,
} from '../../contract/webhook.ts'
import { mayReach } from '../../deliver/reach.ts'
import { sendTo } from '../../deliver/webhook.ts'
import { newId, newSigningSecret } from '../../domain/ids.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { listDeliveries, replayDelivery, replayFailed } from '../../store/delivery-log.ts'
import {
  deleteEndpoint,
  endpointView,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  rotateSecret,
  updateEndpoint,
} from '../../store/endpoints.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const day = 24 * 60 * 60_000
const tooMany: Refusal = { status: 409, detail: `a site has at most ${limits.endpointsPerSite} webhooks; remove one first` }
const notActive: Refusal = { status: 409, detail: 'this webhook is not active' }
const unsigned: Refusal = { status: 409, detail: 'what goes to a Slack channel is not signed' }
const alertsOnly: Refusal = { status: 422, errors: [{ pointer: '/types', detail: 'a Slack channel hears of alerts alone' }] }
const refusedUrl = (reason: string): Refusal => ({ status: 422, errors: [{ pointer: '/url', detail: reason }] })

const list = defineRoute('GET /api/v1/webhooks', {
  summary: 'Whom the site tells of what happens, the oldest first; their secrets are not shown',
  responses: { 200: json(z.object({ webhooks: z.array(Endpoint) })) },
})
const create = defineRoute('POST /api/v1/webhooks', {
  summary: 'Tell somebody of what happens; the secret that signs it is shown this once',
  description:
    '`standard`: JSON signed by [Standard Webhooks](https://www.standardwebhooks.com). `slack`: a text, for alerts. Isolates elsewhere hear of the first webhook of a site within half a minute.',
  request: { body: body(CreateEndpoint) },
  responses: { 201: json(CreatedEndpoint) },
})
const get = defineRoute('GET /api/v1/webhooks/{id}', {
  summary: 'One webhook',
  request: { params },
  responses: { 200: json(Endpoint) },
})
const patch = defineRoute('PATCH /api/v1/webhooks/{id}', {
  summary: 'Change a webhook, pause it, or begin anew with one that was disabled',
  request: { params, body: body(PatchEndpoint) },
  responses: { 200: json(Endpoint) },
})
const remove = defineRoute('DELETE /api/v1/webhooks/{id}', {
  summary: 'Remove a webhook, its log and what is on its way',
  request: { params },
  responses: { 204: { description: 'Done' } },
})
const test = defineRoute('POST /api/v1/webhooks/{id}/test', {
  summary: 'Send a `webhook.test` now and say how that ended',
  request: { params },
  responses: { 200: json(Tried) },
})
const rotate = defineRoute('POST /api/v1/webhooks/{id}/rotate', {
  summary: 'Make another secret, shown this once; for a day the one before signs too',
  request: { params },
  responses: { 200: json(CreatedEndpoint) },
})
const deliveries = defineRoute('GET /api/v1/webhooks/{id}/deliveries', {
  summary: 'What was sent in the last 30 days and how that ended, the newest first',
  request: { params, query: DeliveriesQuery },
  responses: { 200: json(Deliveries) },
})
const replay = defineRoute('POST /api/v1/webhooks/{id}/deliveries/{delivery}/replay', {
  summary: 'Send one again within a minute, under the same `webhook-id`',
  request: { params: params.extend({ delivery: z.string() }) },
  responses: { 204: { description: 'On its way' } },
})
const replayAll = defineRoute('POST /api/v1/webhooks/{id}/replay', {
  summary: 'Send whatever failed since then again, likewise',
  request: { params, body: body(ReplayFailed) },
  responses: { 200: json(z.object({ replayed: z.int() })) },
})

export const webhookRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { db, now, site } = c.var
    return c.json({ webhooks: (await listEndpoints(db, site.id)).map((row) => endpointView(row, now)) }, 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const { kind, name, url, types = kind === 'slack' ? ['alert.fired' as const] : EventType.options } = c.req.valid('json')
    if (kind === 'slack' && types.some((type) => type !== 'alert.fired')) return problem(c, alertsOnly)
    const may = await mayReach(c.env, url, new URL(c.req.url).hostname)
    if (!may.ok) return problem(c, refusedUrl(may.reason))
    const secret = kind === 'standard' ? newSigningSecret() : ''
    const made = { id: newId('whk'), site: site.id, kind, url: may.url.href, name, types: JSON.stringify(types), secret }
    if (!(await insertEndpoint(db, { ...made, state_at: now, created_at: now }))) return problem(c, tooMany)
    forgetSite(db, site.key)
    const row = await findEndpoint(db, site.id, made.id)
    return row ? c.json({ ...endpointView(row, now), secret: secret || null }, 201) : problem(c, notFound)
  })
  .openapi(get, async (c) => {
    const { db, now, site } = c.var
    const row = await findEndpoint(db, site.id, c.req.valid('param').id)
    return row ? c.json(endpointView(row, now), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const { url, ...asked } = c.req.valid('json')
    const found = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!found) return problem(c, notFound)
    c.set('before', endpointView(found, now))
    if (found.kind === 'slack' && asked.types?.some((type) => type !== 'alert.fired')) return problem(c, alertsOnly)
    const may = url === undefined ? undefined : await mayReach(c.env, url, new URL(c.req.url).hostname)
    if (may?.ok === false) return problem(c, refusedUrl(may.reason))
    await updateEndpoint(db, site.id, found.id, { ...asked, url: may?.url.href }, now)
    forgetSite(db, site.key)
    const row = await findEndpoint(db, site.id, found.id)
    return row ? c.json(endpointView(row, now), 200) : problem(c, notFound)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const found = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!found || !(await deleteEndpoint(db, site.id, found.id))) return problem(c, notFound)
    c.set('before', { name: found.name, kind: found.kind })
    forgetSite(db, site.key)
    return c.body(null, 204)
  })
  .openapi(test, async (c) => {
    const { db, now, site } = c.var
    const row = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const content = { data: { site: site.name, message: 'A test' }, text: `Earshot can write here about ${site.name}.` }
    const message = { id: newId('msg'), type: 'webhook.test', at: now, content }
    const tried = await sendTo(c.env, row, message, new URL(c.req.url).hostname)
    if (tried.ok === 'void') return problem(c, notFound)
    const { ok, status } = tried
    return c.json({ ok, status, ms: Date.now() - now, error: tried.ok ? '' : tried.error }, 200)
  })
  .openapi(rotate, async (c) => {
    const { db, now, site } = c.var
    const found = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!found) return problem(c, notFound)
    if (found.kind !== 'standard') return problem(c, unsigned)
    const secret = newSigningSecret()
    await rotateSecret(db, site.id, found.id, secret, now + day)
    return c.json({ ...endpointView({ ...found, former_until: now + day }, now), secret }, 200)
  })
  .openapi(deliveries, async (c) => {
    const { db, site } = c.var
    const found = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!found) return problem(c, notFound)
    const page = await listDeliveries(db, site.id, found.id, c.req.valid('query'))
    return page
      ? c.json(page, 200)
      : problem(c, { status: 400, errors: [{ pointer: '/cursor', detail: 'not a cursor of ours' }] })
  })
  .openapi(replay, async (c) => {
    const { db, now, site } = c.var
    const { id, delivery } = c.req.valid('param')
    const found = await findEndpoint(db, site.id, id)
    if (!found) return problem(c, notFound)
    if (found.state !== 'active') return problem(c, notActive)
    return (await replayDelivery(db, site.id, id, delivery, now)) ? c.body(null, 204) : problem(c, notFound)
  })
  .openapi(replayAll, async (c) => {
    const { db, now, site } = c.var
    const found = await findEndpoint(db, site.id, c.req.valid('param').id)
    if (!found) return problem(c, notFound)
    if (found.state !== 'active') return problem(c, notActive)
    const since = Date.parse(c.req.valid('json').since)
    return c.json({ replayed: await replayFailed(db, site.id, found.id, since, now) }, 200)
  })
