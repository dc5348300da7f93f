import type { Traits } from '../../worker/domain/segments.ts'
import { saveCustomers, saveOrders } from '../../worker/store/customers.ts'
import type { Db } from '../../worker/store/db.ts'
import type { SampleReorder } from '../sample/customers.ts'

/** What the demo's shop knows of customers: a number in bands; who is in the highest is valued. */
export const customerBands = [{ dimension: 'ltv', from: [100, 250, 500], unit: '€' }]

const slice = 100

/** Tells what the shop knows, as its own programs would. */
export async function addCustomers(db: Db, site: string, customers: ReadonlyMap<string, Traits>, now: number): Promise<void> {
  const rows = [...customers].map(([id, traits]) => ({ id, at: null, traits: JSON.stringify(traits) }))
  for (let i = 0; i < rows.length; i += slice) await saveCustomers(db, site, rows.slice(i, i + slice), now)
}

/** Orders of people who came back, as far as they have by now. */
export async function addReorders(
  db: Db,
  site: string,
  reorders: readonly (SampleReorder & { at: number })[],
  now: number,
): Promise<void> {
  const rows = reorders
    .filter(({ at }) => at <= now)
    .map(({ customer, id, at, value, currency }) => ({ customer, id, at, value, currency }))
  for (let i = 0; i < rows.length; i += slice) await saveOrders(db, site, rows.slice(i, i + slice))
}
