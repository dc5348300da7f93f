import { createMiddleware } from 'hono/factory'

/** Headers of the few pages the worker draws itself. The dashboard's own are in dashboard/public/_headers. */
export const pageHeaders = createMiddleware(async function pageHeaders(c, next) {
  await next()
  const policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  c.header('Content-Security-Policy', policy)
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cache-Control', 'no-store')
})
