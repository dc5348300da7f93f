import type { Preview } from '../contract/preview.ts'
import type { Definition } from '../contract/survey.ts'
import type { DraftAbout } from '../contract/widget.ts'
import { splitKey } from '../domain/preview.ts'
import { sha256 } from '../domain/secrets.ts'
import type { Db } from './db.ts'
import { isNamed, nameOfHash } from './hash-names.ts'
import { type LiveSite, type LiveSurvey, liveSite, refreshedSite } from './live-sites.ts'
import type { Schema } from './schema.ts'
import { findSurvey } from './surveys.ts'

export async function insertPreview(db: Db, preview: Schema['previews']): Promise<void> {
  await db.query.insertInto('previews').values(preview).execute()
}

/** A survey's links to its draft that haven't lapsed, the newest first. */
export async function listPreviews(db: Db, site: string, survey: string, now: number): Promise<Preview[]> {
  const rows = await db.query
    .selectFrom('previews')
    .leftJoin('people', 'people.id', 'previews.person')
    .select(['hash', 'page', 'people.name as author', 'previews.created_at', 'expires_at'])
    .where('site', '=', site)
    .where('survey', '=', survey)
    .where('expires_at', '>', now)
    .orderBy('previews.created_at', 'desc')
    .execute()
  return rows.map(({ hash, page, author, created_at, expires_at }) => ({
    id: nameOfHash(hash),
    page,
    author,
    createdAt: new Date(created_at).toISOString(),
    expiresAt: new Date(expires_at).toISOString(),
  }))
}

/** False where there is none of this name. */
export async function deletePreview(db: Db, site: string, survey: string, id: string): Promise<boolean> {
  const result = await db.query
    .deleteFrom('previews')
    .where('site', '=', site)
    .where('survey', '=', survey)
    .where(isNamed(id))
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function deleteOldPreviews(db: Db, now: number): Promise<void> {
  await db.query.deleteFrom('previews').where('expires_at', '<=', now).execute()
}

/**
 * The site behind a public key. Behind a key with a preview's secret it is the same site with one survey, as its draft is at this
 * moment and live: what is asked there is a test. Undefined where there is none, or the link has lapsed.
 */
export async function askedSite(db: Db, publicKey: string, now: number): Promise<LiveSite | undefined> {
  const { key, secret } = splitKey(publicKey)
  const live = await liveSite(db, key, now)
  if (!live || secret === undefined) return live
  const hash = await sha256(secret)
  // Made a moment ago elsewhere, perhaps.
  const found = live.previews.get(hash) ?? (await refreshedSite(db, key, now))?.previews.get(hash)
  if (!found || found.until <= now) return
  const survey = await findSurvey(db, live.site.id, found.survey)
  return survey && { ...live, test: aboutDraft(survey), surveys: new Map([[survey.id, drafted(survey, survey.draft)]]) }
}

function aboutDraft({ name, draft: { appearance } }: { name: string; draft: Definition }): DraftAbout {
  return { name, corner: appearance.corner, element: appearance.shape === 'inline' ? appearance.element : '' }
}

/** The draft stands where the next version will. */
function drafted(survey: Pick<LiveSurvey, 'id' | 'metric' | 'points' | 'touchpoint' | 'version'>, draft: Definition): LiveSurvey {
  const { id, metric, points, touchpoint } = survey
  const version = survey.version + 1
  return {
    id,
    metric,
    points,
    touchpoint,
    state: 'live',
    version,
    versions: new Map([[version, draft]]),
    wordings: new Map([[version, {}]]),
  }
}
