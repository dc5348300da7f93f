import { Temporal } from 'temporal-polyfill'
import type { Bands } from '../contract/bands.ts'
import type { Order } from '../contract/order.ts'
import type { Question } from '../contract/question.ts'
import type { Definition } from '../contract/survey.ts'
import { readAnswers, type StepAnswers, type StepContacts } from './answers.ts'
import { type Day, dayOf } from './calendar.ts'
import { commentQuestion } from './definition.ts'
import { exportedId, exportedParts } from './exported-row.ts'
import { readOrder } from './order.ts'
import { otherTextId } from './other.ts'
import { localeOf, type Segments, segmentsOf, type Traits } from './segments.ts'
import { readTagNames } from './tagging/names.ts'
import { readTraits } from './traits.ts'

/** One row of a file: column names and values, text from CSV, any JSON from NDJSON. */
export type Cells = Record<string, unknown>

export interface ImportedRow {
  externalId: string
  answers: StepAnswers
  contacts: StepContacts
  answeredAt: number
  day: Day
  segments: Segments
  traits: Traits
  order: Order
  locale: string
  /** Names of the tags somebody gave it; undefined where the row says nothing of tags. */
  tags: string[] | undefined
}

export type ImportRowResult = { ok: true; row: ImportedRow } | { ok: false; reason: string }

/** What rows are read against. */
export interface ImportTarget {
  definition: Definition
  touchpoint: string
  dimensions: readonly string[]
  bands: readonly Bands[]
  timeZone: string
  /** Taken as the time of answering where a row gives none. */
  now: number
}

/** The parts of a row, whatever its columns were called. */
export interface RowParts {
  externalId: unknown
  at: unknown
  /** The site's day it counts in, where the row knows. */
  day?: Day | undefined
  score: unknown
  comment: unknown
  tags: unknown
  locale: unknown
  /** By a question's id, or `ID.other`; what the survey doesn't ask is left alone. */
  answers: Cells
  /** Null: worked out from the traits and the survey. */
  segments: Cells | null
  traits: Cells
  /** By the order's fields: `id`, `value`, `currency`, `skus`. */
  order: Cells
}

/**
 * A row as a response. Columns: `id`, `score`, `comment`, `at` (ISO 8601 date or date-time), `locale`, `tags`;
 * `order.id`, `order.value`, `order.currency` and `order.skus`; a question's id is its answer, a
 * dimension's name its segment, anything else a trait. Empty cells say nothing. A row of our own export has that file's columns.
 */
export function readImportRow(target: ImportTarget, cells: Cells): ImportRowResult {
  const given = new Map(Object.entries(cells).filter(([, value]) => value !== null && value !== undefined && value !== ''))
  const parts = exportedId(cells) ? exportedParts(given) : foreignParts(target, given)
  const externalId = textOf(parts.externalId).trim()
  if (externalId.length > 128 || !externalId.isWellFormed())
    return { ok: false, reason: 'id: at most 128 well-formed characters' }
  const time = timeOf(parts.at, target)
  if (!time) return { ok: false, reason: 'at: not a date such as 2026-10-31 or 2026-10-31T14:05:00Z, or in the future' }

  const answers = answersOf(target.definition, parts)
  if (Object.keys(answers).length === 0) return { ok: false, reason: 'neither a score nor a comment' }
  const read = readAnswers(target.definition, answers)
  if (!read.ok)
    return { ok: false, reason: read.faults.map((f) => `${f.pointer.replace('/answers/', '')}: ${f.detail}`).join('; ') }

  const tags = readTagNames(parts.tags)
  if (!tags.ok) return tags
  const order = readOrder(parts.order)
  if (!order.ok) return order
  const locale = localeOf(textOf(parts.locale))
  const traits = readTraits(mapValues(parts.traits, traitValue))
  if (!traits.ok) return { ok: false, reason: traits.faults[0]?.detail ?? 'traits' }
  const { segments, rest } = parts.segments
    ? { segments: segmentsOf(target.dimensions, {}, mapValues(parts.segments, textOf)), rest: traits.traits }
    : splitTraits(target, traits.traits, locale)
  return {
    ok: true,
    row: {
      externalId,
      answers: read.answers,
      contacts: read.contacts,
      answeredAt: time.answeredAt,
      day: parts.day ?? time.day,
      segments,
      traits: rest,
      order: order.order,
      locale,
      tags: tags.names,
    },
  }
}

