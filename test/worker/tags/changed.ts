import { describe, expect, it, vi } from 'vitest'
import type { ResponseItem } from '../../../worker/contract/response.ts'
import type { Tag } from '../../../worker/contract/tags.ts'
import {
  anotherSurvey,
  call,
  correct,
  drift,
  itemOf,
  late,
  learning,
  makeTag,
  namesOf,
  report,
  said,
  settled,
  tags,
} from './ground.ts'

/** What becomes of responses whose tag is renamed, archived or merged into another. */
export function changedTags(): void {
  describe('a tag that is', () => {
    it('archived is shown and given no longer, and comes back with all it had', async () => {
      const tag = await makeTag({ name: 'Delivery', rules: [late] })
      const [byRule, byHand] = [await said('late'), await said('fine')]
      await correct(byHand.id, ['Delivery'])
      expect((await call('DELETE', `/api/v1/tags/${tag.id}`)).status).toBe(204)
      await settled()
      expect(namesOf(await itemOf(byHand.id))).toEqual([])
      expect(namesOf(await said('late'))).toEqual([])
      expect((await tags()).tags).toMatchObject([{ id: tag.id, archived: true }])
      await call('PATCH', `/api/v1/tags/${tag.id}`, { archived: false })
      await settled()
      expect(await Promise.all([byRule, byHand].map(async ({ id }) => (await itemOf(id)).tags[0]?.source))).toEqual([
        'rule',
        'manual',
      ])
    })

    it('renamed keeps its responses, what was decided and its counts', async () => {
      const of = await anotherSurvey()
      const tag = await makeTag({ name: 'Delivery', rules: [late] })
      const [byRule, off] = [await said('late', 1, of), await said('late, but fine', 9, of)]
      await correct(off.id, [])
      await call('PATCH', `/api/v1/tags/${tag.id}`, { name: 'Shipping' })
      await settled()
      expect(namesOf(await itemOf(byRule.id))).toEqual(['Shipping'])
      expect(namesOf(await itemOf(off.id))).toEqual([])
      expect((await report(of, '&tag=Shipping')).total).toMatchObject({ n: 1, detractors: 1 })
      expect((await call('GET', `/api/v1/surveys/${of}/report?tag=Delivery`)).status).toBe(422)
    })

    it('archived or merged still teaches what was decided for and against it', async () => {
      const of = await anotherSurvey()
      const slow = await makeTag({ name: 'Slow', rules: [{ any: ['slow'], all: [], not: [] }] })
      const into = await makeTag({ name: 'Delivery', rules: [late] })
      const items: ResponseItem[] = []
      for (const comment of ['slow van', 'slow post', 'slow shop', 'slow but fine', 'nothing of it'])
        items.push(await said(comment, 4, of))
      const [van, post, shop, fine, other] = items.map(({ id }) => id)
      await call('POST', '/api/v1/responses/tags', { responses: [van, post], add: ['Slow'] })
      await call('POST', '/api/v1/responses/tags', { responses: [shop, fine], remove: ['Slow'] })
      await call('POST', '/api/v1/responses/tags', { responses: [other], add: ['Delivery'] })
      const archive = async (archived: boolean) => {
        await call('PATCH', `/api/v1/tags/${slow.id}`, { archived })
        await settled()
      }
      await archive(true)
      expect(await Promise.all(items.map(async ({ id }) => namesOf(await itemOf(id))))).toEqual([[], [], [], [], ['Delivery']])
      await archive(false)
      const sourcesOf = async () =>
        Promise.all(items.map(async ({ id }) => (await itemOf(id)).tags.map(({ name, source }) => `${name}, ${source}`)))
      expect(await sourcesOf()).toEqual([['Slow, manual'], ['Slow, manual'], [], [], ['Delivery, manual']])

      await call('POST', `/api/v1/tags/${slow.id}/merge`, { into: into.id })
      await settled()
      expect(await sourcesOf()).toEqual([['Delivery, manual'], ['Delivery, manual'], [], [], ['Delivery, manual']])
      await call('POST', '/api/v1/tags/retrain')
      await vi.waitFor(async () => expect((await learning()).state).toBe('idle'), { timeout: 20_000, interval: 20 })
      expect((await learning()).tags).toMatchObject([{ name: 'Delivery', positives: 3, judged: 5 }])
      expect(await drift(of)).toEqual([])
    })

    it('merged gives its responses, rules and corrections to the other', async () => {
      const of = await anotherSurvey()
      const slow = await makeTag({ name: 'Slow', rules: [{ any: ['slow'], all: [], not: [] }] })
      const into = await makeTag({ name: 'Delivery', rules: [late] })
      const [one, both, hand] = [await said('slow', 1, of), await said('late and slow', 2, of), await said('fine', 3, of)]
      await correct(hand.id, ['Slow'])
      const merged = await call('POST', `/api/v1/tags/${slow.id}/merge`, { into: into.id })
      expect((await merged.json<Tag>()).rules).toHaveLength(2)
      await settled()
      expect((await tags()).tags.map(({ name }) => name)).toEqual(['Delivery'])
      const sources = await Promise.all(
        [one, both, hand].map(async ({ id }) => (await itemOf(id)).tags.map(({ source }) => source)),
      )
      expect(sources).toEqual([['rule'], ['rule'], ['manual']])
      expect((await report(of, '&breakdown=tag')).breakdown).toMatchObject([{ value: 'Delivery', n: 3, mentions: 3 }])
      expect(await drift(of)).toEqual([])
      expect((await call('POST', `/api/v1/tags/${into.id}/merge`, { into: into.id })).status).toBe(422)
    })
  })
}
