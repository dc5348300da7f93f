import { isConstraintError } from './db.ts'

/** The database can't be asked now; the client should come back. Becomes 503 with Retry-After. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/**
 * Whether the database can't do what it was asked, be it out of reach, overloaded, full or without its tables: nothing the sender could
 * mend, and nothing they should lose their request by. What its schema refuses is another matter.
 */
export function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Unavailable ||
    (error instanceof Error && /^D1_(?:EXEC_)?ERROR/.test(error.message) && !isConstraintError(error))
  )
}

/** Faults after which D1 may or may not have committed: repeated only because a key makes that harmless. */
const passing =
  /Network connection lost|caused object to be reset|code was updated|Cannot resolve D1 DB|storage operation exceeded timeout/i
/** Repeating these makes them worse. */
const overloaded = /overloaded|too many requests queued/i

/**
 * Runs an idempotent piece of work at most three times. What may pass ends as `Unavailable`; a fault
 * of the work itself (a broken constraint, bad SQL) is thrown as it is.
 * https://developers.cloudflare.com/d1/observability/debug-d1/
 */
export async function withRetry<T>(work: (attempt: number) => Promise<T>, pause = jitter): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work(attempt)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (overloaded.test(message)) throw new Unavailable(message)
      if (!passing.test(message)) throw error
      if (attempt === 3) throw new Unavailable(message)
      await pause(attempt)
    }
  }
}

function jitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * (0.5 + Math.random())))
}
