import type { ShownResponse } from '../contract/response.ts'
import { csvLine } from './csv.ts'
import { csvCells, csvHeader, type ExportColumns, jsonRow } from './export-columns.ts'

/** Responses whose text is made in one go: enough to be fast, few enough to be small. */
const rowsAtOnce = 250

type Responses = AsyncIterable<readonly ShownResponse[]>

/** A CSV file as it is written. The byte order mark tells spreadsheets that it is UTF-8. */
export async function* csvFile(columns: ExportColumns, responses: Responses): AsyncGenerator<string> {
  yield `\ufeff${csvLine(csvHeader(columns))}`
  yield* lines(responses, (response) => csvLine(csvCells(columns, response)))
}

/** An NDJSON file as it is written. */
export function ndjsonFile(responses: Responses): AsyncGenerator<string> {
  return lines(responses, (response) => `${JSON.stringify(jsonRow(response))}\n`)
}

async function* lines(responses: Responses, lineOf: (response: ShownResponse) => string): AsyncGenerator<string> {
  for await (const page of responses) {
    for (let at = 0; at < page.length; at += rowsAtOnce) {
      yield page
        .slice(at, at + rowsAtOnce)
        .map(lineOf)
        .join('')
    }
  }
}
