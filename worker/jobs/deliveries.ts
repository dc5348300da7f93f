import { releaseHeld } from '../deliver/alerts.ts'
import { issueDigests } from '../deliver/digests.ts'
import { judgeFalls, listWithFallsDue } from '../deliver/falls.ts'
import { relay } from '../deliver/relay.ts'
import { settle, settleMs } from '../deliver/settle.ts'
import type { Env } from '../env.ts'
import type { Db } from '../store/db.ts'
import { listDue } from '../store/deliveries.ts'
import { listDueDigests } from '../store/digests.ts'
import { listHeld } from '../store/firings.ts'
import { fanOut, listSettled, listUntold } from '../store/outbox.ts'

/** Responses of one site told in one transaction. */
const slice = 200

/** Whether something is to be told, settled, judged or sent. */
export async function isAnythingToDeliver(db: Db, now: number): Promise<boolean> {
  const found = await Promise.all([
    listUntold(db, 1),
    listSettled(db, now - settleMs, 1),
    listHeld(db, now),
    listWithFallsDue(db, now),
    listDueDigests(db, now, 1),
    listDue(db, now, 1),
  ])
  return found.some((some) => ('size' in some ? some.size : some.length) > 0)
}

/** Empties the outbox into deliveries, settles what is due and sends, until `until` (ms). What fails of it doesn't hold up the rest. */
export async function deliverAll(env: Env, db: Db, now: number, until: number): Promise<void> {
  const steps = [
    () => tellWebhooks(db, now, until),
    () => settle(db, now, until),
    () => releaseHeld(db, now),
    () => judgeFalls(db, now),
    () => issueDigests(db, now, until),
    () => relay(env, db, until),
  ]
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'something could not be delivered')
}

async function tellWebhooks(db: Db, now: number, until: number): Promise<void> {
  const failures: unknown[] = []
  for (const [site, responses] of await listUntold(db, 2_000)) {
    for (let i = 0; i < responses.length && Date.now() < until; i += slice)
      await fanOut(db, site, responses.slice(i, i + slice), now).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'webhooks could not be told')
}
