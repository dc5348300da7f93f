import { describe, expect, it } from 'vitest'
import { answer, call, content, create, listed } from './ground.ts'

export function drafts(): void {
  describe('a draft', () => {
    it('is nothing to the public', async () => {
      const draft = await create()
      expect(draft).toMatchObject({ state: 'draft', version: 0, revision: 1 })
      const unknown = await (await content('srv_0000000000000000')).text()
      expect((await content(draft.id)).status).toBe(404)
      expect(await (await content(draft.id)).text()).toBe(unknown)
      expect(await listed(draft.id)).toBeUndefined()
      expect(await answer(draft.id, { answers: { score: 9 } })).toBe(404)
    })

    it.each<[string, number, string, string[]]>([
      ['nps', 11, 'How likely are you to recommend Nordlicht to a friend or colleague?', ['promoter', 'passive', 'detractor']],
      ['csat', 5, 'How satisfied were you with Nordlicht?', ['satisfied', 'neutral', 'dissatisfied']],
      ['ces', 7, 'Nordlicht made it easy for me to handle my issue.', ['easy', 'neutral', 'difficult']],
    ])('of %s has its standard scale, wording and follow-up', async (name, points, text, categories) => {
      const survey = await create({ metric: name })
      expect(survey.points).toBe(points)
      const [score, why] = survey.questions
      expect(score).toMatchObject({ id: 'score', type: 'metric', text })
      expect(why).toMatchObject({ id: 'why', type: 'text', required: false })
      expect(why?.type === 'text' && Object.keys(why.textBy ?? {})).toEqual(categories)
    })

    it('without a metric asks only for text', async () => {
      const survey = await create({ metric: 'none' })
      expect(survey.points).toBe(0)
      expect(survey.questions.map((question) => question.type)).toEqual(['text'])
    })

    it.each<[string, number[], number[]]>([
      ['nps', [11], [0, 5, 10]],
      ['csat', [3, 5, 7], [1, 2, 4, 6, 10, 11]],
      ['ces', [5, 7], [3, 6, 11]],
      ['none', [0], [5]],
    ])('of %s takes only the scales the metric has', async (name, right, wrong) => {
      for (const points of right) expect((await call('POST', '', { name: 'S', metric: name, points })).status).toBe(201)
      for (const points of wrong) {
        const refused = await call('POST', '', { name: 'S', metric: name, points })
        expect(refused.status).toBe(422)
        expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/points' }] })
      }
    })
  })
}
