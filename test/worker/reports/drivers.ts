import { describe, expect, it } from 'vitest'
import type { Drivers } from '../../../worker/contract/drivers.ts'
import { json, manage, publishSurvey, send } from '../support/shop.ts'
import { storeResponses } from '../support/stored.ts'
import { reportOf, shop, times } from './ground.ts'

export function drivers(): void {
  describe('drivers', () => {
    it('are read from counts by segment set, over HTTP, with the same range and filters', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const at = (touchpoint: string, device: string, good: number, bad: number, day = '2026-07-01') => [
        ...times(good, { survey, day, score: 10, segments: { touchpoint, device } }),
        ...times(bad, { survey, day, score: 0, segments: { touchpoint, device } }),
      ]
      await storeResponses(shop, [
        ...at('delivery', 'mobile', 10, 40),
        ...at('checkout', 'mobile', 40, 10),
        ...at('checkout', 'desktop', 42, 8),
        ...at('returns', 'desktop', 29, 0),
        ...at('returns', 'desktop', 500, 0, '2026-06-30'),
      ])
      const path = `/api/v1/surveys/${survey}/drivers?from=2026-07-01&to=2026-07-01`
      const told = await json<Drivers>(manage(shop.apiKey, 'GET', path))
      expect(told).toMatchObject({
        survey,
        metric: 'nps',
        from: '2026-07-01',
        least: 30,
        falseDiscoveryRate: 0.05,
        total: { n: 179 },
      })
      expect(told.drivers.map(({ value, n, kept }) => [value, n, kept])).toEqual([
        // By hand: -44.6, -36.9, 36.5 and 35.2 points.
        ['mobile', 100, true],
        ['delivery', 50, true],
        ['checkout', 100, true],
        ['desktop', 79, true],
      ])
      const report = await reportOf(survey, 'from=2026-07-01&to=2026-07-01&breakdown=touchpoint')
      expect(told.total.score).toBe(report.total.score)
      const delivery = told.drivers.find(({ value }) => value === 'delivery')
      const row = report.breakdown?.find(({ value }) => value === 'delivery')
      expect([delivery?.score, delivery?.interval]).toEqual([row?.score, row?.interval])
      const mobile = await json<Drivers>(manage(shop.apiKey, 'GET', `${path}&segment.device=mobile`))
      expect(mobile.total.n).toBe(100)
      expect(mobile.drivers.map(({ value, n }) => [value, n])).toEqual(
        expect.arrayContaining([
          ['delivery', 50],
          ['checkout', 50],
        ]),
      )
      // Everybody is mobile now: nobody is left to compare it with.
      expect(mobile.drivers).toHaveLength(2)
      expect((await manage(shop.apiKey, 'GET', `${path}&breakdown=device`)).status).toBe(400)
      expect((await manage(shop.apiKey, 'GET', `${path}&segment.tier=gold`)).status).toBe(422)
    })

    it('say in the API’s description that they are association, not cause', async () => {
      const { paths } = await json<{ paths: Record<string, { get: { description: string } }> }>(send('/api/openapi.json'))
      expect(paths['/api/v1/surveys/{id}/drivers']?.get.description).toMatch(/^Association, not cause/)
    })
  })
}
