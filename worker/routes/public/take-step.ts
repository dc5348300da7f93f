import type { SendResponse, Source } from '../../contract/response.ts'
import { answeredAt } from '../../domain/answered-at.ts'
import type { StepAnswers } from '../../domain/answers.ts'
import { dayOf, utcDay } from '../../domain/calendar.ts'
import { withAttributes } from '../../domain/customers.ts'
import type { Fault } from '../../domain/definition.ts'
import { stepDigest } from '../../domain/digest.ts'
import { newReceipt } from '../../domain/ids.ts'
import { isAwaited } from '../../domain/listens.ts'
import { keptOrder } from '../../domain/order.ts'
import { pageUrl } from '../../domain/page-url.ts'
import { isSigned, orderText, personOf, respondentId } from '../../domain/person.ts'
import { redactAnswers } from '../../domain/redaction/answers.ts'
import { sha256 } from '../../domain/secrets.ts'
import { localeOf, type Surroundings, segmentsOf } from '../../domain/segments.ts'
import { bandOf, copiesOf, sayingOf } from '../../domain/suspicion.ts'
import { stepTagging } from '../../domain/tagging/step-tagging.ts'
import { readTraits } from '../../domain/traits.ts'
import { traceOf, tracesOf, type Visitor } from '../../domain/visitor.ts'
import { attributesAt } from '../../store/customers.ts'
import type { Db } from '../../store/db.ts'
import type { Suspicion } from '../../store/judged-steps.ts'
import { definitionOf, type LiveSite, type LiveSurvey } from '../../store/live-sites.ts'
import { type Outcome, type ResponseStep, saveStep } from '../../store/responses.ts'
import { withRetry } from '../../store/retry.ts'
import { saltOf } from '../../store/salts.ts'
import { segmentSetOf } from '../../store/segments.ts'
import { tally, tallyScored } from '../../store/tally.ts'
import { readUsual } from '../../store/usual.ts'
import { readStep } from './step.ts'

/** One step of a response and what its door knows of where it comes from. */
interface Arrival {
  live: LiveSite
  survey: LiveSurvey
  send: SendResponse
  source: Source
  surroundings: Surroundings
  /** By what repeats are told; undefined of who is trusted: a server with a key, a personal link. */
  visitor: Visitor | undefined
  now: number
}

type Taken = { ok: true; outcome: Outcome } | { ok: false; faults: Fault[] }

/** The one way in: whoever brings an answer, the widget, a server or a page of ours, it is read, redacted, tagged and stored here. */
export async function takeStep(db: Db, arrival: Arrival): Promise<Taken> {
  const { live, survey, send, source, surroundings, now } = arrival
  const version = send.version ?? survey.version
  const definition = await definitionOf(db, survey, version)
  if (!definition) return { ok: false, faults: [{ pointer: '/version', detail: 'this survey has no such version' }] }
  const step = await readStep(db, live.site.id, send, definition)
  const traits = readTraits(send.traits)
  if (!step.ok) return step
  if (!traits.ok) return traits

  const { dimensions, settings } = live.site
  const answered = answeredAt(now, send.context)
  const said = { traits: traits.traits, segments: segmentsOf(dimensions, surroundings, traits.traits, settings.bands) }
  const respondent = respondentId(send.respondent)
  // The one thing that is read of a known customer; a later step without traits leaves what the first one had.
  const asks = live.customers && respondent !== '' && (send.seq === 1 || Object.keys(said.traits).length > 0)
  const known = asks ? await withRetry(() => attributesAt(db, live.site.id, respondent, answered)) : undefined
  const counted = known ? withAttributes(said, known, { dimensions, bands: settings.bands }) : said
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
    segmentSet: await segmentSetOf(db, live.site.id, live.segments, counted.segments, live.test !== undefined),
    traits: JSON.stringify(counted.traits),
    order: JSON.stringify(keptOrder(send.order ?? {})),
    respondent,
    person: live.test ? undefined : await personOf(send.respondent, live.identitySecret),
    test: live.test !== undefined,
    told: !live.test && isAwaited(live.listens, survey.metric, survey.points, kept.answers.score),
    locale,
    url: pageUrl(send.context?.url),
    source,
    day: dayOf(answered, live.site.timeZone),
    answeredAt: answered,
    receivedAt: now,
    import: '',
    receipt: newReceipt(),
    suspicion: live.test ? undefined : await suspicionOf(db, arrival, kept.answers),
  }
  const outcome = await saveStep(db, live.segments, stored)
  if (live.test) return { ok: true, outcome }
  if (step.offPath && outcome === 'stored') tally(live.site.id, 'off_path', now)
  if (kept.found > 0 && outcome === 'stored') tally(live.site.id, 'redacted', now, kept.found)
  if (send.complete && kept.answers.comment && kept.answers.score !== undefined && outcome === 'stored')
    tallyScored(live.site.id, now)
  return { ok: true, outcome }
}

/** How many days a comment is compared with. */
const sayingDays = 7

/** What a step is judged by. Nothing of a later one but its words; nothing at all where no network is known. */
async function suspicionOf(
  db: Db,
  { live, survey, send, source, visitor, now }: Arrival,
  { score, comment }: StepAnswers,
): Promise<Suspicion | undefined> {
  const { identitySecret, site } = live
  const order = keptOrder(send.order ?? {}).id ?? ''
  const isSignedByShop =
    order !== '' && identitySecret !== '' && (await isSigned(orderText(order), send.order?.signature ?? '', identitySecret))
  const verifiedOnly = visitor !== undefined && site.settings.verifiedOnly
  if (!visitor?.network && !isSignedByShop && !verifiedOnly) return
  const day = utcDay(now)
  const known = visitor?.network ? await tracesOf(site.id, visitor, await saltOf(db, day)) : undefined
  const usual = known ? await readUsual(db, site, survey, now) : undefined
  const saying = known ? sayingOf(comment ?? '') : ''
  const band = bandOf(score, survey)
  return {
    ...{ day, since: utcDay(now - sayingDays * 86_400_000), band },
    ...{ visitor: known?.visitor ?? '', network: known?.network ?? '', single: source === 'widget' },
    ...{ share: usual?.shares?.[Number(band)] ?? -1, surge: usual?.surge ?? -1 },
    ...{ saying: saying && (await traceOf(saying)), sayer: saying && (await traceOf(send.submission)).slice(0, 3) },
    ...{ copies: saying ? copiesOf(saying) : 0, order: isSignedByShop ? order : '', verifiedOnly },
  }
}
