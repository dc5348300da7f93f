import { beforeAll, describe, expect, it } from 'vitest'
import type { ResponseItem } from '../../../worker/contract/response.ts'
import { anotherSurvey, call, feed, forgetTags, makeTag, namesOf, said } from './ground.ts'

/** Each filter, and which responses it is for. */
const filters: [name: string, value: string, fits: (item: ResponseItem) => boolean][] = [
  ['tag', 'Delivery', (item) => namesOf(item).includes('Delivery')],
  ['sentiment', 'negative', ({ sentiment }) => sentiment === 'negative'],
  ['score', '3', ({ score }) => score === 3],
  ['category', 'detractor', ({ category }) => category === 'detractor'],
  ['segment.touchpoint', 'cart', ({ segments }) => segments.touchpoint === 'cart'],
  ['q', '"the box"', ({ comment }) => /the box/i.test(comment)],
  ['commented', '1', ({ comment }) => comment !== ''],
]
const comments = [
  'The delivery was late and the box was terrible',
  'Late, but the box is lovely',
  'What a lovely shop, I am very happy',
  'The box was broken and awful',
  '',
]

const idsIn = (file: string) =>
  file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id)

/** Whatever may be asked of the feed at once. */
export function filtersTogether(): void {
  describe('filters of the feed', () => {
    let survey = ''
    let all: ResponseItem[] = []

    beforeAll(async () => {
      await forgetTags()
      survey = await anotherSurvey()
      await makeTag({ name: 'Delivery', rules: [{ any: ['late'], all: [], not: [] }] })
      for (let i = 0; i < 30; i++) {
        await said(comments[i % 5] ?? '', [3, 10, 7][i % 3], survey, {
          context: { touchpoint: i % 2 ? 'cart' : 'checkout', locale: 'en' },
        })
      }
      all = await feed({ survey })
    })

    it('each alone find some and leave some out', async () => {
      expect(all).toHaveLength(30)
      for (const [name, value, fits] of filters) {
        const found = (await feed({ survey, [name]: value })).length
        expect([name, found]).toEqual([name, all.filter(fits).length])
        expect(found > 0 && found < 30, name).toBe(true)
      }
    })

    it('in every combination find what fits them all, in exports too', async () => {
      for (let chosen = 0; chosen < 2 ** filters.length; chosen++) {
        const some = filters.filter((_, i) => chosen & (2 ** i))
        const query = { survey, ...Object.fromEntries(some.map(([name, value]) => [name, value])) }
        const expected = all.filter((item) => some.every(([, , fits]) => fits(item))).map(({ id }) => id)
        expect([query, (await feed(query)).map(({ id }) => id)]).toEqual([query, expected])
        if (some.length < 4) continue
        const file = await call('GET', `/api/v1/exports/responses.ndjson?${new URLSearchParams(query)}`)
        expect([query, idsIn(await file.text())]).toEqual([query, expected])
      }
    })
  })
}
