import * as z from 'zod'
import { Member, PatchMember } from '../../contract/people.ts'
import { partFault } from '../../domain/parts.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { deleteMember, findMember, listMembers, updateRole } from '../../store/members.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const lastOwner: Refusal = { status: 409, detail: 'a site keeps at least one owner: make somebody else one first' }

const list = defineRoute('GET /api/v1/members', {
  summary: 'Everyone with a role on the site',
  responses: { 200: json(z.object({ members: z.array(Member) })) },
})
const leave = defineRoute('DELETE /api/v1/members/me', {
  summary: 'Leave the site',
  responses: { 204: { description: 'Done' } },
})
const change = defineRoute('PATCH /api/v1/members/{id}', {
  summary: "Change somebody's role, or the part of the site an agent sees",
  request: { params, body: body(PatchMember) },
  responses: { 200: json(Member) },
})
const remove = defineRoute('DELETE /api/v1/members/{id}', {
  summary: 'Take the role away; their next request is refused',
  request: { params },
  responses: { 204: { description: 'Done' } },
})

export const memberRoutes = manageRouter()
  .openapi(list, async (c) => c.json({ members: await listMembers(c.get('db'), c.get('site').id) }, 200))
  // Before the ids: "me" is none.
  .openapi(leave, async (c) => {
    const { actor, db, site } = c.var
    if (!actor?.person) return problem(c, notFound)
    return (await deleteMember(db, site.id, actor.person.id)) ? c.body(null, 204) : problem(c, lastOwner)
  })
  .openapi(change, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    const before = await findMember(db, site.id, id)
    if (!before) return problem(c, notFound)
    const { role, part = role === 'agent' ? before.part : null } = c.req.valid('json')
    const fault = partFault(part, role, site.dimensions)
    if (fault) return problem(c, { status: 422, errors: [{ pointer: '/part', detail: fault }] })
    c.set('before', before)
    if (!(await updateRole(db, site.id, id, role, part))) return problem(c, lastOwner)
    return c.json({ ...before, role, part }, 200)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    const before = await findMember(db, site.id, id)
    if (!before) return problem(c, notFound)
    c.set('before', { name: before.name, email: before.email, role: before.role })
    return (await deleteMember(db, site.id, id)) ? c.body(null, 204) : problem(c, lastOwner)
  })
