import type { ImportMapping } from '../contract/import.ts'
import { scaleOf } from './category.ts'
import { exportedId } from './exported-row.ts'
import { readChoiceColumn, readForeignAnswer } from './import-answer.ts'
import { readDate } from './import-date.ts'
import type { FileRow } from './import-file.ts'
import { readOrderCell } from './import-order.ts'
import type { Cells, ImportTarget } from './import-row.ts'
import { looksShorter, readScore, type Scale } from './import-score.ts'
import { type ScoreWords, wordsOf } from './import-score-words.ts'

/** Rows looked at before the first is read: whether the scores are of the survey's scale shows only in several. */
const rowsAhead = 200

/**
 * The rows of a foreign file with the columns an import knows, so that everything that holds for an import holds for them.
 * What the mapping leaves out goes no further than this.
 */
export async function* mapRows(
  rows: AsyncIterable<FileRow>,
  mapping: ImportMapping,
  target: ImportTarget,
): AsyncGenerator<FileRow> {
  const all = rows[Symbol.asyncIterator]()
  const ahead: FileRow[] = []
  let next = await all.next()
  for (; !next.done && ahead.length < rowsAhead; next = await all.next()) ahead.push(next.value)
  const reading = { mapping, target, scores: scoreReading(ahead, mapping, target), split: splitAnswers(mapping) }
  for (const row of ahead) yield mapRow(row, reading)
  for (; !next.done; next = await all.next()) yield mapRow(next.value, reading)
}

/** What rows are read by: what was said of the file, and what its first rows show. */
interface Reading {
  mapping: ImportMapping
  target: ImportTarget
  scores: ScoreReading
  /** Questions that have a column for each of their choices. */
  split: ReadonlySet<string>
}

interface ScoreReading {
  /** Why no score is read yet: they may be of a shorter scale, and nobody has said which. */
  doubt?: string
  /** The scale whose words the file writes instead of numbers. */
  words?: ScoreWords | undefined
}

function scoreReading(rows: FileRow[], mapping: ImportMapping, { definition }: ImportTarget): ScoreReading {
  const survey = scaleOf(definition.metric, definition.points)
  const column = Object.entries(mapping.columns).find(([, meaning]) => meaning === 'score')?.[0]
  if (!survey || column === undefined) return {}
  const cells = rows.flatMap(([, row]) => (typeof row === 'string' || isEmpty(row[column]) ? [] : [row[column]]))
  const [worst, best] = mapping.scale ?? survey
  const words = wordsOf(cells, Math.abs(best - worst) + 1)
  if (mapping.scale || !looksShorter(cells, survey)) return { words }
  return { doubt: shorterScale(survey), words }
}

function splitAnswers({ columns }: ImportMapping): Set<string> {
  const meanings = Object.values(columns)
  const twice = meanings.filter((meaning, at) => meaning?.startsWith('answer.') && meanings.indexOf(meaning) < at)
  return new Set(twice.map((meaning) => meaning?.slice('answer.'.length) ?? ''))
}

function shorterScale(survey: Scale): string {
  return `score: the file’s scores look like those of a shorter scale than ${survey[0]} to ${survey[1]}: say which scale they are on`
}

function mapRow([row, cells]: FileRow, reading: Reading): FileRow {
  if (typeof cells === 'string') return [row, cells]
  const mapped = new Map<string, unknown>()
  for (const [column, meaning] of Object.entries(reading.mapping.columns)) {
    if (meaning === null) continue
    const cell = Object.hasOwn(cells, column) ? cells[column] : undefined
    const read = isEmpty(cell) ? emptyCell(column, meaning) : readCell(cell, column, meaning, reading)
    if (typeof read === 'string') return [row, read]
    for (const [name, value] of Object.entries(read)) mapped.set(name, joined(mapped.get(name), value))
  }
  const own: Cells = Object.fromEntries(mapped)
  return [row, exportedId(own) ? 'a row of an Earshot export: import the file as it is, without a mapping' : own]
}

/** What several columns of one question say together: each choice once, texts one after the other. */
function joined(before: unknown, value: unknown): unknown {
  if (before === undefined) return value
  return Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : `${before}, ${value}`
}

/** A row without its date would count today; one without anything else just doesn't say it. */
const emptyCell = (column: string, meaning: string): Cells | string => (meaning === 'at' ? `at: “${column}” is empty` : {})

const isEmpty = (cell: unknown) => cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A cell under the name of the column it is for an import; or why it can't be read. */
function readCell(cell: unknown, column: string, meaning: string, reading: Reading): Cells | string {
  const { mapping, target, split } = reading
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  if (meaning === 'score') return reading.scores.doubt ?? scoreCell(cell, reading)
  if (meaning === 'at') {
    const date = readDate(text, { order: mapping.dates, timeZone: mapping.timeZone ?? target.timeZone })
    return date.ok ? { at: date.at } : date.reason
  }
  if (meaning === 'tags') return { tags: cell }
  const [, kind, name = ''] = /^(segment|trait|answer|order)\.(.*)$/s.exec(meaning) ?? []
  if (kind === 'order') return readOrderCell(name, text)
  if (kind === 'answer') {
    const question = target.definition.questions.find(({ id }) => id === name)
    if (!question) return {}
    return question.type === 'choices' && split.has(name)
      ? readChoiceColumn(question, column, text)
      : readForeignAnswer(question, text)
  }
  return { [kind ? name : meaning]: meaning === 'id' ? text.trim() : text }
}

function scoreCell(cell: unknown, { mapping: { scale }, target: { definition }, scores }: Reading): Cells | string {
  const survey = scaleOf(definition.metric, definition.points)
  if (!survey) return 'score: this survey has no metric'
  const read = readScore(cell, survey, scale, scores.words)
  return read.ok ? { score: read.score } : read.reason
}
