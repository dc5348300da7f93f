import type { Context } from 'hono'
import type { LoaderConfig, LoaderSurvey } from '../../contract/widget.ts'
import { needsMore } from '../../domain/definition.ts'
import { bakeLoader, sensesOf } from '../../domain/gates/bake.ts'
import { gatesOf, type Placed } from '../../domain/gates/of.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { loaderParts, loaderSource, surveyPath } from '../../generated/widget.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { openDb } from '../../store/db.ts'
import { definitionOf, type LiveSite, type LiveSurvey, liveSite } from '../../store/live-sites.ts'
import { countryOf } from './sender.ts'

/** `GET /w/SITE_KEY.js`: the loader with the gates of the site's live surveys baked in. */
export async function getLoader(c: Context<{ Bindings: Env }>, key: string): Promise<Response> {
  const db = openDb(c.env.DB)
  const live = await liveSite(db, key, Date.now())
  if (!live) {
    c.header('Cache-Control', 'public, max-age=60')
    return problem(c, notFound)
  }
  const surveys: LoaderSurvey[] = []
  for (const survey of live.surveys.values()) {
    const definition = liveSurvey(live, survey.id) && (await definitionOf(db, survey, survey.version))
    if (!definition) continue
    surveys.push({
      id: survey.id,
      delay: definition.targeting.delaySeconds,
      more: needsMore(definition) || undefined,
      gates: gatesOf(definition.targeting, placeOf(live, survey)),
    })
  }
  const { settings } = live.site
  const byCountry = surveys.some(({ gates }) => sensesOf(gates).includes('country'))
  const config: LoaderConfig = {
    site: key,
    host: new URL(c.req.url).origin,
    ui: surveyPath,
    consent: settings.requireConsent || undefined,
    hash: settings.hashRoutes || undefined,
    country: byCountry ? countryOf(c) : undefined,
    surveys,
  }
  const script = bakeLoader(loaderSource, config, loaderParts)
  const etag = `"${(await sha256(script)).slice(0, 20)}"`
  c.header('ETag', etag)
  // One for each country: a cache that many share would give one to all.
  c.header('Cache-Control', byCountry ? liveFor(c.env).replace('public', 'private') : liveFor(c.env))
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
  return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
}

/** How long a browser may keep what a publish or a pause changes. */
export function liveFor(env: Env): string {
  const seconds = Number(env.LIVE_SECONDS) || 0
  return seconds > 0 ? `public, max-age=${seconds}` : 'no-cache'
}

/** Where a survey is asked, as far as its definition doesn't say. */
export function placeOf({ site }: LiveSite, { id, touchpoint }: LiveSurvey): Placed {
  return { survey: id, touchpoint, timeZone: site.timeZone, excluded: site.settings.excludedPages }
}

/** Surveys a widget may show now. */
export function liveSurvey(live: LiveSite, id: string) {
  const survey = live.surveys.get(id)
  return survey?.state === 'live' && !live.site.settings.silent ? survey : undefined
}
