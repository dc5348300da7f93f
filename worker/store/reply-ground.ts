import { scaleOf } from '../domain/category.ts'
import { firstNameOf, type Places } from '../domain/reply-places.ts'
import { metricWords, type Said } from '../domain/said.ts'
import { listContacts } from './contacts.ts'
import type { Db } from './db.ts'
import { findVersion, findWordings } from './survey-versions.ts'

/** What is known of a response that is replied to. */
export interface Replied {
  places: Places
  said: Said
  locale: string
  test: boolean
  quarantined: boolean
  closed: boolean
  /** The e-mail addresses left with it, by question. */
  to: { question: string; address: string }[]
}

/** Undefined where the site has no such response. */
export async function findReplied(db: Db, site: { id: string; name: string }, response: number): Promise<Replied | undefined> {
  const row = await db.query
    .selectFrom('responses')
    .innerJoin('surveys', 'surveys.id', 'responses.survey')
    .select(['survey', 'responses.version', 'score', 'comment', 'traits', 'locale', 'day', 'test', 'quarantined', 'resolved_at'])
    .select(['surveys.name', 'surveys.metric', 'surveys.points'])
    .where('responses.id', '=', response)
    .where('responses.site', '=', site.id)
    .executeTakeFirst()
  if (!row) return
  const [contacts, definition, wordings] = await Promise.all([
    listContacts(db, site.id, response),
    findVersion(db, row.survey, row.version),
    findWordings(db, row.survey, row.version),
  ])
  const { name, metric, points, comment, locale, day } = row
  const scale = scaleOf(metric, points)
  const score = row.score === null || !scale ? '' : `${row.score}/${scale[1]}`
  return {
    places: {
      'first name': firstNameOf(JSON.parse(row.traits) as Record<string, unknown>),
      ...{ shop: site.name, survey: name, score, comment },
    },
    said: { day, question: score && definition ? metricWords(definition, wordings, locale) : '', score, comment },
    locale,
    ...{ test: row.test === 1, quarantined: row.quarantined === 1, closed: row.resolved_at !== null },
    to: (contacts ?? []).flatMap(({ question, kind, value }) => (kind === 'email' ? [{ question, address: value }] : [])),
  }
}
