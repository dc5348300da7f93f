import type { Context } from 'hono'
import { type Receipt, SendResponse, type Source } from '../../contract/response.ts'
import { answeredAt } from '../../domain/answered-at.ts'
import { dayOf } from '../../domain/calendar.ts'
import { stepDigest } from '../../domain/digest.ts'
import { newReceipt } from '../../domain/ids.ts'
import { keptOrder } from '../../domain/order.ts'
import { pageUrl } from '../../domain/page-url.ts'
import { redactAnswers } from '../../domain/redaction/answers.ts'
import { sha256 } from '../../domain/secrets.ts'
import { localeOf, segmentsOf } from '../../domain/segments.ts'
import { stepTagging } from '../../domain/tagging/step-tagging.ts'
import { readTraits } from '../../domain/traits.ts'
import type { Env } from '../../env.ts'
import { readJsonBody } from '../../middleware/body.ts'
import { problem, type Refusal } from '../../middleware/problem.ts'
import { validationErrors } from '../../middleware/validation.ts'
import { type Db, openDb } from '../../store/db.ts'
import { definitionOf, type LiveSite, refreshedSite } from '../../store/live-sites.ts'
import { type Outcome, type ResponseStep, saveStep } from '../../store/responses.ts'
import { segmentSetOf } from '../../store/segments.ts'
import { flushTally, isFlushDue, tally } from '../../store/tally.ts'
import { answerableSurvey, isRefusal, senderOf, surroundingsOf } from './sender.ts'
import { readStep } from './step.ts'

type Ingested =
  | { ok: true; outcome: Outcome; send: SendResponse }
  | { ok: false; refusal: Refusal; site: string | null; reason: string }

/** `POST /v1/responses`: CONTRACT.md's statuses, and the site's own account of what became of each request. */
export async function postResponse(c: Context<{ Bindings: Env }>): Promise<Response> {
  const now = Date.now()
  const db = openDb(c.env.DB)
  const result = await ingest(c, db, now)
  if (isFlushDue(now)) c.executionCtx.waitUntil(flushTally(db, now))
  if (!result.ok) {
    if (result.site) tally(result.site, result.reason, now)
    return problem(c, result.refusal)
  }
  const body: Receipt = { submission: result.send.submission, seq: result.send.seq }
  switch (result.outcome) {
    case 'stored':
      return c.json(body, 201)
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
  const body = await readJsonBody(c.req.raw, ['application/json', 'text/plain'])
  if (!body.ok) return { ok: false, refusal: body.refusal, site: null, reason: 'unreadable' }
  const parsed = SendResponse.safeParse(body.value)
  if (!parsed.success) {
    return { ok: false, refusal: { status: 400, errors: validationErrors(parsed.error) }, site: null, reason: 'unreadable' }
  }
  const send = parsed.data

  const sender = await senderOf(c, db, send.site, now)
  const siteId = sender.ok ? sender.live.site.id : sender.site
  if (siteId) tally(siteId, 'received', now)
  const refuse = (refusal: Refusal, reason: string): Ingested => ({ ok: false, refusal, site: siteId, reason })
  if (!sender.ok) return refuse(sender.refusal, 'disallowed_origin')
  const { byKey } = sender
  if (Object.keys(send).some((key) => !(key in SendResponse.shape))) tally(sender.live.site.id, 'unknown_field', now)
  const live = isAheadOf(sender.live, send) ? ((await refreshedSite(db, send.site, now)) ?? sender.live) : sender.live
  const survey = answerableSurvey(live, send.survey)
  if (isRefusal(survey)) return refuse(survey, survey.status === 410 ? 'closed' : 'unknown_survey')

  const version = send.version ?? survey.version
  const definition = await definitionOf(db, survey, version)
  if (!definition) return refuse(unfit([{ pointer: '/version', detail: 'this survey has no such version' }]), 'invalid')
  const step = await readStep(db, live.site.id, send, definition)
  const traits = readTraits(send.traits)
  if (!step.ok) return refuse(unfit(step.faults), 'invalid')
  if (!traits.ok) return refuse(unfit(traits.faults), 'invalid')

  const source = byKey ? (send.context?.source ?? 'api') : pageSource(send.context?.source)
  const touchpoint = send.context?.touchpoint ?? survey.touchpoint
  const asked = surroundingsOf(c, { touchpoint, locale: send.context?.locale ?? '', source })
  // A server's own device and country say nothing of the shopper it speaks for.
  const surroundings = byKey ? { ...asked, device: '', country: '' } : asked
  const segments = segmentsOf(live.site.dimensions, surroundings, traits.traits)
  const answered = answeredAt(now, send.context)
  const locale = localeOf(send.context?.locale ?? '')
  const kept = live.site.settings.redact ? redactAnswers(step.answers) : { answers: step.answers, found: 0 }
  const stored: ResponseStep = {
    site: live.site.id,
    survey: survey.id,
    submission: send.submission,
    submissionHash: await sha256(send.submission),
    seq: send.seq,
    complete: send.complete,
    version,
    answers: kept.answers,
    contacts: step.contacts,
    digest: await stepDigest(send.answers, send.complete),
    tagging: stepTagging(
      { tagger: live.tagger, now },
      { comment: kept.answers.comment ?? '', locale: locale || definition.locale, scale: survey },
    ),
    segmentSet: await segmentSetOf(db, live.site.id, live.segments, segments),
    traits: JSON.stringify(traits.traits),
    order: JSON.stringify(keptOrder(send.order ?? {})),
    respondent: send.respondent?.id.trim() ?? '',
    locale,
    url: pageUrl(send.context?.url),
    source,
    day: dayOf(answered, live.site.timeZone),
    answeredAt: answered,
    receivedAt: now,
    import: '',
    receipt: newReceipt(),
  }
  const outcome = await saveStep(db, live.segments, stored)
  if (step.offPath && outcome === 'stored') tally(live.site.id, 'off_path', now)
  if (kept.found > 0 && outcome === 'stored') tally(live.site.id, 'redacted', now, kept.found)
  return { ok: true, outcome, send }
}

/** Names a survey or a version this isolate hasn't heard of: another may have published it just now. */
function isAheadOf(live: LiveSite, send: SendResponse): boolean {
  const survey = live.surveys.get(send.survey)
  return !survey || survey.version === 0 || (send.version !== undefined && send.version > survey.version)
}

/** A page can't pass for a server: `api` would leave the response rate. */
const pageSource = (claimed: Source | undefined): Source => (claimed === undefined || claimed === 'api' ? 'widget' : claimed)

const unfit = (errors: Refusal['errors']): Refusal => ({ status: 422, errors })
