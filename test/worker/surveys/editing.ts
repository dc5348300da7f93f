import { describe, expect, it } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import { json } from '../support/shop.ts'
import { call, choices, create } from './ground.ts'

export function editing(): void {
  describe('editing', () => {
    it('of two people who edit one revision, the second is told', async () => {
      const { id, revision } = await create()
      expect(await json(call('PATCH', `/${id}`, { name: 'First', revision }))).toMatchObject({
        name: 'First',
        revision: revision + 1,
      })
      const second = await call('PATCH', `/${id}`, { name: 'Second', revision })
      expect(second.status).toBe(409)
      expect(await json(call('GET', `/${id}`))).toMatchObject({ name: 'First', revision: revision + 1 })
      expect((await call('PATCH', `/${id}`, { name: 'Third', revision: revision + 1 })).status).toBe(200)
    })

    it('of many at once on one revision, exactly one gets through', async () => {
      const { id, revision } = await create()
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) => call('PATCH', `/${id}`, { name: `Edit ${i}`, revision })),
      )
      expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(9).fill(409)])
    })

    it('changes only what it names', async () => {
      const before = await create({ touchpoint: 'checkout' })
      const after = await json<Survey>(
        call('PATCH', `/${before.id}`, { targeting: { delaySeconds: 2 }, appearance: { theme: 'dark' } }),
      )
      expect(after.targeting).toEqual({ ...before.targeting, delaySeconds: 2 })
      expect(after.appearance).toEqual({ ...before.appearance, theme: 'dark' })
      expect([after.questions, after.thanks, after.touchpoint, after.name]).toEqual([
        before.questions,
        before.thanks,
        'checkout',
        'Survey',
      ])
    })

    it('refuses what would not fit, and keeps the draft', async () => {
      const before = await create()
      for (const change of [
        { questions: [choices('a', 'b')] },
        { questions: [] },
        { touchpoint: 'A B' },
        { targeting: { delaySeconds: -1 } },
      ]) {
        expect((await call('PATCH', `/${before.id}`, change)).status).toBe(422)
      }
      expect((await call('PATCH', `/${before.id}`, { metric: 'ces' })).status).toBe(400)
      expect(await json(call('GET', `/${before.id}`))).toEqual(before)
    })
  })
}
