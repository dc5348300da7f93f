import type { Context } from 'hono'
import { HostedQuery } from '../../contract/hosted.ts'
import type { Definition } from '../../contract/survey.ts'
import type { SurveyContent } from '../../contract/widget.ts'
import type { Answers } from '../../domain/branching.ts'
import { hostedAddress, hostedSource } from '../../domain/hosted-address.ts'
import type { Words } from '../../domain/locale.ts'
import { isLinkToken, sha256, submissionOfLink } from '../../domain/secrets.ts'
import type { Env } from '../../env.ts'
import type { Db } from '../../store/db.ts'
import { findLink, type Link } from '../../store/links.ts'
import { definitionOf, type LiveSite, type LiveSurvey, liveSiteOf } from '../../store/live-sites.ts'
import { spokenContent } from '../public/content.ts'

/** What a page's address opens, in the words it will speak. */
export interface Opened {
  live: LiveSite
  survey: LiveSurvey
  version: number
  definition: Definition
  content: SurveyContent
  words: Words
  /** Whom a personal link asks; null for an address that anybody may have. */
  link: Link | null
  query: HostedQuery
  /** Where its forms go. */
  address: string
}

/**
 * The survey behind an address, by its id or by a personal link, drafts left out; undefined where there is none. `version` is the one
 * that a form was drawn from: what is under way goes on as it began.
 */
export async function openedBy(c: Context<{ Bindings: Env }>, db: Db, version?: number): Promise<Opened | undefined> {
  const id = c.req.param('id') ?? ''
  const link = isLinkToken(id) ? await findLink(db, await sha256(id)) : null
  if (link === undefined) return
  const surveyId = link?.survey ?? id
  const live = await liveSiteOf(db, surveyId, Date.now())
  const survey = live?.surveys.get(surveyId)
  if (!live || !survey || survey.version === 0) return
  const asked = version ?? survey.version
  const definition = await definitionOf(db, survey, asked)
  if (!definition) return
  const query = HostedQuery.parse(c.req.query())
  const languages = [query.lang, link?.locale, c.req.header('Accept-Language')].filter(Boolean).join(',')
  const { content, words } = await spokenContent(c.env, db, { live, survey, version: asked, definition }, languages)
  const address = hostedAddress(`/s/${id}`, link ? { ...query, location: undefined } : query, content.locale)
  return { live, survey, version: asked, definition, content, words, link, query, address }
}

/** Whether the page may begin to ask: what is paused or silenced asks nobody new. */
export function mayBegin({ live, survey, link }: Opened, now: number): boolean {
  return survey.state === 'live' && !live.site.settings.silent && !(link && link.expiresAt <= now)
}

/** A score that stands in the address and on the scale. */
export function preselected({ query, content }: Opened): Answers {
  const [first] = content.questions
  const { score } = query
  return first?.type === 'metric' && score !== undefined && score >= first.from && score <= first.to ? { score } : {}
}

/** The key of the response that a page is about: a personal link's only one, else one of its own. */
export async function submissionFor(c: Context, { link }: Opened): Promise<string> {
  return link ? await submissionOfLink(c.req.param('id') ?? '') : crypto.randomUUID()
}

export const sourceOf = ({ link, query }: Opened) => {
  const source = hostedSource(query)
  return link && source === 'link' ? 'email' : source
}
