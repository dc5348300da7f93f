import type { Context } from 'hono'
import type { ExportQuery } from '../../contract/response.ts'
import { addDays, dayCount, dayOf, type Range } from '../../domain/calendar.ts'
import type { Fault } from '../../domain/faults/fault.ts'
import { undeclared } from '../../domain/faults/unknown.ts'
import type { Segments } from '../../domain/segments.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, type Refusal } from '../../middleware/problem.ts'
import { readAsked } from '../../store/asked.ts'
import type { Asked } from '../../store/matching.ts'
import type { Site } from '../../store/sites.ts'
import type { SurveyRow } from '../../store/surveys.ts'

const mostDays = 3_660
/** Before it nobody asked, and calendars get strange. */
const firstDay = '1990-01-01'

/** The dates asked for, or the last 30 days of the site up to today; a refusal for what is no range. */
export function rangeOf(query: { from?: string; to?: string }, timeZone: string, now: number): Range | Refusal {
  const to = query.to ?? dayOf(now, timeZone)
  const from = query.from ?? addDays(to, -29)
  if (from < firstDay) return { status: 422, errors: [{ pointer: '/from', detail: `not before ${firstDay}` }] }
  if (from > to) return { status: 422, errors: [{ pointer: '/to', detail: 'ends before it begins' }] }
  if (dayCount(from, to) > mostDays) return { status: 422, errors: [{ pointer: '/from', detail: `at most ${mostDays} days` }] }
  return { from, to }
}

/** `segment.DIMENSION=VALUE` of the query, one value a dimension; a refusal for what the site doesn't declare. */
export function segmentFilters(c: Context, dimensions: readonly string[]): { segments: Segments } | Refusal {
  const { values, twice } = oneEach(c, 'segment.')
  const unknown = Object.keys(values).filter((dimension) => !dimensions.includes(dimension))
  const errors = [...unknown.map((dimension) => undeclared(`/segment.${dimension}`)), ...twice]
  return errors.length > 0 ? { status: 422, errors } : { segments: values }
}

/** Both of a query, as every report takes them. */
export function periodOf(
  c: Context,
  site: Site,
  now: number,
  query: { from?: string; to?: string },
): { range: Range; filters: Segments } | Refusal {
  const range = rangeOf(query, site.timeZone, now)
  if ('status' in range) return range
  const found = segmentFilters(c, site.dimensions)
  return 'status' in found ? found : { range, filters: found.segments }
}

/** Which responses a query asks for, and of which surveys: alike for the feed and for exports. */
export async function responseFilters(c: Context<ManageEnv>, query: ExportQuery): Promise<Asked<SurveyRow> | Refusal> {
  const { db, part, site } = c.var
  const { from, to, test, unhappy, atRisk, commented, contact, disagrees, site: _, ...named } = query
  const segments = oneEach(c, 'segment.')
  const answers = oneEach(c, 'answer.')
  const twice = [...segments.twice, ...answers.twice]
  if (twice.length > 0) return { status: 422, errors: twice }
  const conditions = {
    ...named,
    ...(unhappy && { unhappy: true as const }),
    ...(atRisk && { atRisk: true as const }),
    ...(commented && { commented: true as const }),
    ...(contact && { contact: true as const }),
    ...(disagrees && { disagrees: true as const }),
    ...{ segments: segments.values, answers: answers.values },
  }
  const asked = await readAsked(db, site, conditions, { part, range: { from, to }, test: test === '1' })
  if (!('faults' in asked)) return asked
  if (asked.faults.some(({ pointer }) => pointer === '/survey')) return notFound
  const errors = asked.faults.map((fault) => ({ ...fault, pointer: fault.pointer.replace(/^\/(segment|answer)s\//, '/$1.') }))
  return { status: 422, errors }
}

/** What the query says behind a prefix, by the rest of its name; a fault for each that it says twice. */
function oneEach(c: Context, prefix: string): { values: Record<string, string>; twice: Fault[] } {
  const values: Record<string, string> = {}
  const twice: Fault[] = []
  for (const [name, [first = '', second]] of Object.entries(c.req.queries())) {
    if (!name.startsWith(prefix)) continue
    values[name.slice(prefix.length)] = first
    if (second !== undefined) twice.push({ pointer: `/${name}`, detail: 'one value each' })
  }
  return { values, twice }
}
