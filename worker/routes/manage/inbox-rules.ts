import type { Context } from 'hono'
import * as z from 'zod'
import { CreateInboxRule, InboxPreview, InboxRule, InboxRules, PatchInboxRule, PreviewInboxRule } from '../../contract/case.ts'
import type { Conditions } from '../../contract/conditions.ts'
import { limits } from '../../contract/limits.ts'
import type { Member } from '../../contract/people.ts'
import { newId } from '../../domain/ids.ts'
import { mayDo } from '../../domain/roles.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { readAsked, readKnown } from '../../store/asked.ts'
import { deleteInboxRule, type InboxRuleRow, insertInboxRule, listInboxRules, updateInboxRule } from '../../store/inbox-rules.ts'
import { forgetSite } from '../../store/live-sites.ts'
import { listMembers } from '../../store/members.ts'
import { openPast, takenOfPast } from '../../store/open-cases.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const tooMany: Refusal = { status: 409, detail: `a site has at most ${limits.rulesPerInbox} rules` }
const isPaused: Refusal = { status: 409, detail: 'what it names is gone from the site' }

const list = defineRoute('GET /api/v1/inbox-rules', {
  summary: 'Which responses need somebody: rules in their order, of which the first that takes a response opens its case',
  responses: { 200: json(InboxRules) },
})
const create = defineRoute('POST /api/v1/inbox-rules', {
  summary: 'Add a rule behind the others',
  request: { body: body(CreateInboxRule) },
  responses: { 201: json(InboxRule) },
})
const preview = defineRoute('POST /api/v1/inbox-rules/preview', {
  summary: 'How many responses of the last 30 days conditions would have taken',
  request: { body: body(PreviewInboxRule) },
  responses: { 200: json(InboxPreview) },
})
const patch = defineRoute('PATCH /api/v1/inbox-rules/{id}', {
  summary: 'Change a rule, turn it off or move it; cases it has opened stay',
  request: { params, body: body(PatchInboxRule) },
  responses: { 200: json(InboxRule) },
})
const remove = defineRoute('DELETE /api/v1/inbox-rules/{id}', {
  summary: 'Delete a rule; cases it has opened stay',
  request: { params },
  responses: { 204: { description: 'Done' } },
})
const apply = defineRoute('POST /api/v1/inbox-rules/{id}/apply', {
  summary: 'Open cases of what a rule takes of the last 30 days, as if it had just come',
  request: { params },
  responses: { 200: json(z.object({ opened: z.int() })) },
})

export const inboxRuleRoutes = manageRouter()
  .openapi(list, async (c) => c.json({ rules: await rulesOf(c) }, 200))
  .openapi(create, async (c) => {
    const { db, now, site } = c.var
    const { name, conditions, owner, dueHours, active } = c.req.valid('json')
    const refusal = await refusalOf(c, conditions, owner)
    if (refusal) return problem(c, refusal)
    const row = {
      ...{ id: newId('rule'), site: site.id, name, conditions: JSON.stringify(conditions), owner, due_hours: dueHours },
      ...{ active: active ? (1 as const) : (0 as const), position: limits.rulesPerInbox, created_at: now },
    }
    if (!(await insertInboxRule(db, row, limits.rulesPerInbox))) return problem(c, tooMany)
    return await answerWith(c, row.id, 201)
  })
  .openapi(preview, async (c) => {
    const { db, now, site } = c.var
    const { conditions } = c.req.valid('json')
    const refusal = await refusalOf(c, conditions, null)
    if (refusal) return problem(c, refusal)
    const taken = await takenOfPast(db, site, conditions, now)
    if (!taken) return problem(c, notFound)
    return c.json({ matched: taken.ids.length, of: taken.of, shortened: taken.shortened }, 200)
  })
  .openapi(patch, async (c) => {
    const { db, site } = c.var
    const { name, conditions, owner, dueHours, active, position } = c.req.valid('json')
    const { id } = c.req.valid('param')
    const row = await findRule(c, id)
    if (!row) return problem(c, notFound)
    const refusal = await refusalOf(c, conditions, owner ?? null)
    if (refusal) return problem(c, refusal)
    c.set('before', { name: row.name, owner: row.owner, dueHours: row.due_hours, active: row.active === 1 })
    const change = {
      ...(name !== undefined && { name }),
      ...(conditions && { conditions: JSON.stringify(conditions) }),
      ...(owner !== undefined && { owner }),
      ...(dueHours !== undefined && { due_hours: dueHours }),
      ...(active !== undefined && { active: active ? (1 as const) : (0 as const) }),
    }
    await updateInboxRule(db, site.id, id, change, position)
    return await answerWith(c, id, 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const row = await findRule(c, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    c.set('before', { name: row.name })
    await deleteInboxRule(db, site.id, row.id)
    forgetSite(db, site.key)
    return c.body(null, 204)
  })
  .openapi(apply, async (c) => {
    const { db, now, site } = c.var
    const row = await findRule(c, c.req.valid('param').id)
    if (!row) return problem(c, notFound)
    const taken = await takenOfPast(db, site, row.conditions, now)
    if (!taken) return problem(c, isPaused)
    return c.json({ opened: await openPast(db, site.id, row, taken.ids, now) }, 200)
  })

async function findRule(c: Context<ManageEnv>, id: string): Promise<InboxRuleRow | undefined> {
  return (await listInboxRules(c.var.db, c.var.site.id)).find((rule) => rule.id === id)
}

async function answerWith<Status extends 200 | 201>(c: Context<ManageEnv>, id: string, status: Status) {
  forgetSite(c.var.db, c.var.site.key)
  const rule = (await rulesOf(c)).find((one) => one.id === id)
  return rule ? c.json(rule, status) : problem(c, notFound)
}

async function rulesOf(c: Context<ManageEnv>): Promise<InboxRule[]> {
  const { db, site } = c.var
  const [rows, known, members] = await Promise.all([
    listInboxRules(db, site.id),
    readKnown(db, site.id),
    listMembers(db, site.id),
  ])
  return await Promise.all(
    rows.map(async ({ id, name, conditions, owner, due_hours, active }) => {
      const asked = await readAsked(db, site, conditions, { known })
      return {
        ...{ id, name, conditions, dueHours: due_hours, active: active === 1 },
        owner: owner === null ? null : { id: owner, name: nameOf(members, owner) },
        gone: 'faults' in asked ? asked.faults : [],
      }
    }),
  )
}

const nameOf = (members: readonly Member[], id: string) => members.find((member) => member.id === id)?.name ?? null

/** Only what the site has today is kept; a survey of somebody else is as one that isn't there. */
async function refusalOf(
  c: Context<ManageEnv>,
  conditions: Conditions | undefined,
  owner: string | null,
): Promise<Refusal | undefined> {
  const { db, site } = c.var
  if (conditions) {
    const asked = await readAsked(db, site, conditions)
    if ('faults' in asked) {
      if (asked.faults.some(({ pointer }) => pointer === '/survey')) return notFound
      return { status: 422, errors: asked.faults.map((fault) => ({ ...fault, pointer: `/conditions${fault.pointer}` })) }
    }
  }
  if (owner === null) return
  const member = (await listMembers(db, site.id)).find(({ id }) => id === owner)
  // What a rule takes may be anywhere on the site.
  if (member && mayDo(member.role, 'agent') && member.part === null) return
  return { status: 422, errors: [{ pointer: '/owner', detail: 'nobody who sees the whole site and works on its inbox' }] }
}
