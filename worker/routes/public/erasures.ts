import type { Context } from 'hono'
import { SendErasure } from '../../contract/response.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { problem } from '../../middleware/problem.ts'
import { busy, inPlace, reading } from '../../middleware/shed.ts'
import { validationErrors } from '../../middleware/validation.ts'
import { openDb } from '../../store/db.ts'
import { eraseSubmission } from '../../store/erasures.ts'
import { flushWhenDue, tally } from '../../store/tally.ts'
import { senderOf } from './sender.ts'

/** `POST /v1/erasures`: 204 whatever was there, so that nobody learns from it whether there was anything. */
export async function postErasure(c: Context<{ Bindings: Env }>): Promise<Response> {
  const now = Date.now()
  const body = await reading(c, () => readJsonBody(c.req.raw, ['application/json', 'text/plain']))
  if (!body.ok) return problem(c, body.refusal)
  const parsed = SendErasure.safeParse(body.value)
  if (!parsed.success) return problem(c, { status: 400, errors: validationErrors(parsed.error) })
  return (await inPlace(c, () => erase(c, parsed.data, now))) ?? problem(c, busy)
}

async function erase(c: Context<{ Bindings: Env }>, { site: key, submission }: SendErasure, now: number): Promise<Response> {
  const db = openDb(c.env.DB)
  const sender = await senderOf(c, db, key, now)
  if (!sender.ok) return problem(c, sender.refusal)
  const { site } = sender.live
  if (await eraseSubmission(db, site.id, submission, await sha256(submission), now)) tally(site.id, 'erased_by_respondent', now)
  flushWhenDue(db, now, c.executionCtx)
  return c.body(null, 204)
}
