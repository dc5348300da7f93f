import { parse } from 'csv-parse/stream'
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
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield ndjsonRow(line, ++row)
    if (rest.length > mostLine) {
      yield [++row, `a line has at most ${mostLine} characters; nothing after it was read`]
      return
    }
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield ndjsonRow(rest, ++row)
}

function ndjsonRow(line: string, row: number): FileRow {
  try {
    const value: unknown = JSON.parse(line)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return [row, isObject ? (value as Cells) : 'not a JSON object']
  } catch {
    return [row, 'not JSON']
  }
}

async function* readCsv(body: ReadableStream<Uint8Array>): AsyncGenerator<FileRow> {
  const parser = parse({ bom: true, columns: true, skip_empty_lines: true, relax_column_count: true, max_record_size: mostLine })
  let row = 0
  try {
    for await (const cells of body.pipeThrough(parser) as ReadableStream<Cells>) yield [++row, cells]
  } catch (error) {
    yield [++row, `not CSV from here on: ${error instanceof Error ? error.message : 'unreadable'}`]
  }
}
