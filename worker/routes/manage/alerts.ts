import type { Context } from 'hono'
import * as z from 'zod'
import { type Alert, Alert as AlertSchema, CreateAlert, Firing, PatchAlert } from '../../contract/alert.ts'
import { limits } from '../../contract/limits.ts'
import { aboutTest } from '../../deliver/alert-content.ts'
import { targetsOf } from '../../deliver/targets.ts'
import { newId } from '../../domain/ids.ts'
import { publicId } from '../../domain/response-id.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { type AlertRow, deleteAlert, findAlert, insertAlert, listAlerts, updateAlert } from '../../store/alerts.ts'
import { batch } from '../../store/db.ts'
import { deliveryStatement } from '../../store/deliveries.ts'
import { listEndpoints } from '../../store/endpoints.ts'
import { listFirings } from '../../store/firings.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { goneOf, unknownIn } from './asked-and-told.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const tooMany: Refusal = { status: 409, detail: `a site has at most ${limits.alertsPerSite} alerts; delete one first` }
const nobody: Refusal = { status: 409, detail: 'this alert tells nobody: name a webhook or a member' }
const shownFirings = 50
/** Of a fall: counts are kept by survey and segments alone. */
const ofFalls = new Set(['survey', 'segments'])

const list = defineRoute('GET /api/v1/alerts', {
  summary: 'What the site tells to whom when it comes, or when a score falls',
  responses: { 200: json(z.object({ alerts: z.array(AlertSchema) })) },
})
const create = defineRoute('POST /api/v1/alerts', {
  summary: 'Add an alert',
  description:
    'A response fires an alert once, when it is complete or a minute after its last step. A fall is judged each Monday, by the eight weeks before: see docs/alerts.md.',
  request: { body: body(CreateAlert) },
  responses: { 201: json(AlertSchema) },
})
const get = defineRoute('GET /api/v1/alerts/{id}', {
  summary: 'One alert',
  request: { params },
  responses: { 200: json(AlertSchema) },
})
const patch = defineRoute('PATCH /api/v1/alerts/{id}', {
  summary: 'Change an alert, or turn it off',
  request: { params, body: body(PatchAlert) },
  responses: { 200: json(AlertSchema) },
})
const remove = defineRoute('DELETE /api/v1/alerts/{id}', {
  summary: 'Delete an alert and what it remembers',
  request: { params },
  responses: { 204: { description: 'Done' } },
})
const test = defineRoute('POST /api/v1/alerts/{id}/test', {
  summary: 'Tell everybody it would tell that this is a test, within a minute',
  request: { params },
  responses: { 202: json(z.object({ told: z.int() })) },
})
const firings = defineRoute('GET /api/v1/alerts/{id}/firings', {
  summary: `What it told of, held or cancelled, the last ${shownFirings}`,
  request: { params },
  responses: { 200: json(z.object({ firings: z.array(Firing) })) },
})

