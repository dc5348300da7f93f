import { describe, expect, it } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { notLinks } from '../../support/not-links.ts'
import { json, publishSurvey } from '../support/shop.ts'
import { call, choices, content, create, metric, shop } from './ground.ts'

export function contents(): void {
  describe('what a survey may hold', () => {
    const thanks = { title: 'Thanks', text: '' }
    const leading = (url: string) => [
      { ...thanks, link: { text: 'Look', url } },
      { ...thanks, review: { text: 'Review', url } },
      { ...thanks, redirect: url },
      { ...thanks, by: { promoter: { ...thanks, link: { text: 'Look', url } } } },
      { ...thanks, by: { promoter: { ...thanks, redirect: url } } },
    ]

    it.each(notLinks)('refuses %j wherever the end may lead, in a new survey and in an edit', async (url) => {
      const before = await create()
      for (const ending of leading(url)) {
        expect((await call('POST', '', { name: 'S', metric: 'nps', thanks: ending })).status).toBe(422)
        expect((await call('PATCH', `/${before.id}`, { thanks: ending })).status).toBe(422)
      }
      expect(await json(call('GET', `/${before.id}`))).toEqual(before)
    })

    it('takes an address of the web everywhere, and hands it to the widget', async () => {
      for (const ending of leading('https://shop.example/next')) {
        const id = await publishSurvey(shop, { thanks: ending })
        expect((await json<SurveyContent>(content(id))).thanks).toEqual(ending)
      }
    })

    it('says where a branch leads backward, and keeps the draft', async () => {
      const before = await create()
      const why = { id: 'why', type: 'text', text: 'Why?', branches: [{ to: 'score' }] }
      const refused = await call('PATCH', `/${before.id}`, { questions: [metric, why] })
      expect(refused.status).toBe(422)
      expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/questions/1/branches/0/to' }] })
      expect(await json(call('GET', `/${before.id}`))).toEqual(before)
    })

    it('hands questions, branches and shape to the widget with the words they need', async () => {
      const questions = [
        { ...metric, style: 'numbers', branches: [{ category: ['promoter'], to: 'why' }] },
        { id: 'fit', type: 'rating', text: 'Fit?', points: 5, low: 'Tight', high: 'Loose', style: 'stars' },
        { ...choices('price', 'size'), other: 'Else', required: true },
        { id: 'mail', type: 'contact', text: 'Reach you?', channel: 'email', purpose: 'To call back' },
        { id: 'why', type: 'text', text: 'Why?', branches: [] },
      ]
      const appearance = { shape: 'inline', element: '#here', radius: 0, font: 'Georgia, serif', brand: '#ffee00' }
      const shown = await json<SurveyContent>(content(await publishSurvey(shop, { questions, appearance })))
      const { style: _, ...score } = questions[0] as { style: string }
      const { points: _points, ...fit } = questions[1] as { points: number }
      const { required: _required, ...missing } = questions[2] as { required: boolean }
      expect(shown.questions).toEqual([
        { ...score, from: 0, to: 10 },
        { ...fit, from: 1, to: 5, optional: true },
        missing,
        { ...questions[3], optional: true },
        { id: 'why', type: 'text', text: 'Why?', optional: true },
      ])
      expect(shown.words).toMatchObject({ next: 'Next', badEmail: expect.any(String), feedback: 'Feedback' })
      expect(shown.words).not.toHaveProperty('asks')
      expect(shown.appearance).toMatchObject({ shape: 'inline', element: '#here' })
      expect(shown.appearance.tokens).toEqual({
        '--brand': '#ffee00',
        '--on-brand': '#000',
        '--edge-light': '#807700',
        '--edge-dark': '#ffee00',
        '--radius': '0px',
        '--font': 'Georgia, serif',
      })
    })

    it('is warned of where only the content are sent to review', async () => {
      const by = { promoter: { ...thanks, link: { text: 'Review us', url: 'https://reviews.example/' } } }
      const survey = await create({ thanks: { ...thanks, by } })
      expect(survey.warnings).toMatchObject([{ pointer: '/thanks/by/promoter/link' }])
      expect(await json(call('POST', `/${survey.id}/publish`))).toMatchObject({ state: 'live', warnings: survey.warnings })
      const fair = await json<Survey>(call('PATCH', `/${survey.id}`, { thanks: { ...thanks, review: by.promoter.link } }))
      expect(fair.warnings).toEqual([])
    })
  })
}
