import { limits } from '../contract/limits.ts'
import type { Db } from '../store/db.ts'
import { deleteOldBatches } from '../store/displays.ts'
import { deleteLapsedLinks } from '../store/links.ts'
import { deleteExpired } from '../store/sessions.ts'

const day = 24 * 60 * 60_000

/** Drops what has lapsed: sessions, sign-in links, display keys no widget sends again, personal links nobody can go on with. */
export async function cleanUp(db: Db, now: number): Promise<void> {
  await deleteExpired(db, now)
  await deleteOldBatches(db, now - 8 * day)
  await deleteLapsedLinks(db, now - limits.lateMs)
}
