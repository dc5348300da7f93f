import type { FileRow } from '../domain/import-file.ts'
import type { Cells, ImportTarget } from '../domain/import-row.ts'
import { otherTextId } from '../domain/other.ts'
import { redact } from '../domain/redaction/redact.ts'
import { cleanText } from '../domain/text.ts'
import { contentHash } from '../store/import-keys.ts'

/** A row as it may wait in the database: nothing personal in its texts, nor in the words that say why it can't be read. */
export async function redactRow({ definition }: ImportTarget, row: FileRow): Promise<FileRow> {
  const [number, cells] = row
  if (typeof cells === 'string') return [number, redact(cells).text]
  let found = 0
  const redacted: Cells = { ...cells }
  const texts = definition.questions.flatMap(({ id, type }) => (type === 'text' ? [id] : [otherTextId(id)]))
  // A column of our own exports may stand under `answer.`, where a question has the name of a column.
  for (const column of ['comment', ...texts, ...texts.map((id) => `answer.${id}`)]) {
    if (!Object.hasOwn(cells, column)) continue
    const cell = cells[column]
    const one = redact(cleanText(typeof cell === 'string' ? cell : JSON.stringify(cell)))
    if (one.found > 0) redacted[column] = one.text
    found += one.found
  }
  return found === 0 ? row : [number, redacted, { hash: await contentHash(cells), found }]
}
