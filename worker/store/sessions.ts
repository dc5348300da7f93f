import type { Db } from './db.ts'
import type { Person } from './people.ts'
import type { Schema } from './schema.ts'

export type SessionRow = Schema['sessions']

export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db.query.insertInto('sessions').values(session).execute()
}

interface Found {
  session: { id: string; startedAt: number }
  person: Person
}

/** Who a session's hash belongs to while it lasts. */
export async function findSession(db: Db, hash: string, now: number): Promise<Found | undefined> {
  const row = await db.query
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select(['sessions.id as session', 'sessions.created_at as startedAt', 'people.id', 'people.email', 'people.name'])
    .where('sessions.hash', '=', hash)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return
  const { session, startedAt, ...person } = row
  return { session: { id: session, startedAt }, person }
}

export async function listSessions(db: Db, person: string, now: number): Promise<SessionRow[]> {
  return await db.query
    .selectFrom('sessions')
    .selectAll()
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
}

/** Ends one of the person's own sessions. True when there was one. */
export async function deleteSession(db: Db, person: string, id: string): Promise<boolean> {
  const result = await db.query.deleteFrom('sessions').where('id', '=', id).where('person', '=', person).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function deleteExpired(db: Db, now: number): Promise<void> {
  await db.query.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db.query.deleteFrom('login_tokens').where('expires_at', '<=', now).execute()
  await db.query.deleteFrom('invitations').where('expires_at', '<=', now).execute()
}
