import { Temporal } from 'temporal-polyfill'
import type { Frequency } from '../contract/digest.ts'
import { addDays, bucketStart, type Day, dayOf, type Range } from './calendar.ts'

export interface Schedule {
  frequency: Frequency
  /** Of the week, Monday being 1, or of the month. */
  day: number
  /** Of the site's day. */
  hour: number
}

/** When a digest is sent (ms), and of which days. */
export interface Issue {
  at: number
  period: Range
}

const sizes = { weekly: 'week', monthly: 'month' } as const

/** The last issue that is due by now. */
export function lastIssue(schedule: Schedule, timeZone: string, now: number): Issue {
  const start = bucketStart(dayOf(now, timeZone), sizes[schedule.frequency])
  const issue = issueIn(start, schedule, timeZone)
  return issue.at <= now ? issue : issueIn(startBefore(start, schedule), schedule, timeZone)
}

/** The first issue after now. */
export function nextIssue(schedule: Schedule, timeZone: string, now: number): Issue {
  const start = bucketStart(dayOf(now, timeZone), sizes[schedule.frequency])
  const issue = issueIn(start, schedule, timeZone)
  return issue.at > now ? issue : issueIn(startAfter(start, schedule), schedule, timeZone)
}

/** The last week or month that is over now, whether its issue is due yet or not. */
export function lastPeriod(frequency: Frequency, timeZone: string, now: number): Range {
  const today = dayOf(now, timeZone)
  return periodBefore({ from: bucketStart(today, sizes[frequency]), to: today }, frequency)
}

/** The week or month before `period`, both whole. */
export function periodBefore({ from }: Range, frequency: Frequency): Range {
  return { from: bucketStart(addDays(from, -1), sizes[frequency]), to: addDays(from, -1) }
}

/** The issue sent in the week or month that begins with `start`: of the one before. An hour that the clock leaves out is the one after it. */
function issueIn(start: Day, schedule: Schedule, timeZone: string): Issue {
  const { day, hour, frequency } = schedule
  const plainTime = { hour }
  const at = Temporal.PlainDate.from(addDays(start, day - 1)).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
  return { at, period: periodBefore({ from: start, to: start }, frequency) }
}

const startBefore = (start: Day, { frequency }: Schedule) => bucketStart(addDays(start, -1), sizes[frequency])
const startAfter = (start: Day, { frequency }: Schedule) =>
  bucketStart(addDays(start, frequency === 'weekly' ? 7 : 31), sizes[frequency])
