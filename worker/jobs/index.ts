import { newReceipt } from '../domain/ids.ts'
import type { Env } from '../env.ts'
import { type Db, openDb } from '../store/db.ts'
import { withLease } from '../store/leases.ts'
import { flushTally } from '../store/tally.ts'
import { cleanUp } from './clean-up.ts'
import { deleteContacts } from './contacts.ts'
import { deliverAll } from './deliveries.ts'
import { continueImports } from './imports.ts'
import { countLateAttributes } from './late-attributes.ts'
import { tagSites } from './tags.ts'

/** Each run works this long at most and leaves the rest to the next minute. */
const sliceMs = 20_000
/** Longer than a run can take, so that a job never runs twice at once. */
const leaseMs = 60_000

/** Everything the worker does without being asked, each minute. A failing job doesn't stop the others. */
export async function runJobs(env: Env): Promise<void> {
  const db = openDb(env.DB)
  const jobs: Record<string, Job> = {
    'clean-up': cleanUp,
    contacts: (db, now) => deleteContacts(db, now, now + sliceMs),
    imports: (db, now) => continueImports(db, now + sliceMs),
    'late-attributes': (db, now) => countLateAttributes(db, now, now + sliceMs),
    tags: (db, now) => tagSites(db, now + sliceMs),
    tally: flushTally,
  }
  // Deliveries wait for other people's servers: meanwhile the others work.
  const deliveries: Job = (db, now) => deliverAll(env, db, now, now + sliceMs)
  const failures = (await Promise.all([runInTurn(db, { deliveries }), runInTurn(db, jobs)])).flat()
  if (failures.length > 0) throw new AggregateError(failures, 'a job failed')
}

type Job = (db: Db, now: number) => Promise<void>

/** What failed. */
async function runInTurn(db: Db, jobs: Record<string, Job>): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const [name, job] of Object.entries(jobs)) {
    try {
      await withLease(db, name, newReceipt(), leaseMs, () => job(db, Date.now()))
    } catch (error) {
      failures.push(error)
    }
  }
  return failures
}
