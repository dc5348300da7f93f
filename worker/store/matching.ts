import { type RawBuilder, sql } from 'kysely'
import type { Category, Metric } from '../contract/category.ts'
import type { Part } from '../contract/people.ts'
import { addDays, type Range } from '../domain/calendar.ts'
import { categoriesOf, scoresOf } from '../domain/category.ts'
import { firstId } from '../domain/response-id.ts'
import type { Segments } from '../domain/segments.ts'
import type { TagBook } from '../domain/tagging/book.ts'
import { isAtRisk } from './at-risk.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { matchingSets } from './segments.ts'

/** A survey, as far as its scores' categories need it. */
export interface MetricOf {
  id: string
  metric: Metric
  points: number
}

/** Which responses: the same for the feed and for exports. */
export interface ResponseFilters {
  range: Partial<Range>
  category: Category | undefined
  score: number | undefined
  scoreAtLeast: number | undefined
  scoreAtMost: number | undefined
  /** Only the worst category of each survey's metric. */
  unhappy: boolean
  /** By which a valued customer is at risk; all of the site's surveys, by which scores are judged. */
  atRisk: readonly MetricOf[] | undefined
  commented: boolean
  /** Only of shoppers who left a way to be reached. */
  contact: boolean
  /** Test responses, and none but those. */
  test: boolean
  segments: Segments
  /** What of the site whoever asks may see. */
  part: Part
  /** An expression of domain/search. */
  search: string | undefined
  /** Ids of which a response has one (a tag, and those merged into it); `none` for those without any. */
  tags: readonly string[] | 'none' | undefined
  /** Letters of domain/tagging/tone. */
  tones: readonly string[] | undefined
  /** By the id of a closed question: an answer as it is stored, or one of several. */
  answers: Readonly<Record<string, string>>
  /** What the order holds. */
  bought: { sku: string | undefined; category: string | undefined }
  /** What the order is worth, at least, and in which currency. */
  order: { atLeast: number | undefined; currency: string | undefined }
}

/** Filters that let everything through. */
export const everything: ResponseFilters = {
  range: {},
  category: undefined,
  score: undefined,
  scoreAtLeast: undefined,
  scoreAtMost: undefined,
  unhappy: false,
  atRisk: undefined,
  commented: false,
  contact: false,
  test: false,
  segments: {},
  part: null,
  search: undefined,
  tags: undefined,
  tones: undefined,
  answers: {},
  bought: { sku: undefined, category: undefined },
  order: { atLeast: undefined, currency: undefined },
}

/** Which responses of which surveys, and the site's tags to show them with. */
export interface Asked<Survey extends MetricOf = MetricOf> {
  surveys: Survey[]
  book: TagBook
  filters: ResponseFilters
}

/** So many responses are looked at, the last answered first, however few of them match. */
export interface Window {
  /** Only rows before this id: where the window before ended. */
  before: number | undefined
  rows: number
}

/** A site's responses by their ids, each with its segment set: found one by one, where a plain `site =` would walk through all of the site's. */
export function ofSite(db: Db, site: string, ids: readonly number[]) {
  return db.query
    .selectFrom('responses')
    .leftJoin('segment_sets', (join) =>
      join.onRef('segment_sets.site', '=', 'responses.site').onRef('segment_sets.id', '=', 'responses.segment_set'),
    )
    .where(sql`+responses.site`, '=', site)
    .where('responses.id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
}

/** Whether all of these are responses within a part of the site. */
export async function isInPart(db: Db, site: string, part: NonNullable<Part>, ids: readonly number[]): Promise<boolean> {
  const found = await ofSite(db, site, ids)
    .select('responses.id')
    .where('segment_set', 'in', matchingSets(db, site, part))
    .execute()
  return found.length === new Set(ids).size
}

/**
 * Of the responses a window looks at those that match, the last answered first, test and quarantined ones left out; and where the window
 * ends. A window costs what its rows cost, whatever is asked for: without one a filter that nothing fits would read a whole table.
 */
export function inWindow(db: Db, site: string, surveys: readonly MetricOf[], filters: ResponseFilters, window: Window) {
  const looked = filters.search === undefined ? bySurvey(db, surveys, filters, window) : bySearch(db, site, filters, window)
  const end = db.query
    .selectFrom(looked.as('responses'))
    .select((row) => [row.fn.min('responses.id').as('id'), row.fn.countAll<number>().as('n')])
  return { matching: matchingAmong(db, site, surveys, filters, looked), end }
}

/** Which of these responses match, the last answered first, test and quarantined ones left out: by the very filters of the feed. */
export async function matchingIds(db: Db, site: string, { surveys, filters }: Asked, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0 || surveys.length === 0) return []
  const looked = byId(db, site, filters, ids)
  const [found] = await batch(db, [matchingAmong(db, site, surveys, filters, looked).select('responses.id')])
  return rowsOf<{ id: number }>(found).map(({ id }) => id)
}

