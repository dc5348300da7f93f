import type { Db } from './db.ts'

export interface Person {
  id: string
  email: string
  name: string
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return await db.query.selectFrom('people').select(['id', 'email', 'name']).where('email', '=', email).executeTakeFirst()
}

export function insertPerson(db: Db, person: Person, now: number) {
  return db.query.insertInto('people').values({ ...person, created_at: now })
}
