import type { Category, Metric } from '../../worker/contract/category.ts'
import type { Interval, Scored, Total } from '../../worker/contract/report.ts'
import { categoriesOf, categoryOf } from '../../worker/domain/category.ts'
import { clamped, extent } from '../../worker/domain/extent.ts'
import type { Report } from './report.ts'

export const metricNames: Record<Metric, string> = {
  nps: 'Net Promoter Score',
  csat: 'Customer Satisfaction',
  ces: 'Customer Effort Score',
  none: 'Comments only',
}

const decimals: Record<Metric, number> = { nps: 1, csat: 1, ces: 2, none: 0 }

/** Each is made once: making one takes a browser longer than a hundred numbers do. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string | null, digits?: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`
  const made = formats.get(key)
  if (made) return made
  const inCurrency = currency !== null && { style: 'currency' as const, currency }
  const rounded = digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = new Intl.NumberFormat('en', { ...inCurrency, ...rounded })
  formats.set(key, format)
  return format
}

/** A number for display with a true minus sign: rounding happens here and nowhere else. */
export function number(value: number, digits = 0): string {
  const text = formatOf(null, digits).format(value)
  return text.replace('-', '−').replace(/^−(0(\.0+)?)$/, '$1')
}

/** An amount in its currency's unit: "€84,300", "CHF 59.90"; whole from a thousand on. A null currency wasn't said. */
export function money(currency: string | null, value: number): string {
  if (currency === null) return number(value, Number.isInteger(value) || value >= 1_000 ? 0 : 2)
  const digits = Math.abs(value) < 1_000 ? undefined : 0
  return formatOf(currency, digits).format(value).replaceAll('\u00a0', ' ')
}

const conjunction = new Intl.ListFormat('en-GB')
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** "Cart, Delivery and Returns" */
export const listed = (names: readonly string[]) => conjunction.format(names)

/** "phone, tablet or desktop" */
export const alternatives = (names: readonly string[]) => disjunction.format(names)

/** "1 response", "1,200 responses" */
export const counted = (n: number, what: string) => `${number(n)} ${what}${n === 1 ? '' : 's'}`

/** A share between 0 and 1: "14.6 %". */
export const percent = (share: number) => `${number(100 * share, 1)} %`

/** A score in its metric's unit: "31.8", "76.9 %", "5.42". */
export function score(metric: Metric, value: number): string {
  return number(value, decimals[metric]) + (metric === 'csat' ? ' %' : '')
}

/** How far a score has moved, its direction in words left to the sentence. */
export function points(metric: Metric, value: number): string {
  return (
    number(Math.abs(value), decimals[metric]) + (metric === 'csat' ? ' percentage points' : metric === 'nps' ? ' points' : '')
  )
}

export interface Part {
  category: Category
  name: string
  n: number
  tone: 'good' | 'middle' | 'bad'
}

export const partNames: Record<Category, string> = {
  promoter: 'promoters',
  passive: 'passives',
  detractor: 'detractors',
  satisfied: 'satisfied',
  neutral: 'neutral',
  dissatisfied: 'dissatisfied',
  easy: 'easy',
  difficult: 'difficult',
}

export const tones = ['good', 'middle', 'bad'] as const

/** How many scales' points a metric has, told from its scale. */
export const pointsOf = (scale: Report['scale']) => (scale ? scale[1] - scale[0] + 1 : 0)

/** The answers by category, best first. */
export function partsOf(metric: Metric, scale: Report['scale'], total: Total): Part[] {
  const size = pointsOf(scale)
  return categoriesOf(metric).map((category, i) => ({
    category,
    name: partNames[category],
    tone: tones[i] ?? 'middle',
    n: Object.entries(total.counts).reduce(
      (sum, [value, n]) => sum + (categoryOf(metric, size, Number(value)) === category ? n : 0),
      0,
    ),
  }))
}

/** The tone of one score, for its bar or mark. */
export function toneOf(metric: Metric, scale: Report['scale'], value: number): Part['tone'] {
  const category = categoryOf(metric, pointsOf(scale), value)
  return tones[category ? categoriesOf(metric).indexOf(category) : 1] ?? 'middle'
}

/** Below this a score says little: its point is hollow, its row faint. */
export const fewAnswers = 30

/** A change with its sign: "+4.7", "−0.12"; a change of a CSAT is in percentage points. */
export function signed(metric: Metric, value: number): string {
  const text = number(value, decimals[metric])
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** An interval cut at the ends of its scale: "24.0 to 39.1". */
export function rangeText(metric: Metric, scale: Report['scale'], interval: Interval): string {
  const [low, high] = clamped(interval, extent(metric, scale))
  return `${score(metric, low)} to ${score(metric, high)}`
}

/** The part of the scale that holds the intervals of the rows with answers enough, with some air; all of it where none has. */
export function rangeOfRows(metric: Metric, scale: Report['scale'], rows: readonly Scored[]): Interval {
  const ends = extent(metric, scale)
  const told = rows.flatMap(({ n, interval }) => (n >= 10 && interval ? clamped(interval, ends) : []))
  if (told.length === 0) return ends
  const air = (ends[1] - ends[0]) / 20
  return clamped([Math.min(...told) - air, Math.max(...told) + air], ends)
}
