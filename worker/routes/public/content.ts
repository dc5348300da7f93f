import type { Context } from 'hono'
import { contentOf } from '../../domain/content.ts'
import { addressed, suitableLanguage } from '../../domain/languages.ts'
import { withTexts } from '../../domain/texts.ts'
import { ownLanguage } from '../../domain/wordings.ts'
import type { Env } from '../../env.ts'
import { localeTags } from '../../generated/locales.ts'
import { notFound, problem } from '../../middleware/problem.ts'
import { openDb } from '../../store/db.ts'
import { definitionOf, liveSite, wordingsOfVersion } from '../../store/live-sites.ts'
import { readWords } from '../../store/locales.ts'
import { liveFor, liveSurvey } from './loader.ts'

/** `GET /w/SITE_KEY/SURVEY.json?lang=de-AT,en`: what to ask, and in which words. The last gate: not live, not here. */
export async function getContent(c: Context<{ Bindings: Env }>, key: string, id: string): Promise<Response> {
  const db = openDb(c.env.DB)
  c.header('Access-Control-Allow-Origin', '*')
  const live = await liveSite(db, key, Date.now())
  const survey = live && liveSurvey(live, id)
  const definition = survey && (await definitionOf(db, survey, survey.version))
  if (!definition) {
    c.header('Cache-Control', 'no-store')
    return problem(c, notFound)
  }
  const wordings = await wordingsOfVersion(db, survey, survey.version)
  const own = ownLanguage(definition, localeTags)
  const locale = suitableLanguage(c.req.query('lang') ?? '', [own, ...Object.keys(wordings)]) ?? own
  // A language of the shop's own may have no file here: the widget then speaks the survey's.
  const spoken = suitableLanguage(`${locale},${own}`, localeTags) ?? 'en'
  const content = contentOf({
    survey,
    definition: withTexts(definition, wordings[locale] ?? {}),
    locale,
    words: await readWords(c.env.ASSETS, addressed(spoken, definition.address, localeTags)),
    site: live.site,
  })
  c.header('Cache-Control', liveFor(c.env))
  return c.json(content)
}
