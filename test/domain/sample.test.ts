import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turned } from '../../scripts/sample/customers.ts'
import { type SampleSurvey, sampleDay, sampleDisplays, sampleShelves } from '../../scripts/sample.ts'
import { Order } from '../../worker/contract/order.ts'
import { addDays } from '../../worker/domain/calendar.ts'
import { catalogue } from '../../worker/routes/demo/catalogue.ts'

const scales: Record<SampleSurvey, [number, number]> = { nps: [0, 10], csat: [1, 5], ces: [1, 7] }
const firstStart = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2025-01-01', days))
const seed = fc.integer({ min: 0, max: 2 ** 31 })

function lastDays(count: number, from: string): string[] {
  return Array.from({ length: count }, (_, i) => addDays(from, -i))
}

function npsOf(scores: number[]): number {
  const promoters = scores.filter((score) => score >= 9).length
  const detractors = scores.filter((score) => score <= 6).length
  return (100 * (promoters - detractors)) / scores.length
}

describe('the sample answers', () => {
  it('are the same for the same day, and other for another day or seed', () => {
    fc.assert(
      fc.property(firstStart, seed, (day, n) => {
        expect(sampleDay(day, n, day)).toEqual(sampleDay(day, n, day))
        expect(sampleDisplays(day, n, day)).toEqual(sampleDisplays(day, n, day))
        expect(sampleDay(day, n, day)).not.toEqual(sampleDay(day, n + 1, day))
        expect(sampleDay(day, n, day)).not.toEqual(sampleDay(addDays(day, 1), n, day))
      }),
      { numRuns: 50 },
    )
  })

  it('keep to the scale of their survey and to the day, and a comment comes with a finished answer', () => {
    fc.assert(
      fc.property(firstStart, seed, (day, n) => {
        for (const { survey, score, minute, comment, complete } of sampleDay(day, n, day)) {
          expect(score).toBeGreaterThanOrEqual(scales[survey][0])
          expect(score).toBeLessThanOrEqual(scales[survey][1])
          expect(Number.isInteger(score)).toBe(true)
          expect(minute).toBeGreaterThanOrEqual(0)
          expect(minute).toBeLessThanOrEqual(1439)
          if (comment) expect(complete).toBe(true)
          expect(comment).not.toMatch(/[{}|]|undefined| {2}/)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('make a believable NPS over 90 days, lower while the new carrier fails', () => {
    fc.assert(
      fc.property(firstStart, seed, (start, n) => {
        const scoresOn = (days: string[]) =>
          days.flatMap((day) => sampleDay(day, n, start).filter(({ survey }) => survey === 'nps')).map(({ score }) => score)
        const all = npsOf(scoresOn(lastDays(90, start)))
        expect(all).toBeGreaterThan(15)
        expect(all).toBeLessThan(50)
        expect(npsOf(scoresOn(lastDays(7, addDays(start, -30))))).toBeLessThan(npsOf(scoresOn(lastDays(24, start))))
      }),
      { numRuns: 25 },
    )
  })

  it('never exceed their displays in any segment', () => {
    fc.assert(
      fc.property(firstStart, seed, (day, n) => {
        const answers = new Map<string, number>()
        for (const { survey, device, country, language } of sampleDay(day, n, day)) {
          const key = `${survey} ${device} ${country} ${language}`
          answers.set(key, (answers.get(key) ?? 0) + 1)
        }
        const displays = sampleDisplays(day, n, day)
        for (const { shown, started, dismissed } of displays) expect(shown).toBeGreaterThanOrEqual(started + dismissed)
        const started = new Map(
          displays.map((cell) => [`${cell.survey} ${cell.device} ${cell.country} ${cell.language}`, cell.started]),
        )
        for (const [key, count] of answers) expect(started.get(key)).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 50 },
    )
  })

  it('name after an order what was ordered, each order once, in two currencies; and nothing before one', () => {
    const answers = lastDays(30, '2026-11-20').flatMap((day) => sampleDay(day, 1, '2026-11-20'))
    expect(answers.filter(({ order }) => order).every(({ survey }) => survey === 'nps')).toBe(true)
    const orders = answers.filter(({ survey }) => survey === 'nps').map(({ order }) => order)
    expect(new Set(orders.map((order) => order?.id)).size).toBe(orders.length)
    expect(new Set(orders.map((order) => order?.currency))).toEqual(new Set(['EUR', 'CHF']))
    const skus = new Set(catalogue.map(({ sku }) => sku))
    for (const order of orders) {
      expect(Order.safeParse(order).success).toBe(true)
      expect(order?.value).toBeGreaterThan(0)
      expect(order?.skus?.every((sku) => skus.has(sku))).toBe(true)
    }
  })

  it('are of customers with an account for a third of the orders, and some of those turned, whenever the demo begins', () => {
    fc.assert(
      fc.property(firstStart, seed, (start, n) => {
        const answers = lastDays(90, start).flatMap((day) => sampleDay(day, n, start))
        const known = answers.filter(({ customer }) => customer)
        expect(known.every(({ survey }) => survey === 'nps')).toBe(true)
        const share = known.length / answers.filter(({ survey }) => survey === 'nps').length
        expect(share).toBeGreaterThan(0.25)
        expect(share).toBeLessThan(0.45)
        for (const { id } of turned) {
          // The last day comes first.
          const scores = known.filter(({ customer }) => customer === id).map(({ score }) => score)
          expect(scores.map((score) => score >= 9)).toEqual([false, true])
          expect(scores[0]).toBeLessThanOrEqual(6)
        }
      }),
      { numRuns: 5 },
    )
  })

  it('say many different things', () => {
    const comments = lastDays(90, '2026-11-20')
      .flatMap((day) => sampleDay(day, 1, '2026-11-20'))
      .flatMap(({ comment }) => comment || [])
    expect(comments.length).toBeGreaterThan(600)
    expect(new Set(comments).size / comments.length).toBeGreaterThan(0.6)
  })
})

describe('answers by the codes on shelves', () => {
  it('are a few a day, the same for the same day, each with where its code hangs, and better in one shop than in the other', () => {
    const all = lastDays(90, '2026-11-20').map((day) => [sampleShelves(day, 1), sampleShelves(day, 1)] as const)
    for (const [once, again] of all) {
      expect(once).toEqual(again)
      expect(once.length).toBeGreaterThanOrEqual(1)
      expect(once.length).toBeLessThanOrEqual(3)
    }
    const meanOf = (place: string) => {
      const scores = all.flatMap(([once]) => once.filter(({ location }) => location === place).map(({ score }) => score))
      return scores.reduce((sum, score) => sum + score, 0) / scores.length
    }
    expect(meanOf('Hamburg Altona')).toBeLessThan(meanOf('Berlin Mitte'))
    expect(new Set(all.flatMap(([once]) => once.map(({ survey, device }) => `${survey} ${device}`)))).toEqual(
      new Set(['csat mobile']),
    )
  })
})
