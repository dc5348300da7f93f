import { readKnown } from '../store/asked.ts'
import type { Db, Statement } from '../store/db.ts'
import { casesFor } from '../store/open-cases.ts'
import { listSettled, type Settled, type Slice, takeSettled } from '../store/outbox.ts'
import { findSite } from '../store/sites.ts'
import { alertsFor } from './alerts.ts'

/** So long after its last step a response that isn't complete is taken as it is. */
export const settleMs = 60_000
/** Responses of one transaction. */
const slice = 50

/**
 * What is to be done about responses of one site that are settled: complete, or a minute after their last step. Answers statements, which go in the
 * transaction that takes the responses out of the outbox. They must be harmless to repeat, and each thing be done once for a response: it settles
 * again when a late step comes, or when somebody answered further in this very moment.
 */
export type Consumer = (db: Db, slice: Slice) => Promise<Statement[]>

/** Each is told of every settled response. */
const consumers: readonly Consumer[] = [casesFor, alertsFor]

/** Settles what is due until `until` (ms). What fails of one site doesn't hold up another's. */
export async function settle(db: Db, now: number, until: number): Promise<void> {
  const failures: unknown[] = []
  for (const [site, settled] of await listSettled(db, now - settleMs, 1_000)) {
    try {
      await settleSite(db, site, settled, now, until)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'responses could not be settled')
}

async function settleSite(db: Db, id: string, settled: readonly Settled[], now: number, until: number): Promise<void> {
  const [site, known] = await Promise.all([findSite(db, id), readKnown(db, id)])
  for (let i = 0; i < settled.length && Date.now() < until; i += slice) {
    const of = settled.slice(i, i + slice)
    const responses = of.map(({ response }) => response)
    const statements = site ? consumers.map((consume) => consume(db, { site, known, responses, now })) : []
    await takeSettled(db, of, (await Promise.all(statements)).flat())
  }
}
