import type { Note } from '../contract/note.ts'
import type { Question } from '../contract/question.ts'
import type { BreakdownRow, Bucket, Mark, PooledReport, Report, Scored } from '../contract/report.ts'
import type { Source } from '../contract/response.ts'
import { type BucketSize, bucketStarts, comparedRange, comparedStarts, type Day, dayOf, daysOf, type Range } from './calendar.ts'
import { scaleOf } from './category.ts'
import { type AnswerCount, distributions } from './distributions.ts'
import { changeBetween, type Histogram, type Scale, scored, total } from './metrics.ts'
import { outlook } from './outlook.ts'
import type { TagBook } from './tagging/book.ts'
import { type ZoneChange, zoneAt } from './zones.ts'

/** What a report asks for, all of it checked. */
export interface ReportRequest {
  surveys: readonly string[]
  scale: Scale
  timeZone: string
  today: Day
  range: Range
  interval: BucketSize
  compare: 'previous' | 'year' | undefined
  /** A dimension, or the site's tags. */
  breakdown: string | TagBook | undefined
  /** The name of the tag all answers have. */
  tag: string | undefined
}

interface AnswerCell {
  answer: string
  n: number
}
type DayCell = AnswerCell & { survey: string; day: Day }
type ValueCell = AnswerCell & { value: string }

/** What the count tables hold for it, summed by the database. */
export interface Counts {
  score: DayCell[]
  compared: DayCell[]
  breakdown: ValueCell[]
  comparedBreakdown: ValueCell[]
  /** Only what the widget didn't ask for. */
  sources: (AnswerCell & { source: Source })[]
  /** Scores with a signed order of their own. */
  verified: AnswerCell[]
  locales: ValueCell[]
  questions: AnswerCount[]
  /** The questions of every version, the oldest first. */
  questionLists: Question[][]
  displays: { shown: number; started: number; completed: number; dismissed: number; responses: number }
  /** On how many days the displays' sets had to be read for want of a total. */
  untotalled: number
  rewordings: { survey: string; version: number; published_at: number }[]
  /** All of the site's, the first one first. */
  zoneChanges: ZoneChange[]
  attributeChanges: { survey: string; day: string; first_day: string; last_day: string; n: number }[]
  notes: Note[]
}

/** The report of CONTRACT.md on one survey, from counts alone. */
export function composeReport(request: ReportRequest & { survey: string; goal: number | null }, counts: Counts): Report {
  const { scale, range, today } = request
  const body = composeBody(request, counts)
  const first = counts.score.reduce<Day | null>((least, { day }) => (least === null || day < least ? day : least), null)
  return {
    survey: request.survey,
    ...body,
    goal: request.goal,
    ...(body.sources.import !== undefined && { pooled: origins(scale, counts) }),
    questions: distributions(counts.questionLists, counts.questions),
    outlook: today > range.to ? null : outlook(scale, histogramOf(counts.score), first, today),
  }
}

/** The same of several surveys in one score, and of each part apart. */
export function composePooled(request: ReportRequest, counts: Counts, locales: boolean): PooledReport {
  const { scale, surveys } = request
  const bySurvey = Map.groupBy(counts.score, (cell) => cell.survey)
  return {
    surveys: [...surveys],
    ...composeBody(request, counts),
    locales: locales ? sums(counts.locales, ({ value }) => value) : null,
    pooled: {
      ...origins(scale, counts),
      surveys: surveys.map((survey) => ({ survey, ...scored(scale, histogramOf(bySurvey.get(survey) ?? [])) })),
    },
  }
}

function composeBody(request: ReportRequest, counts: Counts): Omit<PooledReport, 'surveys' | 'locales' | 'pooled'> {
  const { scale, range, compare, interval } = request
  const now = total(scale, histogramOf(counts.score))
  return {
    metric: scale.metric,
    scale: scaleOf(scale.metric, scale.points),
    timeZone: request.timeZone,
    ...range,
    total: now,
    ...(request.tag !== undefined && { tag: request.tag }),
    sources: request.tag === undefined ? sources(now.n, counts) : {},
    ...(counts.verified.length > 0 && { verified: scored(scale, histogramOf(counts.verified)) }),
    displays: {
      ...counts.displays,
      responseRate: counts.displays.shown === 0 ? null : counts.displays.responses / counts.displays.shown,
    },
    ...(compare && { previous: previous(request, compare, now, counts.compared) }),
    series: series(scale, counts.score, range, bucketStarts(range.from, range.to, interval)),
    ...(typeof request.breakdown === 'string' && {
      breakdown: breakdown(scale, counts.breakdown, compare && counts.comparedBreakdown),
    }),
    ...(typeof request.breakdown === 'object' && {
      breakdown: tagBreakdown(scale, request.breakdown, counts.breakdown, compare && counts.comparedBreakdown),
      overlapping: true as const,
    }),
    marks: marks(request, counts),
    notes: counts.notes,
  }
}