export const alertRoutes = manageRouter()
  .openapi(list, async (c) => {
    const rows = await listAlerts(c.var.db, c.var.site.id)
    return c.json({ alerts: await Promise.all(rows.map((row) => viewed(c, row))) }, 200)
  })
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const given = c.req.valid('json')
    const refusal = await refusalOf(c, given.kind, given)
    if (refusal) return problem(c, refusal)
    const row = { ...columnsOf(given), id: newId('alr'), site: site.id, kind: given.kind, created_at: now }
    if (!(await insertAlert(db, row as Parameters<typeof insertAlert>[1]))) return problem(c, tooMany)
    return await answerWith(c, row.id, 201)
  })
  .openapi(get, async (c) => {
    const row = await findAlert(c.var.db, c.var.site.id, c.req.valid('param').id)
    return row ? c.json(await viewed(c, row), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, site } = c.var
    const row = await findAlert(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const change = c.req.valid('json')
    const refusal = await refusalOf(c, row.kind, change)
    if (refusal) return problem(c, refusal)
    c.set('before', await viewed(c, row))
    await updateAlert(db, site.id, row.id, columnsOf(change))
    return await answerWith(c, row.id, 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const row = await findAlert(db, site.id, c.req.valid('param').id)
    if (!row || !(await deleteAlert(db, site.id, row.id))) return problem(c, notFound)
    c.set('before', { name: row.name, kind: row.kind })
    forgetSite(db, site.key)
    return c.body(null, 204)
  })
  .openapi(test, async (c) => {
    const { db, now, site } = c.var
    const row = await findAlert(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const targets = await targetsOf(db, row)
    if (targets.length === 0) return problem(c, nobody)
    const about = { site: site.id, type: 'alert.fired', response: null, about: aboutTest(row.id) }
    await batch(
      db,
      targets.map((target) => deliveryStatement(db, { ...about, ...target, id: newId('msg') }, now)),
    )
    return c.json({ told: targets.length }, 202)
  })
  .openapi(firings, async (c) => {
    const { db, site } = c.var
    const row = await findAlert(db, site.id, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const found = await listFirings(db, row.id, shownFirings)
    return c.json({ firings: found.map(firingView) }, 200)
  })

function firingView(row: Awaited<ReturnType<typeof listFirings>>[number]): Firing {
  const { subject, response, survey, score, state } = row
  const at = new Date(row.at).toISOString()
  if (response !== null) return { response: publicId(response), survey, score, week: null, state, at }
  const [fallen = null, week = null] = subject.split('/')
  return { response: null, survey: fallen, score: null, week, state, at }
}

async function answerWith<Status extends 200 | 201>(c: Context<ManageEnv>, id: string, status: Status) {
  forgetSite(c.var.db, c.var.site.key)
  const row = await findAlert(c.var.db, c.var.site.id, id)
  return row ? c.json(await viewed(c, row), status) : problem(c, notFound)
}

async function viewed(c: Context<ManageEnv>, row: AlertRow): Promise<Alert> {
  const { id, kind, name, conditions, view, endpoints, people, quiet_from: from, quiet_to: to } = row
  return {
    ...{ id, kind, name, conditions, view, webhooks: endpoints, people, hourlyCap: row.hourly_cap, active: row.active === 1 },
    quiet: from === '' ? null : { from, to },
    gone: await goneOf(c, row),
    firedAt: row.fired_at === null ? null : new Date(row.fired_at).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
  }
}

/** What of an alert is said, as it is stored. */
function columnsOf({ name, conditions, view, webhooks, people, quiet, hourlyCap, active }: z.infer<typeof PatchAlert>) {
  return {
    ...(name !== undefined && { name }),
    ...(conditions !== undefined && { conditions: JSON.stringify(conditions) }),
    ...(view !== undefined && { view }),
    ...(webhooks !== undefined && { endpoints: JSON.stringify(webhooks) }),
    ...(people !== undefined && { people: JSON.stringify(people) }),
    ...(quiet !== undefined && { quiet_from: quiet?.from ?? '', quiet_to: quiet?.to ?? '' }),
    ...(hourlyCap !== undefined && { hourly_cap: hourlyCap }),
    ...(active !== undefined && { active: active ? (1 as const) : (0 as const) }),
  }
}

/** Only what the site has today is kept; what another has is as what isn't there. */
async function refusalOf(
  c: Context<ManageEnv>,
  kind: Alert['kind'],
  change: z.infer<typeof PatchAlert>,
): Promise<Refusal | undefined> {
  const { db, site } = c.var
  const { conditions, view, webhooks = [], people = [] } = change
  if (kind === 'fall') {
    if (view) return { status: 422, errors: [{ pointer: '/view', detail: 'a fall is watched by survey and segments' }] }
    const odd = Object.keys(conditions ?? {}).find((name) => !ofFalls.has(name))
    if (odd)
      return { status: 422, errors: [{ pointer: `/conditions/${odd}`, detail: 'a fall is watched by survey and segments' }] }
  }
  const unknown = await unknownIn(c, { conditions, view, people })
  if (unknown) return unknown
  const hooks = webhooks.length > 0 ? await listEndpoints(db, site.id) : []
  if (webhooks.some((id) => !hooks.some((hook) => hook.id === id))) return notFound
  const deaf = webhooks.findIndex((id) => hooks.some((hook) => hook.id === id && !hook.types.includes('"alert.fired"')))
  if (deaf >= 0)
    return { status: 422, errors: [{ pointer: `/webhooks/${deaf}`, detail: 'this webhook does not hear of alerts' }] }
}
