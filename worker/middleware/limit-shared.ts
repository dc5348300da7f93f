import { createMiddleware } from 'hono/factory'
import { allowanceByKey } from '../domain/allowance.ts'
import { networkOf } from '../domain/network.ts'
import { isShareToken } from '../domain/secrets.ts'
import type { ManageEnv } from './authenticate.ts'
import { problem } from './problem.ts'

/** A page opened asks three times, a filter pressed twice: a meeting of forty may open a link at once. */
export const perLink = { burst: 120, everyMs: 500 }
/** Whoever tries links finds each of them unused; an office has one address and several links. */
export const perNetwork = { burst: 300, everyMs: 200 }

const [ofLink, ofNetwork] = [allowanceByKey(perLink, 2_000), allowanceByKey(perNetwork, 5_000)]

/**
 * Whoever holds a link may forward it to anybody, and its reports are read from the database that shoppers' answers go to. Before
 * anybody is looked up there: what is refused costs no query. By isolate, so a bound to what one place can ask, not an account.
 */
export const limitShared = createMiddleware<ManageEnv>(async function limitShared(c, next) {
  const now = Date.now()
  const token = c.req.param('token') ?? ''
  const network = networkOf(c.req.header('CF-Connecting-IP') ?? '')
  const wait = (isShareToken(token) && ofLink(token, now)) || (network && ofNetwork(network, now)) || 0
  if (wait === 0) return await next()
  c.header('Retry-After', String(Math.ceil(wait / 1000)))
  return problem(c, { status: 429 })
})
