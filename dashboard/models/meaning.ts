import type { Metric } from '../../worker/contract/category.ts'
import type { Scored } from '../../worker/contract/report.ts'
import { scoresOf } from '../../worker/domain/category.ts'
import { span } from './days.ts'
import type { Report } from './report.ts'
import { segmentsInWords } from './segments.ts'
import { listed, number, pointsOf, rangeText, score as scoreText, signed } from './wording.ts'
import { zoneName } from './zones.ts'

/** The number behind a number: how it is computed, and from what. */
export interface Meaning {
  formula: string
  /** The formula with its own numbers put in. */
  numbers: string
  /** How sure it is, or what it leaves out. */
  note?: string
}

/** Which answers the numbers of a screen are about. */
export interface Scope {
  metric: Metric
  scale: Report['scale']
  from: string
  to: string
  timeZone: string
  segments: Record<string, string>
  /** The surveys whose answers are in one number, where they are several. */
  together?: readonly string[]
}

export function scopeOf({ metric, scale, from, to, timeZone }: Omit<Scope, 'segments'>, segments: Scope['segments'] = {}): Scope {
  return { metric, scale, from, to, timeZone, segments }
}

/** The days, the zone they are days of, and the filters; `days` where a number is of others than the screen's. */
export function place({ from, to, timeZone, segments, together }: Scope, days = { from, to }): string {
  const narrowed = segmentsInWords(segments)
  const dates = days.from === days.to ? span(days.from, days.to).split(' to ')[0] : span(days.from, days.to)
  return `${dates}, days of ${zoneName(timeZone)}; ${narrowed ? `only ${narrowed}` : 'all segments'}${together ? `; ${listed(together)}${together.length > 1 ? ' together' : ''}` : ''}.`
}

const goodNames = { csat: 'satisfied', ces: 'agreeing' }

/** Where a score of the metric comes from. */
function formulaOf({ metric, scale }: Scope): string {
  if (metric === 'nps') return 'NPS = 100 × (promoters − detractors) ÷ scores. Promoters gave 9 or 10, detractors 0 to 6.'
  if (metric === 'ces') return `CES = the sum of the scores ÷ their number, on 1 to ${scale?.[1]}; higher is easier.`
  const good = scoresOf('csat', pointsOf(scale), 'satisfied')
  const range = good.length > 1 ? `${good[0]} to ${good.at(-1)}` : `${good[0]}`
  return `CSAT = 100 × ${goodNames.csat} ÷ scores. Satisfied gave ${range}.`
}

const intervals: Record<Metric, string> = {
  nps: 'The 95 % interval is an adjusted Wald interval.',
  csat: 'The 95 % interval is a Wilson interval.',
  ces: 'The 95 % interval is a t interval for the mean.',
  none: '',
}

const cautions = 'So few and such skewed answers can hold less than the interval promises.'

/** A score: what stands above the line follows from the score and its n. */
export function scoreMeaning(scope: Scope, { score, n, caution }: Scored): Meaning {
  const { metric } = scope
  const note = [intervals[metric], caution && cautions, 'Skips never count.'].filter(Boolean).join(' ')
  if (score === null) return { formula: formulaOf(scope), numbers: 'Nobody gave a score: there is none, which is not 0.', note }
  const above = Math.round(metric === 'ces' ? score * n : (score * n) / 100)
  const numbers =
    metric === 'ces'
      ? `${number(above)} ÷ ${number(n)}`
      : `100 × ${above < 0 ? `(${number(above)})` : number(above)} ÷ ${number(n)}`
  return { formula: formulaOf(scope), numbers: `${numbers} = ${scoreText(metric, score)}`, note }
}

/** The total's score, with the parts of its difference apart where it has two. */
export function totalMeaning(scope: Scope, total: Report['total']): Meaning {
  const meaning = scoreMeaning(scope, total)
  const { promoters, detractors, score, n } = total
  if (promoters === undefined || detractors === undefined || score === null) return meaning
  const numbers = `100 × (${number(promoters)} − ${number(detractors)}) ÷ ${number(n)} = ${scoreText('nps', score)}`
  return { ...meaning, numbers }
}

