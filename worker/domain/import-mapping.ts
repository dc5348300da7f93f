import type { ImportMapping } from '../contract/import.ts'
import { scaleOf } from './category.ts'
import { exportedId } from './exported-row.ts'
import { readForeignAnswer } from './import-answer.ts'
import { readDate } from './import-date.ts'
import type { FileRow } from './import-file.ts'
import type { Cells, ImportTarget } from './import-row.ts'
import { looksShorter, readScore } from './import-score.ts'

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
  const doubt = scaleDoubt(ahead, mapping, target)
  for (const row of ahead) yield mapRow(row, mapping, target, doubt)
  for (; !next.done; next = await all.next()) yield mapRow(next.value, mapping, target, doubt)
}

/** Why no score is read yet: they may be of a shorter scale, and nobody has said which. */
function scaleDoubt(rows: FileRow[], mapping: ImportMapping, { definition }: ImportTarget): string | undefined {
  const survey = scaleOf(definition.metric, definition.points)
  const column = Object.entries(mapping.columns).find(([, meaning]) => meaning === 'score')?.[0]
  if (mapping.scale || !survey || column === undefined) return
  const cells = rows.flatMap(([, row]) => (typeof row === 'string' || isEmpty(row[column]) ? [] : [row[column]]))
  if (!looksShorter(cells, survey)) return
  return `score: the file’s scores look like those of a shorter scale than ${survey[0]} to ${survey[1]}: say which scale they are on`
}

function mapRow([row, cells]: FileRow, mapping: ImportMapping, target: ImportTarget, doubt: string | undefined): FileRow {
  if (typeof cells === 'string') return [row, cells]
  const mapped = new Map<string, unknown>()
  for (const [column, meaning] of Object.entries(mapping.columns)) {
    if (meaning === null) continue
    const cell = Object.hasOwn(cells, column) ? cells[column] : undefined
    const read = isEmpty(cell) ? emptyCell(column, meaning) : readCell(cell, meaning, mapping, target, doubt)
    if (typeof read === 'string') return [row, read]
    for (const [name, value] of Object.entries(read)) mapped.set(name, value)
  }
  const own: Cells = Object.fromEntries(mapped)
  return [row, exportedId(own) ? 'a row of an Earshot export: import the file as it is, without a mapping' : own]
}

/** A row without its date would count today; one without anything else just doesn't say it. */
const emptyCell = (column: string, meaning: string): Cells | string => (meaning === 'at' ? `at: “${column}” is empty` : {})

const isEmpty = (cell: unknown) => cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '')

/** A cell under the name of the column it is for an import; or why it can't be read. */
function readCell(
  cell: unknown,
  meaning: string,
  mapping: ImportMapping,
  target: ImportTarget,
  doubt: string | undefined,
): Cells | string {
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  if (meaning === 'score') return doubt ?? scoreCell(cell, mapping, target)
  if (meaning === 'at') {
    const date = readDate(text, { order: mapping.dates, timeZone: mapping.timeZone ?? target.timeZone })
    return date.ok ? { at: date.at } : date.reason
  }
  const [, kind, name = ''] = /^(segment|trait|answer)\.(.*)$/s.exec(meaning) ?? []
  if (kind === 'answer') {
    const question = target.definition.questions.find(({ id }) => id === name)
    return question ? readForeignAnswer(question, text) : {}
  }
  return { [kind ? name : meaning]: meaning === 'id' ? text.trim() : text }
}

function scoreCell(cell: unknown, { scale }: ImportMapping, { definition }: ImportTarget): Cells | string {
  const survey = scaleOf(definition.metric, definition.points)
  if (!survey) return 'score: this survey has no metric'
  const read = readScore(cell, survey, scale)
  return read.ok ? { score: read.score } : read.reason
}
