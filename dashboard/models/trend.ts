import { extent as extentOf } from 'd3-array'
import type { Bucket } from '../../worker/contract/report.ts'
import { clamped, extent } from '../../worker/domain/extent.ts'
import { addDays, longDay, shortDay } from './days.ts'
import type { BucketSize } from './filters.ts'
import type { Report, TrendNote } from './report.ts'
import { fewAnswers, number, rangeText, score as scoreText } from './wording.ts'
import { zoneName } from './zones.ts'

type Step = Bucket & { from: string; to: string }

/** One step of the trend: its place, the days it covers within the report, and the step compared with. */
export type Point = Bucket & { at: number; from: string; to: string; before: Step | undefined }

/** A day with a sentence, and where it stands: in steps from the left edge of the first one. */
export interface Flag {
  kind: 'wording' | 'zone' | 'attributes' | 'note'
  day: string
  text: string
  at: number
  /** Where a manager wrote it; what the service itself marks has none. */
  note?: TrendNote
}

export function pointsOfTrend({ series, previous, from, to }: Report): Point[] {
  const before = previous ? stepsOf(previous.series, previous) : []
  return stepsOf(series, { from, to }).map((step, at) => ({ ...step, at, before: before[at] }))
}

/** The days each bucket covers: up to the next one's, and none beyond the range. */
function stepsOf(series: readonly Bucket[], { from, to }: { from: string; to: string }): Step[] {
  return series.map((bucket, at) => {
    const next = series[at + 1]
    return { ...bucket, from: bucket.start < from ? from : bucket.start, to: next ? addDays(next.start, -1) : to }
  })
}

const zoneWords = ({ from, to }: { from: string; to: string }) =>
  `Days of ${zoneName(to)} from here on, before of ${zoneName(from)}`

const wordingWords = ({ version, of }: { version: number; of?: string }) =>
  `${of === undefined ? 'Other' : `${of}: other`} words asked from here on (version ${version})`

const attributeWords = ({ to, on, responses, of }: { to: string; on: string; responses: number; of?: string }) =>
  `${of === undefined ? '' : `${of}: `}segments from here to ${longDay(to)} changed on ${longDay(on)}, as attributes of ${number(responses)} ${responses === 1 ? 'answer’s customer' : 'answers’ customers'} came later`

const markWords = (mark: Report['marks'][number]) =>
  mark.kind === 'zone' ? zoneWords(mark) : mark.kind === 'attributes' ? attributeWords(mark) : wordingWords(mark)

/** Changed wordings, changed time zones and notes by day. What lies outside the report's days isn't among them. */
export function flagsOf({ marks, notes, series, from, to }: Report): Flag[] {
  const marked = marks.map((mark) => ({
    kind: mark.kind,
    day: mark.day,
    text: markWords(mark),
  }))
  return [...marked, ...notes.map((note) => ({ kind: 'note' as const, day: note.day, text: note.text, note }))]
    .filter(({ day }) => day >= from && day <= to)
    .sort((a, b) => a.day.localeCompare(b.day))
    .map((flag) => ({ ...flag, at: placeOf(series, flag.day, to) }))
}

/** The flags that stand within a step. */
export const flagsAt = (flags: readonly Flag[], step: number) => flags.filter(({ at }) => Math.floor(at) === step)

const kinds = { wording: 'changed words', zone: 'changed time zone', attributes: 'customers known later', note: 'notes' }

/** What the flags are, in a few words: "changed words, notes". */
export const flagKinds = (flags: readonly Flag[]) => [...new Set(flags.map(({ kind }) => kinds[kind]))].join(', ')

/** How far each flag's number is drawn to the right of its line, in px, so that numbers stand beside each other. */
export function numberShifts(lines: readonly number[], size: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return lines.map((line) => {
    const at = Math.max(line, free)
    free = at + size
    return at - line
  })
}

function placeOf(series: readonly Bucket[], day: string, last: string): number {
  const at = series.findLastIndex(({ start }) => start <= day)
  const start = series[at]?.start ?? day
  const end = series[at + 1]?.start ?? addDays(last, 1)
  return Math.max(0, at) + (Date.parse(day) - Date.parse(start)) / Math.max(1, Date.parse(end) - Date.parse(start))
}

/** What is drawn of the scale: scores and intervals with some air, within what the score can be. */
export function valueRange(report: Report, points: readonly Point[]): [number, number] {
  const ends = extent(report.metric, report.scale)
  const values = points.flatMap(({ interval, score, n, before }) => [
    ...(interval && n >= 5 ? clamped(interval, ends) : []),
    score,
    before && before.n >= 5 ? before.score : null,
  ])
  const [low, high] = extentOf([...values, report.goal].filter((value) => value !== null))
  if (low === undefined || high === undefined) return ends
  const air = (ends[1] - ends[0]) / 20
  return clamped([low - air, high + air], ends)
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' })

/** "12 Oct", or "Oct 26" for a month. */
export const stepName = (start: string, interval: BucketSize) =>
  interval === 'month' ? month.format(Date.parse(start)) : shortDay(start)

/** "Week of 12 Oct" */
export function stepTitle({ start }: Bucket, interval: BucketSize): string {
  return interval === 'week' ? `Week of ${shortDay(start)}` : interval === 'month' ? stepName(start, interval) : longDay(start)
}

/** A step's score, interval and n in words; where nobody answered, that. */
export function stepWords({ metric, scale }: Report, { score, interval, n }: Bucket): string {
  if (score === null) return 'no answers'
  const range = interval ? ` (${rangeText(metric, scale, interval)})` : ''
  return `${scoreText(metric, score)}${range} · n ${number(n)}${n < fewAnswers ? ', few answers' : ''}`
}
