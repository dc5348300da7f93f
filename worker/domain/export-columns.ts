import type { Question } from '../contract/question.ts'
import type { ShownResponse } from '../contract/response.ts'
import type { CsvValue } from './csv.ts'
import { commentQuestion } from './definition.ts'
import { skusText } from './order.ts'
import { otherTextId, withOther } from './other.ts'
import { tagsText } from './tagging/names.ts'

/** What every response has, before its answers, segments and traits, and after them. */
const first = ['id', 'externalId', 'survey', 'version', 'score', 'category', 'comment'] as const
const last = ['source', 'locale', 'createdAt', 'answeredAt', 'day', 'complete', 'status'] as const

/** What was made of the comment. */
const read = ['tags', 'sentiment'] as const

/** What is known of the order, with `order.` before it. */
const orderFields = ['id', 'value', 'currency', 'skus'] as const

/** Names a question's column can't have: the fixed ones, what an import reads, and what stands before a name. */
const reserved = new Set<string>([...first, ...read, ...last, 'at', 'traits', 'answer', 'order', 'segment', 'trait'])

/** What a column is of: the response's own field, or the name of an answer, an order's field, a segment or a trait. */
export type Kind = 'own' | 'answer' | 'order' | 'segment' | 'trait'

/** An answer's column has its question's id as a name, or `answer.ID` where that means something else. */
const answerColumn = (id: string) => (reserved.has(id.split('.')[0] ?? '') ? `answer.${id}` : id)
const orderColumn = (field: string) => `order.${field}`
const segmentColumn = (dimension: string) => `segment.${dimension}`
const traitColumn = (key: string) => `trait.${key}`

/** The way back from a column's name. */
export function columnOf(column: string): { kind: Kind; name: string } {
  const [, kind, name = ''] = /^(answer|order|segment|trait)\.(.*)$/s.exec(column) ?? []
  if (kind === 'answer' || kind === 'order' || kind === 'segment' || kind === 'trait') return { kind, name }
  return { kind: reserved.has(column) ? 'own' : 'answer', name: column }
}

/** The columns of a CSV export that depend on what is exported, in their order. */
export interface ExportColumns {
  /** Ids of questions, and of texts for `other`. */
  answers: string[]
  dimensions: string[]
  traits: string[]
}

/**
 * Ids with an answer of their own, over all versions: `versions` are each one's questions, the newest first, so that
 * today's order holds and what was asked earlier follows. The score and the comment have columns anyway, contacts never.
 */
export function answerIds(versions: readonly (readonly Question[])[]): string[] {
  return [...new Set(versions.flatMap(idsOfVersion))]
}

function idsOfVersion(questions: readonly Question[]): string[] {
  const commentId = commentQuestion(questions)
  const others = new Set(withOther(questions))
  return questions
    .filter(({ id, type }) => type !== 'metric' && type !== 'statement' && type !== 'contact' && id !== commentId)
    .flatMap(({ id }) => (others.has(id) ? [id, otherTextId(id)] : [id]))
}

export function csvHeader({ answers, dimensions, traits }: ExportColumns): string[] {
  return [
    ...first,
    ...read,
    ...answers.map(answerColumn),
    ...dimensions.map(segmentColumn),
    ...traits.map(traitColumn),
    'traits',
    ...orderFields.map(orderColumn),
    ...last,
  ]
}

/** A response's cells under `csvHeader`. Traits without a column of their own stand in `traits`, as JSON. */
export function csvCells({ answers, dimensions, traits }: ExportColumns, response: ShownResponse): CsvValue[] {
  const rest = Object.entries(response.traits).filter(([key]) => !traits.includes(key))
  return [
    ...first.map((name) => response[name]),
    tagsText(response.tags.map(({ name }) => name)),
    response.sentiment,
    ...answers.map((id) => own(response.answers, id)),
    ...dimensions.map((dimension) => own(response.segments, dimension)),
    ...traits.map((key) => own(response.traits, key)),
    rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : '',
    ...orderFields.map((field) => (field === 'skus' ? skusText(response.order.skus ?? []) : response.order[field])),
    ...last.map((name) => response[name]),
  ]
}

/** The same as an object; answers, segments, traits and the order's fields only where there are some. */
export function jsonRow(response: ShownResponse): Record<string, unknown> {
  return Object.fromEntries([
    ...first.map((name) => [name, response[name]]),
    ['tags', response.tags.map(({ name }) => name)],
    ['sentiment', response.sentiment],
    ...Object.entries(response.answers).map(([id, answer]) => [answerColumn(id), answer]),
    ...Object.entries(response.segments).map(([dimension, value]) => [segmentColumn(dimension), value]),
    ...Object.entries(response.traits).map(([key, value]) => [traitColumn(key), value]),
    ...Object.entries(response.order).map(([field, value]) => [orderColumn(field), value]),
    ...last.map((name) => [name, response[name]]),
  ])
}

/** A trait may be called `constructor`: only a response's own values count. */
function own<Value>(values: Record<string, Value>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
