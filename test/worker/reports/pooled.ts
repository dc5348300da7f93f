import { describe, expect, it } from 'vitest'
import type { PooledReport } from '../../../worker/contract/report.ts'
import { insertShop } from '../support/other-shop.ts'
import { json, manage, publishSurvey, respond } from '../support/shop.ts'
import { storeResponses } from '../support/stored.ts'
import { pooledOf, reportOf, shop, times } from './ground.ts'

export function pooled(): void {
  describe('several surveys in one score', () => {
    it('add up, and say what was put together: surveys, sources, languages, imported apart from asked', async () => {
      const [one, two] = [await publishSurvey(shop, { metric: 'nps' }), await publishSurvey(shop, { metric: 'nps' })]
      const day = '2026-08-03'
      await storeResponses(shop, [
        ...times(3, { survey: one, day, score: 9, segments: { language: 'de' } }),
        ...times(2, { survey: one, day, score: 0, segments: { language: 'fr' }, source: 'link' }),
        ...times(5, { survey: two, day, score: 9, segments: { language: 'de' }, source: 'import' }),
        ...times(1, { survey: two, day, score: 7 }),
      ])
      const answer = await pooledOf(`surveys=${one},${two}&from=${day}&to=${day}&breakdown=language`)
      expect(answer.status).toBe(200)
      const pooled = await json<PooledReport>(answer)
      expect(pooled).toMatchObject({
        surveys: [one, two],
        metric: 'nps',
        scale: [0, 10],
        total: { n: 11, promoters: 8, passives: 1, detractors: 2 },
        sources: { widget: 4, link: 2, import: 5 },
        // Of the eleventh the language isn't known.
        locales: { de: 8, fr: 2 },
        pooled: {
          asked: { n: 6 },
          imported: { n: 5, score: 100 },
          surveys: [
            { survey: one, n: 5, score: 20 },
            { survey: two, n: 6 },
          ],
        },
      })
      expect(pooled.breakdown?.map(({ value, n }) => [value, n])).toEqual([
        ['de', 8],
        ['fr', 2],
      ])
      const filtered = await json<PooledReport>(pooledOf(`surveys=${one},${two}&from=${day}&to=${day}&segment.language=de`))
      expect(filtered).toMatchObject({
        total: { n: 8, score: 100 },
        sources: { widget: 3, import: 5 },
        locales: { de: 8 },
        pooled: { asked: { n: 3 }, imported: { n: 5 } },
      })
      expect(filtered.sources).not.toHaveProperty('link')
    })

    it('of one survey are that survey’s own report', async () => {
      const survey = await publishSurvey(shop, { metric: 'ces' })
      const scores = [1, 5, 6, 7, 7, 7]
      await storeResponses(
        shop,
        scores.map((score, i) => ({
          survey,
          day: `2026-08-0${i + 1}`,
          score,
          segments: { device: i % 2 ? 'mobile' : 'desktop' },
        })),
      )
      const query = 'from=2026-08-03&to=2026-08-06&compare=previous&breakdown=device&interval=week&segment.device=mobile'
      const { survey: id, questions, outlook, goal, pooled: none, ...single } = await reportOf(survey, query)
      const { surveys, locales, pooled, ...several } = await json<PooledReport>(pooledOf(`surveys=${survey},${survey}&${query}`))
      expect(several).toEqual(single)
      expect([id, questions, goal, none]).toEqual([survey, {}, null, undefined])
      expect(outlook).toBeNull()
      expect([surveys, locales, pooled.asked.n]).toEqual([[survey], {}, 2])
    })

    it('are refused where metric or scale differ, and unknown where one of them is', async () => {
      const nps = await publishSurvey(shop, { metric: 'nps' })
      const five = await publishSurvey(shop, { metric: 'csat', points: 5 })
      const seven = await publishSurvey(shop, { metric: 'csat', points: 7 })
      const questions = [{ id: 'why', type: 'text', text: 'Why?' }]
      const none = await publishSurvey(shop, { metric: 'none', questions })
      const other = await insertShop('pools', [])
      const foreign = await publishSurvey(other, { metric: 'nps' })
      const statusOf = async (surveys: string) => (await pooledOf(`surveys=${surveys}`)).status
      expect(await statusOf(`${nps},${five}`)).toBe(422)
      expect(await statusOf(`${five},${seven}`)).toBe(422)
      expect(await statusOf(none)).toBe(422)
      expect(await statusOf(`${nps},${foreign}`)).toBe(404)
      expect(await statusOf(`${nps},srv_0000000000`)).toBe(404)
      expect(await statusOf('')).toBe(400)
      expect(await statusOf(Array.from({ length: 20 }, (_, i) => `srv_${i}`).join())).toBe(404)
      expect(await statusOf(Array.from({ length: 21 }, (_, i) => `srv_${i}`).join())).toBe(400)
      expect((await pooledOf('')).status).toBe(400)
      expect(await statusOf(nps)).toBe(200)
      // Who doesn't declare languages can't be told of them.
      const unknown = await json<PooledReport>(manage(other.apiKey, 'GET', `/api/v1/reports?surveys=${foreign}`))
      expect(unknown.locales).toBeNull()
    })

    it('tells imported answers apart in one survey too', async () => {
      const survey = await publishSurvey(shop, { metric: 'nps' })
      await respond(shop, survey, { answers: { score: 0 } })
      const before = await reportOf(survey, '')
      expect(before.sources).toEqual({ widget: 1 })
      expect(before).not.toHaveProperty('pooled')
      await storeResponses(shop, times(4, { survey, day: before.to, score: 10, source: 'import' }))
      const after = await reportOf(survey, '')
      expect(after.total).toMatchObject({ n: 5, score: 60 })
      expect(after.sources).toEqual({ widget: 1, import: 4 })
      expect(after.pooled).toMatchObject({ asked: { n: 1, score: -100 }, imported: { n: 4, score: 100 } })
    })
  })
}
