import type { Category, Metric } from '../contract/category.ts'
import type { Range } from '../domain/calendar.ts'
import { scoresOf } from '../domain/category.ts'
import type { Segments } from '../domain/segments.ts'
import type { Db } from './db.ts'
import { segmentValue } from './segments.ts'

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
  commented: boolean
  segments: Segments
}

export interface Page {
  /** Only rows before this id: where the page before ended. */
  before: number | undefined
  limit: number
}

/** All of a site's responses, each with its segment set. */
export function ofSite(db: Db, site: string) {
  return db.query
    .selectFrom('responses')
    .leftJoin('segment_sets', (join) =>
      join.onRef('segment_sets.site', '=', 'responses.site').onRef('segment_sets.id', '=', 'responses.segment_set'),
    )
    .where('responses.site', '=', site)
}

/** Those of one survey that match, test and quarantined ones left out. */
export function matching(db: Db, site: string, survey: MetricOf, filters: ResponseFilters) {
  const { range, category, score, commented, segments } = filters
  let query = ofSite(db, site)
    .where('responses.survey', '=', survey.id)
    .where('responses.test', '=', 0)
    .where('responses.quarantined', '=', 0)
  if (range.from) query = query.where('day', '>=', range.from)
  if (range.to) query = query.where('day', '<=', range.to)
  if (score !== undefined) query = query.where('score', '=', score)
  // A metric without such a category has no scores for it, and `in ()` finds none.
  if (category) query = query.where('score', 'in', scoresOf(survey.metric, survey.points, category))
  if (commented) query = query.where('comment', '!=', '')
  for (const [dimension, value] of Object.entries(segments)) {
    query = query.where(segmentValue(dimension), '=', value)
  }
  return query
}

/** The next of them, the last answered first: read through the survey's own index, so a page costs a page. */
export function nextOf(query: ReturnType<typeof ofSite>, { before, limit }: Page) {
  const rest = before === undefined ? query : query.where('responses.id', '<', before)
  return rest.orderBy('responses.id', 'desc').limit(limit)
}
