import type { Db } from '../store/db.ts'
import { type DigestRow, listOptouts } from '../store/digests.ts'
import { listMembers } from '../store/members.ts'

/**
 * Who gets a digest today, by address, and whether they have the inbox: its members, as long as they are and see all of the site, and its
 * other addresses, but for those who unsubscribed.
 */
export async function recipientsOf(
  db: Db,
  { id, site, people, addresses }: Pick<DigestRow, 'id' | 'site' | 'people' | 'addresses'>,
): Promise<Map<string, { inbox: boolean }>> {
  const [members, optouts] = await Promise.all([people.length > 0 ? listMembers(db, site) : [], listOptouts(db, id)])
  const reading = members.filter((member) => people.includes(member.id) && member.part === null)
  const all = new Map([
    ...addresses.map((email) => [email, { inbox: true }] as const),
    ...reading.map(({ email, role }) => [email, { inbox: role !== 'viewer' }] as const),
  ])
  for (const email of optouts) all.delete(email)
  return all
}
