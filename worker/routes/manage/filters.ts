import type { Context } from 'hono'
import { addDays, dayCount, dayOf, type Range } from '../../domain/calendar.ts'
import type { Segments } from '../../domain/segments.ts'
import type { Refusal } from '../../middleware/problem.ts'

const mostDays = 3_660

/** The dates asked for, or the last 30 days of the site up to today; a refusal for what is no range. */
export function rangeOf(query: { from?: string; to?: string }, timeZone: string, now: number): Range | Refusal {
  const to = query.to ?? dayOf(now, timeZone)
  const from = query.from ?? addDays(to, -29)
  if (from > to) return { status: 422, errors: [{ pointer: '/to', detail: 'ends before it begins' }] }
  if (dayCount(from, to) > mostDays) return { status: 422, errors: [{ pointer: '/from', detail: `at most ${mostDays} days` }] }
  return { from, to }
}

/** `segment.DIMENSION=VALUE` of the query, any number of them; a refusal for a name no dimension can have. */
export function segmentFilters(c: Context): { segments: Segments } | Refusal {
  const segments: Segments = {}
  for (const [name, value] of Object.entries(c.req.query())) {
    if (!name.startsWith('segment.')) continue
    const dimension = name.slice('segment.'.length)
    if (!isDimensionName(dimension))
      return { status: 422, errors: [{ pointer: `/${name}`, detail: 'no dimension is called so' }] }
    segments[dimension] = value
  }
  return Object.keys(segments).length <= 8 ? { segments } : { status: 422, detail: 'at most 8 segments at once' }
}

export const isDimensionName = (name: string) => /^[a-z][a-z0-9_]{0,63}$/i.test(name)
