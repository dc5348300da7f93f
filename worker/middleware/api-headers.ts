import { createMiddleware } from 'hono/factory'

const headers = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=15552000; includeSubDomains',
  'X-Frame-Options': 'DENY',
}

/** Headers of what managers and their programs are answered: for nobody else's page, frame or cache. */
export const apiHeaders = createMiddleware(async function apiHeaders(c, next) {
  await next()
  // A page to be framed says so itself.
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value)
})
