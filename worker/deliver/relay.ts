import { nextAttempt } from '../domain/retries.ts'
import type { Env } from '../env.ts'
import type { Db } from '../store/db.ts'
import { type Attempted, type Delivery, listDue, recordAttempt } from '../store/deliveries.ts'
import type { Attempt } from './sender.ts'
import { senders } from './senders.ts'

/** At once, to as many receivers: a worker may wait for six answers at a time, and what a delivery itself asks takes one of them. */
const lanes = 5
/** Of one receiver in one go. */
const each = 50
/** A receiver that fails so often in a row has its next turn in the next run. */
const patience = 3

/**
 * Sends what is due until `until` (ms). Each receiver gets one delivery at a time; those that fail come last and give up their turn early, so
 * that nobody waits for them.
 */
export async function relay(env: Env, db: Db, until: number): Promise<void> {
  let full = true
  const seen = new Set<string>()
  while (full && Date.now() < until) {
    const due = (await listDue(db, Date.now(), each)).filter(([first]) => first && !seen.has(first.target))
    full = due.some(({ length }) => length === each)
    const next = due[Symbol.iterator]()
    const lane = async () => {
      for (const deliveries of next) if (!(await deliverAll(env, db, deliveries, until))) seen.add(deliveries[0]?.target ?? '')
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }
}

/** False where the receiver's turn is over for now. */
async function deliverAll(env: Env, db: Db, deliveries: readonly Delivery[], until: number): Promise<boolean> {
  let failed = 0
  for (const delivery of deliveries) {
    if (Date.now() >= until) return false
    const { state, disables } = await deliver(env, db, delivery)
    if (disables) return false
    failed = state === 'waiting' ? failed + 1 : 0
    if (failed === patience) return false
  }
  return true
}

async function deliver(env: Env, db: Db, delivery: Delivery) {
  const at = Date.now()
  const attempt = await senders[delivery.channel](env, db, delivery)
  const ended = outcomeOf(delivery, attempt, at)
  await recordAttempt(db, delivery, ended.attempted, ended.disables)
  return { state: ended.attempted.state, disables: ended.disables }
}

function outcomeOf(delivery: Delivery, attempt: Attempt, at: number) {
  const done = { dueAt: delivery.due_at, at, ms: Date.now() - at, status: null, error: '' }
  const ended = (attempted: Partial<Attempted> & Pick<Attempted, 'state'>, disables?: 'gone' | 'failed') => ({
    attempted: { ...done, ...attempted },
    disables,
  })
  if (attempt.ok === 'void') return ended({ state: 'void' })
  if (attempt.ok) return ended({ state: 'delivered', status: attempt.status })
  const { status, error } = attempt
  if (attempt.gone) return ended({ state: 'failed', status, error }, 'gone')
  const dueAt = nextAttempt(delivery.attempts + 1, Date.now(), Math.random())
  if (dueAt !== undefined) return ended({ state: 'waiting', status, error, dueAt })
  return ended({ state: 'failed', status, error }, delivery.channel === 'email' ? undefined : 'failed')
}
