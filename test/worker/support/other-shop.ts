import { scopesOf } from '../../../worker/domain/key-scopes.ts'
import { sha256 } from '../../../worker/domain/secrets.ts'
import { db, manage, type Shop } from './shop.ts'

/** Another site in the same database, with an API key of its own; setup makes only the first one. */
export async function insertShop(
  name: string,
  origins: string[],
  { timeZone = 'Asia/Tokyo', dimensions = ['touchpoint'] } = {},
): Promise<Shop> {
  const site = { id: `site_${name}`, key: `pk_${name}` }
  const apiKey = `sk_${name.padEnd(32, '0')}`
  await db.batch([
    db
      .prepare('INSERT INTO sites (id, key, name, origins, time_zone, dimensions, created_at) VALUES (?, ?, ?, ?, ?, ?, 0)')
      .bind(site.id, site.key, name, JSON.stringify(origins), timeZone, JSON.stringify(dimensions)),
    db
      .prepare("INSERT INTO api_keys (id, hash, site, name, role, scopes, created_at) VALUES (?, ?, ?, 'key', 'owner', ?, 0)")
      .bind(`key_${name}`, await sha256(apiKey), site.id, JSON.stringify(scopesOf('owner'))),
  ])
  // Made behind the worker's back: by what its owner does the worker learns its key.
  const known = await manage(apiKey, 'PATCH', `/api/v1/sites/${site.id}`, { name })
  if (known.status !== 200) throw new Error(`the owner of ${name} was answered ${known.status}`)
  return { site, apiKey, loginUrl: '' }
}
