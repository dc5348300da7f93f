import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { newId, newSecret } from '../../domain/ids.ts'
import { sha256 } from '../../domain/secrets.ts'
import { firstCodePoints } from '../../domain/text.ts'
import { sessionCookie } from '../../middleware/authenticate.ts'
import type { Db } from '../../store/db.ts'
import { insertSession } from '../../store/sessions.ts'

const sessionLasts = 30 * 24 * 60 * 60_000

/** Starts a session and hands its token to the browser; nothing else ever sees the token. It lasts from `since`, when a link was used. */
export async function startSession(c: Context, db: Db, person: string, since: number): Promise<void> {
  const token = newSecret('st')
  await insertSession(db, {
    id: newId('ses'),
    hash: await sha256(token),
    person,
    agent: firstCodePoints((c.req.header('User-Agent') ?? '').toWellFormed(), 200),
    created_at: since,
    expires_at: since + sessionLasts,
  })
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, sessionCookie(c), token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: sessionLasts / 1000 })
}

export function dropSessionCookie(c: Context): void {
  deleteCookie(c, sessionCookie(c), { path: '/', secure: new URL(c.req.url).protocol === 'https:' })
}
