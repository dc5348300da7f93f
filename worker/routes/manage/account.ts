import * as z from 'zod'
import { LoginRequest, Me, MeQuery, Session, Setup, SetupDone } from '../../contract/people.ts'
import { signInIsFreshFor } from '../../domain/access.ts'
import { newReceipt } from '../../domain/ids.ts'
import { sameSecret } from '../../domain/secrets.ts'
import { mailerOf } from '../../mail/mailer.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import { downloadFrom } from '../../middleware/download-cap.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { type Founded, foundSite } from '../../store/founding.ts'
import { withLease } from '../../store/leases.ts'
import { makeLoginUrl } from '../../store/login-tokens.ts'
import { deleteSession, listSessions } from '../../store/sessions.ts'
import { anySiteExists, siteView } from '../../store/sites.ts'
import { body, defineRoute, json, manageRouter } from './define.ts'
import { ownOrigin } from './own-origin.ts'
import { sendLoginLink } from './send-login-link.ts'
import { dropSessionCookie } from './sign-in.ts'

const setupState = defineRoute('GET /api/v1/setup', {
  summary: 'Whether the installation still has to be set up, whether the demo can be opened, and whether it sends mail',
  responses: { 200: json(z.object({ needed: z.boolean(), demo: z.boolean(), mails: z.boolean() })) },
})

const setup = defineRoute('POST /api/v1/setup', {
  summary: 'Make the first site and its owner, once',
  request: { body: body(Setup) },
  responses: { 201: json(SetupDone) },
})

const login = defineRoute('POST /api/v1/login', {
  summary: 'Ask for a sign-in link; the answer is the same whether the address is known or not',
  request: { body: body(LoginRequest) },
  responses: { 202: json(z.object({ sent: z.boolean() })) },
})

const logout = defineRoute('POST /api/v1/logout', { summary: 'End this session', responses: { 204: { description: 'Done' } } })

const me = defineRoute('GET /api/v1/me', {
  summary: 'Who asks, and the sites they may see; with `site`, whether a download may begin there',
  request: { query: MeQuery },
  responses: { 200: json(Me) },
})

const sessions = defineRoute('GET /api/v1/sessions', {
  summary: "One's own sessions",
  responses: { 200: json(z.object({ sessions: z.array(Session) })) },
})

const revoke = defineRoute('DELETE /api/v1/sessions/{id}', {
  summary: "End one of one's own sessions",
  request: { params: z.object({ id: z.string() }) },
  responses: { 204: { description: 'Done' } },
})

/** Setting up, signing in and out, and one's own sessions. */
export const accountRoutes = manageRouter()
  .openapi(setupState, async (c) => {
    const needed = !(await anySiteExists(c.get('db')))
    return c.json({ needed, demo: c.env.DEMO === '1', mails: mailerOf(c.env) !== undefined }, 200)
  })
  .openapi(setup, async (c) => {
    const { token, email, name, site: wanted } = c.req.valid('json')
    const { db, now } = c.var
    const expected = c.env.SETUP_TOKEN ?? ''
    if (expected === '' || !(await sameSecret(token, expected))) {
      return problem(c, { status: 403, detail: 'the setup token is wrong, or none is set' })
    }
    let founded: Founded | undefined
    // Two at once are one: the second finds the lease taken, or the site there.
    await withLease(db, 'setup', newReceipt(), 10_000, async () => {
      if (!(await anySiteExists(db))) founded = await foundSite(db, { email, name }, wanted, now)
    })
    if (!founded) return problem(c, { status: 409, detail: 'this installation is already set up' })
    const { site, person, apiKey } = founded
    const loginUrl = await makeLoginUrl(db, new URL(c.req.url).origin, person.id, now)
    return c.json({ site: { id: site.id, key: site.key }, apiKey, loginUrl }, 201)
  })
  .openapi(login, async (c) => {
    const { db, now } = c.var
    // After the answer, which tells by nothing, not even by its time, whether the address is known.
    const { email } = c.req.valid('json')
    afterAnswer(c, 'a sign-in link was not made', sendLoginLink(c.env, db, email, ownOrigin(c.env, c.req.url), now))
    return c.json({ sent: true }, 202)
  })
  .openapi(logout, async (c) => {
    const actor = c.get('actor')
    if (actor?.person && actor.session) await deleteSession(c.get('db'), actor.person.id, actor.session.id)
    dropSessionCookie(c)
    return c.body(null, 204)
  })
  .openapi(me, async (c) => {
    const { actor, db, now } = c.var
    const site = c.req.valid('query').site
    const isTheirs = actor?.sites.some(({ id }) => id === site)
    const next = site !== undefined && isTheirs && actor?.person ? await downloadFrom(db, site, actor.person.id, now) : now
    const freshUntil = actor?.session ? new Date(actor.session.startedAt + signInIsFreshFor).toISOString() : null
    return c.json(
      {
        person: actor?.person ?? null,
        sites: actor?.sites.map(siteView) ?? [],
        freshUntil,
        downloadFrom: next > now ? new Date(next).toISOString() : null,
      },
      200,
    )
  })
  .openapi(sessions, async (c) => {
    const actor = c.get('actor')
    const rows = actor?.person ? await listSessions(c.get('db'), actor.person.id, c.get('now')) : []
    return c.json(
      {
        sessions: rows.map((row) => ({
          id: row.id,
          agent: row.agent,
          current: row.id === actor?.session?.id,
          createdAt: new Date(row.created_at).toISOString(),
          expiresAt: new Date(row.expires_at).toISOString(),
        })),
      },
      200,
    )
  })
  .openapi(revoke, async (c) => {
    const person = c.get('actor')?.person
    const ended = person && (await deleteSession(c.get('db'), person.id, c.req.valid('param').id))
    return ended ? c.body(null, 204) : problem(c, notFound)
  })
