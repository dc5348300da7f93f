import { isChecked } from './checks.ts'
import type { Db } from './db.ts'
import type { LiveSite } from './live-sites.ts'

/** What this isolate wrote last, by site and origin. */
const noted = new Map<string, number>()
const mostNoted = 1_000
const hourMs = 60 * 60_000
/** While somebody waits to see it. */
const watchedMs = 2_000
/** Origins of a wildcard on the list may be any number. */
const mostOrigins = 20

/** Whether it is time to write that a page of this origin, which is on the list, has asked for the loader: once an hour and isolate. */
export function isSightingDue(live: LiveSite, origin: string, now: number): boolean {
  const last = noted.get(`${live.site.id} ${origin}`) ?? 0
  return now - last >= (isChecked(live, now) ? watchedMs : hourMs)
}

export async function writeSighting(db: Db, site: string, origin: string, now: number): Promise<void> {
  if (noted.size >= mostNoted) noted.clear()
  noted.set(`${site} ${origin}`, now)
  await db.d1
    .prepare(
      `INSERT INTO sightings (site, origin, at)
       SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM sightings WHERE site = ?1 AND origin <> ?2) < ?4
       ON CONFLICT DO UPDATE SET at = max(at, excluded.at)`,
    )
    .bind(site, origin.slice(0, 300), now, mostOrigins)
    .run()
}

/** Newest first. */
export async function listSightings(db: Db, site: string): Promise<{ origin: string; at: string }[]> {
  const rows = await db.query.selectFrom('sightings').selectAll().where('site', '=', site).orderBy('at', 'desc').execute()
  return rows.map(({ origin, at }) => ({ origin, at: new Date(at).toISOString() }))
}
