import { describe, expect, it } from 'vitest'
import { json, manage, publishSurvey } from '../support/shop.ts'
import { answer, call, content, create, listed, shop } from './ground.ts'

export function states(): void {
  describe('pausing and closing', () => {
    it('a paused survey is shown to nobody, and answers under way still count', async () => {
      const id = await publishSurvey(shop, {})
      expect(await json(call('POST', `/${id}/pause`))).toMatchObject({ state: 'paused', version: 1 })
      expect(await listed(id)).toBeUndefined()
      const gone = await content(id)
      expect([gone.status, gone.headers.get('Access-Control-Allow-Origin'), gone.headers.get('Cache-Control')]).toEqual([
        404,
        '*',
        'no-store',
      ])
      expect(await answer(id, { answers: { score: 9 } })).toBe(201)
      expect((await call('POST', `/${id}/pause`)).status).toBe(200)

      expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ state: 'live', version: 1 })
      expect(await listed(id)).toBeDefined()
      expect((await content(id)).status).toBe(200)
    })

    it('a closed survey takes no answers and stays closed', async () => {
      const id = await publishSurvey(shop, {})
      const submission = crypto.randomUUID()
      expect(await answer(id, { submission, answers: { score: 9 } })).toBe(201)
      expect(await json(call('POST', `/${id}/close`))).toMatchObject({ state: 'closed' })
      expect(await listed(id)).toBeUndefined()
      expect([404, 410]).toContain((await content(id)).status)
      expect(await answer(id, { answers: { score: 9 } })).toBe(410)
      expect(await answer(id, { submission, seq: 2, answers: { score: 1 } })).toBe(410)
      for (const action of ['publish', 'pause']) expect((await call('POST', `/${id}/${action}`)).status).toBe(409)
      expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${id}/report`)).status).toBe(200)
    })

    it('a draft can not be paused', async () => {
      expect((await call('POST', `/${(await create()).id}/pause`)).status).toBe(409)
    })
  })
}
