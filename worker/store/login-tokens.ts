import { newSecret } from '../domain/ids.ts'
import { sha256 } from '../domain/secrets.ts'
import { batch, type Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import type { SessionRow } from './sessions.ts'

const lastsMs = 15 * 60_000
/** Links that anybody may ask for until one of them is used or lapses: whoever knows an address can't fill its mailbox. */
const mostAsked = 5

/** A link that signs a person in, once and within 15 minutes; only its hash is kept. */
export async function makeLoginUrl(db: Db, origin: string, person: string, now: number): Promise<string> {
  const { row, url } = await newLogin(origin, person, now)
  await db.query.insertInto('login_tokens').values(row).execute()
  return url
}

/** Likewise, for whoever asks without being signed in; undefined where the person has five such links already. */
export async function askLoginUrl(db: Db, origin: string, person: string, now: number): Promise<string | undefined> {
  const { row, url } = await newLogin(origin, person, now)
  const beside = 'other.person = made.person AND other.expires_at > made.created_at'
  return (await insertWithin(db, 'login_tokens', row, { most: mostAsked, beside })) ? url : undefined
}

async function newLogin(origin: string, person: string, now: number) {
  const token = newSecret('lt')
  const row = { hash: await sha256(token), person, created_at: now, expires_at: now + lastsMs }
  return { row, url: `${origin}/login/${token}` }
}

export async function loginTokenExists(db: Db, hash: string, now: number): Promise<boolean> {
  const row = await db.query
    .selectFrom('login_tokens')
    .select('hash')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Uses a token up for a session of whoever it was made for, and ends the one they had in that browser; all or nothing, so that no link is
 * lost to a failure. Of two requests with the same token only the first signs in. False where it was used or has expired.
 */
export async function consumeLoginToken(
  db: Db,
  hash: string,
  session: Omit<SessionRow, 'person'>,
  ended: string | undefined,
): Promise<boolean> {
  const [started] = await batch(db, [
    db.d1
      .prepare(
        `INSERT INTO sessions (id, hash, person, agent, created_at, expires_at)
         SELECT ?1, ?2, person, ?3, ?4, ?5 FROM login_tokens WHERE hash = ?6 AND expires_at > ?4`,
      )
      .bind(session.id, session.hash, session.agent, session.created_at, session.expires_at, hash),
    db.d1.prepare('DELETE FROM sessions WHERE id = ? AND changes() = 1').bind(ended ?? ''),
    db.query.deleteFrom('login_tokens').where('hash', '=', hash),
  ])
  // Not 1: a trigger of the next version may write too, and D1 counts that.
  return (started?.meta.changes ?? 0) > 0
}
