import type { Context } from 'hono'
import type { ExportQuery } from '../../contract/response.ts'
import { addDays, dayCount, dayOf, type Range } from '../../domain/calendar.ts'
import { isClosed } from '../../domain/distributions.ts'
import { searchExpression } from '../../domain/search.ts'
import type { Segments } from '../../domain/segments.ts'
import { taggedBy } from '../../domain/tagging/book.ts'
import { tonesOf } from '../../domain/tagging/tone.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, type Refusal } from '../../middleware/problem.ts'
import { listAskedQuestions } from '../../store/exports.ts'
import type { Asked } from '../../store/matching.ts'
import type { Site } from '../../store/sites.ts'
import { listSurveys, type SurveyRow } from '../../store/surveys.ts'
import { readTagBook } from '../../store/tags.ts'

const mostDays = 3_660
/** Before it nobody asked, and calendars get strange. */
const firstDay = '1990-01-01'

/** The dates asked for, or the last 30 days of the site up to today; a refusal for what is no range. */
export function rangeOf(query: { from?: string; to?: string }, timeZone: string, now: number): Range | Refusal {
  const to = query.to ?? dayOf(now, timeZone)
  const from = query.from ?? addDays(to, -29)
  if (from < firstDay) return { status: 422, errors: [{ pointer: '/from', detail: `not before ${firstDay}` }] }
  if (from > to) return { status: 422, errors: [{ pointer: '/to', detail: 'ends before it begins' }] }
  if (dayCount(from, to) > mostDays) return { status: 422, errors: [{ pointer: '/from', detail: `at most ${mostDays} days` }] }
  return { from, to }
}

/** `segment.DIMENSION=VALUE` of the query, one value a dimension; a refusal for what the site doesn't declare. */
export function segmentFilters(c: Context, dimensions: readonly string[]): { segments: Segments } | Refusal {
  const segments: Segments = {}
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (!name.startsWith('segment.')) continue
    const dimension = name.slice('segment.'.length)
    if (!dimensions.includes(dimension)) return undeclared(`/${name}`)
    if (values.length > 1) return { status: 422, errors: [{ pointer: `/${name}`, detail: 'one value a dimension' }] }
    segments[dimension] = values[0] ?? ''
  }
  return { segments }
}

/** `answer.QUESTION=VALUE` of the query, one value a question; a refusal for what none of the surveys ever asked with answers to choose from. */
async function answerFilters(
  c: Context<ManageEnv>,
  surveys: readonly SurveyRow[],
): Promise<{ answers: Record<string, string> } | Refusal> {
  const asked = Object.entries(c.req.queries()).filter(([name]) => name.startsWith('answer.'))
  if (asked.length === 0) return { answers: {} }
  const versions = await listAskedQuestions(c.var.db, c.var.site.id, surveys)
  const closed = new Set(
    versions
      .flat()
      .filter(isClosed)
      .map(({ id }) => id),
  )
  const answers: Record<string, string> = {}
  for (const [name, values] of asked) {
    const question = name.slice('answer.'.length)
    if (!closed.has(question))
      return { status: 422, errors: [{ pointer: `/${name}`, detail: 'no question of this id with answers to choose from' }] }
    if (values.length > 1) return { status: 422, errors: [{ pointer: `/${name}`, detail: 'one value a question' }] }
    answers[question] = values[0] ?? ''
  }
  return { answers }
}

/** Both of a query, as every report takes them. */
export function periodOf(
  c: Context,
  site: Site,
  now: number,
  query: { from?: string; to?: string },
): { range: Range; filters: Segments } | Refusal {
  const range = rangeOf(query, site.timeZone, now)
  if ('status' in range) return range
  const found = segmentFilters(c, site.dimensions)
  return 'status' in found ? found : { range, filters: found.segments }
}

/** Which responses a query asks for, and of which surveys: alike for the feed and for exports. */
export async function responseFilters(c: Context<ManageEnv>, query: ExportQuery): Promise<Asked<SurveyRow> | Refusal> {
  const { db, site } = c.var
  const found = segmentFilters(c, site.dimensions)
  if ('status' in found) return found
  const [all, book] = await Promise.all([listSurveys(db, site.id), readTagBook(db, site.id)])
  const surveys = query.survey === undefined ? all : all.filter((survey) => survey.id === query.survey)
  if (query.survey !== undefined && surveys.length === 0) return notFound
  const { from, to, category, score, commented, q, sentiment } = query
  const search = q ? searchExpression(q) : undefined
  if (q && !search) return { status: 422, errors: [{ pointer: '/q', detail: 'no word to look for' }] }
  const given = await answerFilters(c, surveys)
  if ('status' in given) return given
  const tagged = query.tag === undefined ? undefined : taggedBy(book, query.tag)
  if (query.tag !== undefined && !tagged) return unknownTag('/tag')
  const disagrees = query.disagrees === '1'
  const filters = {
    range: { from, to },
    category,
    score,
    commented: commented === '1',
    test: query.test === '1',
    segments: found.segments,
    part: c.var.part,
    search,
    tags: tagged?.ids,
    tones: sentiment || disagrees ? tonesOf(sentiment, disagrees) : undefined,
    answers: given.answers,
    bought: { sku: query.sku, category: query.productCategory },
  }
  return { surveys, book, filters }
}

export const unknownTag = (pointer: string): Refusal => ({
  status: 422,
  errors: [{ pointer, detail: 'the site has no tag of this name' }],
})

export const undeclared = (pointer: string): Refusal => ({
  status: 422,
  errors: [{ pointer, detail: 'the site declares no such dimension' }],
})