type Looked = ReturnType<typeof bySurvey> | ReturnType<typeof bySearch>

function matchingAmong(db: Db, site: string, surveys: readonly MetricOf[], filters: ResponseFilters, looked: Looked) {
  const { score, scoreAtLeast, scoreAtMost, category, unhappy, atRisk, commented, contact } = filters
  const { segments, part, range, tags, tones, answers, bought, order } = filters
  let matching = db.query
    .selectFrom(looked.as('responses'))
    .leftJoin('segment_sets', (join) =>
      join.onRef('segment_sets.site', '=', 'responses.site').onRef('segment_sets.id', '=', 'responses.segment_set'),
    )
    .where('responses.site', '=', site)
    .where('responses.survey', 'in', idsOf(surveys))
    .where('responses.test', '=', filters.test ? 1 : 0)
    .where('responses.quarantined', '=', 0)
    .orderBy('responses.id', 'desc')
  if (range.from) matching = matching.where('day', '>=', range.from)
  if (range.to) matching = matching.where('day', '<=', range.to)
  if (score !== undefined) matching = matching.where('score', '=', score)
  if (scoreAtLeast !== undefined) matching = matching.where('score', '>=', scoreAtLeast)
  if (scoreAtMost !== undefined) matching = matching.where('score', '<=', scoreAtMost)
  if (category) matching = matching.where(hasScoreOf(surveys, () => category))
  if (unhappy) matching = matching.where(isUnhappy(surveys))
  if (atRisk) matching = matching.where(isAtRisk(db, site, atRisk, part))
  if (tags === 'none') matching = matching.where('responses.tags', '=', '[]')
  else if (tags)
    matching = matching.where((row) => row.or(tags.map((tag) => row(sql`instr(responses.tags, ${`"${tag}"`})`, '>', 0))))
  if (tones) matching = matching.where('tone', 'in', tones)
  if (commented) matching = matching.where('comment', '!=', '')
  if (contact) matching = matching.where(sql<boolean>`EXISTS (SELECT 1 FROM contacts WHERE contacts.response = responses.id)`)
  if (Object.keys(segments).length > 0) matching = matching.where('segment_set', 'in', matchingSets(db, site, segments))
  if (part) matching = matching.where('segment_set', 'in', matchingSets(db, site, part))
  for (const [question, answer] of Object.entries(answers)) matching = matching.where(hasAnswer(question, answer))
  if (bought.sku !== undefined) matching = matching.where(hasProduct(sql`sku.value = ${bought.sku}`))
  if (bought.category !== undefined)
    matching = matching.where(
      hasProduct(
        sql`EXISTS (SELECT 1 FROM products WHERE site = ${site} AND products.sku = sku.value AND category = ${bought.category})`,
      ),
    )
  if (order.atLeast !== undefined)
    matching = matching.where(sql<boolean>`json_extract(responses.order_info, '$.value') >= ${order.atLeast}`)
  if (order.currency !== undefined)
    matching = matching.where(sql<boolean>`json_extract(responses.order_info, '$.currency') = ${order.currency}`)
  return matching
}

/** Whether a response's score is of the worst category of its survey's metric. */
export const isUnhappy = (surveys: readonly MetricOf[]) => hasScoreOf(surveys, ({ metric }) => categoriesOf(metric).at(-1))

/** Whether it is of the category that its survey's metric is asked for. */
function hasScoreOf(surveys: readonly MetricOf[], asked: (survey: MetricOf) => Category | undefined): RawBuilder<boolean> {
  const each = surveys.flatMap((survey) => {
    const category = asked(survey)
    const scores = category ? scoresOf(survey.metric, survey.points, category) : []
    return scores.length > 0 ? [sql`(responses.survey = ${survey.id} AND responses.score IN (${sql.join(scores)}))`] : []
  })
  // A metric without such a category has no scores for it.
  return each.length > 0 ? sql<boolean>`(${sql.join(each, sql` OR `)})` : sql<boolean>`0`
}

