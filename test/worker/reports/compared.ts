import { describe, expect, it } from 'vitest'
import { publishSurvey } from '../support/shop.ts'
import { storeResponses } from '../support/stored.ts'
import { reportOf, shop, times } from './ground.ts'

export function compared(): void {
  describe('the period compared with', () => {
    it('stands bucket by bucket beside the report, and adds up to its own total', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      await storeResponses(shop, [
        ...times(3, { survey, day: '2026-09-02', score: 9 }),
        ...times(2, { survey, day: '2026-09-08', score: 0 }),
        ...times(5, { survey, day: '2026-09-09', score: 9 }),
        ...times(1, { survey, day: '2026-09-15', score: 7 }),
        // The day before the compared period, and the day after the report's.
        ...times(9, { survey, day: '2026-09-01', score: 0 }),
        ...times(9, { survey, day: '2026-09-16', score: 0 }),
      ])
      const report = await reportOf(survey, 'from=2026-09-09&to=2026-09-15&compare=previous')
      expect(report.total).toMatchObject({ n: 6 })
      expect(report.previous).toMatchObject({ from: '2026-09-02', to: '2026-09-08', n: 5, score: 20 })
      expect(report.previous?.series.map(({ start, n, score }) => [start, n, score])).toEqual([
        ['2026-09-02', 3, 100],
        ['2026-09-03', 0, null],
        ['2026-09-04', 0, null],
        ['2026-09-05', 0, null],
        ['2026-09-06', 0, null],
        ['2026-09-07', 0, null],
        ['2026-09-08', 2, -100],
      ])
      // From a Wednesday to a Tuesday: two weeks are touched, and the other seven days are cut at the same place.
      const weeks = await reportOf(survey, 'from=2026-09-09&to=2026-09-15&compare=previous&interval=week')
      expect(weeks.series.map(({ start, n }) => [start, n])).toEqual([
        ['2026-09-07', 5],
        ['2026-09-14', 1],
      ])
      expect(weeks.previous?.series.map(({ start, n }) => [start, n])).toEqual([
        ['2026-09-02', 3],
        ['2026-09-07', 2],
      ])
      expect((await reportOf(survey, 'from=2026-09-09&to=2026-09-15')).previous).toBeUndefined()
    })

    it('may be the same dates a year ago, where the 29th of February has no day of its own', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      await storeResponses(shop, [
        ...times(2, { survey, day: '2024-02-28', score: 9 }),
        ...times(1, { survey, day: '2024-02-29', score: 9 }),
        ...times(4, { survey, day: '2024-03-01', score: 9 }),
        ...times(5, { survey, day: '2023-02-28', score: 9 }),
        ...times(6, { survey, day: '2023-03-01', score: 9 }),
      ])
      const counts = async (range: string) => (await reportOf(survey, `${range}&compare=year`)).previous?.series.map(({ n }) => n)
      expect(await counts('from=2024-02-28&to=2024-03-01')).toEqual([5, 0, 6])
      expect(await counts('from=2025-02-28&to=2025-03-01')).toEqual([3, 4])
    })

    it('is told for every row of a breakdown, each against itself', async () => {
      const survey = await publishSurvey(shop, { metric: 'csat' })
      const at = (touchpoint: string, day: string, good: number, bad: number) => [
        ...times(good, { survey, day, score: 5, segments: { touchpoint } }),
        ...times(bad, { survey, day, score: 1, segments: { touchpoint } }),
      ]
      await storeResponses(shop, [
        ...at('checkout', '2026-09-02', 90, 10),
        ...at('checkout', '2026-09-01', 40, 60),
        ...at('delivery', '2026-09-02', 30, 20),
        ...at('delivery', '2026-09-01', 29, 21),
        ...at('returns', '2026-09-02', 3, 0),
        ...at('cart', '2026-09-01', 3, 0),
      ])
      const { breakdown } = await reportOf(survey, 'from=2026-09-02&to=2026-09-02&compare=previous&breakdown=touchpoint')
      expect(breakdown).toMatchObject([
        { value: 'checkout', n: 100, score: 90, change: 50, distinguishable: true },
        { value: 'delivery', n: 50, score: 60, change: 2, distinguishable: false },
        { value: 'returns', n: 3, score: 100, change: null, changeInterval: null, distinguishable: null },
      ])
      const alone = await reportOf(survey, 'from=2026-09-02&to=2026-09-02&breakdown=touchpoint')
      expect(alone.breakdown?.[0]).not.toHaveProperty('change')
    })
  })
}
