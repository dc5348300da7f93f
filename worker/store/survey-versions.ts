import type { Definition } from '../contract/survey.ts'
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
  return row && (JSON.parse(row.definition) as Definition)
}

/**
 * Freezes the draft as the next version and puts the survey live. Publishing an unchanged draft only
 * puts it live: a version stands for a wording. False when somebody else published at the same time.
 */
export async function publishVersion(db: Db, survey: SurveyRow, now: number): Promise<boolean> {
  const definition = JSON.stringify(survey.draft)
  const current = await findVersion(db, survey.id, survey.version)
  const version = current && JSON.stringify(current) === definition ? survey.version : survey.version + 1
  const live = db.query
    .updateTable('surveys')
    .set({ state: 'live', version, updated_at: now })
    .where('site', '=', survey.site)
    .where('id', '=', survey.id)
    .where('state', '!=', 'closed')
  const freeze = db.query.insertInto('survey_versions').values({ survey: survey.id, version, definition, published_at: now })
  try {
    await batch(db, version === survey.version ? [live] : [freeze, live])
    return true
  } catch (error) {
    if (isConstraintError(error)) return false
    throw error
  }
}
