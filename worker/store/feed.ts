import { sql } from 'kysely'
import type { Part } from '../contract/people.ts'
import type { ResponseItem } from '../contract/response.ts'
import type { Definition } from '../contract/survey.ts'
import { commentQuestion } from '../domain/definition.ts'
import type { TagBook } from '../domain/tagging/book.ts'
import { atRiskAmong } from './at-risk.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { type Asked, endOf, inWindow, type MetricOf, ofSite, type ResponseFilters, scansOf } from './matching.ts'
import { type ShownRow, shownColumns, shownOf } from './shown.ts'
import { bookOf } from './tag-book.ts'
import { tagsOf } from './tags.ts'

type FeedRow = ShownRow & { definition: string | null; contact: 0 | 1; identified: 0 | 1 }

/** Responses looked at for one page, whatever is asked for: those of all surveys together, and those a search has found. */
const lookedAt = { surveys: 20_000, search: 4_000 }

export interface FeedPage {
  items: ResponseItem[]
  /** The next page begins before this row; undefined at the end. */
  next: number | undefined
}

/**
 * One page of a site's responses, the last answered first, test and quarantined ones left out. Each survey's newest are read through its
 * own index and merged. Where few of them match, a page may hold fewer than asked for, or none, and still go on.
 */
export async function listResponses(
  db: Db,
  site: string,
  { surveys, book, filters }: Asked,
  page: { before: number | undefined; limit: number },
): Promise<FeedPage> {
  if (surveys.length === 0) return { items: [], next: undefined }
  const { rows, until } = await readWindows(db, site, surveys, filters, page)
  const merged = rows
    .filter(({ id }) => id >= until)
    .sort((a, b) => b.id - a.id)
    .slice(0, page.limit)
  const byId = new Map(surveys.map((survey) => [survey.id, survey]))
  const next = merged.length === page.limit ? merged.at(-1)?.id : until || undefined
  const atRisk = await atRiskOf(db, site, merged, filters.part)
  return { items: merged.map((row) => itemOf(row, byId.get(row.survey), book, atRisk)), next }
}

/** At most a page of each scan's rows that match, and the row down to which all scans have been looked at; 0 where that is everything. */
async function readWindows(
  db: Db,
  site: string,
  surveys: MetricOf[],
  filters: ResponseFilters,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<{ rows: FeedRow[]; until: number }> {
  const scans = scansOf(surveys, filters)
  const looked = filters.search === undefined ? Math.max(1_000, Math.floor(lookedAt.surveys / scans.length)) : lookedAt.search
  const window = { before, rows: looked }
  const windows = scans.map((scan) => inWindow(db, site, scan, filters, window))
  const read = await batch(
    db,
    windows.map(({ matching }) => withDetails(matching.limit(limit))),
  )
  const pages = read.map(rowsOf<FeedRow>)
  // A full page ends at its last row; a window that gave less was looked at wholly.
  const short = windows.filter((_, i) => (pages[i]?.length ?? 0) < limit).map(({ end }) => end)
  const ends = short.length > 0 ? await batch(db, short) : []
  const reached = [
    ...pages.filter(({ length }) => length === limit).map((full) => full.at(-1)?.id),
    ...ends.map((end) => endOf(end, window)),
  ]
  // Beyond the nearest of these ends there may be rows that nobody has looked at.
  return { rows: pages.flat(), until: Math.max(0, ...reached.filter((id) => id !== undefined)) }
}

/** One response of the site, or undefined. */
export async function findResponse(db: Db, site: string, id: number, part: Part = null): Promise<ResponseItem | undefined> {
  const [row] = await findResponses(db, site, [id], part)
  return row
}

/** Several, the last answered first; those that aren't there are left out. Whose customer is at risk is judged by what is in the part. */
export async function findResponses(db: Db, site: string, ids: readonly number[], part: Part = null): Promise<ResponseItem[]> {
  const [found, surveys, tags] = await batch(db, [
    withDetails(ofSite(db, site, ids)).orderBy('responses.id', 'desc'),
    db.query.selectFrom('surveys').select(['id', 'metric', 'points']).where('site', '=', site),
    tagsOf(db, site),
  ])
  const book = bookOf(rowsOf(tags))
  const byId = new Map(rowsOf<MetricOf>(surveys).map((survey) => [survey.id, survey]))
  const rows = rowsOf<FeedRow>(found)
  const atRisk = await atRiskOf(db, site, rows, part)
  return rows.map((row) => itemOf(row, byId.get(row.survey), book, atRisk))
}

/** Those by which a valued customer is at risk; nothing is asked for where nobody is known by an id. */
function atRiskOf(db: Db, site: string, rows: readonly FeedRow[], part: Part): Promise<Set<number>> {
  const ids = rows.flatMap(({ id, identified, score }) => (identified === 1 && score !== null ? id : []))
  return atRiskAmong(db, site, ids, part)
}

/** With what only a reader of single responses needs. */
function withDetails(query: ReturnType<typeof ofSite>) {
  return query
    .leftJoin('survey_versions', (join) =>
      join.onRef('survey_versions.survey', '=', 'responses.survey').onRef('survey_versions.version', '=', 'responses.version'),
    )
    .select([...shownColumns, 'survey_versions.definition'])
    .select(sql<0 | 1>`responses.respondent <> ''`.as('identified'))
    .select((row) =>
      row
        .exists(row.selectFrom('contacts').select('question').whereRef('response', '=', 'responses.id'))
        .$castTo<0 | 1>()
        .as('contact'),
    )
}

function itemOf(row: FeedRow, survey: MetricOf | undefined, book: TagBook, atRisk: ReadonlySet<number>): ResponseItem {
  const definition = row.definition ? (JSON.parse(row.definition) as Definition) : undefined
  const commentId = (definition && commentQuestion(definition.questions)) ?? 'why'
  const { locale: _, order: __, answers, ...shown } = shownOf(row, survey, book)
  return {
    ...shown,
    answers: {
      ...(row.score !== null && { score: row.score }),
      ...answers,
      ...(row.comment !== '' && { [commentId]: row.comment }),
    },
    contact: row.contact === 1,
    identified: row.identified === 1,
    atRisk: atRisk.has(row.id),
  }
}
