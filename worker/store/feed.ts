import type { Category, Metric } from '../contract/category.ts'
import type { ResponseItem } from '../contract/response.ts'
import type { Definition } from '../contract/survey.ts'
import { closedAnswer } from '../domain/answers.ts'
import type { Range } from '../domain/calendar.ts'
import { categoryOf, scoresOf } from '../domain/category.ts'
import { commentQuestion } from '../domain/definition.ts'
import { publicId } from '../domain/response-id.ts'
import type { Segments } from '../domain/segments.ts'
import { batch, type Db } from './db.ts'
import { externalIdOf } from './import-keys.ts'
import type { Schema } from './schema.ts'
import { segmentValue } from './segments.ts'

export interface FeedSurvey {
  id: string
  metric: Metric
  points: number
}

export interface FeedFilters {
  range: Partial<Range>
  category: Category | undefined
  score: number | undefined
  commented: boolean
  segments: Segments
  /** Only rows before this id: where the page before ended. */
  before: number | undefined
  limit: number
}

type FeedRow = Schema['responses'] & { dimensions: string | null; definition: string | null; contact: 0 | 1 }

/**
 * One page of a site's responses, the last answered first, test and quarantined ones left out. Each
 * survey's newest are read through its own index and merged, so a page costs pages, not the table.
 */
export async function listResponses(db: Db, site: string, surveys: FeedSurvey[], filters: FeedFilters): Promise<ResponseItem[]> {
  if (surveys.length === 0) return []
  const pages = await batch(
    db,
    surveys.map((survey) => filtered(db, site, survey, filters)),
  )
  const byId = new Map(surveys.map((survey) => [survey.id, survey]))
  return pages
    .flatMap((page) => page.results as unknown as FeedRow[])
    .sort((a, b) => b.id - a.id)
    .slice(0, filters.limit)
    .map((row) => itemOf(row, byId.get(row.survey)))
}

/** One response of the site, or undefined. */
export async function findResponse(db: Db, site: string, id: number, surveys: FeedSurvey[]): Promise<ResponseItem | undefined> {
  const row = await shown(db, site).where('responses.id', '=', id).executeTakeFirst()
  return (
    row &&
    itemOf(
      row,
      surveys.find((survey) => survey.id === row.survey),
    )
  )
}

function shown(db: Db, site: string) {
  return db.query
    .selectFrom('responses')
    .leftJoin('segment_sets', (join) =>
      join.onRef('segment_sets.site', '=', 'responses.site').onRef('segment_sets.id', '=', 'responses.segment_set'),
    )
    .leftJoin('survey_versions', (join) =>
      join.onRef('survey_versions.survey', '=', 'responses.survey').onRef('survey_versions.version', '=', 'responses.version'),
    )
    .selectAll('responses')
    .select(['segment_sets.dimensions', 'survey_versions.definition'])
    .select((row) =>
      row
        .exists(row.selectFrom('contacts').select('question').whereRef('response', '=', 'responses.id'))
        .$castTo<0 | 1>()
        .as('contact'),
    )
    .where('responses.site', '=', site)
}

function filtered(db: Db, site: string, survey: FeedSurvey, filters: FeedFilters) {
  const { range, category, score, commented, segments, before, limit } = filters
  let query = shown(db, site)
    .where('responses.survey', '=', survey.id)
    .where('responses.test', '=', 0)
    .where('responses.quarantined', '=', 0)
  if (range.from) query = query.where('day', '>=', range.from)
  if (range.to) query = query.where('day', '<=', range.to)
  if (score !== undefined) query = query.where('score', '=', score)
  // A metric without such a category has no scores for it, and `in ()` finds none.
  if (category) query = query.where('score', 'in', scoresOf(survey.metric, survey.points, category))
  if (commented) query = query.where('comment', '!=', '')
  if (before !== undefined) query = query.where('responses.id', '<', before)
  for (const [dimension, value] of Object.entries(segments)) {
    query = query.where(segmentValue(dimension), '=', value)
  }
  return query.orderBy('responses.id', 'desc').limit(limit)
}

function itemOf(row: FeedRow, survey: FeedSurvey | undefined): ResponseItem {
  const closed = JSON.parse(row.answers) as Record<string, string | string[]>
  const texts = JSON.parse(row.texts) as Record<string, string>
  const definition = row.definition ? (JSON.parse(row.definition) as Definition) : undefined
  const commentId = (definition && commentQuestion(definition.questions)) ?? 'why'
  return {
    id: publicId(row.id),
    externalId: externalIdOf(row.submission),
    survey: row.survey,
    version: row.version,
    score: row.score,
    category: survey && row.score !== null ? categoryOf(survey.metric, survey.points, row.score) : null,
    comment: row.comment,
    answers: {
      ...(row.score !== null && { score: row.score }),
      ...Object.fromEntries(Object.entries(closed).map(([id, answer]) => [id, closedAnswer(answer)])),
      ...texts,
      ...(row.comment !== '' && { [commentId]: row.comment }),
    },
    segments: JSON.parse(row.dimensions ?? '{}') as Record<string, string>,
    traits: JSON.parse(row.traits) as ResponseItem['traits'],
    contact: row.contact === 1,
    tags: [],
    sentiment: null,
    status: row.status,
    source: row.source,
    complete: row.complete === 1,
    createdAt: new Date(row.created_at).toISOString(),
    answeredAt: new Date(row.answered_at).toISOString(),
    day: row.day,
  }
}
