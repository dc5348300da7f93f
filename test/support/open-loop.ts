import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Answers sent to a worker at a rate that doesn't wait for it. */
export interface Load {
  url: string
  /** Arrivals a second, on average; 0 where `shoppers` send one after another instead. */
  rate: number
  shoppers?: number
  /** Ends when so many were sent; after its seconds where it is left out. */
  most?: number
  /** Names a site that isn't there, another one each time. */
  madeUp?: boolean
  seconds: number
  site: string
  survey: string
  origin: string
}

export interface Offered {
  sent: number
  /** ms from the moment each was due until it was acknowledged; of those that were. */
  latencies: number[]
  /** How many were answered each status. */
  statuses: Record<string, number>
  /** How many got no answer. */
  broken: number
  /** What the first thousand that were told to come back were told, in seconds. */
  retryAfter: number[]
  /** How many were acknowledged before the sender stopped. */
  inTime: number
  /** How late the sender itself was at most. */
  lateMs: number
}

/** Sends at that rate for so long, and waits for what is still on its way. */
export async function offer(load: Load): Promise<Offered> {
  const thread = new Worker(new URL('./open-loop-thread.ts', import.meta.url), { workerData: load })
  const [offered] = (await once(thread, 'message')) as [Offered]
  await thread.terminate()
  return offered
}

/** The value that so much of the list is at most. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
