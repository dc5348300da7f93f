import { describe, expect, it, vi } from 'vitest'
import { insertShop } from '../support/other-shop.ts'
import { publishSurvey, respond } from '../support/shop.ts'
import { reportOf } from './ground.ts'

export function localDays(): void {
  describe('local days where clocks change', () => {
    /** Answers at each instant with the clock standing there, read back as [first day, n] of the buckets that have any. */
    async function bucketsOf(name: string, zone: string, instants: string[], query: string): Promise<[string, number][]> {
      const of = await insertShop(name.replace(/\W/g, '').toLowerCase(), ['https://shop.example'], { timeZone: zone })
      const survey = await publishSurvey(of, { metric: 'nps' })
      const clock = vi.spyOn(Date, 'now')
      for (const instant of instants) {
        clock.mockReturnValue(Date.parse(instant))
        expect((await respond(of, survey, { answers: { score: 9 } })).status).toBe(201)
      }
      const { series, total } = await reportOf(survey, query, of)
      expect(total.n).toBe(instants.length)
      return series.filter(({ n }) => n > 0).map(({ start, n }) => [start, n])
    }

    // The last millisecond of the day before, first and last of the long or short day, first of the day after.
    it.each([
      ['Europe/Berlin, 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T22:59:59.999Z', 23],
      ['Europe/Berlin, 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T21:59:59.999Z', 25],
      ['Lord Howe, 24.5 hours', 'Australia/Lord_Howe', '2026-04-05', '2026-04-04T12:59:59.999Z', 24.5],
      ['Lord Howe, 23.5 hours', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:29:59.999Z', 23.5],
      ["St John's, 23 hours", 'America/St_Johns', '2026-03-08', '2026-03-08T03:29:59.999Z', 23],
      ["St John's, 25 hours", 'America/St_Johns', '2026-11-01', '2026-11-01T02:29:59.999Z', 25],
      ['Kiritimati, always 24', 'Pacific/Kiritimati', '2026-03-29', '2026-03-28T09:59:59.999Z', 24],
      ['Kathmandu, always 24', 'Asia/Kathmandu', '2026-03-29', '2026-03-28T18:14:59.999Z', 24],
    ])('%s', async (name, zone, day, before, hours) => {
      const start = Date.parse(before) + 1
      const end = start + hours * 3_600_000
      const instants = [start - 1, start, end - 1, end].map((instant) => new Date(instant).toISOString())
      const [dayBefore, dayAfter] = [-1, 1].map((days) =>
        new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10),
      )
      const days = await bucketsOf(name, zone, instants, `from=${dayBefore}&to=${dayAfter}`)
      expect(days).toEqual([
        [dayBefore, 1],
        [day, 2],
        [dayAfter, 1],
      ])
    })

    it('weeks begin on Monday and months on the first, at the local midnight', async () => {
      const query = 'from=2026-10-01&to=2026-11-30'
      // Sunday the 25th has 25 hours; Monday begins at 23:00 UTC and not at 22:00.
      const sunday = ['2026-10-25T22:30:00Z', '2026-10-25T23:00:00Z']
      expect(await bucketsOf('weeks', 'Europe/Berlin', sunday, `${query}&interval=week`)).toEqual([
        ['2026-10-19', 1],
        ['2026-10-26', 1],
      ])
      // In St John's the last day of October ends at 02:30 UTC, and the clock goes back on the first of November.
      const halloween = ['2026-11-01T02:29:59Z', '2026-11-01T02:30:00Z']
      expect(await bucketsOf('months', 'America/St_Johns', halloween, `${query}&interval=month`)).toEqual([
        ['2026-10-01', 1],
        ['2026-11-01', 1],
      ])
    })
  })
}
