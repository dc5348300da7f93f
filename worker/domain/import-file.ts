import { parse } from 'csv-parse/stream'
import { exportedId, rearmedCells } from './exported-row.ts'
import { columnNames, joinedHeader } from './import-header.ts'
import type { Cells } from './import-row.ts'
import { type Encoding, textOf } from './import-text.ts'

/** A row of a file by its number from 1 (header lines are none): its cells, or why it can't be read. */
export type FileRow = [row: number, cells: Cells | string, redaction?: RowRedaction]

/** Of a row whose texts were redacted before it was kept for later. */
export interface RowRedaction {
  /** Of the row as it came: the same row of the same file is the same response, whatever was replaced in it. */
  hash: string
  found: number
}

export type FileFormat = 'csv' | 'ndjson'

export interface FileReading {
  format: FileFormat
  /** Of a file without a byte order mark; UTF-8 where left out. */
  encoding?: Encoding | undefined
  /** Told the names of a CSV file's columns, before its first row. */
  onHeader?: (columns: string[]) => void
  /** Only a file's start is there: where it ends in the middle of a character or a quote, nothing is wrong with it. */
  cut?: boolean
}

const mostLine = 64 * 1024

/** The format a content type names, or null. */
export function formatOf(contentType: string): FileFormat | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/csv' || type === 'application/csv') return 'csv'
  return /^(application|text)\/(x-)?(ndjson|jsonl|json-lines|jsonlines)$/.test(type) ? 'ndjson' : null
}

/** Reads a file row by row as it arrives; memory doesn't grow with the file. */
export function readFile(body: ReadableStream<Uint8Array>, reading: FileReading): AsyncGenerator<FileRow> {
  const text = textOf(body, reading)
  return reading.format === 'csv' ? readCsv(text, reading) : readNdjson(text)
}

async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<FileRow> {
  let rest = ''
  let row = 0
  try {
    for await (const chunk of text) {
      rest += chunk
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim() !== '') yield ndjsonRow(line, ++row)
      // A line without an end is not waited for until memory is full.
      if (rest.length > mostLine) return yield [++row, tooLong]
    }
  } catch (error) {
    return yield [++row, notText(error)]
  }
  if (rest.trim() !== '') yield ndjsonRow(rest, ++row)
}

function ndjsonRow(line: string, row: number): FileRow {
  if (line.length > mostLine) return [row, tooLong]
  try {
    const value: unknown = JSON.parse(line)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return [row, isObject ? (value as Cells) : 'not a JSON object']
  } catch {
    return [row, 'not JSON']
  }
}

async function* readCsv(
  text: AsyncGenerator<string, undefined>,
  { onHeader, cut = false }: FileReading,
): AsyncGenerator<FileRow> {
  let row = 0
  try {
    const lines = linesOf(text, cut)
    const [first, second] = [await lines.next(), await lines.next()]
    if (first.done) return
    const joined = second.done ? null : joinedHeader(first.value, second.value)
    const columns = columnNames(joined ?? first.value)
    onHeader?.(columns)
    if (!second.done && !joined) yield [++row, cellsOf(columns, second.value)]
    for await (const line of lines) yield [++row, cellsOf(columns, line)]
  } catch (error) {
    yield [++row, error instanceof TypeError ? notText(error) : `not CSV from here on: ${messageOf(error)}`]
  }
}

/** A row of an export of ours is as it was before its cells were disarmed; nobody else's apostrophes are touched. */
function cellsOf(columns: string[], line: string[]): Cells {
  const cells = Object.fromEntries(columns.flatMap((column, at) => (line[at] === undefined ? [] : [[column, line[at]]])))
  return exportedId(cells) ? rearmedCells(cells) : cells
}

/** A CSV file's lines, the header among them, as they arrive. */
async function* linesOf(text: AsyncGenerator<string, undefined>, cut: boolean): AsyncGenerator<string[], undefined> {
  let start = ''
  let next = await text.next()
  // Enough to tell the separator by, however small the pieces are that arrive.
  for (; !next.done && start.length < mostLine && !headerEnds(start); next = await text.next()) start += next.value
  const options = { bom: true, skip_empty_lines: true, relax_column_count: true, max_record_size: mostLine }
  const parser = parse({ ...options, skip_records_with_error: cut, delimiter: delimiterOf(start) })
  const encoder = new TextEncoder()
  const whole = new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(start)),
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(next.value))
      next = await text.next()
    },
  })
  yield* whole.pipeThrough(parser) as ReadableStream<string[]>
  return
}

const unquoted = (text: string) => text.replace(/"[^"]*"/g, '')
const headerEnds = (start: string) => /[\r\n]/.test(unquoted(start))

/** What separates the header's cells: spreadsheets write semicolons where the comma is the decimal point. */
function delimiterOf(start: string): string {
  const bare = unquoted(start)
  const header = bare.slice(0, bare.search(/[\r\n]|$/))
  const counts = [',', ';', '\t'].map((delimiter) => [delimiter, header.split(delimiter).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

const tooLong = `a line has at most ${mostLine} characters`
const notText = (error: unknown) => `not UTF-8 from here on; save the file as UTF-8 (${messageOf(error)})`
const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unreadable')
