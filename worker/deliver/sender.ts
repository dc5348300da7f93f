import type { Env } from '../env.ts'
import type { Db } from '../store/db.ts'
import type { Delivery } from '../store/deliveries.ts'

/** How an attempt to deliver ended. Nothing of what was answered is kept but its status. */
export type Attempt =
  | { ok: true; status: number | null }
  /** `gone`: the receiver wants nothing more, ever. */
  | { ok: false; status: number | null; error: string; gone?: true }
  /** Nothing is left to tell: what it was about has been erased. */
  | { ok: 'void' }

/** Delivers by one channel. What it sends is made of the rows as they are now. Doesn't throw for what a receiver does. */
export type Sender = (env: Env, db: Db, delivery: Delivery) => Promise<Attempt>
