import type { Report } from '../../../worker/contract/report.ts'
import { json, manage, migrate, type Shop, setUp } from '../support/shop.ts'
import type { Stored } from '../support/stored.ts'

export let shop: Shop

export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device', 'language'] })
}

export const reportOf = (survey: string, query: string, of = shop) =>
  json<Report>(manage(of.apiKey, 'GET', `/api/v1/surveys/${survey}/report?${query}`))
export const pooledOf = (query: string) => manage(shop.apiKey, 'GET', `/api/v1/reports?${query}`)

/** As many of the same response as asked for. */
export const times = (n: number, row: Stored): Stored[] => Array.from({ length: n }, () => row)
