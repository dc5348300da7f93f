import type { ImportPreview } from '../contract/import.ts'
import { limits } from '../contract/limits.ts'
import { type FileFormat, type FileRow, readFile } from '../domain/import-file.ts'
import { previewOf } from '../domain/import-preview.ts'
import type { ImportTarget } from '../domain/import-row.ts'
import { encodingOf } from '../domain/import-text.ts'

/** Rows a preview judges by. */
const mostRows = 500

/** What a file seems to be by its start, which was cut off where it has the most bytes a preview reads. */
export async function previewStart(start: Uint8Array, format: FileFormat, target: ImportTarget): Promise<ImportPreview> {
  const encoding = encodingOf(start)
  let header: string[] | undefined
  const rows: FileRow[] = []
  const cut = start.length === limits.importPreviewBytes
  const onHeader = (columns: string[]) => {
    header = columns
  }
  for await (const row of readFile(streamOf(start), { format, encoding, onHeader, cut })) {
    rows.push(row)
    if (rows.length > mostRows) break
  }
  // The last row may be the half that fitted.
  if (rows.length > mostRows || cut) rows.pop()
  const columns = header ?? [...new Set(rows.flatMap(([, cells]) => (typeof cells === 'string' ? [] : Object.keys(cells))))]
  return previewOf({ encoding, columns, rows }, target)
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}
