import type { Context } from 'hono'
import { type Found, SendCheck } from '../../contract/install.ts'
import { refererOrigin } from '../../domain/check.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { reading } from '../../middleware/shed.ts'
import { validationErrors } from '../../middleware/validation.ts'
import { openCheck, writeFound } from '../../store/checks.ts'
import { openDb } from '../../store/db.ts'
import { liveSite } from '../../store/live-sites.ts'

/** `POST /v1/checks`: a loader tells what it found on a page that was opened to be looked at. 403 where answers would be refused too. */
export async function postCheck(c: Context<{ Bindings: Env }>): Promise<Response> {
  const body = await reading(c, () => readJsonBody(c.req.raw, ['application/json', 'text/plain']))
  if (!body.ok) return problem(c, body.refusal)
  const parsed = SendCheck.safeParse(body.value)
  if (!parsed.success) return problem(c, { status: 400, errors: validationErrors(parsed.error) })
  const { site, check, consent, other } = parsed.data
  const found = await take(c, site, check, c.req.header('Origin') ?? '', { connects: true, consent, other })
  if (!found) return problem(c, notFound)
  return found.allowed ? c.body(null, 204) : problem(c, { status: 403, detail: "not on the site's list of origins" })
}

/** `GET /w/SITE_KEY.CHECK.js`: the same from a page whose policy lets the loader load scripts and send nothing. */
export async function getBlocked(c: Context<{ Bindings: Env }>, key: string, check: string): Promise<Response> {
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', 'no-store')
  // A module is asked for with the page's origin, unless it is this one's; the referer is the script that asks.
  const from = c.req.header('Origin') ?? refererOrigin(c.req.header('Referer'))
  const found = await take(c, key, check, from, { connects: false })
  if (!found) return problem(c, notFound)
  return c.body('', 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
}

async function take(
  c: Context<{ Bindings: Env }>,
  key: string,
  check: string,
  from: string,
  told: Pick<Found, 'connects' | 'consent' | 'other'>,
): Promise<Found | undefined> {
  const now = Date.now()
  const db = openDb(c.env.DB)
  const live = await liveSite(db, key, now)
  const hash = live && (await openCheck(db, live, check, now))
  if (!hash) return
  const origin = from.slice(0, 300)
  const allowed = isAllowedOrigin(origin, live.site.origins)
  const found = { at: new Date(now).toISOString(), origin, allowed, ...told }
  await writeFound(db, hash, found)
  return found
}
