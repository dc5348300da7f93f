import type { Definition, Survey, SurveyState } from '../contract/survey.ts'
import { thawed } from '../domain/definition.ts'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

export interface SurveyRow extends Omit<Schema['surveys'], 'draft'> {
  draft: Definition
}

/** A survey as managers see it: its draft, and where it stands. */
export function surveyView(row: SurveyRow, warnings: Survey['warnings']): Survey {
  const { questions, thanks, targeting, appearance, locale, address, translations } = row.draft
  return {
    id: row.id,
    name: row.name,
    metric: row.metric,
    points: row.points,
    touchpoint: row.touchpoint,
    state: row.state,
    version: row.version,
    revision: row.revision,
    questions,
    thanks,
    targeting,
    appearance,
    locale,
    address,
    translations,
    goal: row.goal,
    warnings,
    createdAt: new Date(row.created_at).toISOString(),
    updatedAt: new Date(row.updated_at).toISOString(),
  }
}

const parse = (row: Schema['surveys']): SurveyRow => ({ ...row, draft: thawed(row.draft) })

export async function insertSurvey(db: Db, survey: SurveyRow): Promise<void> {
  await db.query
    .insertInto('surveys')
    .values({ ...survey, draft: JSON.stringify(survey.draft) })
    .execute()
}

export async function findSurvey(db: Db, site: string, id: string): Promise<SurveyRow | undefined> {
  const row = await db.query.selectFrom('surveys').selectAll().where('site', '=', site).where('id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Newest first. */
export async function listSurveys(db: Db, site: string): Promise<SurveyRow[]> {
  const rows = await db.query
    .selectFrom('surveys')
    .selectAll()
    .where('site', '=', site)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(parse)
}

/** Saves an edit made on `revision`; false when somebody else saved since. */
export async function updateDraft(
  db: Db,
  survey: SurveyRow,
  change: { name: string; touchpoint: string; goal: number | null; draft: Definition },
  now: number,
): Promise<boolean> {
  const result = await db.query
    .updateTable('surveys')
    .set({
      name: change.name,
      touchpoint: change.touchpoint,
      goal: change.goal,
      draft: JSON.stringify(change.draft),
      revision: survey.revision + 1,
      updated_at: now,
    })
    .where('site', '=', survey.site)
    .where('id', '=', survey.id)
    .where('revision', '=', survey.revision)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Moves a survey to a state, unless somebody closed it meanwhile: closed is for good. */
export async function updateState(db: Db, survey: SurveyRow, state: SurveyState, now: number): Promise<void> {
  await db.query
    .updateTable('surveys')
    .set({ state, updated_at: now })
    .where('site', '=', survey.site)
    .where('id', '=', survey.id)
    .where('state', '!=', 'closed')
    .execute()
}
