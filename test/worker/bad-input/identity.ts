import { describe, expect, it } from 'vitest'
import { db, json, manage } from '../support/shop.ts'
import { expectAnswer, expectStored, other, post, rowCount, rowOf, shop, step, survey } from './ground.ts'

export function identityAndReplay(): void {
  describe('identity and replay', () => {
    const begin = async (more: object = {}) => {
      const first = step(more)
      await expectStored(() => post(JSON.stringify(first)), 201)
      return first
    }
    const again = (first: object, more: object, status: number) =>
      expectStored(() => post(JSON.stringify({ ...first, ...more })), status)
    const age = (first: { submission: string }, ms: number) =>
      db.prepare('UPDATE responses SET created_at = created_at - ? WHERE submission = ?').bind(ms, first.submission).run()

    it('keeps the first when the same step comes with other answers', async () => {
      const first = await begin({ survey: survey.csat, answers: { score: 5 } })
      await again(first, { answers: { score: 1 } }, 409)
      await again(first, { complete: true }, 409)
      expect(await rowOf(first.submission)).toMatchObject({ score: 5, seq: 1, complete: 0 })
    })

    it('takes a retry with other context for the same step', async () => {
      const first = await begin()
      expect(await again(first, { context: { url: 'https://shop.example/other' }, traits: { a: 1 } }, 200)).toBe(
        JSON.stringify({ submission: first.submission, seq: 1 }),
      )
      expect(await rowOf(first.submission)).toMatchObject({ url: '', traits: '{}' })
    })

    it('knows a submission again after 30 days', async () => {
      const first = await begin()
      await age(first, 30 * 86_400_000)
      await again(first, {}, 200)
      await again(first, { seq: 2 }, 409)
    })

    it('takes no next step after 7 days, and does just before', async () => {
      const first = await begin()
      await age(first, 7 * 86_400_000 - 60_000)
      const before = await rowCount()
      await expectAnswer(await post(JSON.stringify({ ...first, seq: 2 })), 201)
      expect(await rowCount()).toBe(before)
      await age(first, 60_000)
      await again(first, { seq: 3 }, 409)
      expect(await rowOf(first.submission)).toMatchObject({ seq: 2 })
    })

    it('keeps the newest step whatever the order of arrival', async () => {
      const first = await begin({ survey: survey.csat, seq: 3, answers: { score: 3 } })
      await again(first, { seq: 1, answers: { score: 1 } }, 200)
      await again(first, { seq: 2, answers: { score: 2 }, complete: true }, 200)
      expect(await rowOf(first.submission)).toMatchObject({ seq: 3, score: 3, complete: 0 })
    })

    it('is frozen once complete', async () => {
      const first = await begin({ complete: true, answers: { score: 9, again: 'size' } })
      await again(first, { seq: 2, answers: { score: 0 } }, 409)
      await again(first, {}, 200)
      expect(await rowOf(first.submission)).toMatchObject({ score: 9, seq: 1 })
    })

    it('brings nothing back after an erasure', async () => {
      const first = await begin()
      const feed = await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=1'))
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${feed.items[0]?.id}`)).status).toBe(204)
      expect(await rowOf(first.submission)).toBeNull()
      await again(first, {}, 410)
      await again(first, { seq: 2 }, 410)
      await again(first, { submission: first.submission.toUpperCase() }, 410)
    })

    it('keeps the keys of two sites apart', async () => {
      const first = await begin()
      await again(first, { site: other.site.key, survey: survey.foreign, answers: { score: 1 } }, 201)
    })

    it('does not move a submission to another survey', async () => {
      const first = await begin()
      await again(first, { survey: survey.csat, seq: 2, answers: { score: 1 } }, 409)
      expect(await rowOf(first.submission)).toMatchObject({ survey: survey.nps, score: 9 })
    })

    it('reads a key in capitals as the same key', async () => {
      const first = await begin()
      await again(first, { submission: first.submission.toUpperCase() }, 200)
    })

    it.each([
      ['an accent', '01935b5e-0000-7000-8000-00000000000é'],
      ['a trailing space', '01935b5e-0000-7000-8000-000000000001 '],
      ['a NUL', '01935b5e-0000-7000-8000-00000000000\u0000'],
      ['a line feed', '01935b5e-0000-7000-8000-000000000001\n'],
      ["a response's public id", 'rsp_1a2b3c4d'],
      ['nothing', ''],
    ])('refuses a key with %s', async (_, submission) => {
      await expectStored(() => post(JSON.stringify(step({ submission }))), 400)
    })
  })
}
