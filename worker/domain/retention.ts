import { Temporal } from 'temporal-polyfill'
import type { SiteSettings } from '../contract/site.ts'
import { dayOf, startOfDay } from './calendar.ts'
import { firstId } from './response-id.ts'

/** How long a site keeps what; null for as long as it is there. */
export type Keeping = Pick<SiteSettings, 'anonymiseMonths' | 'keepMonths'>

/** Row ids below which responses are too old: to keep who answered and what they typed, and to keep at all. 0 for none. */
export interface CutOff {
  anonymise: number
  delete: number
}

/** What of a site is too old at an instant (ms): answered before the local day that lies so many months back; of a month too short its last day. */
export function cutOffOf({ anonymiseMonths, keepMonths }: Keeping, timeZone: string, now: number): CutOff {
  const before = (months: number | null) => (months === null ? 0 : firstId(firstKept(months, timeZone, now)))
  return { anonymise: before(anonymiseMonths), delete: before(keepMonths) }
}

/** The first instant (ms) that is kept. */
export function firstKept(months: number, timeZone: string, now: number): number {
  return startOfDay(Temporal.PlainDate.from(dayOf(now, timeZone)).subtract({ months }).toString(), timeZone)
}

/** Months after which nothing tells any more who answered: the fewer of the two; of a site that keeps all for ever, none. */
export function mostMonths({ anonymiseMonths, keepMonths }: Keeping): number | null {
  if (anonymiseMonths === null || keepMonths === null) return anonymiseMonths ?? keepMonths
  return Math.min(anonymiseMonths, keepMonths)
}

/** What a run is done for: the next day, or other settings, is another run. */
export const runOf = ({ anonymiseMonths, keepMonths }: Keeping, timeZone: string, now: number) =>
  `${dayOf(now, timeZone)} ${anonymiseMonths ?? '-'} ${keepMonths ?? '-'}`
