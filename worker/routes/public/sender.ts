import type { Context } from 'hono'
import { deviceOf } from '../../domain/device.ts'
import type { Placed } from '../../domain/gates/of.ts'
import { networkOf } from '../../domain/network.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { bearerKey, sha256 } from '../../domain/secrets.ts'
import { localeOf, type Surroundings } from '../../domain/segments.ts'
import type { Visitor } from '../../domain/visitor.ts'
import type { Env } from '../../env.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import { notFound, type Refusal } from '../../middleware/problem.ts'
import { findApiKey } from '../../store/api-keys.ts'
import type { Db } from '../../store/db.ts'
import type { LiveSite, LiveSurvey } from '../../store/live-sites.ts'
import { askedSite } from '../../store/previews.ts'

export type Sender = { ok: true; live: LiveSite; byKey: boolean } | { ok: false; site: string | null; refusal: Refusal }

/**
 * The site a public request speaks for, if it may: a browser by its Origin on the site's list, a
 * server by one of the site's API keys.
 */
export async function senderOf(c: Context<{ Bindings: Env }>, db: Db, siteKey: string, now: number): Promise<Sender> {
  const live = await askedSite(db, siteKey, now)
  if (!live) return { ok: false, site: null, refusal: notFound }
  const bearer = bearerKey(c.req.header('Authorization'))
  if (bearer) {
    const key = await findApiKey(db, await sha256(bearer), now, (write) =>
      afterAnswer(c, 'when a key was last used was not stored', write),
    )
    if (key?.site.id !== live.site.id) return { ok: false, site: live.site.id, refusal: notFound }
    if (!key.scopes.includes('send'))
      return { ok: false, site: live.site.id, refusal: { status: 403, detail: 'sending needs a key with the scope send' } }
    return { ok: true, live, byKey: true }
  }
  const origin = c.req.header('Origin') ?? ''
  if (isAllowedOrigin(origin, live.site.origins)) return { ok: true, live, byKey: false }
  const detail = origin
    ? `${origin.slice(0, 200)} is not on the site's list of origins`
    : 'send an Origin on the list, or an API key'
  return { ok: false, site: live.site.id, refusal: { status: 403, detail } }
}

/** A survey that takes answers. Drafts and other sites' surveys are the same nothing; a closed one is gone. */
export function answerableSurvey(live: LiveSite, id: string): LiveSurvey | Refusal {
  const survey = live.surveys.get(id)
  if (!survey || survey.version === 0) return notFound
  return survey.state === 'closed' ? { status: 410, detail: 'this survey is closed' } : survey
}

export const isRefusal = (found: LiveSurvey | Refusal): found is Refusal => 'status' in found

/** What the worker itself knows of a request, for the site's dimensions. */
export function surroundingsOf(
  c: Context,
  given: { touchpoint: string; locale?: string | undefined; source: string; location?: string | undefined },
): Surroundings {
  return {
    touchpoint: given.touchpoint,
    device: deviceOf(c.req.header('User-Agent') ?? ''),
    language: localeOf(given.locale ?? '').split('-')[0] ?? '',
    country: countryOf(c),
    source: given.source,
    ...(given.location && { location: given.location }),
  }
}

/** By what repeats are told. Only the edge's own word counts for where a request comes from: what it forwards, anybody may have written. */
export const visitorOf = (c: Context): Visitor => ({
  network: networkOf(c.req.header('CF-Connecting-IP') ?? ''),
  userAgent: c.req.header('User-Agent') ?? '',
})

/** Two letters, from the connection; '' where nobody knows. */
export function countryOf(c: Context): string {
  const country = c.req.raw.cf?.country ?? c.req.header('CF-IPCountry') ?? ''
  return typeof country === 'string' ? country : ''
}

/** Where a survey is asked, as far as its definition doesn't say. */
export function placeOf({ site }: LiveSite, { id, touchpoint }: LiveSurvey): Placed {
  return { survey: id, touchpoint, timeZone: site.timeZone, excluded: site.settings.excludedPages }
}