/** How sure each metric's score is; that of the CES is any mean's. */
export const intervalFormulas: Record<Metric, string> = {
  nps: '95 % interval = 100 × (p − d ± 1.96 √((p + d − (p − d)²) ÷ (n + 3))), 0.75 promoters, 1.5 passives and 0.75 detractors added to p, d and n.',
  csat: '95 % interval = 100 × (p + 1.92 ÷ n ± 1.96 √(p (1 − p) ÷ n + 0.96 ÷ n²)) ÷ (1 + 3.84 ÷ n), p being the share of the satisfied.',
  ces: '95 % interval = mean ± t × s ÷ √n, s being the scores’ standard deviation and t Student’s quantile for n − 1.',
  none: '',
}

/** How sure a score is. */
export function intervalMeaning({ metric, scale }: Scope, { n, score, interval, caution }: Scored): Meaning {
  const numbers =
    score === null || interval === null
      ? `n = ${number(n)}: ${n === 0 ? 'nobody gave a score' : 'too few for an interval'}.`
      : `n = ${number(n)}: ${scoreText(metric, score)}, from ${rangeText(metric, scale, interval)}`
  const note = [caution && cautions, 'Drawn no farther than the scale goes.'].filter(Boolean).join(' ')
  return { formula: intervalFormulas[metric], numbers, note }
}

/** The mean of the scores beside a share of them, in the scale's own points. */
export function meanMeaning({ scale }: Scope, { mean, n }: { mean: number; n: number }): Meaning {
  return {
    formula: `Mean = the sum of the scores ÷ their number, on ${scale?.[0]} to ${scale?.[1]}.`,
    numbers: `${number(mean * n)} ÷ ${number(n)} = ${number(mean, 2)}`,
  }
}

/** How many scores there are. */
export function countMeaning(n: number): Meaning {
  return { formula: 'n = responses with a score.', numbers: `${number(n)}. Skips never count, and nothing is weighted.` }
}

/** A share of a whole, both with their names. */
export function shareMeaning(name: string, part: [string, number], whole: [string, number]): Meaning {
  const share = whole[1] === 0 ? 'nothing to divide by' : `${number((100 * part[1]) / whole[1], 1)} %`
  return {
    formula: `${name} = ${part[0]} ÷ ${whole[0]}.`,
    numbers: `${number(part[1])} ÷ ${number(whole[1])} = ${share}`,
  }
}

/** How many find it easy, beside the mean of their scores. */
export function agreeMeaning(agree: number, n: number): Meaning {
  return shareMeaning('Share who agree', ['scores of the upper half', Math.round((agree * n) / 100)], ['all scores', n])
}

/** A score less another one. */
export function changeMeaning(
  scope: Scope,
  names: { change: string; now: string; before: string },
  { score, change }: { score: number | null; change: number | null },
): Meaning {
  const digits = scope.metric === 'ces' ? 2 : 1
  const numbers =
    score === null || change === null
      ? 'One side has no score: nothing to compare.'
      : `${number(score, digits)} − ${negative(score - change, digits)} = ${number(change, digits)}`
  return {
    formula: `${names.change} = ${names.now} − ${names.before}.`,
    numbers,
    note: 'Its 95 % interval joins those of both scores (Newcombe). Where it holds 0 the difference may be chance.',
  }
}

/** How sure a difference of two scores is. */
export function changeIntervalMeaning({ metric }: Scope, change: number, range: string): Meaning {
  return {
    formula:
      '95 % interval = change − √((now − its lower end)² + (upper end then − then)²) to change + √((its upper end − now)² + (then − lower end then)²).',
    numbers: `${signed(metric, change)}, from ${range}`,
    note: 'Of the intervals of both scores (Newcombe). Where it holds 0 the difference may be chance.',
  }
}

/** When a score will be known how well. */
export function outlookMeaning({ metric }: Scope, { perDay, halfWidth }: { perDay: number; halfWidth: number }): Meaning {
  return {
    formula: 'Answers needed = (1.96 × s ÷ half the interval)², s being the spread of one answer so far.',
    numbers: `Half the interval = ${number(halfWidth, metric === 'ces' ? 2 : 0)}, at ${number(perDay, 1)} answers a day.`,
    note: 'The present rate is that since the first of these answers.',
  }
}

const negative = (value: number, digits: number) => (value < 0 ? `(${number(value, digits)})` : number(value, digits))
