import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { notFound, problem } from '../middleware/problem.ts'

const day = 24 * 60 * 60_000

/** Where to report a weakness (RFC 9116). It lapses half a year after it was read, so that an installation that is gone misleads nobody. */
export const securityText = new Hono<{ Bindings: Env }>().get('/', (c) => {
  const contact = c.env.SECURITY_CONTACT
  if (!/^(?:mailto|https):\S+$/.test(contact)) return problem(c, notFound)
  const expires = new Date(Math.floor(Date.now() / day + 180) * day).toISOString()
  return c.text(`Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: en\n`)
})
