import type { Context } from 'hono'
import { signInIsFreshFor } from '../domain/access.ts'
import type { ManageEnv } from './authenticate.ts'
import { problem } from './problem.ts'

/** The refusal of a person whose sign-in is no longer fresh; undefined where it is, or a key asks. */
export function staleSignIn(c: Context<ManageEnv>) {
  const { actor, now } = c.var
  if (!actor?.session || now - actor.session.startedAt < signInIsFreshFor) return
  return problem(
    c,
    { status: 401, detail: 'this needs a sign-in of the last two hours: sign in again' },
    { needs: 'fresh-sign-in' },
  )
}
