import type { ImportView } from '../contract/import.ts'
import { limits } from '../contract/limits.ts'
import { newId } from '../domain/ids.ts'
import type { FileRow } from '../domain/import-file.ts'
import type { Db } from '../store/db.ts'
import { findImport, type ImportRow, importView, insertChunk, insertImport, moveImport } from '../store/imports.ts'
import { redactRow } from './redaction.ts'
import { type Destination, sliceRows, storeSlice, trySlice } from './slices.ts'

/** A file a slice at a time. */
export async function* slicesOf(file: AsyncIterable<FileRow>): AsyncGenerator<FileRow[]> {
  let slice: FileRow[] = []
  for await (const row of file) {
    slice.push(row)
    if (slice.length < sliceRows) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}

/** What importing the file would come to, with up to `most` refusals; nothing is written. */
export async function tryFile(
  db: Db,
  destination: Destination,
  file: AsyncIterable<FileRow>,
  now: number,
  most: number = limits.importReasons,
): Promise<ImportView> {
  const total = { received: 0, stored: 0, duplicates: 0, rejected: 0 }
  const reasons: ImportView['reasons'] = []
  for await (const rows of slicesOf(file)) {
    const slice = await trySlice(db, destination, rows)
    total.received += rows.length
    total.stored += slice.stored
    total.duplicates += slice.duplicates
    total.rejected += slice.rejected
    reasons.push(...slice.reasons.slice(0, most - reasons.length))
  }
  return { import: '', survey: destination.survey.id, state: 'done', ...total, reasons, createdAt: new Date(now).toISOString() }
}

/** Up to 5,000 rows are stored before the answer; of a longer file all rows wait in chunks for the job. */
export async function storeFile(
  db: Db,
  destination: Destination,
  file: AsyncIterable<FileRow>,
  now: number,
): Promise<ImportView> {
  const id = newId('imp')
  const { live, survey } = destination
  await insertImport(db, { id, site: live.site.id, survey: survey.id, state: 'receiving' }, now)
  let waiting = false
  try {
    waiting = await takeIn(db, destination, id, file, now)
  } finally {
    // Also when it broke off: what arrived counts, and the same file sent again adds only the rest.
    await moveImport(db, id, 'receiving', waiting ? 'running' : 'done', now)
  }
  return importView(await existingImport(db, live.site.id, id))
}

/** True when the rows wait in chunks for the job. */
async function takeIn(db: Db, destination: Destination, id: string, file: AsyncIterable<FileRow>, now: number): Promise<boolean> {
  let held: FileRow[][] = []
  let position = 0
  for await (const rows of slicesOf(file)) {
    held.push(rows)
    if (position === 0 && held.length * sliceRows <= limits.importRowsAtOnce) continue
    for (const chunk of held) await insertChunk(db, id, position++, await kept(destination, chunk), now)
    held = []
  }
  if (position > 0) return true
  const found = await existingImport(db, destination.live.site.id, id)
  for (const rows of held) await storeSlice(db, destination, found, rows)
  return false
}

/** Rows as they wait for the job, which may be a while. */
const kept = ({ live, target }: Destination, rows: FileRow[]) =>
  live.site.settings.redact ? Promise.all(rows.map((row) => redactRow(target, row))) : rows

async function existingImport(db: Db, site: string, id: string): Promise<ImportRow> {
  const found = await findImport(db, site, id)
  if (!found) throw new Error('the import just made is gone')
  return found
}
