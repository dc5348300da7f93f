import type { Context } from 'hono'
import { type Receipt, SendResponse, type Source } from '../../contract/response.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { problem, type Refusal } from '../../middleware/problem.ts'
import { busy, inPlace, reading } from '../../middleware/shed.ts'
import { validationErrors } from '../../middleware/validation.ts'
import { type Db, openDb } from '../../store/db.ts'
import { type LiveSite, refreshedSite } from '../../store/live-sites.ts'
import type { Outcome } from '../../store/responses.ts'
import { flushWhenDue, tally } from '../../store/tally.ts'
import { answerableSurvey, isRefusal, senderOf, surroundingsOf, visitorOf } from './sender.ts'
import { takeStep } from './take-step.ts'

type Ingested =
  | { ok: true; outcome: Outcome; send: SendResponse }
  | { ok: false; refusal: Refusal; site: string | null; reason: string }

/** `POST /v1/responses`: CONTRACT.md's statuses, and the site's own account of what became of each request. */
export async function postResponse(c: Context<{ Bindings: Env }>): Promise<Response> {
  const now = Date.now()
  const db = openDb(c.env.DB)
  const result = await ingest(c, db, now)
  flushWhenDue(db, now, c.executionCtx)
  if (!result.ok) {
    if (result.site) tally(result.site, result.reason, now)
    return problem(c, result.refusal)
  }
  const body: Receipt = { submission: result.send.submission, seq: result.send.seq }
  switch (result.outcome) {
    case 'stored':
      return c.json(body, 201)
    case 'quarantined':
      return c.json(body, 202)
    case 'duplicate':
      return c.json(body, 200)
    case 'erased':
      return problem(c, { status: 410, detail: 'this submission was erased' })
    case 'conflict':
      return problem(c, { status: 409, detail: 'this step was already sent with other answers' })
    case 'frozen':
      return problem(c, { status: 409, detail: 'this submission is complete' })
    case 'late':
      return problem(c, { status: 409, detail: 'this submission began more than 7 days ago' })
  }
}

async function ingest(c: Context<{ Bindings: Env }>, db: Db, now: number): Promise<Ingested> {
  const body = await reading(c, () => readJsonBody(c.req.raw, ['application/json', 'text/plain']))
  if (!body.ok) return { ok: false, refusal: body.refusal, site: null, reason: 'unreadable' }
  const parsed = SendResponse.safeParse(body.value)
  if (!parsed.success) {
    return { ok: false, refusal: { status: 400, errors: validationErrors(parsed.error) }, site: null, reason: 'unreadable' }
  }
  const taken = await inPlace(
    c,
    () => take(c, db, parsed.data, now),
    ({ ok }) => ok,
  )
  return taken ?? { ok: false, refusal: busy, site: null, reason: 'busy' }
}

async function take(c: Context<{ Bindings: Env }>, db: Db, send: SendResponse, now: number): Promise<Ingested> {
  const sender = await senderOf(c, db, send.site, now)
  const siteId = sender.ok ? sender.live.site.id : sender.site
  const isTest = sender.ok && sender.live.test
  if (siteId && !isTest) tally(siteId, 'received', now)
  const refuse = (refusal: Refusal, reason: string): Ingested => ({ ok: false, refusal, site: isTest ? null : siteId, reason })
  if (!sender.ok) return refuse(sender.refusal, 'disallowed_origin')
  const { byKey } = sender
  if (Object.keys(send).some((key) => !(key in SendResponse.shape))) tally(sender.live.site.id, 'unknown_field', now)
  const live =
    !sender.live.test && isAheadOf(sender.live, send) ? ((await refreshedSite(db, send.site, now)) ?? sender.live) : sender.live
  const survey = answerableSurvey(live, send.survey)
  if (isRefusal(survey)) return refuse(survey, survey.status === 410 ? 'closed' : 'unknown_survey')

  const source = byKey ? (send.context?.source ?? 'api') : pageSource(send.context?.source)
  const touchpoint = send.context?.touchpoint ?? survey.touchpoint
  const asked = surroundingsOf(c, { ...send.context, touchpoint, source })
  // A server's own device and country say nothing of the shopper it speaks for.
  const surroundings = byKey ? { ...asked, device: '', country: '' } : asked
  const visitor = byKey ? undefined : visitorOf(c)
  const taken = await takeStep(db, { live, survey, send, source, surroundings, visitor, now })
  return taken.ok ? { ok: true, outcome: taken.outcome, send } : refuse({ status: 422, errors: taken.faults }, 'invalid')
}

/** Names a survey or a version this isolate hasn't heard of: another may have published it just now. */
function isAheadOf(live: LiveSite, send: SendResponse): boolean {
  const survey = live.surveys.get(send.survey)
  return !survey || survey.version === 0 || (send.version !== undefined && send.version > survey.version)
}

/** A page can't pass for a server: `api` would leave the response rate. */
const pageSource = (claimed: Source | undefined): Source => (claimed === undefined || claimed === 'api' ? 'widget' : claimed)
