import type { Context } from 'hono'
import { logError } from '../log.ts'

/** Has work go on after the answer, which doesn't depend on it. Where it fails the log says `what`. */
export function afterAnswer(c: Context, what: string, work: Promise<unknown>): void {
  c.executionCtx.waitUntil(work.catch((error) => logError(what, { error: String(error) })))
}
