import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { KeyScope, Part } from '../contract/people.ts'
import { bearerKey, sha256 } from '../domain/secrets.ts'
import type { Env } from '../env.ts'
import { findApiKey } from '../store/api-keys.ts'
import { type Db, openDb } from '../store/db.ts'
import { listMemberships, type Membership } from '../store/members.ts'
import type { Person } from '../store/people.ts'
import { findSession } from '../store/sessions.ts'
import type { Site } from '../store/sites.ts'
import { afterAnswer } from './after-answer.ts'

/** Who asks. A key stands for its site; a person for every site they are a member of. */
export interface Actor {
  person: Person | null
  session: { id: string; startedAt: number } | null
  /** Null for a person. */
  key: { id: string; name: string; scopes: readonly KeyScope[] } | null
  sites: Membership[]
}

export interface ManageEnv {
  Bindings: Env
  Variables: {
    db: Db
    now: number
    /** Null when nobody is signed in. */
    actor: Actor | null
    /** The site the request is about; set once the role is known to suffice. */
    site: Site
    /** What of its responses may be seen. */
    part: Part
    /** What a request found before it changed it, as far as the audit log is to tell. */
    before: object | undefined
  }
}

/** The cookie's name. `__Host-` needs https, which a laptop's localhost hasn't. */
export function sessionCookie(c: Context): string {
  return new URL(c.req.url).protocol === 'https:' ? '__Host-earshot' : 'earshot'
}

/** Finds out who asks, anew with each request: a revoked session or key is out at once. */
export const authenticate = createMiddleware<ManageEnv>(async function authenticate(c, next) {
  const db = openDb(c.env.DB)
  const now = Date.now()
  c.set('db', db)
  c.set('now', now)
  c.set('actor', await findActor(c, db, now))
  await next()
})

async function findActor(c: Context, db: Db, now: number): Promise<Actor | null> {
  const authorization = c.req.header('Authorization')
  if (authorization !== undefined) {
    const bearer = bearerKey(authorization)
    const key =
      bearer &&
      (await findApiKey(db, await sha256(bearer), now, (write) =>
        afterAnswer(c, 'when a key was last used was not stored', write),
      ))
    return key ? { person: null, session: null, key, sites: [{ ...key.site, role: key.role, part: null }] } : null
  }
  const token = getCookie(c, sessionCookie(c))
  if (!token || token.length > 64) return null
  const found = await findSession(db, await sha256(token), now)
  if (!found) return null
  const sites = await listMemberships(db, found.person.id)
  // Who was removed from their last site has nothing left to be signed in to.
  return sites.length === 0 ? null : { person: found.person, session: found.session, key: null, sites }
}
