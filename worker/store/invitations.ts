import { limits } from '../contract/limits.ts'
import type { Invitation } from '../contract/people.ts'
import { batch, type Db } from './db.ts'
import { insertWithin } from './insert-within.ts'
import { partOf } from './members.ts'
import { insertPerson, type Person } from './people.ts'
import type { Schema } from './schema.ts'
import type { SessionRow } from './sessions.ts'

type Row = Schema['invitations']

/** Stores an invitation in place of the one that address had. False where the site has as many as it may have. */
export function insertInvitation(db: Db, invitation: Row): Promise<boolean> {
  const beside = 'other.site = made.site AND other.email <> made.email'
  return insertWithin(db, 'invitations', invitation, { most: limits.invitationsPerSite, beside, verb: 'INSERT OR REPLACE' })
}

/** The site's invitations that may still be accepted, the newest first. */
export async function listInvitations(db: Db, site: string, now: number): Promise<Invitation[]> {
  const rows = await db.query
    .selectFrom('invitations')
    .leftJoin('people', 'people.id', 'invitations.person')
    .select([
      'invitations.id',
      'invitations.email',
      'role',
      'part',
      'people.name as author',
      'invitations.created_at',
      'expires_at',
    ])
    .where('site', '=', site)
    .where('expires_at', '>', now)
    .orderBy('invitations.created_at', 'desc')
    .execute()
  return rows.map(({ author, ...row }) => invitationView(row, author))
}

export function invitationView(
  { id, email, role, part, created_at, expires_at }: Omit<Row, 'hash' | 'site' | 'person'>,
  author: string | null,
): Invitation {
  const [createdAt, expiresAt] = [new Date(created_at).toISOString(), new Date(expires_at).toISOString()]
  return { id, email, role, part: partOf(part), author, createdAt, expiresAt }
}

/** Takes an invitation back; whom it was for, or undefined where there is none. */
export async function deleteInvitation(db: Db, site: string, id: string): Promise<string | undefined> {
  const row = await db.query
    .deleteFrom('invitations')
    .where('site', '=', site)
    .where('id', '=', id)
    .returning('email')
    .executeTakeFirst()
  return row?.email
}

/** What a link's secret invites to, with the site's name. */
export async function findInvitation(db: Db, hash: string, now: number): Promise<(Row & { name: string }) | undefined> {
  return await db.query
    .selectFrom('invitations')
    .innerJoin('sites', 'sites.id', 'invitations.site')
    .selectAll('invitations')
    .select('sites.name')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .where('sites.deleted_at', 'is', null)
    .executeTakeFirst()
}

/**
 * Uses an invitation up: the person is a member with a new session, and every other they had is over, since an account may have been made by
 * whoever was given a link before. All or nothing; of two at once the first. Of somebody who is a member nowhere the link is proof enough; of everybody
 * else their session (`signedIn`) is. False where nobody joined.
 */
export async function acceptInvitation(
  db: Db,
  { hash }: Row,
  person: Person,
  session: Omit<SessionRow, 'person'>,
  signedIn: boolean,
  now: number,
): Promise<boolean> {
  const [, joined] = await batch(db, [
    insertPerson(db, person, now).onConflict((conflict) => conflict.doNothing()),
    db.d1
      .prepare(
        `INSERT INTO members (site, person, role, part, created_at)
         SELECT site, people.id, role, part, ?3 FROM invitations JOIN people ON people.id = ?2 AND people.email = invitations.email
         WHERE hash = ?1 AND expires_at > ?3 AND (?4 OR NOT EXISTS (SELECT 1 FROM members WHERE person = ?2)) ON CONFLICT DO NOTHING`,
      )
      .bind(hash, person.id, now, signedIn ? 1 : 0),
    // Each asks whether the one before it did something.
    db.d1.prepare('DELETE FROM invitations WHERE hash = ? AND changes() = 1').bind(hash),
    db.d1
      .prepare(
        'INSERT INTO sessions (id, hash, person, agent, created_at, expires_at) SELECT ?, ?, ?, ?, ?, ? WHERE changes() = 1',
      )
      .bind(session.id, session.hash, person.id, session.agent, session.created_at, session.expires_at),
    db.d1.prepare('DELETE FROM sessions WHERE person = ? AND id <> ? AND changes() = 1').bind(person.id, session.id),
  ])
  // Not 1: a trigger of the next version may write too, and D1 counts that.
  return (joined?.meta.changes ?? 0) > 0
}
