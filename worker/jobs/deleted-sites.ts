import type { Db } from '../store/db.ts'
import { eraseSlice, listEnded } from '../store/site-end.ts'

/** In each run, of all sites together: seven million responses a day, and less than half of a minute's queries on the free plan. */
const runSlices = 10

export const isAnySiteToErase = async (db: Db, now: number) => (await listEnded(db, now)).length > 0

/** Erases what belonged to sites whose owners deleted them a week ago, in slices, until `until` (ms) or a run's share is done. */
export async function eraseSites(db: Db, now: number, until: number): Promise<void> {
  let slices = runSlices
  for (const site of await listEnded(db, now)) {
    let isGone = false
    while (!isGone) {
      if (slices-- <= 0 || Date.now() >= until) return
      isGone = await eraseSlice(db, site, now)
    }
  }
}
