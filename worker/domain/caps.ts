import type { Targeting } from '../contract/targeting.ts'
import { bucketStart, type Day } from './calendar.ts'
import type { Verdict } from './gates/gate.ts'

export type Caps = Targeting['caps']

/** Displays on this day, in its week, in its month, and in all. */
export type ShownSoFar = Record<keyof Caps, number>

const spans = ['day', 'week', 'month', 'total'] as const

export const isCapped = (caps: Caps): boolean => spans.some((span) => caps[span] > 0)

/** From which day on displays have to be known; '' for all of them. */
export function countedFrom(caps: Caps, today: Day): Day | '' {
  if (caps.total > 0) return ''
  const starts = (['day', 'week', 'month'] as const).filter((span) => caps[span] > 0).map((span) => bucketStart(today, span))
  return starts.sort()[0] ?? today
}

/** Adds up days; what lies before the month counts for the total alone. */
export function shownBy(days: readonly { day: Day; shown: number }[], today: Day): ShownSoFar {
  const since = (from: Day) => days.reduce((sum, { day, shown }) => (day >= from ? sum + shown : sum), 0)
  return {
    day: since(today),
    week: since(bucketStart(today, 'week')),
    month: since(bucketStart(today, 'month')),
    total: since(''),
  }
}

/** Whether there is room for one more display, and which cap there isn't under. */
export function weighCaps(caps: Caps, shown: ShownSoFar): Verdict {
  const full = spans.find((span) => caps[span] > 0 && shown[span] >= caps[span])
  const told = spans.filter((span) => caps[span] > 0).map((span) => `${shown[span]} of ${caps[span]} (${span})`)
  return { gate: 'cap', passed: full === undefined, reason: told.join(', ') || 'none' }
}
