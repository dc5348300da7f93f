import { describe, expect, it } from 'vitest'
import { manage, publishSurvey, respond } from '../support/shop.ts'
import { reportOf, shop } from './ground.ts'

export function questions(): void {
  describe('further questions', () => {
    const word = (id: string) => ({ id, text: id })
    const questions = [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: 'poor', high: 'good' },
      {
        id: 'missing',
        type: 'choices',
        text: 'What was missing?',
        choices: ['price', 'size'].map(word),
        other: 'Something else',
      },
      { id: 'again', type: 'choice', text: 'Again?', choices: ['yes', 'no'].map(word) },
      { id: 'terms', type: 'consent', text: 'You may quote me' },
      { id: 'why', type: 'text', text: 'Why?' },
    ]

    it('are counted answer by answer: ratings with their mean, choices with "other", consents', async () => {
      const survey = await publishSurvey(shop, { questions })
      const answers = [
        { stars: 5, missing: ['price', 'other'], 'missing.other': 'A mirror', again: 'yes', terms: 'yes' },
        { stars: 4, missing: ['price'], again: 'yes' },
        { stars: 1, why: 'Late' },
      ]
      for (const each of answers) expect((await respond(shop, survey, { answers: { score: 3, ...each } })).status).toBe(201)
      const report = await reportOf(survey, '')
      expect(Object.keys(report.questions)).toEqual(['stars', 'missing', 'again', 'terms'])
      expect(report.questions).toMatchObject({
        stars: { type: 'rating', answered: 3, counts: { 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 } },
        missing: { type: 'choices', answered: 2, counts: { price: 2, size: 0, other: 1 } },
        again: { type: 'choice', answered: 2, counts: { yes: 2, no: 0 } },
        terms: { type: 'consent', answered: 1, counts: { yes: 1 } },
      })
      const { mean, interval } = report.questions.stars ?? {}
      expect(mean).toBeCloseTo(10 / 3, 10)
      // t with two degrees of freedom, by hand: 4.302653 x 2.081666 / sqrt(3).
      expect(interval?.[0]).toBeCloseTo(10 / 3 - 5.171144, 5)
      expect(report.questions.missing).not.toHaveProperty('mean')
    })

    it('keep the answers that are no longer offered, and show 0 where nobody answered', async () => {
      const survey = await publishSurvey(shop, { questions })
      expect((await reportOf(survey, '')).questions.stars).toMatchObject({ answered: 0, mean: null, interval: null })
      await respond(shop, survey, { answers: { again: 'no' } })
      const reworded = questions.map((q) => (q.id === 'again' ? { ...q, choices: ['sure', 'yes'].map(word) } : q))
      await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, { questions: reworded.filter(({ id }) => id !== 'terms') })
      await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
      const { questions: told } = await reportOf(survey, '')
      expect(told.again).toEqual({ type: 'choice', answered: 1, counts: { sure: 0, yes: 0, no: 1 } })
      expect(told.terms).toEqual({ type: 'consent', answered: 0, counts: { yes: 0 } })
    })
  })
}
