import type { Context } from 'hono'
import type { Fault } from '../../domain/definition.ts'
import type { Given } from '../../domain/hosted-form.ts'
import { sha256 } from '../../domain/secrets.ts'
import { answeredBefore } from '../../store/before.ts'
import type { Db } from '../../store/db.ts'
import type { Outcome } from '../../store/responses.ts'
import { isUnavailable } from '../../store/retry.ts'
import { surroundingsOf, visitorOf } from '../public/sender.ts'
import { takeStep } from '../public/take-step.ts'
import { type Opened, sourceOf } from './opened.ts'

interface Press {
  submission: string
  /** Of the newest step that is stored. */
  seq: number
  given: Given
  complete: boolean
  now: number
}

type Stored = { outcome: Outcome } | { faults: Fault[] } | 'unavailable'

/**
 * Stores what a press of the button said as the next step of its response, by the one way in. Whom a personal link asks and about
 * which order comes from the link, never from the address.
 */
export async function storeForm(c: Context, db: Db, opened: Opened, press: Press): Promise<Stored> {
  const { live, survey, version, content, link, query } = opened
  const { submission, given, complete, now } = press
  const source = sourceOf(opened)
  const location = link ? link.location : query.location
  const surroundings = surroundingsOf(c, { touchpoint: survey.touchpoint, locale: content.locale, source, location })
  const step = (seq: number) => ({
    ...{ site: live.site.key, survey: survey.id, version, submission, seq, complete, answers: given },
    context: { locale: content.locale, touchpoint: survey.touchpoint },
    ...(link && { traits: link.traits, order: link.order }),
    ...(link?.respondent && { respondent: { id: link.respondent } }),
  })
  // A personal link has one response, whoever uses it.
  const visitor = link ? undefined : visitorOf(c)
  const take = (seq: number) => takeStep(db, { live, survey, send: step(seq), source, surroundings, visitor, now })
  try {
    const taken = await take(press.seq + 1)
    if (!taken.ok) return taken
    if (taken.outcome !== 'conflict') return taken
    // Two presses at once, of different answers: the second is a step of its own.
    const { seq } = await answeredBefore(db, live.site.id, submission, await sha256(submission))
    return await take(seq + 1)
  } catch (error) {
    if (isUnavailable(error)) return 'unavailable'
    throw error
  }
}