/** The columns of anybody's file. */
function foreignParts({ definition }: ImportTarget, given: Map<string, unknown>): RowParts {
  const take = (column: string) => {
    const value = given.get(column)
    given.delete(column)
    return value
  }
  const named = { externalId: take('id'), at: take('at'), score: take('score'), comment: take('comment'), tags: take('tags') }
  const columns = definition.questions.flatMap(({ id }) => [id, otherTextId(id)])
  const answers = Object.fromEntries(columns.map((column) => [column, take(column)]))
  const order = Object.fromEntries(['id', 'value', 'currency', 'skus'].map((field) => [field, take(`order.${field}`)]))
  return { ...named, answers, locale: take('locale'), segments: null, order, traits: Object.fromEntries(given) }
}

/** The answers as a widget would have sent them. */
function answersOf({ questions }: Definition, parts: RowParts): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  const given = new Map(Object.entries(parts.answers))
  if (parts.score !== undefined) answers.score = wholeNumber(parts.score)
  const commentId = commentQuestion(questions)
  if (parts.comment !== undefined && commentId) answers[commentId] = textOf(parts.comment)
  for (const { id, type } of questions) {
    const answer = given.get(id)
    if (answer !== undefined && !Object.hasOwn(answers, id)) answers[id] = asSent(type, answer)
    const other = given.get(otherTextId(id))
    if (other !== undefined) answers[otherTextId(id)] = textOf(other)
  }
  return answers
}

function mapValues<From, To>(values: Record<string, From>, to: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, to(value)]))
}

/** Columns named like a declared dimension become segments, the rest stay traits, and so do numbers whose segment is a band. */
function splitTraits({ dimensions, bands, touchpoint }: ImportTarget, traits: Traits, locale: string) {
  const surroundings = { touchpoint, device: '', language: locale.split('-')[0] ?? '', country: '', source: 'import' }
  const given = Object.fromEntries(Object.entries(traits).map(([key, value]) => [key, String(value)]))
  const segments = segmentsOf(dimensions, { ...surroundings, ...pick(given, Object.keys(surroundings)) }, traits, bands)
  const whole = dimensions.filter((name) => bands.every(({ dimension }) => dimension !== name))
  const rest = Object.fromEntries(Object.entries(traits).filter(([key]) => !whole.includes(key)))
  return { segments, rest }
}

function pick(from: Record<string, string>, keys: string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])))
}

/** A cell as a widget would have sent it. */
function asSent(type: Question['type'], answer: unknown): unknown {
  if (type === 'choices') return listOf(answer)
  return type === 'rating' ? wholeNumber(answer) : answer
}

/** CSV has no lists: "price; size" and "price|size" are two choices. */
function listOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.split(/[;|]/).flatMap((part) => part.trim() || [])
}

/** CSV has no numbers: "4" and 4 are the same score, "4.5" and "four" are none. */
function wholeNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\s{0,20}-?\d{1,4}(\.0{1,6})?\s{0,20}$/.test(value) ? Number(value) : value
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

function traitValue(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' ? value : textOf(value)
}

/** A date alone is that day in the site's zone, at noon; a time without an offset is local. */
function timeOf(value: unknown, { timeZone, now }: ImportTarget): { answeredAt: number; day: Day } | null {
  if (value === undefined) return { answeredAt: now, day: dayOf(now, timeZone) }
  if (typeof value === 'number') return atInstant(value, timeZone, now)
  if (typeof value !== 'string' || value.length > 40) return null
  try {
    const text = value.trim().replace(' ', 'T')
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T')) {
      return atInstant(Temporal.Instant.from(text).epochMilliseconds, timeZone, now)
    }
    const local = Temporal.PlainDateTime.from(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T12:00` : text)
    return atInstant(local.toZonedDateTime(timeZone).epochMilliseconds, timeZone, now)
  } catch {
    return null
  }
}

/** Today's noon may still lie ahead, so a day of grace; before 1990 nobody asked. */
function atInstant(instant: number, timeZone: string, now: number) {
  if (!Number.isFinite(instant) || instant < Date.UTC(1990) || instant > now + 24 * 3600 * 1000) return null
  return { answeredAt: Math.round(instant), day: dayOf(instant, timeZone) }
}
