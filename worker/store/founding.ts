import type { Role } from '../contract/people.ts'
import { defaultDimensions, standardSettings } from '../contract/site.ts'
import { newId, newSecret } from '../domain/ids.ts'
import { sha256 } from '../domain/secrets.ts'
import { insertApiKey } from './api-keys.ts'
import { batch, type Db } from './db.ts'
import { insertMember } from './members.ts'
import { findPersonByEmail, insertPerson, type Person } from './people.ts'
import { insertSite, type Site } from './sites.ts'

export interface Founded {
  site: Site
  person: Person
  /** Shown once; only its hash is kept. */
  apiKey: string
}

/** Makes a site with its owner (a new person, or the one with that address) and a first API key, all or nothing. */
export async function foundSite(
  db: Db,
  owner: { email: string; name: string },
  wanted: { name: string; origins: string[]; timeZone: string; dimensions?: string[]; key?: string; demo?: boolean },
  now: number,
): Promise<Founded> {
  const site: Site = {
    id: newId('site'),
    key: wanted.key ?? newId('pk'),
    name: wanted.name,
    origins: wanted.origins,
    timeZone: wanted.timeZone,
    dimensions: wanted.dimensions ?? defaultDimensions,
    demo: wanted.demo ?? false,
    settings: standardSettings,
  }
  const known = await findPersonByEmail(db, owner.email)
  const person = known ?? { id: newId('psn'), ...owner }
  const apiKey = newSecret('sk')
  const role: Role = 'owner'
  await batch(db, [
    insertSite(db, site, now),
    ...(known ? [] : [insertPerson(db, person, now)]),
    insertMember(db, { site: site.id, person: person.id, role }, now),
    insertApiKey(db, { id: newId('key'), hash: await sha256(apiKey), site: site.id, name: 'First key', role }, now),
  ])
  return { site, person, apiKey }
}
