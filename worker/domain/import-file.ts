import { parse } from 'csv-parse/stream'
import { exportedId, rearmedCells } from './exported-row.ts'
import type { Cells } from './import-row.ts'

/** A row of a file by its number from 1 (a header line is none): its cells, or why it can't be read. */
export type FileRow = [row: number, cells: Cells | string]

export type FileFormat = 'csv' | 'ndjson'

const mostLine = 64 * 1024

/** The format a content type names, or null. */
export function formatOf(contentType: string): FileFormat | null {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/csv' || type === 'application/csv') return 'csv'
  return /^(application|text)\/(x-)?(ndjson|jsonl|json-lines|jsonlines)$/.test(type) ? 'ndjson' : null
}

/** Reads a file row by row as it arrives; memory doesn't grow with the file. */
export function readFile(body: ReadableStream<Uint8Array>, format: FileFormat): AsyncGenerator<FileRow> {
  return format === 'csv' ? readCsv(body) : readNdjson(body)
}

async function* readNdjson(body: ReadableStream<Uint8Array>): AsyncGenerator<FileRow> {
  let rest = ''
  let row = 0
  try {
    for await (const chunk of textOf(body)) {
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

async function* readCsv(body: ReadableStream<Uint8Array>): AsyncGenerator<FileRow> {
  let row = 0
  try {
    const text = textOf(body)
    const first = await text.next()
    const start = first.done ? '' : first.value
    const options = { bom: true, columns: true, skip_empty_lines: true, relax_column_count: true, max_record_size: mostLine }
    const parser = parse({ ...options, delimiter: delimiterOf(start) })
    const encoder = new TextEncoder()
    let next: IteratorResult<string, undefined> = { value: start }
    const whole = new ReadableStream({
      async pull(controller) {
        if (next.done) return controller.close()
        controller.enqueue(encoder.encode(next.value))
        next = await text.next()
      },
    })
    for await (const cells of whole.pipeThrough(parser) as ReadableStream<Cells>)
      yield [++row, exportedId(cells) ? rearmedCells(cells) : cells]
  } catch (error) {
    yield [++row, error instanceof TypeError ? notText(error) : `not CSV from here on: ${messageOf(error)}`]
  }
}

/** What separates the header's cells: spreadsheets write semicolons where the comma is the decimal point. */
function delimiterOf(start: string): string {
  const bare = start.replace(/"[^"]*"/g, '')
  const header = bare.slice(0, bare.search(/[\r\n]|$/))
  const counts = [',', ';', '\t'].map((delimiter) => [delimiter, header.split(delimiter).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** The text of a file as it arrives; throws a TypeError at the first bytes that are not UTF-8. */
async function* textOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  for await (const chunk of body) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
  return
}

const tooLong = `a line has at most ${mostLine} characters`
const notText = (error: unknown) => `not UTF-8 from here on; save the file as UTF-8 (${messageOf(error)})`
const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'unreadable')
