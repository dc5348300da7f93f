import type { Order } from '../worker/contract/order.ts'
import { dayCount } from '../worker/domain/calendar.ts'
import { type Sentiment, writeComment } from './sample/comments.ts'
import { type SampleReorder, sampleCustomer, sampleReorder, turned } from './sample/customers.ts'
import { sampleOrder } from './sample/orders.ts'
import { between, pickWeighted, type Random, seeded } from './sample/random.ts'

/** The demo's surveys: NPS after the order, CSAT on a product, CES in the cart. */
export type SampleSurvey = 'nps' | 'csat' | 'ces'

interface Shopper {
  device: string
  country: string
  language: string
}

export interface SampleResponse extends Shopper {
  survey: SampleSurvey
  score: number
  /** '' where only the score was tapped. */
  comment: string
  /** Of the local day, 0 to 1439. */
  minute: number
  complete: boolean
  /** Of those who are asked after ordering. */
  order?: Order
  /** Of those among them with an account: its id. */
  customer?: string
  /** What they ordered later, where they did. */
  reorder?: SampleReorder
  /** Of those who read a code on a shelf: where it hangs. */
  location?: string
}

export interface SampleDisplays extends Shopper {
  survey: SampleSurvey
  shown: number
  started: number
  dismissed: number
}

const surveys: readonly SampleSurvey[] = ['nps', 'csat', 'ces']

const daily: Record<SampleSurvey, readonly [low: number, high: number]> = { nps: [5, 11], csat: [10, 18], ces: [2, 5] }

/** From Monday on: shoppers order in the evenings of working days' ends and on Sundays. */
const weekday = [1, 0.95, 0.95, 1, 0.9, 0.85, 1.15]

const devices = { mobile: 58, desktop: 34, tablet: 8 }
const countries = { DE: 46, AT: 14, CH: 10, NL: 17, GB: 13 }
const languages: Record<keyof typeof countries, Record<string, number>> = {
  DE: { de: 52, en: 48 },
  AT: { de: 55, en: 45 },
  CH: { de: 40, en: 60 },
  NL: { nl: 45, en: 55 },
  GB: { en: 100 },
}

/** Weights of the scores of each survey, lowest score first, for a content and for an angry day. */
const moods: Record<SampleSurvey, { lowest: number; calm: readonly number[]; upset: readonly number[] }> = {
  nps: { lowest: 0, calm: [1, 1, 1, 2, 2, 4, 5, 9, 16, 26, 33], upset: [7, 5, 6, 7, 6, 8, 9, 12, 14, 13, 13] },
  csat: { lowest: 1, calm: [4, 6, 12, 34, 44], upset: [6, 8, 15, 34, 37] },
  ces: { lowest: 1, calm: [3, 4, 6, 10, 20, 31, 26], upset: [4, 5, 7, 12, 21, 29, 22] },
}

/**
 * The answers of one local day. The same day, seed and first start give the same answers, so a later
 * start adds only the days that are missing. The story: forty days before the first start a new
 * carrier took over, parcels came late for two weeks, then things were well again.
 */
export function sampleDay(day: string, seed: number, firstStart: string): SampleResponse[] {
  return surveys.flatMap((survey) => {
    const random = seeded(seed, `${survey} ${day}`)
    const [low, high] = daily[survey]
    const rhythm = weekday[(dayCount('2024-01-01', day) + 6) % 7] ?? 1
    const count = Math.max(1, Math.round(between(random, low, high) * rhythm))
    const trouble = troubleOn(day, firstStart)
    const answers = Array.from({ length: count }, () => sampleResponse(random, survey, trouble))
    return survey === 'nps'
      ? withTurned(withCustomers(withOrders(answers, day, seed), day, seed), day, seed, firstStart)
      : answers
  })
}

function withOrders(answers: readonly SampleResponse[], day: string, seed: number): SampleResponse[] {
  const random = seeded(seed, `orders ${day}`)
  return answers.map((answer, i) => ({ ...answer, order: sampleOrder(random, { id: `FL-${day}-${i + 1}`, ...answer }) }))
}

/** Drawn apart, so that answers are the same whoever gives them. */
function withCustomers(answers: readonly SampleResponse[], day: string, seed: number): SampleResponse[] {
  const random = seeded(seed, `customers ${day}`)
  return answers.map((answer) => {
    const customer = sampleCustomer(random)
    const reorder = sampleReorder(random, { ...answer, customer })
    return { ...answer, ...(customer && { customer }), ...(reorder && { reorder }) }
  })
}

/** On the days of those who turned, the first answer is theirs. */
function withTurned(answers: readonly SampleResponse[], day: string, seed: number, firstStart: string): SampleResponse[] {
  const ago = dayCount(day, firstStart) - 1
  const whose = turned.find(({ well, badly }) => ago === well || ago === badly)
  const [first, ...others] = answers
  if (!whose || !first) return [...answers]
  const sentiment = ago === whose.well ? 'high' : 'low'
  const random = seeded(seed, `turned ${whose.id} ${sentiment}`)
  const score = sentiment === 'high' ? between(random, 9, 10) : between(random, 2, 4)
  const comment = writeComment(random, { survey: 'nps', sentiment, language: first.language, trouble: 0 })
  const { reorder: _, ...answer } = first
  return [{ ...answer, score, comment, complete: true, customer: whose.id }, ...others]
}

