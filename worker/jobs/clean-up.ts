import { limits } from '../contract/limits.ts'
import { utcDay } from '../domain/calendar.ts'
import { deleteOldChecks } from '../store/checks.ts'
import { deleteOldClocks } from '../store/clocks.ts'
import type { Db } from '../store/db.ts'
import { deleteOldDeliveries } from '../store/deliveries.ts'
import { deleteOldBatches } from '../store/displays.ts'
import { deleteLapsedLinks } from '../store/links.ts'
import { deleteOldPreviews } from '../store/previews.ts'
import { deleteSalts } from '../store/salts.ts'
import { deleteExpired } from '../store/sessions.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Of the day in UTC; jobs run each minute. What reads a whole table runs then alone. */
const quietMinute = 3 * 60 + 17

/** Longer than any rest that etiquette knows; who was not seen for so long is new. */
const clockDays = 730

/** What was delivered, or wasn't, can be looked up this long. */
const deliveryDays = 30

/**
 * Drops what has lapsed: sessions, sign-in links, invitations, links to drafts, install checks, display keys no widget sends again,
 * personal links nobody can go on with, the day's salt once the day is over, clocks of people not seen for two years, and the log of deliveries.
 */
export async function cleanUp(db: Db, now: number): Promise<void> {
  await deleteExpired(db, now)
  await deleteOldBatches(db, now - 8 * day)
  await deleteLapsedLinks(db, now - limits.lateMs)
  await deleteOldPreviews(db, now)
  await deleteOldChecks(db, now)
  await deleteSalts(db, utcDay(now))
  if (Math.floor((now % day) / minute) !== quietMinute) return
  await deleteOldClocks(db, now - clockDays * day)
  await deleteOldDeliveries(db, now - deliveryDays * day)
}
