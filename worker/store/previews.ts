import type { Definition } from '../contract/survey.ts'
import type { DraftAbout } from '../contract/widget.ts'
import { splitKey } from '../domain/preview.ts'
import { sha256 } from '../domain/secrets.ts'
import type { Db } from './db.ts'
import { type LiveSite, type LiveSurvey, liveSite, refreshedSite } from './live-sites.ts'
import { findSurvey } from './surveys.ts'

export async function insertPreview(
  db: Db,
  preview: { site: string; hash: string; survey: string; created_at: number; expires_at: number },
): Promise<void> {
  await db.query.insertInto('previews').values(preview).execute()
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
