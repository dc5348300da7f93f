import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env } from '../../env.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { getBlocked, postCheck } from './checks.ts'
import { getContent } from './content.ts'
import { postDisplays } from './displays.ts'
import { postErasure } from './erasures.ts'
import { getLoader } from './loader.ts'
import { postResponse } from './responses.ts'
import { postWhy } from './why.ts'

/**
 * Every answer of the sending paths may be read by any page, refusals included: else a refusal looks
 * like being offline and a widget would retry it for a week. No credentials are ever involved.
 */
const readableByAll = createMiddleware(async function readableByAll(c, next) {
  await next()
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'Retry-After')
  c.header('Cache-Control', 'no-store')
})

/** A day, the most browsers remember a preflight's answer for anyway. */
const preflight = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type, Authorization',
  'Access-Control-Max-Age': '86400',
}

export const sendRoutes = new Hono<{ Bindings: Env }>()
  .use(readableByAll)
  .options('/:kind{(responses|displays|erasures|checks)}', (c) => c.body(null, 204, preflight))
  .post('/responses', postResponse)
  .post('/displays', postDisplays)
  .post('/erasures', postErasure)
  .post('/checks', postCheck)
  .all('/:kind{(responses|displays|erasures|checks)}', (c) => problem(allowPost(c), { status: 405 }))
  .all('*', (c) => problem(c, notFound))

function allowPost<C extends { header: (name: string, value: string) => void }>(c: C): C {
  c.header('Allow', 'POST, OPTIONS')
  return c
}

export const widgetRoutes = new Hono<{ Bindings: Env }>()
  .get('/:file{pk_[0-9A-Za-z_]+(\\.pv_[0-9A-Za-z]+)?\\.js}', (c) => getLoader(c, c.req.param('file').slice(0, -'.js'.length)))
  .get('/:file{pk_[0-9A-Za-z_]+\\.ck_[0-9A-Za-z]+\\.js}', (c) => {
    const [key = '', check = ''] = c.req.param('file').split('.')
    return getBlocked(c, key, check)
  })
  .on(['GET', 'POST'], '/:key{pk_[0-9A-Za-z_]+(\\.pv_[0-9A-Za-z]+)?}/:file{srv_[0-9A-Za-z_]+\\.json}', (c) =>
    getContent(c, c.req.param('key'), c.req.param('file').slice(0, -'.json'.length)),
  )
  .post('/:key{pk_[0-9A-Za-z_]+\\.pv_[0-9A-Za-z]+}/:survey{srv_[0-9A-Za-z_]+}/why', (c) =>
    postWhy(c, c.req.param('key'), c.req.param('survey')),
  )
  .all('*', (c) => problem(c, notFound))
