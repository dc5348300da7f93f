import { continueUndo, destinationOf, storeSlice } from '../imports/slices.ts'
import type { Db } from '../store/db.ts'
import { type ImportRow, listOpenImports, moveImport, nextChunk } from '../store/imports.ts'
import { findSite } from '../store/sites.ts'

/** An upload nobody continues any more: what arrived of it is stored. */
const abandonedMs = 60 * 60_000

export const isAnyImportOpen = async (db: Db) => (await listOpenImports(db)).length > 0

/** Goes on with every open import until `until` (ms): each slice is a transaction of its own, so it may be cut off anywhere. */
export async function continueImports(db: Db, until: number): Promise<void> {
  const failures: unknown[] = []
  for (const found of await listOpenImports(db)) {
    if (Date.now() >= until) break
    try {
      await continueImport(db, found, until)
    } catch (error) {
      // The next one is somebody else's file; this one is tried again in a minute.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'an import could not go on')
}

async function continueImport(db: Db, found: ImportRow, until: number): Promise<void> {
  if (found.state === 'undoing') await continueUndo(db, found, until)
  else if (found.state === 'running') await continueStoring(db, found, until)
  else if (found.updated_at < Date.now() - abandonedMs) await moveImport(db, found.id, 'receiving', 'running', Date.now())
}

async function continueStoring(db: Db, found: ImportRow, until: number): Promise<void> {
  const site = await findSite(db, found.site)
  const destination = site && (await destinationOf(db, site.key, found.survey, Date.now()))
  if (!destination) throw new Error('the survey of an import is gone')
  while (Date.now() < until) {
    const chunk = await nextChunk(db, found.id)
    if (!chunk) return await moveImport(db, found.id, 'running', 'done', Date.now())
    await storeSlice(db, destination, found, chunk.rows, chunk.position)
  }
}
