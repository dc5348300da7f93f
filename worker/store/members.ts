import type { Member, Part, Role } from '../contract/people.ts'
import type { Db } from './db.ts'
import { type Site, siteOf } from './sites.ts'

export const partOf = (text: string) => (text === '' ? null : (JSON.parse(text) as Part))
export const partText = (part: Part) => (part === null ? '' : JSON.stringify(part))

export async function listMembers(db: Db, site: string): Promise<Member[]> {
  const rows = await db.query
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.person')
    .select(['people.id', 'people.email', 'people.name', 'members.role', 'members.part', 'members.created_at'])
    .where('members.site', '=', site)
    .orderBy('members.created_at')
    .execute()
  return rows.map(({ created_at, part, ...row }) => ({
    ...row,
    part: partOf(part),
    createdAt: new Date(created_at).toISOString(),
  }))
}

export async function findMember(db: Db, site: string, person: string): Promise<Member | undefined> {
  return (await listMembers(db, site)).find((member) => member.id === person)
}

/** A site, and what somebody is there. */
export type Membership = Site & { role: Role; part: Part }

/** Every site a person may see; oldest membership first. */
export async function listMemberships(db: Db, person: string): Promise<Membership[]> {
  const rows = await db.query
    .selectFrom('members')
    .innerJoin('sites', 'sites.id', 'members.site')
    .selectAll('sites')
    .select(['members.role', 'members.part'])
    .where('members.person', '=', person)
    .orderBy('members.created_at')
    .execute()
  return rows.map((row) => ({ ...siteOf(row), role: row.role, part: partOf(row.part) }))
}

/** Makes a member; a person who already is one keeps their role. */
export function insertMember(db: Db, member: { site: string; person: string; role: Role }, now: number) {
  return db.query
    .insertInto('members')
    .values({ ...member, part: '', created_at: now })
    .onConflict((conflict) => conflict.doNothing())
}

/** Changes a role and the part that goes with it, unless that would leave the site without an owner. True when changed. */
export async function updateRole(db: Db, site: string, person: string, role: Role, part: Part): Promise<boolean> {
  const result = await db.query
    .updateTable('members')
    .set({ role, part: partText(part) })
    .where('site', '=', site)
    .where('person', '=', person)
    .where((where) =>
      where.or([where.val(role === 'owner' ? 1 : 0), where('role', '!=', 'owner'), where.exists(otherOwner(db, site, person))]),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** Removes a member unless they are the last owner. True when removed. */
export async function deleteMember(db: Db, site: string, person: string): Promise<boolean> {
  const result = await db.query
    .deleteFrom('members')
    .where('site', '=', site)
    .where('person', '=', person)
    .where((where) => where.or([where('role', '!=', 'owner'), where.exists(otherOwner(db, site, person))]))
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

function otherOwner(db: Db, site: string, person: string) {
  return db.query
    .selectFrom('members as other')
    .select('other.person')
    .where('other.site', '=', site)
    .where('other.role', '=', 'owner')
    .where('other.person', '!=', person)
}
