import { addDays, type Day, utcDay } from './calendar.ts'
import { firstId, idsPerSecond } from './response-id.ts'

/** Days are local ones of any zone, and none is further than 14 hours from UTC: so far, at most, a day's rows lie apart from the day in UTC. */
const slackMs = 15 * 60 * 60_000

const lastDay = '9999-12-31'

/** Above every row id. */
const noId = Number.MAX_SAFE_INTEGER

export interface Days {
  from: Day
  to: Day
  least: number
  below: number
}

/** Where a stretch's rows begin that starts on this day; '' is the first day of all. */
export const leastIdOf = (from: Day) => (from === '' ? 0 : firstId(Date.parse(from) - slackMs))

/**
 * The days from `from` on ('' for all that were ever) as far as about the row `end`, at least one; where there is no such row, all that follow.
 * Whole days alone, so that one with more rows than that is a stretch of its own.
 */
export function stretchOf(from: Day, end: number | undefined): Days {
  if (end === undefined) return { from, to: lastDay, least: leastIdOf(from), below: noId }
  const last = addDays(utcDay(Math.floor(end / idsPerSecond) * 1000), -2)
  const to = last > from ? last : from
  return { from, to, least: leastIdOf(from), below: firstId(Date.parse(to) + 24 * 60 * 60_000 + slackMs) }
}

/** The day on which the next stretch begins; undefined after the last. */
export const dayAfter = ({ to }: Days): Day | undefined => (to === lastDay ? undefined : addDays(to, 1))
