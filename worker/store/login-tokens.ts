import type { Db } from './db.ts'

export async function insertLoginToken(db: Db, token: { hash: string; person: string; created_at: number; expires_at: number }) {
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
  const row = await db.query.deleteFrom('login_tokens').where('hash', '=', hash).returning(['person', 'expires_at']).executeTakeFirst()
  return row && row.expires_at > now ? row.person : undefined
}
