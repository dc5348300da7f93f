import { describe, expect, it } from 'vitest'
import type { Feed } from '../../../worker/contract/response.ts'
import { json, manage, send } from '../support/shop.ts'
import { download, exportCsv, exportNdjson, shop, survey } from './ground.ts'

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)

export function filters(): void {
  describe("an export's filters", () => {
    it.each([
      [''],
      ['from=DAY2'],
      ['to=DAY3'],
      ['from=DAY4&to=DAY2'],
      ['from=2000-01-01&to=2000-01-02'],
      ['category=promoter'],
      ['category=detractor&commented=1'],
      ['category=satisfied'],
      ['score=0'],
      ['commented=1'],
      ['segment.tier=gold'],
      ['segment.tier=gold&segment.touchpoint=checkout'],
      ['segment.tier=nobody'],
      ['segment.tier=silver&score=0&from=DAY5'],
      ['answer.missing=price'],
      ['sku=A-1'],
    ])('"%s" finds what the feed finds', async (filter) => {
      const query = `?survey=${survey}&${filter.replace(/DAY(\d)/g, (_, ago) => day(Number(ago)))}`
      const { items } = await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses${query}&limit=200`))
      const ids = items.map((item) => item.id)
      expect((await exportCsv(query)).map((row) => row.id)).toEqual(ids)
      expect((await exportNdjson(query)).map((row) => row.id)).toEqual(ids)
    })

    it.each<[string, (i: number) => boolean]>([
      ['answer.missing=size', (i) => i % 4 === 1],
      ['answer.missing=other', (i) => i % 4 === 1],
      ['answer.missing=price', (i) => i % 4 === 1 || i % 4 === 2],
      ['answer.trait=other', (i) => i % 4 === 3],
      ['answer.fit=3', (i) => i % 3 !== 0 && i % 5 === 2],
      ['answer.news=yes', (i) => i % 5 === 0],
      ['answer.missing=price&answer.trait=size', (i) => i % 4 === 2],
      ['answer.missing=price&answer.trait=other', () => false],
      ['answer.missing=colour', () => false],
      ['sku=A-1', (i) => i % 3 !== 0 && i % 2 === 1],
      ['sku=A', () => false],
      ['productCategory=Wool', (i) => i % 3 !== 0],
      ['productCategory=Wool&sku=-B|2', (i) => i % 3 !== 0 && i % 2 === 1],
      ['productCategory=Linen', () => false],
    ])('"%s" finds who answered or bought so, and nobody else', async (filter, fits) => {
      const csv = 'sku,name,category\nA-1,Scarf,Wool\n"""C""",Hat,Wool\nD,Towel,Linen\n'
      const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' }
      expect((await send('/api/v1/catalogue', { method: 'POST', headers, body: csv })).status).toBe(200)
      const query = encodeURI(`?survey=${survey}&${filter}`)
      const { items } = await json<Feed>(manage(shop.apiKey, 'GET', `/api/v1/responses${query}&limit=200`))
      const expected = Array.from({ length: 24 }, (_, i) => i).filter(fits)
      expect(items.map(({ traits }) => Number(traits.orders)).sort((a, b) => a - b)).toEqual(expected)
      expect((await exportNdjson(query)).length).toBe(expected.length)
    })

    it('name every survey where none is named', async () => {
      const { items } = await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=200'))
      expect((await exportCsv('')).map((row) => row.id).sort()).toEqual(items.map((item) => item.id).sort())
    })

    it.each([
      ['limit=5', 400],
      ['cursor=rsp_1', 400],
      ['scor=9', 400],
      ['score=11', 400],
      ['from=2026-02-30', 400],
      ['category=happy', 400],
      ['commented=yes', 400],
      ['segment.colour=red', 422],
      ['segment.tier=a&segment.tier=b', 422],
      ['answer.nothing=price', 422],
      ['answer.why=late', 422],
      ['answer.score=9', 422],
      ['answer.missing=price&answer.missing=size', 422],
      [`sku=${'x'.repeat(65)}`, 400],
      ['survey=srv_0000000000', 404],
    ])('"%s" are refused as by the feed: %i', async (filter, status) => {
      for (const ending of ['csv', 'ndjson']) {
        const answer = await download(ending, `?${filter}`)
        expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json'])
        expect(answer.headers.get('Content-Disposition')).toBeNull()
      }
    })
  })
}
