import type { Context } from 'hono'
import type { Definition } from '../../contract/survey.ts'
import { contentOf } from '../../domain/content.ts'
import { addressed, suitableLanguage } from '../../domain/languages.ts'
import { withTexts } from '../../domain/texts.ts'
import { ownLanguage } from '../../domain/wordings.ts'
import type { Env } from '../../env.ts'
import { localeTags } from '../../generated/locales.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { type Db, openDb } from '../../store/db.ts'
import { definitionOf, type LiveSite, type LiveSurvey, wordingsOfVersion } from '../../store/live-sites.ts'
import { readWords } from '../../store/locales.ts'
import { askedSite } from '../../store/previews.ts'
import { weighLast } from './last-gate.ts'
import { liveFor, liveSurvey } from './loader.ts'

/**
 * `GET /w/SITE_KEY/SURVEY.json?lang=de-AT,en`: what to ask, and in which words. The last gate: not live, not here. By POST it is asked
 * because it is due, and the gates that need the server are weighed too; a survey half-finished or asked for by the page is past them.
 */
export async function getContent(c: Context<{ Bindings: Env }>, key: string, id: string): Promise<Response> {
  const db = openDb(c.env.DB)
  c.header('Access-Control-Allow-Origin', '*')
  const live = await askedSite(db, key, Date.now())
  const survey = live && liveSurvey(live, id)
  const definition = survey && (await definitionOf(db, survey, survey.version))
  if (!definition) {
    c.header('Cache-Control', 'no-store')
    return problem(c, notFound)
  }
  const asked = c.req.method === 'POST'
  const weighed = asked ? await weighLast(c, db, live, survey, definition.targeting) : []
  const stop = weighed.find(({ passed }) => !passed)
  if (stop) {
    c.header('Cache-Control', 'no-store')
    return problem(c, { status: 404, detail: `${stop.gate}: ${stop.reason}` })
  }
  const { content } = await spokenContent(
    c.env,
    db,
    { live, survey, version: survey.version, definition },
    c.req.query('lang') ?? '',
  )
  c.header('Cache-Control', asked || live.test ? 'no-store' : liveFor(c.env))
  return c.json(content)
}

interface Version {
  live: LiveSite
  survey: LiveSurvey
  version: number
  definition: Definition
}

/** A version in the language that suits who asks for `de-AT,en`, with the words of it. */
export async function spokenContent(env: Env, db: Db, { live, survey, version, definition }: Version, asked: string) {
  const wordings = await wordingsOfVersion(db, survey, version)
  const own = ownLanguage(definition, localeTags)
  const locale = suitableLanguage(asked, [own, ...Object.keys(wordings)]) ?? own
  // A language of the shop's own may have no file here: the widget then speaks the survey's.
  const spoken = suitableLanguage(`${locale},${own}`, localeTags) ?? 'en'
  const words = await readWords(env.ASSETS, addressed(spoken, definition.address, localeTags))
  const shown = withTexts(definition, wordings[locale] ?? {})
  const { id, touchpoint } = survey
  return { content: contentOf({ survey: { id, version, touchpoint }, definition: shown, locale, words, site: live.site }), words }
}
