import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { newId, newSecret } from '../../domain/ids.ts'
import { sha256 } from '../../domain/secrets.ts'
import { firstCodePoints } from '../../domain/text.ts'
import { sessionCookie } from '../../middleware/authenticate.ts'
import type { SessionRow } from '../../store/sessions.ts'

const sessionLasts = 30 * 24 * 60 * 60_000

/** A session to be stored, and its token. It lasts from `since`, when a link was used. */
export async function newSession(c: Context, since: number): Promise<{ session: Omit<SessionRow, 'person'>; token: string }> {
  const token = newSecret('st')
  const agent = firstCodePoints((c.req.header('User-Agent') ?? '').toWellFormed(), 200)
  const session = { id: newId('ses'), hash: await sha256(token), agent, created_at: since, expires_at: since + sessionLasts }
  return { session, token }
}

/** Hands a stored session's token to the browser; nothing else ever sees it. */
export function setSessionCookie(c: Context, token: string): void {
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, sessionCookie(c), token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: sessionLasts / 1000 })
}

export function dropSessionCookie(c: Context): void {
  deleteCookie(c, sessionCookie(c), { path: '/', secure: new URL(c.req.url).protocol === 'https:' })
}
