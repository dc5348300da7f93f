import type { ResponseItem } from '../contract/response.ts'
import type { Definition } from '../contract/survey.ts'
import { commentQuestion } from '../domain/definition.ts'
import { batch, type Db } from './db.ts'
import { type MetricOf, matching, nextOf, ofSite, type Page, type ResponseFilters } from './matching.ts'
import { type ShownRow, shownColumns, shownOf } from './shown.ts'

type FeedRow = ShownRow & { definition: string | null; contact: 0 | 1 }

/**
 * One page of a site's responses, the last answered first, test and quarantined ones left out. Each
 * survey's newest are read through its own index and merged, so a page costs pages, not the table.
 */
export async function listResponses(
  db: Db,
  site: string,
  surveys: MetricOf[],
  filters: ResponseFilters,
  page: Page,
): Promise<ResponseItem[]> {
  if (surveys.length === 0) return []
  const pages = await batch(
    db,
    surveys.map((survey) => withDetails(nextOf(matching(db, site, survey, filters), page))),
  )
  const byId = new Map(surveys.map((survey) => [survey.id, survey]))
  return pages
    .flatMap((page) => page.results as unknown as FeedRow[])
    .sort((a, b) => b.id - a.id)
    .slice(0, page.limit)
    .map((row) => itemOf(row, byId.get(row.survey)))
}

/** One response of the site, or undefined. */
export async function findResponse(db: Db, site: string, id: number, surveys: MetricOf[]): Promise<ResponseItem | undefined> {
  const row = await withDetails(ofSite(db, site)).where('responses.id', '=', id).executeTakeFirst()
  return (
    row &&
    itemOf(
      row,
      surveys.find((survey) => survey.id === row.survey),
    )
  )
}

/** With what only a reader of single responses needs. */
function withDetails(query: ReturnType<typeof ofSite>) {
  return query
    .leftJoin('survey_versions', (join) =>
      join.onRef('survey_versions.survey', '=', 'responses.survey').onRef('survey_versions.version', '=', 'responses.version'),
    )
    .select([...shownColumns, 'survey_versions.definition'])
    .select((row) =>
      row
        .exists(row.selectFrom('contacts').select('question').whereRef('response', '=', 'responses.id'))
        .$castTo<0 | 1>()
        .as('contact'),
    )
}

function itemOf(row: FeedRow, survey: MetricOf | undefined): ResponseItem {
  const definition = row.definition ? (JSON.parse(row.definition) as Definition) : undefined
  const commentId = (definition && commentQuestion(definition.questions)) ?? 'why'
  const { locale: _, answers, ...shown } = shownOf(row, survey)
  return {
    ...shown,
    answers: {
      ...(row.score !== null && { score: row.score }),
      ...answers,
      ...(row.comment !== '' && { [commentId]: row.comment }),
    },
    contact: row.contact === 1,
    tags: [],
    sentiment: null,
  }
}
