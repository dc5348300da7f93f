import { newReceipt } from '../domain/ids.ts'
import type { Db } from '../store/db.ts'
import { withLease } from '../store/leases.ts'
import { learn } from './learn.ts'
import { tagPast } from './past.ts'

/** A run works this long at most and leaves the rest to the next one. */
const runMs = 20_000
/** Longer than a run can take, so that no site is worked on twice at once. */
const leaseMs = 60_000

/** Learns what there is to learn for a site, and tags its past anew, unless somebody is at it already: then they notice. */
export async function workOnTags(db: Db, site: string): Promise<void> {
  await withLease(db, `tags ${site}`, newReceipt(), leaseMs, async () => {
    const until = Date.now() + runMs
    await learn(db, site, until)
    await tagPast(db, site, until)
  })
}
