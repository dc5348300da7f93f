import type { Upload } from '../contract/customer.ts'
import { limits } from '../contract/limits.ts'
import type { FileRow } from '../domain/import-file.ts'
import type { Cells } from '../domain/import-row.ts'
import { slicesOf } from './file.ts'

/** How rows of one kind are read, and stored: which of them said something new. */
interface Kind<Row> {
  read: (cells: Cells) => { ok: true; row: Row } | { ok: false; reason: string }
  save: (rows: readonly Row[]) => Promise<boolean[]>
}

/** Takes a file slice by slice; what was stored before one that fails stays, and the same file sent again changes nothing of it. */
export async function takeUpload<Row>(file: AsyncIterable<FileRow>, { read, save }: Kind<Row>): Promise<Upload> {
  const upload: Upload = { received: 0, stored: 0, unchanged: 0, rejected: 0, reasons: [] }
  for await (const rows of slicesOf(file)) {
    const taken: Row[] = []
    for (const [row, cells] of rows) {
      const one = typeof cells === 'string' ? { ok: false as const, reason: cells } : read(cells)
      upload.received++
      if (one.ok) taken.push(one.row)
      else {
        upload.rejected++
        if (upload.reasons.length < limits.importReasons) upload.reasons.push({ row, reason: one.reason })
      }
    }
    for (const isNew of await save(taken)) upload[isNew ? 'stored' : 'unchanged']++
  }
  return upload
}
