import { type Day, dayOf } from '../domain/calendar.ts'
import { isSameZone } from '../domain/zones.ts'
import { batch, type Db } from './db.ts'
import { reckonStatement } from './digests.ts'
import type { Site } from './sites.ts'

/** A site's changes of zone, the first one first. */
export const zoneChangesOf = (db: Db, site: string) =>
  db.query.selectFrom('zone_changes').select(['at', 'day', 'from_zone', 'to_zone']).where('site', '=', site).orderBy('at')

/** Counts the site's days in another zone from now on, and remembers since when. */
export async function changeZone(db: Db, site: Pick<Site, 'id' | 'timeZone'>, to: string, now: number): Promise<void> {
  const update = db.query.updateTable('sites').set({ time_zone: to }).where('id', '=', site.id)
  // Another name of the same place changes no day.
  if (isSameZone(site.timeZone, to)) await update.execute()
  else await batch(db, [recordChange(db, site.id, to, dayOf(now, to), now), update, reckonStatement(db, site.id)])
}

/** What the zone was is read in the same transaction: of two changes at once each follows from the one before. */
const recordChange = (db: Db, site: string, to: string, day: Day, now: number) =>
  db.d1
    .prepare(
      `INSERT INTO zone_changes (site, at, day, from_zone, to_zone)
       SELECT id, ?2, ?3, time_zone, ?4 FROM sites WHERE id = ?1 AND time_zone <> ?4
       ON CONFLICT DO UPDATE SET day = excluded.day, to_zone = excluded.to_zone`,
    )
    .bind(site, now, day, to)
