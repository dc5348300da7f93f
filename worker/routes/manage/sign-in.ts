import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { newId, newSecret } from '../../domain/ids.ts'
import { sha256 } from '../../domain/secrets.ts'
import { firstCodePoints } from '../../domain/text.ts'
import { sessionCookie } from '../../middleware/authenticate.ts'
import type { Db } from '../../store/db.ts'
import { insertLoginToken } from '../../store/login-tokens.ts'
import { insertSession } from '../../store/sessions.ts'

const minute = 60_000
const day = 24 * 60 * minute
export const linkLasts = { signIn: 15 * minute, invitation: 7 * day } as const
const sessionLasts = 30 * day

/** A single-use link that signs a person in; only its hash is kept. */
export async function makeLoginUrl(db: Db, origin: string, person: string, now: number, lasts: number): Promise<string> {
  const token = newSecret('lt')
  await insertLoginToken(db, { hash: await sha256(token), person, created_at: now, expires_at: now + lasts })
  return `${origin}/login/${token}`
}

/** Starts a session and hands its token to the browser; nothing else ever sees the token. */
export async function startSession(c: Context, db: Db, person: string, now: number): Promise<void> {
  const token = newSecret('st')
  await insertSession(db, {
    id: newId('ses'),
    hash: await sha256(token),
    person,
    agent: firstCodePoints((c.req.header('User-Agent') ?? '').toWellFormed(), 200),
    created_at: now,
    expires_at: now + sessionLasts,
  })
  const secure = new URL(c.req.url).protocol === 'https:'
  setCookie(c, sessionCookie(c), token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: sessionLasts / 1000 })
}

export function dropSessionCookie(c: Context): void {
  deleteCookie(c, sessionCookie(c), { path: '/', secure: new URL(c.req.url).protocol === 'https:' })
}
