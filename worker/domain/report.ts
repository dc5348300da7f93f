import type { Report } from '../contract/report.ts'
import { type BucketSize, bucketStart, bucketStarts, comparedRange, type Day, type Range } from './calendar.ts'
import { scaleOf } from './category.ts'
import { changeBetween, type Histogram, type Scale, scored, total } from './metrics.ts'
import { outlook } from './outlook.ts'

/** What a report asks for, all of it checked. */
export interface ReportRequest {
  survey: string
  scale: Scale
  timeZone: string
  today: Day
  range: Range
  interval: BucketSize
  compare: 'previous' | 'year' | undefined
}

/** What the count tables hold for it, summed by the database. */
export interface Counts {
  score: { day: Day; answer: string; n: number }[]
  compared: { answer: string; n: number }[]
  breakdown: { value: string; answer: string; n: number }[] | undefined
  questions: { question: string; answer: string; n: number }[]
  displays: { shown: number; started: number; completed: number; dismissed: number; responses: number }
  /** The survey's first day with an answer in the range. */
  firstDay: Day | null
}

/** The report of CONTRACT.md, from counts alone. */
export function composeReport(request: ReportRequest, counts: Counts): Report {
  const { scale, range, compare } = request
  const all = histogramOf(counts.score)
  const now = total(scale, all)
  const before = compare && scored(scale, histogramOf(counts.compared))
  return {
    survey: request.survey,
    metric: scale.metric,
    scale: scaleOf(scale.metric, scale.points),
    timeZone: request.timeZone,
    ...range,
    total: now,
    displays: {
      ...counts.displays,
      responseRate: counts.displays.shown === 0 ? null : counts.displays.responses / counts.displays.shown,
    },
    ...(compare && before && { previous: { ...comparedRange(range, compare), ...before, ...changeBetween(now, before) } }),
    series: series(request, counts.score),
    ...(counts.breakdown && { breakdown: breakdown(scale, counts.breakdown) }),
    questions: questions(counts.questions),
    outlook: request.today > range.to ? null : outlook(scale, all, counts.firstDay, request.today),
  }
}

function series({ scale, range, interval }: ReportRequest, rows: Counts['score']): Report['series'] {
  const buckets = Map.groupBy(rows, (row) => bucketStart(row.day, interval))
  return bucketStarts(range.from, range.to, interval).map((start) => ({
    start,
    ...scored(scale, histogramOf(buckets.get(start) ?? [])),
  }))
}

/** Most answers first. */
function breakdown(scale: Scale, rows: NonNullable<Counts['breakdown']>): Report['breakdown'] {
  return [...Map.groupBy(rows, (row) => row.value)]
    .map(([value, of]) => ({ value, ...scored(scale, histogramOf(of)) }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1))
}

/** Of a multiple choice, the cell '' says how many answered; of a single one, the answers add up to it. */
function questions(rows: Counts['questions']): Report['questions'] {
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.question)].map(([question, of]) => {
      const answered = of.find((row) => row.answer === '')?.n ?? of.reduce((sum, row) => sum + row.n, 0)
      return [
        question,
        { answered, counts: Object.fromEntries(of.filter((row) => row.answer !== '').map((row) => [row.answer, row.n])) },
      ]
    }),
  )
}

function histogramOf(rows: { answer: string; n: number }[]): Histogram {
  const histogram = new Map<number, number>()
  for (const { answer, n } of rows) histogram.set(Number(answer), (histogram.get(Number(answer)) ?? 0) + n)
  return histogram
}
