import { createMiddleware } from 'hono/factory'
import type { Access } from '../domain/access.ts'
import { mayDo } from '../domain/roles.ts'
import type { ManageEnv } from './authenticate.ts'
import { notFound, problem } from './problem.ts'

/**
 * Lets a request through that may do what the route needs. The site is the key's own, or the one
 * named by `?site=`, or the person's only one; a site one isn't a member of doesn't exist.
 */
export function requireAccess(needed: Access) {
  return createMiddleware<ManageEnv>(async function requireAccess(c, next) {
    if (needed === 'open') return await next()
    const actor = c.get('actor')
    if (!actor) return problem(c, { status: 401 })
    if (needed === 'signed-in') return await next()
    const named = c.req.query('site')
    if (named === undefined && actor.sites.length > 1) return problem(c, { status: 400, detail: 'say which site: ?site=site_…' })
    const site = named === undefined ? actor.sites[0] : actor.sites.find(({ id }) => id === named)
    if (!site) return problem(c, notFound)
    if (!mayDo(site.role, needed)) return problem(c, { status: 403, detail: `this needs the role ${needed}` })
    const { role: _, ...rest } = site
    c.set('site', rest)
    return await next()
  })
}