function previous(
  { scale, range, interval }: ReportRequest,
  compare: 'previous' | 'year',
  now: Scored,
  cells: DayCell[],
): NonNullable<PooledReport['previous']> {
  const compared = comparedRange(range, compare)
  const before = scored(scale, histogramOf(cells))
  return {
    ...compared,
    ...before,
    ...changeBetween(now, before),
    series: series(scale, cells, compared, comparedStarts(range, compare, interval)),
  }
}

/** One score for each start: of the days from it up to the next one. */
function series(scale: Scale, cells: DayCell[], range: Range, starts: readonly Day[]): Bucket[] {
  const bucketOf = new Map<Day, number>()
  let bucket = 0
  for (const day of daysOf(range)) {
    while ((starts[bucket + 1] ?? '~') <= day) bucket++
    bucketOf.set(day, bucket)
  }
  const buckets = Map.groupBy(cells, ({ day }) => bucketOf.get(day))
  return starts.map((start, i) => ({ start, ...scored(scale, histogramOf(buckets.get(i) ?? [])) }))
}

/** Most answers first. With a period to compare with, each row against itself in that period. */
function breakdown(scale: Scale, cells: ValueCell[], compared: ValueCell[] | undefined): BreakdownRow[] {
  const before = Map.groupBy(compared ?? [], ({ value }) => value)
  return [...Map.groupBy(cells, ({ value }) => value)]
    .map(([value, of]) => {
      const now = scored(scale, histogramOf(of))
      return {
        value,
        ...now,
        ...(compared && changeBetween(now, scored(scale, histogramOf(before.get(value) ?? [])))),
      }
    })
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
}

/** By tag in use, under its name; what merged tags still have counts for those that took their place. */
function tagBreakdown(scale: Scale, book: TagBook, cells: ValueCell[], compared: ValueCell[] | undefined): BreakdownRow[] {
  const names = new Map(book.active.map(({ id, name }) => [id, name]))
  const named = (of: ValueCell[]) =>
    of.map((cell) => ({ ...cell, value: names.get(book.merged.get(cell.value) ?? cell.value) ?? '' }))
  const scoredOnly = (of: ValueCell[]) => of.filter(({ answer }) => answer !== '')
  const mentions = sums(named(cells), ({ value }) => value)
  const rows = breakdown(scale, scoredOnly(named(cells)), compared && scoredOnly(named(compared)))
  const unscored = Object.keys(mentions).filter((value) => !rows.some((row) => row.value === value))
  return [...rows, ...unscored.map((value) => ({ value, ...scored(scale, new Map()) }))].map((row) => ({
    ...row,
    mentions: mentions[row.value] ?? 0,
  }))
}

/** The widget's scores are what no other source counts. */
function sources(n: number, counts: Counts): PooledReport['sources'] {
  const others = sums(counts.sources, ({ source }) => source)
  const widget = n - Object.values(others).reduce((sum, one) => sum + one, 0)
  return { ...(widget > 0 && { widget }), ...others }
}

function origins(scale: Scale, counts: Counts): { asked: Scored; imported: Scored } {
  const imported = histogramOf(counts.sources.filter(({ source }) => source === 'import'))
  const asked = new Map([...histogramOf(counts.score)].map(([score, n]) => [score, n - (imported.get(score) ?? 0)]))
  return { asked: scored(scale, asked), imported: scored(scale, imported) }
}

/** By day. A wording's day was one of the zone that held when it was published. */
function marks({ timeZone, range }: ReportRequest, { rewordings, zoneChanges, attributeChanges }: Counts): Mark[] {
  const reworded = rewordings.map(({ survey, version, published_at }): Mark => {
    const day = dayOf(published_at, zoneAt(published_at, zoneChanges, timeZone))
    return { day, kind: 'wording', survey, version }
  })
  const rezoned = zoneChanges.map(({ day, from_zone, to_zone }): Mark => ({ day, kind: 'zone', from: from_zone, to: to_zone }))
  const revalued = attributeChanges
    .filter(({ last_day }) => last_day >= range.from)
    .map(({ survey, day, first_day, last_day, n }): Mark => {
      const first = first_day > range.from ? first_day : range.from
      return { day: first, kind: 'attributes', survey, to: last_day, on: day, responses: n }
    })
  return [...reworded, ...rezoned, ...revalued]
    .filter(({ day }) => day >= range.from && day <= range.to)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function sums<Cell extends { n: number }>(cells: Cell[], keyOf: (cell: Cell) => string): Record<string, number> {
  const of: Record<string, number> = {}
  for (const cell of cells) of[keyOf(cell)] = (of[keyOf(cell)] ?? 0) + cell.n
  return of
}

export function histogramOf(cells: readonly AnswerCell[]): Histogram {
  const histogram = new Map<number, number>()
  for (const { answer, n } of cells) histogram.set(Number(answer), (histogram.get(Number(answer)) ?? 0) + n)
  return histogram
}
