import { beforeEach, describe, expect, it } from 'vitest'
import type { TagFigures, TagsFigures } from '../../../worker/contract/tag-figures.ts'
import { db, json } from '../support/shop.ts'
import { anotherSurvey, call, correct, forgetTags, makeTag, report, said, settled, tags } from './ground.ts'

const days = { from: '2020-01-01', to: '2029-12-31' }
const figures = (path: string) => json<TagsFigures>(call('GET', `/api/v1/tags/${path}`))
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now())
const ofOne = (id: string, query = `from=${today()}&to=${today()}`) =>
  json<TagFigures>(call('GET', `/api/v1/tags/${id}/figures?${query}`))

/** How often tags are given, and how the score differs where they are. */
export function figuresOfTags(): void {
  describe('figures of tags', () => {
    beforeEach(async () => {
      await forgetTags()
      await db.batch([db.prepare('DELETE FROM responses')])
    })

    it('count comments with and without a score, and their share of all scores, by week', async () => {
      const survey = await anotherSurvey()
      const delivery = await makeTag({ name: 'Delivery', rules: [{ any: ['late'], all: [], not: [] }] })
      const price = await makeTag({ name: 'Price' })
      await said('late', 2, survey)
      await said('late again', null, survey)
      for (const score of [9, 10, 10]) await said('fine', score, survey)
      const { tags, timeZone } = await figures(`figures?from=${today()}&to=${today()}`)
      expect(timeZone).toBe('Europe/Berlin')
      expect(tags.map(({ series, ...rest }) => rest)).toEqual([
        { id: delivery.id, n: 2, share: 0.25 },
        { id: price.id, n: 0, share: 0 },
      ])
      expect(tags[0]?.series).toEqual([{ start: expect.any(String), n: 2, of: 4, share: 0.25 }])
      const long = await figures(`figures?from=${days.from}&to=2020-12-31`)
      expect(long.tags.map(({ n, share }) => [n, share])).toEqual([
        [0, null],
        [0, null],
      ])
      expect(long.tags[0]?.series).toHaveLength(53)
      expect((await call('GET', '/api/v1/tags/figures?segment.colour=red')).status).toBe(422)
    })

    it('set a tag’s score beside everybody else’s in each survey, as the reports have them', async () => {
      const [one, two, three] = [await anotherSurvey(), await anotherSurvey({ metric: 'csat', points: 5 }), await anotherSurvey()]
      const { id } = await makeTag({ name: 'Delivery', rules: [{ any: ['late'], all: [], not: [] }] })
      for (let i = 0; i < 12; i++) await said('late', 1, one)
      for (let i = 0; i < 12; i++) await said('lovely', 10, one)
      await said('late', 5, two)
      await said('fine', 9, three)
      const { n, surveys } = await ofOne(id)
      expect([n, surveys.map(({ survey }) => survey).sort()]).toEqual([13, [one, two].sort()])
      const inOne = surveys.find(({ survey }) => survey === one)
      expect(inOne).toMatchObject({
        metric: 'nps',
        scale: [0, 10],
        n: 12,
        score: -100,
        share: 0.5,
        without: { n: 12, score: 100 },
      })
      expect(inOne).toMatchObject({ change: -200, distinguishable: true })
      const { n: counted, score, interval } = (await report(one, '&tag=Delivery')).total
      expect({ n: inOne?.n, score: inOne?.score, interval: inOne?.interval }).toEqual({ n: counted, score, interval })
      const inTwo = surveys.find(({ survey }) => survey === two)
      expect(inTwo).toMatchObject({ metric: 'csat', n: 1, without: { n: 0, score: null }, change: null, distinguishable: null })
    })

    it('are told of an archived tag, and of merged ones together', async () => {
      const survey = await anotherSurvey()
      const [slow, late] = [await makeTag({ name: 'Slow' }), await makeTag({ name: 'Late' })]
      await correct((await said('one', 2, survey)).id, ['Slow'])
      await correct((await said('two', 3, survey)).id, ['Late'])
      await call('POST', `/api/v1/tags/${slow.id}/merge`, { into: late.id })
      expect((await ofOne(late.id)).n).toBe(2)
      await settled()
      expect((await ofOne(late.id)).n).toBe(2)
      await call('DELETE', `/api/v1/tags/${late.id}`)
      await settled()
      expect([(await ofOne(late.id)).n, (await figures('figures')).tags]).toEqual([2, []])
      expect((await call('GET', `/api/v1/tags/${slow.id}/figures`)).status).toBe(404)
    })

    it('are told of as many tags as a site may have, in reports too', async () => {
      const survey = await anotherSurvey()
      await makeTag({ name: 'Delivery', rules: [{ any: ['late'], all: [], not: [] }] })
      await db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
           INSERT INTO tags SELECT 'tag_more' || i, sites.id, 'more ' || i, 'more ' || i, 'red', '', '[]', 1,
             iif(i < 100, NULL, 1), NULL FROM n, sites`,
        )
        .run()
      await said('late', 2, survey)
      expect((await figures(`figures?from=${today()}&to=${today()}`)).tags.find(({ n }) => n === 1)?.share).toBe(1)
      expect((await tags()).tags.length).toBeGreaterThan(150)
      expect((await report(survey, '&breakdown=tag')).breakdown).toMatchObject([{ value: 'Delivery', n: 1 }])
      expect((await call('GET', `/api/v1/surveys/${survey}/drivers`)).status).toBe(200)
    })
  })
}
