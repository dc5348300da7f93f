import type { Order } from '../contract/order.ts'
import type { ShownResponse } from '../contract/response.ts'
import { closedAnswer } from '../domain/answers.ts'
import { categoryOf } from '../domain/category.ts'
import { publicId } from '../domain/response-id.ts'
import type { TagBook } from '../domain/tagging/book.ts'
import { shownTags } from '../domain/tagging/shown.ts'
import { readTagging } from '../domain/tagging/tagging.ts'
import { readTone } from '../domain/tagging/tone.ts'
import { externalIdOf } from './import-keys.ts'
import type { MetricOf } from './matching.ts'
import type { Schema } from './schema.ts'

/** The columns whatever shows a response reads. */
export const shownColumns = [
  'responses.id',
  'responses.submission',
  'responses.survey',
  'responses.version',
  'responses.score',
  'responses.comment',
  'responses.answers',
  'responses.texts',
  'responses.traits',
  'responses.order_info',
  'responses.status',
  'responses.source',
  'responses.locale',
  'responses.complete',
  'responses.created_at',
  'responses.answered_at',
  'responses.day',
  'responses.tagging',
  'responses.tone',
  'segment_sets.dimensions',
] as const

type Columns<Names extends string> = Names extends `responses.${infer Name extends keyof Schema['responses']}` ? Name : never
export type ShownRow = Pick<Schema['responses'], Columns<(typeof shownColumns)[number]>> & { dimensions: string | null }

/** A row as it may be shown; `answers` has those that have no field of their own. */
export function shownOf(row: ShownRow, survey: MetricOf | undefined, book: TagBook): ShownResponse {
  const closed = JSON.parse(row.answers) as Record<string, string | string[]>
  const texts = JSON.parse(row.texts) as Record<string, string>
  return {
    id: publicId(row.id),
    externalId: externalIdOf(row.submission),
    survey: row.survey,
    version: row.version,
    score: row.score,
    category: survey && row.score !== null ? categoryOf(survey.metric, survey.points, row.score) : null,
    comment: row.comment,
    answers: { ...Object.fromEntries(Object.entries(closed).map(([id, answer]) => [id, closedAnswer(answer)])), ...texts },
    segments: JSON.parse(row.dimensions ?? '{}') as Record<string, string>,
    traits: JSON.parse(row.traits) as ShownResponse['traits'],
    order: JSON.parse(row.order_info) as Order,
    status: row.status,
    source: row.source,
    locale: row.locale,
    complete: row.complete === 1,
    createdAt: new Date(row.created_at).toISOString(),
    answeredAt: new Date(row.answered_at).toISOString(),
    day: row.day,
    tags: shownTags(book, readTagging(row.tagging), row.comment),
    ...readTone(row.tone),
  }
}
