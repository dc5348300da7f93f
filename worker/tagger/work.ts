import { newReceipt } from '../domain/ids.ts'
import type { Db } from '../store/db.ts'
import { withLease } from '../store/leases.ts'
import { forgetSite } from '../store/live-sites.ts'
import { isAnythingToTag } from '../store/taggers.ts'
import { learn } from './learn.ts'
import { tagPast } from './past.ts'

/** A run works this long at most and leaves the rest to the next one. */
const runMs = 20_000
/** Longer than a run can take, so that no site is worked on twice at once. */
const leaseMs = 60_000

/** Learns what there is to learn for a site, and tags its past anew, unless somebody is at it already: they go on until nothing is left. */
export async function workOnTags(db: Db, site: { id: string; key: string }): Promise<void> {
  const until = Date.now() + runMs
  const work = async () => {
    if (await learn(db, site.id, until)) forgetSite(db, site.key)
    await tagPast(db, site.id, until)
  }
  // Asked once more after the lease is given back: whoever came a moment before that has left it to this run.
  while (Date.now() < until && (await isAnythingToTag(db, site.id))) {
    if (!(await withLease(db, `tags ${site.id}`, newReceipt(), leaseMs, work))) return
  }
}
