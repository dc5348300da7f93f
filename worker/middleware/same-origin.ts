import { createMiddleware } from 'hono/factory'
import { problem } from './problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests another site's page makes with a manager's cookie. A browser sends Origin with
 * every unsafe request, so one with a cookie but without Origin is not the dashboard's.
 */
export const sameOrigin = createMiddleware(async function sameOrigin(c, next) {
  if (safe.has(c.req.method)) return await next()
  // A page that sends no referrer sends "Origin: null" to its own site too; this header a page can't forge.
  if (c.req.header('Sec-Fetch-Site') === 'same-origin') return await next()
  const origin = c.req.header('Origin')
  const cookie = c.req.header('Cookie') !== undefined && c.req.header('Authorization') === undefined
  if (origin === undefined ? cookie : origin !== new URL(c.req.url).origin) {
    return problem(c, { status: 403, detail: 'the request comes from another site' })
  }
  return await next()
})
