import { newSecret } from '../domain/ids.ts'
import { sha256 } from '../domain/secrets.ts'
import type { Db } from './db.ts'

const lastsMs = 15 * 60_000

/** A link that signs a person in, once and within 15 minutes; only its hash is kept. */
export async function makeLoginUrl(db: Db, origin: string, person: string, now: number): Promise<string> {
  const token = newSecret('lt')
  await insertLoginToken(db, { hash: await sha256(token), person, created_at: now, expires_at: now + lastsMs })
  return `${origin}/login/${token}`
}

async function insertLoginToken(db: Db, token: { hash: string; person: string; created_at: number; expires_at: number }) {
  await db.query.insertInto('login_tokens').values(token).execute()
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

/** Uses a token up: of two requests with the same one, only the first learns whose it was. */
export async function consumeLoginToken(db: Db, hash: string, now: number): Promise<string | undefined> {
  const row = await db.query
    .deleteFrom('login_tokens')
    .where('hash', '=', hash)
    .returning(['person', 'expires_at'])
    .executeTakeFirst()
  return row && row.expires_at > now ? row.person : undefined
}