/**
 * A single answer is a list of one to json_each. Ids of questions are letters, digits, - and _: they need no escaping within the quotes.
 * First whether the text holds the answer at all: of a window's 20,000 rows most don't, and reading JSON is dear.
 */
const hasAnswer = (question: string, answer: string) =>
  sql<boolean>`instr(responses.answers, ${JSON.stringify(answer)}) > 0
    AND EXISTS (SELECT 1 FROM json_each(responses.answers, ${`$."${question}"`}) AS given WHERE given.value = ${answer})`

/** Likewise: most responses have no order. */
const hasProduct = (condition: RawBuilder<unknown>) =>
  sql<boolean>`responses.order_info <> '{}'
    AND EXISTS (SELECT 1 FROM json_each(responses.order_info, '$.skus') AS sku WHERE ${condition})`

/** Through the survey's own index, so there must be one only. */
function bySurvey(db: Db, surveys: readonly MetricOf[], { range }: ResponseFilters, window: Window) {
  const [least, most] = idsWithin(range, window)
  return db.query
    .selectFrom('responses')
    .selectAll()
    .where('responses.survey', 'in', idsOf(surveys))
    .where('responses.id', '>=', least)
    .where('responses.id', '<', most)
    .orderBy('responses.id', 'desc')
    .limit(window.rows)
}

/** Through the index of words, of all surveys at once. */
function bySearch(db: Db, site: string, { search = '', range }: ResponseFilters, window: Window) {
  const [least, most] = idsWithin(range, window)
  return searched(db, site, search, least, most).orderBy('verbatims.rowid', 'desc').limit(window.rows)
}

/** One by one, and by their words only as far as these ids lie apart. */
function byId(db: Db, site: string, { search }: ResponseFilters, ids: readonly number[]) {
  const these = sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  // The limit keeps SQLite from looking for them through the index of the site or of the survey, the sign from asking the words for each.
  if (search === undefined) return db.query.selectFrom('responses').selectAll().where('id', 'in', these).limit(ids.length)
  return searched(db, site, search, Math.min(...ids), Math.max(...ids) + 1)
    .where(sql`+responses.id`, 'in', these)
    .limit(ids.length)
}

/** From the one id up to the other, as integers: D1 binds every number as a real, and the index of words takes no bounds from those. */
const searched = (db: Db, site: string, search: string, least: number, most: number) =>
  db.query
    .selectFrom('verbatims')
    .crossJoin('responses')
    .selectAll('responses')
    .whereRef('responses.id', '=', 'verbatims.rowid')
    .where(sql`verbatims`, 'match', `scope:"${site.replaceAll('_', '')}" AND ${search}`)
    .where('verbatims.rowid', '>=', sql<number>`CAST(${least} AS INTEGER)`)
    .where('verbatims.rowid', '<', sql<number>`CAST(${most} AS INTEGER)`)

/** The ids that answers of these days can have, wherever on earth the days were: ids begin with the second of the answer. */
function idsWithin({ from, to }: Partial<Range>, { before = Number.MAX_SAFE_INTEGER }: Window): [least: number, most: number] {
  const least = from ? firstId(Date.parse(addDays(from, -1))) : 0
  const most = to ? firstId(Date.parse(addDays(to, 2))) : before
  return [least, Math.min(most, before)]
}

const idsOf = (surveys: readonly MetricOf[]) => surveys.map(({ id }) => id)

/** What has to be looked at one after the other: each survey, since each has its own index, or all of them in one search. */
export function scansOf<Survey extends MetricOf>(surveys: readonly Survey[], { search }: ResponseFilters): (readonly Survey[])[] {
  return search === undefined ? surveys.map((survey) => [survey]) : [surveys]
}

/** Where a window ends, by what its `end` has read: its last row, or nothing where no rows are left behind it. */
export function endOf(read: D1Result<Record<string, unknown>> | undefined, window: Window): number | undefined {
  const [end] = rowsOf<{ id: number | null; n: number }>(read)
  return end && end.n === window.rows ? (end.id ?? undefined) : undefined
}
