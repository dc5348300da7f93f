import type { Context } from 'hono'
import type { LoaderConfig, LoaderSurvey } from '../../contract/widget.ts'
import { isCapped } from '../../domain/caps.ts'
import { refererOrigin } from '../../domain/check.ts'
import { needsMore } from '../../domain/definition.ts'
import { bakeCheck, bakeDraft, bakeLoader, bakePreview, type Sense, sensesOf } from '../../domain/gates/bake.ts'
import { gatesOf } from '../../domain/gates/of.ts'
import { isAllowedOrigin } from '../../domain/origins.ts'
import { splitKey } from '../../domain/preview.ts'
import { sha256 } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import { loaderParts, loaderSource, surveyPath, whyPath } from '../../generated/widget.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { readShownLately } from '../../store/caps.ts'
import { isChecked, noteStranger } from '../../store/checks.ts'
import { type Db, openDb } from '../../store/db.ts'
import { definitionOf, type LiveSite } from '../../store/live-sites.ts'
import { askedSite } from '../../store/previews.ts'
import { isSightingDue, writeSighting } from '../../store/sightings.ts'
import { capVerdict } from './last-gate.ts'
import { countryOf, placeOf } from './sender.ts'

/** `GET /w/SITE_KEY.js`: the loader with the gates of the site's live surveys baked in. */
export async function getLoader(c: Context<{ Bindings: Env }>, key: string): Promise<Response> {
  const db = openDb(c.env.DB)
  const live = await askedSite(db, key, Date.now())
  noteAsker(c, db, key, live)
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
    host: settings.tagHost || new URL(c.req.url).origin,
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

/** The plain one; one that looks for links to drafts or for an install check, while there are any; or a draft's, with its panel. */
function bakeFor(live: LiveSite, config: LoaderConfig, needed: Sense[]): string {
  if (live.test) return bakeDraft(loaderSource, config, loaderParts, { why: whyPath, about: live.test, needed })
  const loader = bakeLoader(loaderSource, config, loaderParts, needed)
  const isPreviewed = [...live.previews.values()].some(({ until }) => until > Date.now())
  const drafted = isPreviewed ? bakePreview(loader, config, loaderParts, whyPath) : loader
  return isChecked(live, Date.now()) ? bakeCheck(drafted, config, loaderParts) : drafted
}

/** Says, in its own time, where the tag was asked for; or that somebody asks for another one there. */
function noteAsker(c: Context<{ Bindings: Env }>, db: Db, key: string, live: LiveSite | undefined) {
  const origin = refererOrigin(c.req.header('Referer'))
  const now = Date.now()
  if (live && isAllowedOrigin(origin, live.site.origins)) {
    if (isSightingDue(live, origin, now))
      afterAnswer(c, 'where a tag was seen was not stored', writeSighting(db, live.site.id, origin, now))
  } else
    afterAnswer(
      c,
      'where a strange tag was seen was not stored',
      noteStranger(db, origin, splitKey(key).key, live?.site.id ?? '', now),
    )
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
