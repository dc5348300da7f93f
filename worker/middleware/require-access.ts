import { createMiddleware } from 'hono/factory'
import { access, type ManageRoute, needsFreshSignIn, ofDeletedSites, withinPart } from '../domain/access.ts'
import { isAudited } from '../domain/audit.ts'
import { scopeFor } from '../domain/key-scopes.ts'
import { rowId } from '../domain/response-id.ts'
import { mayDo } from '../domain/roles.ts'
import { isInPart } from '../store/matching.ts'
import { audit } from './audit.ts'
import type { ManageEnv } from './authenticate.ts'
import { tooManyDownloads } from './download-cap.ts'
import { staleSignIn } from './fresh-sign-in.ts'
import { goneSite, notFound, problem } from './problem.ts'

/**
 * Lets a request through that may do what the route needs. The site is the key's own, or the one
 * named by `?site=`, or the person's only one; a site one isn't a member of doesn't exist, nor does a response outside one's part.
 */
export function requireAccess(route: ManageRoute) {
  const needed = access[route]
  return createMiddleware<ManageEnv>(async function requireAccess(c, next) {
    if (needed === 'open') return await next()
    const actor = c.get('actor')
    if (!actor) return problem(c, { status: 401 })
    if (needed === 'signed-in') return await next()
    const named = c.req.query('site')
    if (named === undefined && actor.sites.length > 1) return problem(c, { status: 400, detail: 'say which site: ?site=site_…' })
    const found = named === undefined ? actor.sites[0] : actor.sites.find(({ id }) => id === named)
    if (!found) return problem(c, notFound)
    const { role, part, ...site } = found
    if (site.deletedAt !== null && !ofDeletedSites.has(route)) return problem(c, goneSite)
    c.set('site', site)
    c.set('part', part)
    const scope = scopeFor(route, needed)
    const missing = actor.key
      ? !actor.key.scopes.includes(scope) && `a key with the scope ${scope}`
      : !mayDo(role, needed) && `the role ${needed}`
    const refused = missing
      ? `this needs ${missing}`
      : part && !withinPart.has(route) && 'this is for those who see the whole site'
    const refusal = refused
      ? problem(c, { status: 403, detail: refused })
      : needsFreshSignIn.has(route)
        ? staleSignIn(c)
        : undefined
    if (refusal) return isAudited(route) ? await audit(c, route, async () => refusal, true) : refusal
    const response = part && route.includes('/responses/{id}') ? rowId(c.req.param('id') ?? '') : undefined
    if (part && response !== undefined && (response === null || !(await isInPart(c.var.db, site.id, part, [response]))))
      return problem(c, notFound)
    if (!isAudited(route)) return await next()
    return await audit(c, route, async (line) => (await tooManyDownloads(c, route, line)) ?? (await next()))
  })
}
