import type { Db } from '../store/db.ts'
import { listSitesToTag } from '../store/taggers.ts'
import { workOnTags } from '../tagger/work.ts'

export const isAnySiteToTag = async (db: Db) => (await listSitesToTag(db)).length > 0

/** Goes on with every site whose corrections or past wait, until `until` (ms). */
export async function tagSites(db: Db, until: number): Promise<void> {
  const failures: unknown[] = []
  for (const site of await listSitesToTag(db)) {
    if (Date.now() >= until) break
    try {
      await workOnTags(db, site)
    } catch (error) {
      // The next one is somebody else's; this one is tried again in a minute.
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'comments could not be tagged')
}
