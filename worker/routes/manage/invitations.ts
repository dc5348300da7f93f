import * as z from 'zod'
import { limits } from '../../contract/limits.ts'
import {
  AcceptInvitation,
  CreatedInvitation,
  Invitation,
  Invite,
  OpenedInvitation,
  OpenInvitation,
} from '../../contract/people.ts'
import { newId, newSecret } from '../../domain/ids.ts'
import { partFault } from '../../domain/parts.ts'
import { sha256 } from '../../domain/secrets.ts'
import { mailOf } from '../../mail/letter.ts'
import { invitationLetter } from '../../mail/letters.ts'
import { mailerOf } from '../../mail/mailer.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { beginLine, completeLine } from '../../store/audit.ts'
import {
  acceptInvitation,
  deleteInvitation,
  findInvitation,
  insertInvitation,
  invitationView,
  listInvitations,
} from '../../store/invitations.ts'
import { findMember, listMemberships, partText } from '../../store/members.ts'
import { findPersonByEmail } from '../../store/people.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'
import { ownOrigin } from './own-origin.ts'
import { newSession, setSessionCookie } from './sign-in.ts'

const lastsMs = 7 * 24 * 60 * 60_000
const tooMany: Refusal = {
  status: 409,
  detail: `a site has at most ${limits.invitationsPerSite} open invitations; take one back first`,
}
const signInFirst: Refusal = {
  status: 409,
  detail: 'this address has an account already: sign in with it, then open this link again',
}

const list = defineRoute('GET /api/v1/invitations', {
  summary: 'Invitations nobody has accepted yet; the links themselves are not kept',
  responses: { 200: json(z.object({ invitations: z.array(Invitation) })) },
})
const create = defineRoute('POST /api/v1/invitations', {
  summary: 'Invite somebody: a link, mailed where the installation sends mail, shown this once and good for 7 days',
  request: { body: body(Invite) },
  responses: { 201: json(CreatedInvitation) },
})
const remove = defineRoute('DELETE /api/v1/invitations/{id}', {
  summary: 'Take an invitation back at once',
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Done' } },
})
const open = defineRoute('POST /api/v1/invitations/open', {
  summary: 'What an invitation is to, for whoever holds its link',
  request: { body: body(OpenInvitation) },
  responses: { 200: json(OpenedInvitation) },
})
const accept = defineRoute('POST /api/v1/invitations/accept', {
  summary: 'Become a member and be signed in; who is a member elsewhere signs in first',
  request: { body: body(AcceptInvitation) },
  responses: { 200: json(z.object({ site: z.string() })) },
})

export const invitationRoutes = manageRouter()
  .openapi(list, async (c) => c.json({ invitations: await listInvitations(c.var.db, c.var.site.id, c.var.now) }, 200))
  .openapi(open, async (c) => {
    const found = await findInvitation(c.var.db, await sha256(c.req.valid('json').token), c.var.now)
    if (!found) return problem(c, notFound)
    const { email, role, part, expiresAt } = invitationView(found, null)
    return c.json({ site: found.name, email, role, part, expiresAt }, 200)
  })
  .openapi(accept, async (c) => {
    const { actor, db, now } = c.var
    const { token, name } = c.req.valid('json')
    const found = await findInvitation(db, await sha256(token), now)
    if (!found) return problem(c, notFound)
    const person = (await findPersonByEmail(db, found.email)) ?? { id: newId('psn'), email: found.email, name }
    const isSignedIn = actor?.person?.id === person.id
    // Whoever holds a link could fill the log with such lines.
    if (!isSignedIn && (await listMemberships(db, person.id)).length > 0) return problem(c, signInFirst)
    const about = { site: found.site, at: now, actor: person.id, name: person.name, object: person.id }
    const line = await beginLine(db, { ...about, action: 'POST /api/v1/invitations/accept' }, undefined)
    // Whoever is signed in goes on from when they were: no mail was read that would make it a fresh sign-in.
    const { session, token: handed } = await newSession(c, (isSignedIn && actor?.session?.startedAt) || now)
    const joined = await acceptInvitation(db, found, person, session, isSignedIn, now)
    await completeLine(db, line, {
      status: joined ? 200 : 409,
      object: person.id,
      changes: joined ? { role: [null, found.role] } : {},
    })
    if (!joined) return problem(c, signInFirst)
    setSessionCookie(c, handed)
    return c.json({ site: found.site }, 200)
  })
  .openapi(create, async (c) => {
    const { actor, db, now, site } = c.var
    const { email, role, part } = c.req.valid('json')
    const fault = partFault(part, role, site.dimensions)
    if (fault) return problem(c, { status: 422, errors: [{ pointer: '/part', detail: fault }] })
    const known = await findPersonByEmail(db, email)
    if (known && (await findMember(db, site.id, known.id))) return problem(c, { status: 409, detail: 'already a member' })
    const token = newSecret('iv')
    const author = actor?.person ?? null
    const invitation = {
      ...{ id: newId('inv'), hash: await sha256(token), site: site.id, email, role, part: partText(part) },
      ...{ person: author?.id ?? null, created_at: now, expires_at: now + lastsMs },
    }
    if (!(await insertInvitation(db, invitation))) return problem(c, tooMany)
    // Behind the #, so that it stands in no log and no Referer.
    const url = `${ownOrigin(c.env, c.req.url)}/join#token=${token}`
    const view = invitationView(invitation, author?.name ?? null)
    const sent = await mailerOf(c.env)?.send(mailOf(invitationLetter({ ...view, site: site.name, url }), email))
    return c.json({ ...view, url, mailed: sent?.ok === true }, 201)
  })
  .openapi(remove, async (c) => {
    const email = await deleteInvitation(c.var.db, c.var.site.id, c.req.valid('param').id)
    c.set('before', { email })
    return email === undefined ? problem(c, notFound) : c.body(null, 204)
  })
