import type { Outlook } from '../contract/report.ts'
import { addDays, type Day, dayCount } from './calendar.ts'
import { type Histogram, type Scale, scored, spread } from './metrics.ts'

/** Half-widths worth waiting for, in the score's unit, widest first. */
const targets = { nps: [20, 10, 5], csat: [10, 5], ces: [0.5, 0.25], none: [] } as const
const patienceDays = 180

/**
 * What a manager may expect while answers are few: the best precision reachable within half a year
 * at the present rate, else the widest target within ten, and the day it is reached. Null without
 * answers, or once the interval is already narrower than the widest target.
 *
 * Plans with n = (1.96 s / halfWidth)², s the spread of one answer.
 */
export function outlook(scale: Scale, histogram: Histogram, firstDay: Day | null, today: Day): Outlook | null {
  const { n, interval } = scored(scale, histogram)
  const [widest] = targets[scale.metric]
  if (n === 0 || firstDay === null || widest === undefined) return null
  // Below ten answers a t interval of equal scores has no width: that is chance, not precision.
  if (n >= 10 && interval && (interval[1] - interval[0]) / 2 <= widest / 2) return null
  const perDay = n / Math.max(1, dayCount(firstDay, today))
  const deviation = spread(scale, histogram)
  const plans = targets[scale.metric].map((halfWidth) => {
    const missing = Math.max(0, Math.ceil(((1.96 * deviation) / halfWidth) ** 2) - n)
    return { halfWidth, days: Math.ceil(missing / perDay) }
  })
  const plan = plans.findLast(({ days }) => days > 0 && days <= patienceDays) ?? plans[0]
  if (!plan || plan.days <= 0 || plan.days > 3650) return null
  return { halfWidth: plan.halfWidth, date: addDays(today, plan.days), perDay }
}
