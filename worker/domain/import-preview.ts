import type { ColumnMeaning, ImportMapping, ImportPreview } from '../contract/import.ts'
import { scaleOf } from './category.ts'
import { orderOf } from './import-date.ts'
import type { FileRow } from './import-file.ts'
import { type ImportFormat, ownMeaning } from './import-formats/format.ts'
import { formatWith } from './import-formats/formats.ts'
import { guessesOf, isProperty, lastGuesses, looksPersonal, type SeenColumn } from './import-guess.ts'
import type { ImportTarget } from './import-row.ts'
import { looksShorter } from './import-score.ts'
import type { Encoding } from './import-text.ts'
import { mayRepeat } from './mapping-faults.ts'
import { firstCodePoints } from './text.ts'

/** The start of a file. */
export interface SeenFile {
  encoding: Encoding
  columns: string[]
  rows: FileRow[]
}

/** What a file seems to be and how it would be read into the survey; whoever imports it confirms or corrects that. */
export function previewOf({ encoding, columns, rows }: SeenFile, target: ImportTarget): ImportPreview {
  const format = formatWith(columns)
  const seen = columns.map((name): SeenColumn => ({ name, cells: cellsUnder(name, rows) }))
  const survey = scaleOf(target.definition.metric, target.definition.points)
  const described = seen.map(({ name, cells }) => ({
    name,
    samples: [...new Set(cells)].slice(0, 3).map(sample),
    personal: isPersonal({ name, cells }, format),
    dates: orderOf(cells),
    shortScale: survey !== null && looksShorter(cells, survey),
  }))
  const mapping = format.id === 'earshot' ? null : proposal(seen, format, target, encoding)
  const unreadable = rows.flatMap(([row, cells]) => (typeof cells === 'string' ? [`Row ${row}: ${cells}.`] : []))
  return {
    format: format.id,
    name: format.name,
    encoding,
    columns: described,
    mapping,
    notes: [...notesOf(encoding, format, mapping, columns, target), ...unreadable.slice(0, 1)],
  }
}

function cellsUnder(column: string, rows: FileRow[]): string[] {
  return rows.flatMap(([, cells]) => {
    const cell = typeof cells === 'string' || !Object.hasOwn(cells, column) ? '' : (cells[column] ?? '')
    const text = typeof cell === 'string' ? cell.trim() : JSON.stringify(cell)
    return text === '' ? [] : [text]
  })
}

/** Long enough to recognise a cell by. */
function sample(cell: string): string {
  const start = firstCodePoints(cell, 80)
  return start === cell ? cell : `${start}…`
}

function isPersonal(column: SeenColumn, format: ImportFormat): boolean {
  return !ownMeaning(format, column.name) && looksPersonal(column)
}

function proposal(seen: SeenColumn[], format: ImportFormat, target: ImportTarget, encoding: Encoding): ImportMapping {
  const named = new Map<string, ColumnMeaning>()
  const claim = (name: string, meanings: readonly ColumnMeaning[]) => {
    const free = meanings.find(
      (meaning) => ![...named.values()].includes(meaning) || mayRepeat(meaning, target.definition.questions),
    )
    if (free !== undefined && !named.has(name)) named.set(name, free)
  }
  // What the format itself says comes before what is guessed.
  for (const { name } of seen) {
    const known = ownMeaning(format, name)
    if (known && fitsSurvey(known, target)) claim(name, [known])
  }
  const foreign = seen.filter(({ name }) => ownMeaning(format, name) === undefined)
  for (const column of foreign) claim(column.name, guessesOf(column, target))
  const left = foreign.filter(({ name }) => !named.has(name))
  for (const [name, meaning] of lastGuesses(left, target)) claim(name, [meaning])
  if (format.properties) for (const column of left) if (isProperty(column, target)) claim(column.name, [`trait.${column.name}`])
  const columns = Object.fromEntries(named)
  const at = seen.find(({ name }) => columns[name] === 'at')
  const order = at ? orderOf(at.cells) : null
  return {
    columns,
    ...(order === 'dmy' || order === 'mdy' ? { dates: order } : {}),
    ...(format.timeZone ? { timeZone: format.timeZone } : {}),
    ...(encoding === 'windows-1252' ? { encoding } : {}),
  }
}

function fitsSurvey(meaning: ColumnMeaning, { definition }: ImportTarget): boolean {
  return meaning !== 'score' || definition.metric !== 'none'
}

function notesOf(
  encoding: Encoding,
  format: ImportFormat,
  mapping: ImportMapping | null,
  columns: string[],
  { timeZone }: ImportTarget,
): string[] {
  const notes: string[] = []
  if (columns.length === 0) return ['The file has no rows.']
  if (encoding === 'windows-1252')
    notes.push('The file isn’t Unicode. It is read as Windows-1252 (Western European): check accents and umlauts below.')
  if (format.note) notes.push(format.note)
  if (mapping && !mapping.timeZone && Object.values(mapping.columns).includes('at'))
    notes.push(`Times without a zone are taken as ${timeZone.replaceAll('_', ' ')} unless you say another.`)
  return notes
}
