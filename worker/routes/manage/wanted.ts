import type { Context } from 'hono'
import type { Report, ReportQuery } from '../../contract/report.ts'
import { addDays, comparedRange, dayOf, type Range } from '../../domain/calendar.ts'
import { undeclared, unknownTag } from '../../domain/faults/unknown.ts'
import { type Counts, composeReport, type ReportRequest } from '../../domain/report.ts'
import type { Segments } from '../../domain/segments.ts'
import { idsOfTags, type TagBook, taggedBy } from '../../domain/tagging/book.ts'
import { afterAnswer } from '../../middleware/after-answer.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import type { Refusal } from '../../middleware/problem.ts'
import { type CountsQuery, readCounts } from '../../store/counts.ts'
import { writeTotals } from '../../store/display-totals.ts'
import type { Site } from '../../store/sites.ts'
import type { SurveyRow } from '../../store/surveys.ts'
import { readTagBook } from '../../store/tags.ts'
import { periodOf } from './filters.ts'

/** What a report is asked for, all of it checked. */
export type Wanted = Pick<ReportQuery, 'interval' | 'compare'> & {
  range: Range
  filters: Segments
  /** A dimension, or the site's tags. */
  breakdown: string | TagBook | undefined
  tag: { name: string; ids: readonly string[] } | undefined
}

/** The query, checked against the site's dimensions, its tags and its calendar. */
export async function wantedOf(c: Context<ManageEnv>, site: Site, now: number, query: ReportQuery): Promise<Wanted | Refusal> {
  const period = periodOf(c, site, now, query)
  if ('status' in period) return period
  const { interval, compare, breakdown, tag: name } = query
  const byTag = breakdown === 'tag'
  if (breakdown !== undefined && !byTag && !site.dimensions.includes(breakdown))
    return { status: 422, errors: [undeclared('/breakdown')] }
  const book = byTag || name !== undefined ? await readTagBook(c.var.db, site.id) : undefined
  const tag = name === undefined || !book ? undefined : taggedBy(book, name)
  if (name !== undefined && !tag) return { status: 422, errors: [unknownTag('/tag')] }
  return {
    ...period,
    interval,
    compare,
    breakdown: byTag ? book : breakdown,
    tag,
  }
}

/** The last days, which still change, and a few that something late has touched. */
const mostUntotalled = 5

/** One survey's report, from counts in one round trip. */
export async function reportOf(c: Context<ManageEnv>, site: Site, survey: SurveyRow, wanted: Wanted): Promise<Report> {
  const request = requestOf(site, [survey], c.var.now, wanted)
  return composeReport({ ...request, survey: survey.id, goal: survey.goal }, await countsFor(c, site, request, wanted, false))
}

/** The counts a report is made of. Totals that it had to do without are written once it is told. */
export async function countsFor(
  c: Context<ManageEnv>,
  site: Site,
  request: ReportRequest,
  wanted: Wanted,
  locales: boolean,
): Promise<Counts> {
  const { db } = c.var
  const { surveys, range, today } = request
  const counts = await readCounts(db, countsOf(site, request, wanted, locales))
  // Days that are over everywhere, so that nothing but a late step or an erasure changes them again.
  const over = addDays(today, -2)
  if (counts.untotalled > mostUntotalled && range.from <= over)
    afterAnswer(
      c,
      'totals of a report were not stored',
      writeTotals(db, surveys, { from: range.from, to: over < range.to ? over : range.to }),
    )
  return counts
}

export function requestOf(site: Site, surveys: readonly SurveyRow[], now: number, wanted: Wanted): ReportRequest {
  const { metric, points } = surveys[0] ?? { metric: 'none', points: 0 }
  const { range, interval, compare, breakdown, tag } = wanted
  return {
    surveys: surveys.map((survey) => survey.id),
    scale: { metric, points },
    timeZone: site.timeZone,
    today: dayOf(now, site.timeZone),
    range,
    interval,
    compare,
    breakdown,
    tag: tag?.name,
  }
}

function countsOf(site: Site, { surveys }: ReportRequest, wanted: Wanted, locales: boolean): CountsQuery {
  const { range, compare, breakdown, filters, tag } = wanted
  const compared = compare && comparedRange(range, compare)
  const by = typeof breakdown === 'object' ? { breakdown: undefined, tags: idsOfTags(breakdown) } : { breakdown, tags: [] }
  return { site: site.id, surveys, range, compared, ...by, filters, tag: tag?.ids, locales }
}
