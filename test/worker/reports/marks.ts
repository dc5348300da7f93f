import { describe, expect, it, vi } from 'vitest'
import type { PooledReport } from '../../../worker/contract/report.ts'
import { json, manage, publishSurvey } from '../support/shop.ts'
import { pooledOf, reportOf, shop } from './ground.ts'

export function marks(): void {
  describe('marks', () => {
    it('stand where the words changed, on the local day, and not where only the targeting did', async () => {
      const clock = vi.spyOn(Date, 'now')
      const at = (instant: string) => clock.mockReturnValue(Date.parse(instant))
      at('2026-03-02T09:00:00Z')
      const survey = await publishSurvey(shop, { metric: 'nps' })
      const publish = async (patch: object) => {
        await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, patch)
        await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
      }
      at('2026-03-04T09:00:00Z')
      await publish({ targeting: { delaySeconds: 7 } })
      const score = { id: 'score', type: 'metric', text: 'Would you recommend us?', low: 'no', high: 'yes' }
      // Half past midnight in Berlin.
      at('2026-03-05T23:30:00Z')
      await publish({ questions: [score] })
      at('2026-03-20T09:00:00Z')
      const mark = { day: '2026-03-06', kind: 'wording', survey, version: 3 }
      expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-20')).marks).toEqual([mark])
      expect((await reportOf(survey, 'from=2026-03-06&to=2026-03-06')).marks).toEqual([mark])
      expect((await reportOf(survey, 'from=2026-03-01&to=2026-03-05')).marks).toEqual([])
      expect((await reportOf(survey, 'from=2026-03-07&to=2026-03-20')).marks).toEqual([])
      expect((await json<PooledReport>(pooledOf(`surveys=${survey}&from=2026-03-01&to=2026-03-20`))).marks).toEqual([mark])
    })
  })
}
