import { Temporal } from 'temporal-polyfill'

/** A site-local date, "2026-10-31". */
export type Day = string

const formats = new Map<string, Intl.DateTimeFormat>()

/** The local day of an instant (ms since 1970) in an IANA zone, daylight saving included. */
export function dayOf(instant: number, timeZone: string): Day {
  let format = formats.get(timeZone)
  if (!format) {
    // Making a format costs far more than using it, and this runs once per answer. sv-SE writes ISO dates.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(instant)
}

/** The day of an instant (ms since 1970) in UTC: of what no site's clock has a say in. */
export const utcDay = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** Days from `from` to `to`, both counted. */
export function dayCount(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
}

/** Every day of a range, in order. */
export function daysOf({ from, to }: Range): Day[] {
  return bucketStarts(from, to, 'day')
}

export type BucketSize = 'day' | 'week' | 'month'

/** The first day of the day's bucket: itself, its Monday, or the first of its month. */
export function bucketStart(day: Day, size: BucketSize): Day {
  if (size === 'day') return day
  const date = Temporal.PlainDate.from(day)
  return size === 'week' ? date.subtract({ days: date.dayOfWeek - 1 }).toString() : date.with({ day: 1 }).toString()
}

/** Starts of all buckets that touch the range, in order. */
export function bucketStarts(from: Day, to: Day, size: BucketSize): Day[] {
  const starts: Day[] = []
  const last = Temporal.PlainDate.from(to)
  let date = Temporal.PlainDate.from(bucketStart(from, size))
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    starts.push(date.toString())
    date = date.add(size === 'day' ? { days: 1 } : size === 'week' ? { weeks: 1 } : { months: 1 })
  }
  return starts
}

export interface Range {
  from: Day
  to: Day
}

/** The range to compare with: the same number of days just before, or the same dates a year earlier. */
export function comparedRange(range: Range, compare: 'previous' | 'year'): Range {
  const from = Temporal.PlainDate.from(range.from)
  if (compare === 'year') {
    const to = Temporal.PlainDate.from(range.to).subtract({ years: 1 })
    return { from: from.subtract({ years: 1 }).toString(), to: to.toString() }
  }
  const days = dayCount(range.from, range.to)
  return { from: from.subtract({ days }).toString(), to: from.subtract({ days: 1 }).toString() }
}

/**
 * For each bucket of the range, the first day of those it is compared with: as many days earlier as the whole range
 * lies, or a year. Every day of the compared range falls between one and the next, so that the sums agree; the 29th of
 * February has none, and begins where the next bucket does.
 */
export function comparedStarts(range: Range, compare: 'previous' | 'year', size: BucketSize): Day[] {
  const days = dayCount(range.from, range.to)
  const [, ...rest] = bucketStarts(range.from, range.to, size)
  return [
    comparedRange(range, compare).from,
    ...rest.map((start) => (compare === 'previous' ? addDays(start, -days) : yearBefore(start))),
  ]
}

function yearBefore(day: Day): Day {
  const date = Temporal.PlainDate.from(day)
  const before = date.subtract({ years: 1 })
  return (before.day === date.day ? before : before.add({ days: 1 })).toString()
}

/**
 * The first instant (ms) of a local day. Midnight may not exist where clocks change at midnight;
 * then it is the first moment that does.
 */
export function startOfDay(day: Day, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
}
