import { sql } from 'kysely'
import type { Metric } from '../contract/category.ts'
import type { Definition, SurveyState } from '../contract/survey.ts'
import type { DraftAbout } from '../contract/widget.ts'
import type { ShownSoFar } from '../domain/caps.ts'
import { thawed } from '../domain/definition.ts'
import type { Listens } from '../domain/listens.ts'
import type { Tagger } from '../domain/tagging/tagger.ts'
import type { Wordings } from '../domain/wordings.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { listeningStatement, listensOf } from './listening.ts'
import { withRetry } from './retry.ts'
import type { Schema } from './schema.ts'
import { type KnownSegments, knownSegments } from './segments.ts'
import { learnSiteKey, mayBeSiteKey } from './site-keys.ts'
import { type Site, siteOf } from './sites.ts'
import { findVersion, findWordings } from './survey-versions.ts'
import { taggerFrom, taggerStatements } from './taggers.ts'

/** What the public paths need of a site, so that most of them ask D1 nothing before they write. */
export interface LiveSite {
  site: Site
  surveys: Map<string, LiveSurvey>
  segments: KnownSegments
  /** With it the shop signs its customers' ids; '' where it doesn't. */
  identitySecret: string
  /** Whether anybody identified was ever asked here. */
  identified: boolean
  /** Whether the shop told anything of its customers. */
  customers: boolean
  /** Links to drafts, by the hash of their secret. */
  previews: ReadonlyMap<string, { survey: string; until: number }>
  /** Until when somebody asks whether the tag is on a page, by the hash of the secret in its address. */
  checks: ReadonlyMap<string, number>
  /** Its one survey is a draft that somebody tries out: what the panel beside it says of it. */
  test?: DraftAbout
  /** What gives its comments their tags. */
  tagger: Tagger
  /** Which of its responses something waits for: an endpoint, say. */
  listens: Listens
}

export interface LiveSurvey {
  id: string
  metric: Metric
  points: number
  touchpoint: string
  state: SurveyState
  /** The newest published version. */
  version: number
  /** Definitions by version, as far as they were asked for; a version never changes. */
  versions: Map<number, Definition>
  /** What else those versions are asked in, as far as that was. */
  wordings: Map<number, Wordings>
  /** Displays of the days before this one, as far as caps asked for them. */
  shownBefore?: { today: string; days: { day: string; shown: number }[] }
  /** Displays in the spans of its caps when a loader asked last. */
  shownLately?: ShownSoFar
}

/** How long an isolate trusts what it read; writes through this isolate forget at once. */
const keepMs = 30_000
const keepUnknownMs = 5_000
const refreshMs = 1_000
/** Random keys may not fill the memory. */
const mostRemembered = 1_000

type Entry = { readAt: number; until: number; live: LiveSite | null }
const remembered = new WeakMap<D1Database, Map<string, Entry>>()
const keysBySurvey = new WeakMap<D1Database, Map<string, string>>()

/** The site behind a public key as this isolate knows it, read anew every half minute. Undefined when there is none. */
export async function liveSite(db: Db, key: string, now: number): Promise<LiveSite | undefined> {
  const entries = entriesOf(db)
  const entry = entries.get(key)
  if (entry && entry.until > now) return entry.live ?? undefined
  if (!(await mayBeSiteKey(db, key, now))) return
  const live = await readLiveSite(db, key, entry?.live?.tagger)
  if (entries.size >= mostRemembered) entries.clear()
  entries.set(key, { readAt: now, live: live ?? null, until: now + (live ? keepMs : keepUnknownMs) })
  return live
}

/** The same by one of its surveys, as addresses of surveys' own pages name it. Which site a survey is of never changes. */
export async function liveSiteOf(db: Db, survey: string, now: number): Promise<LiveSite | undefined> {
  const keys = keysBySurvey.get(db.d1) ?? new Map<string, string>()
  keysBySurvey.set(db.d1, keys)
  const known = keys.get(survey) ?? (await siteKeyOf(db, survey))
  if (!known) return
  if (keys.size >= mostRemembered) keys.clear()
  keys.set(survey, known)
  const live = await liveSite(db, known, now)
  // Another isolate may have published it since this one read the site.
  return live && !live.surveys.get(survey)?.version ? await refreshedSite(db, known, now) : live
}

async function siteKeyOf(db: Db, survey: string): Promise<string | undefined> {
  const site = await withRetry(() =>
    db.query
      .selectFrom('surveys')
      .innerJoin('sites', 'sites.id', 'surveys.site')
      .select('sites.key')
      .where('surveys.id', '=', survey)
      .executeTakeFirst(),
  )
  return site?.key
}

/**
 * The site read anew, because a sender names something this isolate doesn't know: perhaps another
 * isolate published it a moment ago, and refusing would lose the answer. At most once a second a site.
 */
