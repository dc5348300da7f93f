import * as z from 'zod'
import { InvitedMember, InviteMember, Member, PatchMember } from '../../contract/people.ts'
import { newId } from '../../domain/ids.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { batch } from '../../store/db.ts'
import { linkLasts, makeLoginUrl } from '../../store/login-tokens.ts'
import { deleteMember, findMember, insertMember, listMembers, updateRole } from '../../store/members.ts'
import { findPersonByEmail, insertPerson } from '../../store/people.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'

const params = z.object({ id: z.string() })
const lastOwner: Refusal = { status: 409, detail: 'a site keeps at least one owner' }

const list = defineRoute('GET /api/v1/members', {
  summary: 'Everyone with a role on the site',
  responses: { 200: json(z.object({ members: z.array(Member) })) },
})
const invite = defineRoute('POST /api/v1/members', {
  summary: 'Give somebody a role; a new person comes with a link to hand over',
  request: { body: body(InviteMember) },
  responses: { 201: json(InvitedMember) },
})
const change = defineRoute('PATCH /api/v1/members/{id}', {
  summary: "Change somebody's role",
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
  .openapi(invite, async (c) => {
    const { db, now, site } = c.var
    const { email, name, role } = c.req.valid('json')
    const known = await findPersonByEmail(db, email)
    if (known && (await findMember(db, site.id, known.id))) return problem(c, { status: 409, detail: 'already a member' })
    const person = known ?? { id: newId('psn'), email, name }
    const member = insertMember(db, { site: site.id, person: person.id, role }, now)
    await batch(db, known ? [member] : [insertPerson(db, person, now), member])
    const loginUrl = known ? null : await makeLoginUrl(db, new URL(c.req.url).origin, person.id, now, linkLasts.invitation)
    return c.json({ ...person, role, createdAt: new Date(now).toISOString(), loginUrl }, 201)
  })
  .openapi(change, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    if (!(await findMember(db, site.id, id))) return problem(c, notFound)
    if (!(await updateRole(db, site.id, id, c.req.valid('json').role))) return problem(c, lastOwner)
    const member = await findMember(db, site.id, id)
    return member ? c.json(member, 200) : problem(c, notFound)
  })
  .openapi(remove, async (c) => {
    const { db, site } = c.var
    const { id } = c.req.valid('param')
    if (!(await findMember(db, site.id, id))) return problem(c, notFound)
    return (await deleteMember(db, site.id, id)) ? c.body(null, 204) : problem(c, lastOwner)
  })
