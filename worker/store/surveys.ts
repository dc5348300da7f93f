import type { Definition, Survey, SurveyState } from '../contract/survey.ts'
import { thawed } from '../domain/definition.ts'
import type { Db } from './db.ts'
import type { Schema } from './schema.ts'

export interface SurveyRow extends Omit<Schema['surveys'], 'draft'> {
  draft: Definition
  /** The name of who last edited it. */
  editor: string | null
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
    edited: { at: new Date(row.edited_at).toISOString(), by: row.editor },
  }
}

const parse = (row: Omit<SurveyRow, 'draft'> & { draft: string }): SurveyRow => ({ ...row, draft: thawed(row.draft) })

const selectSurveys = (db: Db, site: string) =>
  db.query
    .selectFrom('surveys')
    .leftJoin('people', 'people.id', 'surveys.edited_by')
    .selectAll('surveys')
    .select('people.name as editor')
    .where('surveys.site', '=', site)

export async function insertSurvey(db: Db, { editor: _, ...survey }: SurveyRow): Promise<void> {
  await db.query
    .insertInto('surveys')
    .values({ ...survey, draft: JSON.stringify(survey.draft) })
    .execute()
}

/** Where the site's open surveys stand, each once. */
export async function askedTouchpoints(db: Db, site: string): Promise<string[]> {
  const rows = await db.query
    .selectFrom('surveys')
    .select('touchpoint')
    .distinct()
    .where('site', '=', site)
    .where('state', '<>', 'closed')
    .where('touchpoint', '<>', '')
    .execute()
  return rows.map(({ touchpoint }) => touchpoint)
}

export async function findSurvey(db: Db, site: string, id: string): Promise<SurveyRow | undefined> {
  const row = await selectSurveys(db, site).where('surveys.id', '=', id).executeTakeFirst()
  return row && parse(row)
}

/** Newest first. */
export async function listSurveys(db: Db, site: string): Promise<SurveyRow[]> {
  const rows = await selectSurveys(db, site).orderBy('surveys.created_at', 'desc').orderBy('surveys.id').execute()
  return rows.map(parse)
}

/** What one edit leaves; the metric and its points stand beside the draft too. */
type Edit = Pick<SurveyRow, 'name' | 'touchpoint' | 'goal' | 'draft' | 'edited_by'>

/** Saves an edit made on `revision`; false when somebody else saved since. */
export async function updateDraft(db: Db, survey: SurveyRow, change: Edit, now: number): Promise<boolean> {
  const result = await db.query
    .updateTable('surveys')
    .set({
      name: change.name,
      touchpoint: change.touchpoint,
      goal: change.goal,
      metric: change.draft.metric,
      points: change.draft.points,
      draft: JSON.stringify(change.draft),
      revision: survey.revision + 1,
      updated_at: now,
      edited_by: change.edited_by,
      edited_at: now,
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