export async function refreshedSite(db: Db, key: string, now: number): Promise<LiveSite | undefined> {
  const entry = entriesOf(db).get(key)
  if (entry && now - entry.readAt < refreshMs) return entry.live ?? undefined
  forgetSite(db, key)
  return await liveSite(db, key, now)
}

/** After a change of a site or its surveys, so that it shows at once where it was made. */
export function forgetSite(db: Db, key: string): void {
  entriesOf(db).delete(key)
  learnSiteKey(db, key)
}

/** A version's definition; undefined when the survey has no such version. */
export async function definitionOf(db: Db, survey: LiveSurvey, version: number): Promise<Definition | undefined> {
  const known = survey.versions.get(version)
  if (known || version > survey.version) return known
  const definition = await findVersion(db, survey.id, version)
  if (definition) survey.versions.set(version, definition)
  return definition
}

/** A version's texts in other languages. */
export async function wordingsOfVersion(db: Db, survey: LiveSurvey, version: number): Promise<Wordings> {
  const known = survey.wordings.get(version)
  if (known) return known
  const wordings = await findWordings(db, survey.id, version)
  survey.wordings.set(version, wordings)
  return wordings
}

function entriesOf(db: Db): Map<string, Entry> {
  const entries = remembered.get(db.d1) ?? new Map<string, Entry>()
  remembered.set(db.d1, entries)
  return entries
}

async function readLiveSite(db: Db, key: string, known: Tagger | undefined): Promise<LiveSite | undefined> {
  const siteId = db.query.selectFrom('sites').select('id').where('key', '=', key)
  const [sites, surveys, definitions, values, clocks, previews, checks, listening, customers, ...tagging] = await batch(db, [
    db.query.selectFrom('sites').selectAll().where('key', '=', key),
    db.query
      .selectFrom('surveys')
      .select(['id', 'metric', 'points', 'touchpoint', 'state', 'version'])
      .where('site', '=', siteId)
      // In the order in which they may ask: a touchpoint's own before what is asked anywhere, then the older.
      .orderBy(sql`touchpoint = ''`)
      .orderBy('created_at')
      .orderBy('id'),
    db.query
      .selectFrom('survey_versions')
      .innerJoin('surveys', (join) =>
        join.onRef('surveys.id', '=', 'survey_versions.survey').onRef('surveys.version', '=', 'survey_versions.version'),
      )
      .select(['survey_versions.survey', 'survey_versions.version', 'survey_versions.definition'])
      .where('surveys.site', '=', siteId),
    db.query.selectFrom('segment_values').select(['dimension', 'value']).where('site', '=', siteId),
    db.query.selectFrom('respondent_clocks').select('survey').where('site', '=', siteId).limit(1),
    db.query.selectFrom('previews').selectAll().where('site', '=', siteId),
    db.query.selectFrom('checks').select(['hash', 'expires_at']).where('site', '=', siteId),
    listeningStatement(db, sql<string>`${siteId}`),
    db.query.selectFrom('customers').select('id').where('site', '=', siteId).limit(1),
    ...taggerStatements(db, sql<string>`${siteId}`),
  ])
  const row = rowsOf<Schema['sites']>(sites)[0]
  // Missing where the table is not migrated yet: nobody is told then that the site is gone.
  if (!row || (row.erased_at ?? null) !== null) return
  const site = siteOf(row)
  const isDeleted = site.deletedAt !== null
  const current = new Map(rowsOf<Schema['survey_versions']>(definitions).map((version) => [version.survey, version]))
  const live = rowsOf<Omit<LiveSurvey, 'versions' | 'wordings'>>(surveys).map((survey): [string, LiveSurvey] => {
    const version = current.get(survey.id)
    const versions = new Map(version ? [[version.version, thawed(version.definition)]] : [])
    // Of a site that was deleted none is open: who answers is told so, and nothing is kept for it.
    return [survey.id, { ...survey, ...(isDeleted && { state: 'closed' }), versions, wordings: new Map() }]
  })
  return {
    site,
    surveys: new Map(live),
    segments: knownSegments(rowsOf(values)),
    identitySecret: row.identity_secret,
    identified: rowsOf(clocks).length > 0,
    customers: rowsOf(customers).length > 0,
    previews: new Map(
      (isDeleted ? [] : rowsOf<Schema['previews']>(previews)).map((row) => [
        row.hash,
        { survey: row.survey, until: row.expires_at },
      ]),
    ),
    checks: new Map(rowsOf<Schema['checks']>(checks).map((row) => [row.hash, row.expires_at])),
    tagger: taggerFrom(tagging, known).tagger,
    listens: listensOf(rowsOf<{ level: number }>(listening)[0]),
  }
}
