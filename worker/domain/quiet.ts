import { Temporal } from 'temporal-polyfill'

/** Times of a day, 'HH:MM'. */
export interface QuietHours {
  from: string
  to: string
}

/**
 * When quiet hours that hold at this instant (ms) end, or null outside of them. They are hours of the site's clock: a night on which it is put
 * back is an hour longer. An end that the clock skips is the first moment after it.
 */
export function quietUntil(now: number, timeZone: string, { from, to }: QuietHours): number | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const overnight = from > to
  const isQuiet = overnight ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return null
  const day = overnight && time >= from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds
}
