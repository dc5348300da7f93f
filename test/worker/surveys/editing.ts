import { describe, expect, it } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import { standardQuestions } from '../../../worker/domain/standard.ts'
import { asPerson, joinAs } from '../support/people.ts'
import { json, publishSurvey } from '../support/shop.ts'
import { call, choices, create, shop } from './ground.ts'

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
      expect(await second.json()).toMatchObject({
        detail: 'somebody else saved this survey since; load it again',
        current: { id, name: 'First', revision: revision + 1, edited: { by: null, at: expect.stringMatching(/Z$/) } },
      })
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
      expect((await call('PATCH', `/${before.id}`, { state: 'live' })).status).toBe(400)
      expect(await json(call('GET', `/${before.id}`))).toEqual(before)
    })

    it('names who edited, by the session they edited with', async () => {
      const { id, edited } = await create()
      expect(edited.by).toBeNull()
      const { cookie } = await joinAs(shop, 'manager', 'mona@shop.example')
      const saved = await json<Survey>(asPerson(cookie, 'PATCH', `/api/v1/surveys/${id}`, { name: 'Hers' }))
      expect(saved).toMatchObject({ name: 'Hers', edited: { by: 'mona@shop.example' } })
      expect(await json(call('GET', `/${id}`))).toEqual(saved)
      // A publish is no edit.
      expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ edited: saved.edited })
      expect(await json(call('PATCH', `/${id}`, { name: 'A program’s' }))).toMatchObject({ edited: { by: null } })
    })

    describe('the metric', () => {
      const [score, why] = standardQuestions('ces', 'Nordlicht')

      it('changes in a draft, with its scale and what is asked', async () => {
        const { id } = await create()
        const changed = await json<Survey>(call('PATCH', `/${id}`, { metric: 'ces', questions: [score, why] }))
        expect(changed).toMatchObject({ metric: 'ces', points: 7, questions: [score, why] })
        expect(await json(call('PATCH', `/${id}`, { points: 5 }))).toMatchObject({ metric: 'ces', points: 5 })
        expect(await json(call('GET', `/${id}`))).toMatchObject({ metric: 'ces', points: 5 })
        expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ metric: 'ces', points: 5, version: 1 })
      })

      it('without what fits it is refused', async () => {
        const before = await create()
        const refused = await call('PATCH', `/${before.id}`, { metric: 'ces' })
        expect(refused.status).toBe(422)
        expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/questions/1/textBy/promoter' }, {}, {}] })
        expect((await call('PATCH', `/${before.id}`, { points: 5 })).status).toBe(422)
        expect(await json(call('GET', `/${before.id}`))).toEqual(before)
      })

      it('stays once the survey was published', async () => {
        const id = await publishSurvey(shop, {})
        const refused = await call('PATCH', `/${id}`, { metric: 'ces', questions: [score, why] })
        expect(refused.status).toBe(422)
        expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/metric' }] })
        expect(await json(call('PATCH', `/${id}`, { metric: 'nps', name: 'The same' }))).toMatchObject({ name: 'The same' })
      })
    })
  })
}