/** Where the shop has shelves, the busier first. */
const branches = { 'Berlin Mitte': 60, 'Hamburg Altona': 40 }

/** What is answered by the codes on shelves: a few a day, on the shopper's own phone, and no display is behind it. */
export function sampleShelves(day: string, seed: number): SampleResponse[] {
  const random = seeded(seed, `shelves ${day}`)
  return Array.from({ length: between(random, 1, 3) }, () => {
    const location = pickWeighted(random, branches)
    // Hamburg's shop is the one to look into.
    const answer = sampleResponse(random, 'csat', location === 'Berlin Mitte' ? 0 : 0.6)
    return { ...answer, device: 'mobile', country: 'DE', location }
  })
}

/** The displays behind the answers of a day; in every segment at least as many as answers. */
export function sampleDisplays(day: string, seed: number, firstStart: string): SampleDisplays[] {
  const random = seeded(seed, `displays ${day}`)
  const cells = new Map<string, SampleDisplays>()
  const cellOf = (survey: SampleSurvey, { device, country, language }: Shopper): SampleDisplays => {
    const key = `${survey} ${device} ${country} ${language}`
    const cell = cells.get(key) ?? { survey, device, country, language, shown: 0, started: 0, dismissed: 0 }
    cells.set(key, cell)
    return cell
  }
  for (const response of sampleDay(day, seed, firstStart)) {
    const cell = cellOf(response.survey, response)
    cell.shown++
    cell.started++
    // Those who were asked as well and went on shopping, often with another device or from elsewhere.
    const silent = between(random, 4, response.survey === 'ces' ? 16 : 11)
    for (let i = 0; i < silent; i++) {
      const other = cellOf(response.survey, sampleShopper(random))
      other.shown++
      if (random() < 0.38) other.dismissed++
    }
  }
  return [...cells.values()]
}

function sampleResponse(random: Random, survey: SampleSurvey, trouble: number): SampleResponse {
  const shopper = sampleShopper(random)
  const score = sampleScore(random, survey, Math.min(1, trouble + grumble(survey, shopper)))
  const sentiment = sentimentOf(survey, score)
  // Strong feelings write more often than mild ones.
  const writes = random() < (sentiment === 'low' ? 0.62 : sentiment === 'middle' ? 0.4 : 0.43)
  const comment = writes ? writeComment(random, { survey, sentiment, language: shopper.language, trouble }) : ''
  return { survey, score, comment, minute: sampleMinute(random), ...shopper, complete: writes || random() < 0.55 }
}

function sampleShopper(random: Random): Shopper {
  const country = pickWeighted(random, countries)
  return { device: pickWeighted(random, devices), country, language: pickWeighted(random, languages[country]) }
}

/** A constant difference between segments, for the breakdowns to find: the cart is hard on a phone, Britain pays customs. */
function grumble(survey: SampleSurvey, { device, country }: Shopper): number {
  return (device === 'mobile' ? (survey === 'ces' ? 0.5 : 0.08) : 0) + (country === 'GB' && survey === 'nps' ? 0.15 : 0)
}

function sampleScore(random: Random, survey: SampleSurvey, trouble: number): number {
  const { lowest, calm, upset } = moods[survey]
  const weights = calm.map((weight, i) => (weight / sum(calm)) * (1 - trouble) + ((upset[i] ?? 0) / sum(upset)) * trouble)
  return Number(pickWeighted(random, Object.fromEntries(weights.map((weight, i) => [String(lowest + i), weight]))))
}

function sentimentOf(survey: SampleSurvey, score: number): Sentiment {
  if (survey === 'nps') return score >= 9 ? 'high' : score >= 7 ? 'middle' : 'low'
  if (survey === 'csat') return score >= 4 ? 'high' : score === 3 ? 'middle' : 'low'
  return score >= 6 ? 'high' : score >= 4 ? 'middle' : 'low'
}

/** Mostly lunch and evening, hardly ever at night. */
function sampleMinute(random: Random): number {
  const centre = random() < 0.35 ? 12.5 * 60 : 20 * 60
  const spread = (random() + random() + random() - 1.5) * 300
  return Math.min(1439, Math.max(0, Math.round(centre + spread)))
}

/** 0 to 1: how badly parcels go on a day. Three days to worsen, a week of it, six days to mend. */
function troubleOn(day: string, firstStart: string): number {
  const since = 40 - (day <= firstStart ? dayCount(day, firstStart) - 1 : 0)
  if (day > firstStart || since < 0) return 0
  if (since < 3) return (since + 1) / 4
  if (since < 10) return 1
  return Math.max(0, 1 - (since - 9) / 7)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
