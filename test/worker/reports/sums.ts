import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PooledReport } from '../../../worker/contract/report.ts'
import { json, publishSurvey } from '../support/shop.ts'
import { storeResponses } from '../support/stored.ts'
import { pooledOf, shop } from './ground.ts'

export function sums(): void {
  describe('sums', () => {
    const device = fc.constantFrom('mobile', 'desktop', undefined)
    const touchpoint = fc.constantFrom('checkout', 'delivery', 'returns', undefined)
    const row = fc.record({
      day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
      score: fc.nat(10),
      device,
      touchpoint,
      source: fc.constantFrom('widget', 'widget', 'link', 'import'),
    })
    const rows = (maxLength: number) => fc.array(row, { maxLength })
    const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)
    const named = (name: string, value: string | undefined) => (value === undefined ? {} : { [name]: value })

    it('over days, weeks, months, sources, surveys and segments are the total, on random answers', async () => {
      await fc.assert(
        fc.asyncProperty(rows(60), rows(20), async (first, second) => {
          const surveys = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
          const stored = [first, second].flatMap((rows, i) =>
            rows.map(({ device, touchpoint, ...rest }) => ({
              ...rest,
              survey: surveys[i] ?? '',
              segments: { ...named('device', device), ...named('touchpoint', touchpoint) },
            })),
          )
          await storeResponses(shop, stored)
          const february = async (query: string) =>
            await json<PooledReport>(pooledOf(`surveys=${surveys}&from=2026-02-01&to=2026-02-28&${query}`))
          const all = await february('breakdown=device')
          expect(all.total.n).toBe(stored.length)
          expect(sum(Object.values(all.total.counts))).toBe(stored.length)
          expect(sum(Object.values(all.sources))).toBe(stored.length)
          expect(sum(all.pooled.surveys.map(({ n }) => n))).toBe(stored.length)
          expect(all.pooled.asked.n + all.pooled.imported.n).toBe(stored.length)
          expect(sum((all.breakdown ?? []).map(({ n }) => n))).toBe(stored.filter(({ segments }) => 'device' in segments).length)
          for (const interval of ['day', 'week', 'month']) {
            expect(sum((await february(`interval=${interval}`)).series.map(({ n }) => n))).toBe(stored.length)
            // March has more days than February, so that the days compared with begin in January.
            const march = `surveys=${surveys}&from=2026-03-01&to=2026-03-31&compare=previous&interval=${interval}`
            const later = await json<PooledReport>(pooledOf(march))
            expect([later.total.n, later.previous?.n]).toEqual([0, stored.length])
            expect(sum(later.previous?.series.map(({ n }) => n) ?? [])).toBe(stored.length)
          }
          for (const value of ['checkout', 'delivery', 'returns']) {
            const part = await february(`segment.touchpoint=${value}`)
            expect(part.total.n).toBe(
              stored.filter(({ segments }) => 'touchpoint' in segments && segments.touchpoint === value).length,
            )
            expect(sum(Object.values(part.sources))).toBe(part.total.n)
          }
        }),
        { seed: 20261122, numRuns: 15 },
      )
    }, 120_000)
  })
}
