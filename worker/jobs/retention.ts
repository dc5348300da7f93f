import { cutOffOf, firstKept, mostMonths, runOf } from '../domain/retention.ts'
import type { Db } from '../store/db.ts'
import {
  anonymiseSlice,
  beginRetention,
  deleteSlice,
  deleteTraces,
  endRetention,
  listKeeping,
  sliceRows,
} from '../store/retention.ts'

/** In each run, of all sites together: a quarter of a million responses a day, and half of a minute's queries on the free plan. */
const runSlices = 2

/** Sites whose day, or settings, have changed since they were last gone through. */
async function listDue(db: Db, now: number) {
  const keeping = await listKeeping(db)
  return keeping.flatMap(({ site, doneFor }) => {
    const run = runOf(site.settings, site.timeZone, now)
    return run === doneFor ? [] : [{ site, run }]
  })
}

export const isAnythingTooOld = async (db: Db, now: number) => (await listDue(db, now)).length > 0

/**
 * Deletes and anonymises what sites keep no longer, in slices, until `until` (ms) or a run's share is done; the next minute goes on where this
 * one ends, wherever it was cut off.
 */
export async function retainAll(db: Db, now: number, until: number): Promise<void> {
  let slices = runSlices
  const goesOn = () => slices-- > 0 && Date.now() < until
  for (const { site, run } of await listDue(db, now)) {
    const { settings, timeZone } = site
    const cut = cutOffOf(settings, timeZone, now)
    const retention = await beginRetention(db, site.id)
    let found: number
    do {
      if (!goesOn()) return
      found = await deleteSlice(db, site.id, cut, now)
    } while (found === sliceRows)
    do {
      if (!goesOn()) return
      found = await anonymiseSlice(db, retention, cut, now)
    } while (found === sliceRows)
    const months = mostMonths(settings)
    if (months !== null) await deleteTraces(db, site.id, firstKept(months, timeZone, now))
    await endRetention(db, retention, run, cut.anonymise, now)
  }
}
