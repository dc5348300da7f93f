import type { Day } from './calendar.ts'

/** From the instant `at` on a site's days are those of `to_zone`; `day` is the first of them. */
export interface ZoneChange {
  at: number
  day: Day
  from_zone: string
  to_zone: string
}

/** The zone in force at an instant: `changes` in their order, `current` what holds after the last of them. */
export function zoneAt(instant: number, changes: readonly ZoneChange[], current: string): string {
  return changes.find(({ at }) => at > instant)?.from_zone ?? current
}

/** Whether two names are of one zone, as Asia/Calcutta and Asia/Kolkata are: between those no day changes. */
export function isSameZone(one: string, other: string): boolean {
  return placeOf(one) === placeOf(other)
}

const placeOf = (timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
