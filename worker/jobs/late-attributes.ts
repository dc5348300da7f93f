import type { Db } from '../store/db.ts'
import { findDue, settleDue } from '../store/late-attributes.ts'
import { liveSite } from '../store/live-sites.ts'

export const isAnythingLate = async (db: Db) => (await findDue(db)) !== undefined

/** Counts earlier responses by what the shop told of their customers since, until `until` (ms); the next minute goes on where this one ends. */
export async function countLateAttributes(db: Db, now: number, until: number): Promise<void> {
  for (let due = await findDue(db); due && Date.now() < until; due = await findDue(db)) {
    const live = await liveSite(db, due.key, now)
    if (!live) throw new Error(`no site ${due.site}`)
    const { dimensions, timeZone, settings } = live.site
    await settleDue(db, due, { dimensions, timeZone, bands: settings.bands, segments: live.segments }, now)
  }
}
