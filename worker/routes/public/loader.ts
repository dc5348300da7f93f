import type { Context } from 'hono'
import type { LoaderConfig, LoaderSurvey } from '../../contract/widget.ts'
import { isCapped } from '../../domain/caps.ts'
import { needsMore } from '../../domain/definition.ts'
import { bakeDraft, bakeLoader, bakePreview, type Sense, sensesOf } from '../../domain/gates/bake.ts'
import { gatesOf } from '../../domain/gates/of.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { loaderParts, loaderSource, surveyPath, whyPath } from '../../generated/widget.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { readShownLately } from '../../store/caps.ts'
import { openDb } from '../../store/db.ts'
import { definitionOf, type LiveSite } from '../../store/live-sites.ts'
import { askedSite } from '../../store/previews.ts'
import { capVerdict } from './last-gate.ts'
import { countryOf, placeOf } from './sender.ts'

/** `GET /w/SITE_KEY.js`: the loader with the gates of the site's live surveys baked in. */
export async function getLoader(c: Context<{ Bindings: Env }>, key: string): Promise<Response> {
  const db = openDb(c.env.DB)
  const live = await askedSite(db, key, Date.now())
  if (!live) {
    c.header('Cache-Control', 'public, max-age=60')
    return problem(c, notFound)
  }
  const surveys: LoaderSurvey[] = []
  /** Whether the server has gates of its own. */
  let asks = live.identified
  for (const survey of live.surveys.values()) {
    const definition = liveSurvey(live, survey.id) && (await definitionOf(db, survey, survey.version))
    if (!definition) continue
    const { targeting } = definition
    const full = (await capVerdict(db, live, survey, targeting, Date.now(), readShownLately)).find(({ passed }) => !passed)
    asks ||= isCapped(targeting.caps) || targeting.starts !== '' || targeting.ends !== ''
    surveys.push({
      id: survey.id,
      delay: targeting.delaySeconds,
      more: needsMore(definition) || undefined,
      gates: { ...gatesOf(targeting, placeOf(live, survey)), ...(full && { cap: full.reason }) },
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
  const script = bakeFor(live, config, asks ? ['ask'] : [])
  const etag = `"${(await sha256(script)).slice(0, 20)}"`
  c.header('ETag', etag)
  // One for each country: a cache that many share would give one to all.
  c.header('Cache-Control', live.test ? 'no-store' : byCountry ? liveFor(c.env).replace('public', 'private') : liveFor(c.env))
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  // A draft's loader is loaded as a module.
  c.header('Access-Control-Allow-Origin', '*')
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
  return c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
}

/** The plain one; one that looks for links to drafts, while there are any; or a draft's, with its panel. */
function bakeFor(live: LiveSite, config: LoaderConfig, needed: Sense[]): string {
  if (live.test) return bakeDraft(loaderSource, config, loaderParts, { why: whyPath, about: live.test, needed })
  const loader = bakeLoader(loaderSource, config, loaderParts, needed)
  const isPreviewed = [...live.previews.values()].some(({ until }) => until > Date.now())
  return isPreviewed ? bakePreview(loader, config, loaderParts, whyPath) : loader
}

/** How long a browser may keep what a publish or a pause changes. */
export function liveFor(env: Env): string {
  const seconds = Number(env.LIVE_SECONDS) || 0
  return seconds > 0 ? `public, max-age=${seconds}` : 'no-cache'
}

/** Surveys a widget may show now. */
export function liveSurvey(live: LiveSite, id: string) {
  const survey = live.surveys.get(id)
  return survey?.state === 'live' && (live.test || !live.site.settings.silent) ? survey : undefined
}
