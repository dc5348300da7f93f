import type { Context } from 'hono'
import * as z from 'zod'
import type { Conditions } from '../../contract/conditions.ts'
import { limits } from '../../contract/limits.ts'
import { CreateView, PatchView, View, Views } from '../../contract/view.ts'
import { newId } from '../../domain/ids.ts'
import { mayDo } from '../../domain/roles.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { type Known, readAsked, readKnown } from '../../store/asked.ts'
import { deleteView, findView, insertView, listViews, updateView, type ViewRow } from '../../store/views.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const tooMany: Refusal = { status: 409, detail: `a site keeps at most ${limits.viewsPerSite} views` }
const notYours: Refusal = { status: 403, detail: 'only whoever made a view of the team, or a manager, changes it' }
const keysShare: Refusal = { status: 422, errors: [{ pointer: '/shared', detail: "a key's views are the team's" }] }

const list = defineRoute('GET /api/v1/views', {
  summary: 'Saved views by name: those of the team, and one’s own',
  responses: { 200: json(Views) },
})
const create = defineRoute('POST /api/v1/views', {
  summary: 'Save filters as a view, for the team or for oneself',
  request: { body: body(CreateView) },
  responses: { 201: json(View) },
})
const get = defineRoute('GET /api/v1/views/{id}', {
  summary: 'One view',
  request: { params },
  responses: { 200: json(View) },
})
const patch = defineRoute('PATCH /api/v1/views/{id}', {
  summary: 'Rename a view, share it, or give it other filters; whatever goes by it follows',
  request: { params, body: body(PatchView) },
  responses: { 200: json(View) },
})
const remove = defineRoute('DELETE /api/v1/views/{id}', {
  summary: 'Delete a view',
  request: { params },
  responses: { 204: { description: 'Done' } },
})

export const viewRoutes = manageRouter()
  .openapi(list, async (c) => {
    const { actor, db, site } = c.var
    const [rows, known] = await Promise.all([listViews(db, site.id, actor?.person?.id ?? null), readKnown(db, site.id)])
    return c.json({ views: await Promise.all(rows.map((row) => viewOf(c, row, known))) }, 200)
  })
  .openapi(create, async (c) => {
    const { actor, db, now, site } = c.var
    const { name, conditions, shared } = c.req.valid('json')
    const person = actor?.person ?? null
    if (person === null && !shared) return problem(c, keysShare)
    const refusal = await refusalOf(c, conditions)
    if (refusal) return problem(c, refusal)
    const made = { id: newId('view'), name, person: person?.id ?? null, created_at: now, updated_at: now }
    const row = { ...made, shared: shared ? (1 as const) : (0 as const) }
    const stored = { ...row, site: site.id, conditions: JSON.stringify(conditions) }
    if (!(await insertView(db, stored, limits.viewsPerSite))) return problem(c, tooMany)
    return c.json(await viewOf(c, { ...row, conditions, author: person?.name ?? null }), 201)
  })
  .openapi(get, async (c) => {
    const row = await visible(c, c.req.valid('param').id)
    return row ? c.json(await viewOf(c, row), 200) : problem(c, notFound)
  })
  .openapi(patch, async (c) => {
    const { db, now, site } = c.var
    const change = c.req.valid('json')
    const row = await visible(c, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    if (!mayChange(c, row)) return problem(c, notYours)
    if (row.person === null && change.shared === false) return problem(c, keysShare)
    const refusal = change.conditions && (await refusalOf(c, change.conditions))
    if (refusal) return problem(c, refusal)
    const { name = row.name, conditions = row.conditions, shared = row.shared === 1 } = change
    const next = { name, conditions, shared: shared ? (1 as const) : (0 as const), updated_at: now }
    await updateView(db, site.id, row.id, { ...next, conditions: JSON.stringify(conditions) })
    return c.json(await viewOf(c, { ...row, ...next }), 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const row = await visible(c, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    if (!mayChange(c, row)) return problem(c, notYours)
    await deleteView(db, site.id, row.id)
    return c.body(null, 204)
  })

/** Another person's own view is nobody else's business, as if it weren't there. */
async function visible(c: Context<ManageEnv>, id: string): Promise<ViewRow | undefined> {
  const { actor, db, site } = c.var
  const row = await findView(db, site.id, id)
  return row && (row.shared === 1 || row.person === actor?.person?.id) ? row : undefined
}

function mayChange(c: Context<ManageEnv>, { person }: ViewRow): boolean {
  const { actor, site } = c.var
  if (person !== null && person === actor?.person?.id) return true
  return mayDo(actor?.sites.find(({ id }) => id === site.id)?.role ?? 'viewer', 'manager')
}

/** Only what the site has today is saved; a survey of somebody else is as one that isn't there. */
async function refusalOf(c: Context<ManageEnv>, conditions: Conditions): Promise<Refusal | undefined> {
  const asked = await readAsked(c.var.db, c.var.site, conditions)
  if (!('faults' in asked)) return
  if (asked.faults.some(({ pointer }) => pointer === '/survey')) return notFound
  return { status: 422, errors: asked.faults.map((fault) => ({ ...fault, pointer: `/conditions${fault.pointer}` })) }
}

async function viewOf(c: Context<ManageEnv>, row: ViewRow, known?: Known): Promise<View> {
  const asked = await readAsked(c.var.db, c.var.site, row.conditions, { known })
  return {
    ...{ id: row.id, name: row.name, conditions: row.conditions, shared: row.shared === 1, author: row.author },
    ...{ mayChange: mayChange(c, row), gone: 'faults' in asked ? asked.faults : [] },
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}
