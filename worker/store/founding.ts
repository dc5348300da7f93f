import { defaultDimensions, standardSettings } from '../contract/site.ts'
import { newId, newSecret } from '../domain/ids.ts'
import { scopesOf } from '../domain/key-scopes.ts'
import { sha256 } from '../domain/secrets.ts'
import { insertApiKey } from './api-keys.ts'
import { batch, type Db } from './db.ts'
import { insertMember } from './members.ts'
import { findPersonByEmail, insertPerson, type Person } from './people.ts'
import { forgetSiteKeys } from './site-keys.ts'
import { insertSite, type Site } from './sites.ts'

export interface Founded {
  site: Site
  person: Person
  /** Shown once; only its hash is kept. */
  apiKey: string
}

interface Owner {
  email: string
  name: string
}

type Wanted = Pick<Site, 'name' | 'origins' | 'timeZone'> & Partial<Pick<Site, 'dimensions' | 'key' | 'demo'>>

/** Makes a site with its owner (a new person, or the one with that address) and a first API key, all or nothing. */
export async function foundSite(db: Db, owner: Owner, wanted: Wanted, now: number): Promise<Founded> {
  const { site, person, statements } = await founding(db, owner, wanted, now)
  const apiKey = newSecret('sk')
  const key = { id: newId('key'), hash: await sha256(apiKey), site: site.id, name: 'First key', scopes: scopesOf('owner') }
  await batch(db, [...statements, insertApiKey(db, key, now)])
  forgetSiteKeys(db)
  return { site, person, apiKey }
}

/** Makes a further site of somebody who has one. */
export async function addSite(db: Db, owner: Owner, wanted: Wanted, now: number): Promise<Site> {
  const { site, statements } = await founding(db, owner, wanted, now)
  await batch(db, statements)
  forgetSiteKeys(db)
  return site
}

async function founding(db: Db, owner: Owner, wanted: Wanted, now: number) {
  const site: Site = {
    id: newId('site'),
    key: wanted.key ?? newId('pk'),
    name: wanted.name,
    origins: wanted.origins,
    timeZone: wanted.timeZone,
    dimensions: wanted.dimensions ?? defaultDimensions,
    demo: wanted.demo ?? false,
    settings: standardSettings,
    deletedAt: null,
  }
  const known = await findPersonByEmail(db, owner.email)
  const person = known ?? { id: newId('psn'), email: owner.email, name: owner.name }
  const statements = [
    insertSite(db, site, now),
    ...(known ? [] : [insertPerson(db, person, now)]),
    insertMember(db, { site: site.id, person: person.id, role: 'owner' }, now),
  ]
  return { site, person, statements }
}
