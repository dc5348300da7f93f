import { standardSettings } from '../contract/site.ts'
import { deleteDueContacts } from '../store/contacts.ts'
import type { Db } from '../store/db.ts'

const sliceRows = 500

/** Deletes contacts whose case is closed for longer than their site keeps them, in slices until `until` (ms). */
export async function deleteContacts(db: Db, now: number, until: number): Promise<void> {
  do {
    if ((await deleteDueContacts(db, standardSettings.contactDays, now, sliceRows)) < sliceRows) return
  } while (Date.now() < until)
}
