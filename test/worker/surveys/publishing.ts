import { describe, expect, it } from 'vitest'
import type { Question } from '../../../worker/contract/question.ts'
import type { Survey, SurveyVersion } from '../../../worker/contract/survey.ts'
import type { SurveyContent } from '../../../worker/contract/widget.ts'
import { db, json, publishSurvey, send } from '../support/shop.ts'
import { answer, call, choices, content, create, listed, metric, shop, versions } from './ground.ts'

export function publishing(): void {
  describe('publishing', () => {
    it('freezes version 1 and puts the survey on the page', async () => {
      const targeting = {
        include: ['/order/*'],
        exclude: [],
        event: 'returned',
        delaySeconds: 3,
        daysAfterAnswer: 60,
        daysAfterDismissal: 20,
        daysAcrossSurveys: 5,
      }
      const draft = await create({ touchpoint: 'checkout', targeting, metric: 'csat', points: 5 })
      const published = await json<Survey>(call('POST', `/${draft.id}/publish`))
      expect(published).toMatchObject({ state: 'live', version: 1 })
      expect(await listed(draft.id)).toEqual({
        id: draft.id,
        delay: 3,
        gates: { touchpoint: 'checkout', path: [['/order/*'], []], event: 'returned', rest: [60, 20, 5, 180] },
      })

      const answered = await content(draft.id)
      expect(answered.status).toBe(200)
      expect(answered.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(answered.headers.get('Set-Cookie')).toBeNull()
      const shown = await json<SurveyContent>(answered)
      expect(shown).toMatchObject({
        survey: draft.id,
        version: 1,
        touchpoint: 'checkout',
        locale: 'en',
        dir: 'ltr',
        asks: 'Nordlicht asks this to get better.',
      })
      expect(shown.categories).toEqual([
        ['satisfied', 4],
        ['neutral', 3],
        ['dissatisfied', 1],
      ])
      expect(shown.questions[0]).toEqual({ ...(draft.questions[0] as Question), from: 1, to: 5 })
      expect(shown.thanks).toEqual(draft.thanks)
      // What says nothing is not sent, and neither are the words of questions that are not asked.
      expect(shown.questions[1]).toMatchObject({ id: 'why', optional: true })
      expect(shown.questions[1]).not.toHaveProperty('required')
      expect(shown).not.toHaveProperty('privacy')
      expect(Object.keys(shown.words)).not.toContain('badEmail')
      expect(shown.appearance).toEqual({
        theme: 'auto',
        corner: 'bottom-right',
        shape: 'popover',
        tokens: { '--brand': '#2b7a78', '--on-brand': '#fff', '--edge-light': '#2b7a78', '--edge-dark': '#2b7a78' },
      })
    })

    it('of an edit makes version 2; answers keep to the version they name', async () => {
      const id = await publishSurvey(shop, { questions: [metric, choices('price', 'size')] })
      await call('PATCH', `/${id}`, { questions: [metric, choices('price', 'colour')] })
      expect(await json<SurveyContent>(content(id))).toMatchObject({ version: 1, questions: [metric, choices('price', 'size')] })
      expect(await answer(id, { version: 2, answers: { missing: ['colour'] } })).toBe(422)

      expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ state: 'live', version: 2 })
      expect(await json<SurveyContent>(content(id))).toMatchObject({
        version: 2,
        questions: [metric, choices('price', 'colour')],
      })
      expect(await answer(id, { version: 1, answers: { missing: ['size'] } })).toBe(201)
      expect(await answer(id, { version: 1, answers: { missing: ['colour'] } })).toBe(422)
      expect(await answer(id, { version: 2, answers: { missing: ['colour'] } })).toBe(201)
      expect(await answer(id, { version: 2, answers: { missing: ['size'] } })).toBe(422)
      expect(await answer(id, { version: undefined, answers: { missing: ['colour'] } })).toBe(201)
      const rows = await db
        .prepare('SELECT version FROM responses WHERE survey = ? ORDER BY id')
        .bind(id)
        .all<{ version: number }>()
      expect(rows.results.map((row) => row.version)).toEqual([1, 2, 2])
    })

    it('needs no body, also of a client that names a type for what it doesn’t send', async () => {
      const { id } = await create()
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${shop.apiKey}` }
      const published = await json<Survey>(send(`/api/v1/surveys/${id}/publish`, { method: 'POST', headers }))
      expect(published).toMatchObject({ state: 'live', version: 1 })
    })

    it('publishes what was looked at: after somebody else’s edit it says what stands there now', async () => {
      const { id, revision } = await create()
      await call('PATCH', `/${id}`, { name: 'Edited meanwhile' })
      const refused = await call('POST', `/${id}/publish`, { revision })
      expect(refused.status).toBe(409)
      expect(await refused.json()).toMatchObject({ current: { name: 'Edited meanwhile', state: 'draft', version: 0 } })
      expect(await versions(id)).toBe(0)
      expect(await json(call('POST', `/${id}/publish`, { revision: revision + 1 }))).toMatchObject({ state: 'live', version: 1 })
    })

    it('a version can be read as it was frozen, and no other', async () => {
      const id = await publishSurvey(shop, { thanks: { title: 'One', text: '' } })
      await call('PATCH', `/${id}`, { thanks: { title: 'Two', text: '' } })
      const frozen = await json<SurveyVersion>(call('GET', `/${id}/versions/1`))
      expect(frozen).toMatchObject({ version: 1, definition: { metric: 'nps', thanks: { title: 'One' } } })
      expect(Date.parse(frozen.publishedAt)).toBeGreaterThan(0)
      for (const version of ['0', '1.5', 'one']) expect((await call('GET', `/${id}/versions/${version}`)).status).toBe(400)
      expect((await call('GET', `/${id}/versions/2`)).status).toBe(404)
      expect((await call('GET', '/srv_0000000000000000/versions/1')).status).toBe(404)
    })

    it('without a change makes no version', async () => {
      const id = await publishSurvey(shop, {})
      expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 1 })
      await call('PATCH', `/${id}`, { name: 'Another name' })
      expect(await json(call('POST', `/${id}/publish`))).toMatchObject({ version: 1, name: 'Another name' })
      expect(await versions(id)).toBe(1)
    })

    it('twice at once makes one version', async () => {
      const { id } = await create()
      const answers = await Promise.all([call('POST', `/${id}/publish`), call('POST', `/${id}/publish`)])
      for (const one of answers) expect([200, 409]).toContain(one.status)
      expect(await versions(id)).toBe(1)
      expect(await json(call('GET', `/${id}`))).toMatchObject({ state: 'live', version: 1 })
    })

    it('never loses a version that was frozen', async () => {
      const id = await publishSurvey(shop, {})
      for (const title of ['One', 'Two', 'Three']) {
        await call('PATCH', `/${id}`, { thanks: { title, text: '' } })
        await call('POST', `/${id}/publish`)
      }
      const kept = await db
        .prepare('SELECT version, definition FROM survey_versions WHERE survey = ? ORDER BY version')
        .bind(id)
        .all<{ definition: string }>()
      expect(kept.results.map((row) => JSON.parse(row.definition).thanks.title)).toEqual(['Thank you', 'One', 'Two', 'Three'])
    })
  })
}
