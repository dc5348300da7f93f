import { newReceipt } from '../domain/ids.ts'
import type { Env } from '../env.ts'
import { type Db, openDb } from '../store/db.ts'
import { withLease } from '../store/leases.ts'
import { flushTally } from '../store/tally.ts'
import { cleanUp } from './clean-up.ts'
import { deleteContacts } from './contacts.ts'
import { eraseSites, isAnySiteToErase } from './deleted-sites.ts'
import { deliverAll, isAnythingToDeliver } from './deliveries.ts'
import { continueImports, isAnyImportOpen } from './imports.ts'
import { countLateAttributes, isAnythingLate } from './late-attributes.ts'
import { isRecountDue, recountAll } from './recount.ts'
import { isAnythingTooOld, retainAll } from './retention.ts'
import { isSizeDue, watchSize } from './size.ts'
import { isAnySiteToTag, tagSites } from './tags.ts'

/** Each run works this long at most and leaves the rest to the next minute. */
const sliceMs = 20_000
/** Longer than a run can take, so that a job never runs twice at once. */
const leaseMs = 60_000

/** Everything the worker does without being asked, each minute. A failing job doesn't stop the others. */
export async function runJobs(env: Env): Promise<void> {
  const db = openDb(env.DB)
  const jobs: Record<string, Job> = {
    'clean-up': { run: cleanUp },
    contacts: { run: (db, now) => deleteContacts(db, now, now + sliceMs) },
    imports: { waits: isAnyImportOpen, run: (db, now) => continueImports(db, now + sliceMs) },
    'late-attributes': { waits: isAnythingLate, run: (db, now) => countLateAttributes(db, now, now + sliceMs) },
    tags: { waits: isAnySiteToTag, run: (db, now) => tagSites(db, now + sliceMs) },
    tally: { run: flushTally },
    retention: { waits: isAnythingTooOld, run: (db, now) => retainAll(db, now, now + sliceMs) },
    'deleted-sites': { waits: isAnySiteToErase, run: (db, now) => eraseSites(db, now, now + sliceMs) },
    size: { waits: isSizeDue, run: (db, now) => watchSize(env, db, now) },
    recount: { waits: isRecountDue, run: (db, now) => recountAll(db, now, now + sliceMs) },
  }
  // Deliveries wait for other people's servers: meanwhile the others work.
  const deliveries: Job = { waits: isAnythingToDeliver, run: (db, now) => deliverAll(env, db, now, now + sliceMs) }
  const failures = (await Promise.all([runInTurn(db, { deliveries }), runInTurn(db, jobs)])).flat()
  if (failures.length > 0) throw new AggregateError(failures, 'a job failed')
}

interface Job {
  run(db: Db, now: number): Promise<void>
  /**
   * Whether it has something to do. Only of a job that must not run twice at once, and so takes a lease: a minute in which nothing happened
   * costs reads alone. What does no harm when done twice needs neither.
   */
  waits?(db: Db, now: number): Promise<boolean>
}

/** What failed. */
async function runInTurn(db: Db, jobs: Record<string, Job>): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      if (!job.waits) await job.run(db, Date.now())
      else if (await job.waits(db, Date.now())) await withLease(db, name, newReceipt(), leaseMs, () => job.run(db, Date.now()))
    } catch (error) {
      failures.push(error)
    }
  }
  return failures
}
