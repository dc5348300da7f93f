import type { Definition } from '../contract/survey.ts'
import { thawed } from '../domain/definition.ts'
import type { Wordings } from '../domain/wordings.ts'
import { batch, type Db, isConstraintError } from './db.ts'
import type { SurveyRow } from './surveys.ts'

/** The definition a version froze, or undefined when there is no such version. */
export async function findVersion(db: Db, survey: string, version: number): Promise<Definition | undefined> {
  const row = await db.query
    .selectFrom('survey_versions')
    .select('definition')
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && thawed(row.definition)
}

/** What a version froze and when (ms), or undefined when there is no such version. */
export async function findFrozen(db: Db, survey: string, version: number) {
  const row = await db.query
    .selectFrom('survey_versions')
    .select(['definition', 'published_at'])
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { definition: thawed(row.definition), publishedAt: row.published_at }
}

/** The other languages a version froze; none when there is no such version. */
export async function findWordings(db: Db, survey: string, version: number): Promise<Wordings> {
  const row = await db.query
    .selectFrom('survey_versions')
    .select('wordings')
    .where('survey', '=', survey)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? (JSON.parse(row.wordings) as Wordings) : {}
}

/**
 * Freezes the draft and its wordings as the next version and puts the survey live. Publishing what is asked already only
 * puts it live: a version stands for words. False when somebody else published at the same time.
 */
export async function publishVersion(db: Db, survey: SurveyRow, wordings: Wordings, now: number): Promise<boolean> {
  const asked = await findVersion(db, survey.id, survey.version)
  const askedIn = await findWordings(db, survey.id, survey.version)
  const same = JSON.stringify([asked, askedIn]) === JSON.stringify([survey.draft, wordings])
  const version = same ? survey.version : survey.version + 1
  const live = db.query
    .updateTable('surveys')
    .set({ state: 'live', version, updated_at: now })
    .where('site', '=', survey.site)
    .where('id', '=', survey.id)
    .where('state', '!=', 'closed')
  const freeze = db.query.insertInto('survey_versions').values({
    survey: survey.id,
    version,
    definition: JSON.stringify(survey.draft),
    published_at: now,
    wordings: JSON.stringify(wordings),
  })
  try {
    await batch(db, same ? [live] : [freeze, live])
    return true
  } catch (error) {
    if (isConstraintError(error)) return false
    throw error
  }
}
