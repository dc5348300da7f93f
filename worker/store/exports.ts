import { sql } from 'kysely'
import type { Question } from '../contract/question.ts'
import type { ShownResponse } from '../contract/response.ts'
import { answerIds, type ExportColumns } from '../domain/export-columns.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { type Asked, endOf, inWindow, type MetricOf, scansOf } from './matching.ts'
import { withRetry } from './retry.ts'
import { type ShownRow, shownColumns, shownOf } from './shown.ts'
import type { Site } from './sites.ts'

/** Rows read at once: a million rows stay within D1's 1,000 queries a request, and 2,000 of the longest comments in memory. */
export const pageRows = 2_000
/** Rows whose traits are looked through at once: the database answers shoppers in between. */
const sliceRows = 50_000
/** Traits with a column of their own; shoppers' pages decide how many there are. */
const mostTraits = 200

/** What matches, survey by survey and the last answered first; a page is read when the one before is done with. */
export async function* listPages(db: Db, site: string, { surveys, book, filters }: Asked): AsyncGenerator<ShownResponse[]> {
  const byId = new Map(surveys.map((survey) => [survey.id, survey]))
  for (const scan of scansOf(surveys, filters)) {
    let before: number | undefined
    do {
      const window = { before, rows: pageRows }
      const { matching, end } = inWindow(db, site, scan, filters, window)
      const [rows, ends] = await withRetry(() => batch(db, [matching.select(shownColumns), end]))
      yield rowsOf<ShownRow>(rows).map((row) => shownOf(row, byId.get(row.survey), book))
      before = endOf(ends, window)
    } while (before !== undefined)
  }
}

/** The columns a file of what matches has: a header comes before the rows, so what it has to name is asked first. */
export async function readColumns(db: Db, site: Pick<Site, 'id' | 'dimensions'>, asked: Asked): Promise<ExportColumns> {
  const [versions, known, traits] = await Promise.all([
    listAskedQuestions(db, site.id, asked.surveys),
    listDimensions(db, site.id),
    listTraitKeys(db, site.id, asked),
  ])
  return { answers: answerIds(versions), dimensions: [...new Set([...site.dimensions, ...known])], traits }
}

/** The keys of the traits of what matches, in the alphabet's order; of more than 200 those that most responses have. */
async function listTraitKeys(db: Db, site: string, { surveys, filters }: Asked): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const scan of scansOf(surveys, filters)) {
    let before: number | undefined
    do {
      const window = { before, rows: sliceRows }
      const { matching, end } = inWindow(db, site, scan, filters, window)
      const page = matching.select(['responses.id', 'responses.traits']).as('page')
      const [keys, ends] = await withRetry(() =>
        batch(db, [
          db.query
            .selectFrom([page, sql<{ key: string }>`json_each(page.traits)`.as('trait')])
            .select(({ fn }) => ['trait.key', fn.countAll<number>().as('n')])
            .groupBy('trait.key')
            .orderBy('n', 'desc')
            .limit(mostTraits),
          end,
        ]),
      )
      for (const { key, n } of rowsOf<{ key: string; n: number }>(keys)) counts.set(key, (counts.get(key) ?? 0) + n)
      before = endOf(ends, window)
    } while (before !== undefined)
  }
  const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, mostTraits)
  return common.map(([key]) => key).sort()
}

/** The questions of every version of the surveys: survey by survey, each one's newest version first. */
export async function listAskedQuestions(db: Db, site: string, surveys: readonly MetricOf[]): Promise<Question[][]> {
  const rows = await db.query
    .selectFrom('survey_versions')
    .innerJoin('surveys', 'surveys.id', 'survey_versions.survey')
    .select(['survey', sql<string>`json_extract(definition, '$.questions')`.as('questions')])
    .where('surveys.site', '=', site)
    .orderBy('survey_versions.version', 'desc')
    .execute()
  const bySurvey = Map.groupBy(rows, (row) => row.survey)
  return surveys.flatMap(({ id }) => bySurvey.get(id) ?? []).map((row) => JSON.parse(row.questions) as Question[])
}

/** Every dimension a response of the site may have a value of: also one the site has given up since. */
async function listDimensions(db: Db, site: string): Promise<string[]> {
  const rows = await db.query.selectFrom('segment_values').select('dimension').distinct().where('site', '=', site).execute()
  return rows.map((row) => row.dimension)
}
