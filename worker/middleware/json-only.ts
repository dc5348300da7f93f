import { createMiddleware } from 'hono/factory'
import { readBytes } from './body.ts'
import { problem } from './problem.ts'

/** The largest body of a management call; files have their own rules. */
const mostBytes = 256 * 1024
/** Where a body is a file. */
const files = /^\/api\/v1\/(imports(\/preview)?|catalogue|customers|orders|surveys\/[^/]+\/links\.csv)$/
/** Where a body may be left out. */
const mayBeEmpty = /^\/api\/v1\/surveys\/[^/]+\/publish$/

/** Management calls carry JSON: a form or text/plain, which any page may send, is refused. */
export const jsonOnly = createMiddleware(async function jsonOnly(c, next) {
  if (!['POST', 'PUT', 'PATCH'].includes(c.req.method) || files.test(c.req.path)) return await next()
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  const body = await readBytes(c.req.raw.clone(), mostBytes)
  if (body === 'too-large') return problem(c, { status: 413, detail: `at most ${mostBytes} bytes` })
  if (body === 'incomplete') return problem(c, { status: 408 })
  if (body.byteLength > 0 && type !== 'application/json') return problem(c, { status: 415, detail: 'send application/json' })
  if (body.byteLength === 0 && type && mayBeEmpty.test(c.req.path)) c.req.raw = withoutType(c.req.raw)
  return await next()
})

/** Clients that always name a type may leave the body out, too: nothing would be no JSON. */
function withoutType(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('Content-Type')
  return new Request(request.url, { method: request.method, headers })
}
