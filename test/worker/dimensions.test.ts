import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../worker/contract/report.ts'
import { defaultDimensions, type SiteView } from '../../worker/contract/site.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { openDb } from '../../worker/store/db.ts'
import { forgetSite } from '../../worker/store/live-sites.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, send, setUp } from './support/shop.ts'
import { storeResponses } from './support/stored.ts'

const reserved = ['tag', 'tags', 'id', 'score', 'comment', 'at', 'locale']
let shop: Shop

beforeAll(async () => {
  await migrate()
  const setup = (dimensions: string[]) => setUp({ dimensions })
  for (const name of reserved) await expect(setup([name])).rejects.toThrow(`422: `)
  shop = await setUp()
})

const declare = (dimensions: string[]) => manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { dimensions })
const declared = async () => (await json<SiteView>(manage(shop.apiKey, 'GET', `/api/v1/sites/${shop.site.id}`))).dimensions

describe('a dimension', () => {
  it.each([...reserved, 'Tag', 'SCORE'])('is not called “%s”, which means something of its own', async (name) => {
    const before = await declared()
    const refused = await declare(['device', name])
    expect(refused.status).toBe(422)
    const { errors } = await refused.json<{ errors: { pointer: string; detail: string }[] }>()
    expect(errors).toEqual([{ pointer: '/dimensions', detail: expect.stringMatching(new RegExp(`^${name}: no dimension`)) }])
    expect(await declared()).toEqual(before)
  })

  // All of them stand behind `segment.` wherever they could be mistaken.
  it('may be called as a filter, a field or a column is', async () => {
    const names = ['category', 'day', 'from', 'survey', 'status', 'sku', 'tier', 'source']
    expect((await declare(names)).status).toBe(200)
    const survey = await publishSurvey(shop, {})
    const segments = Object.fromEntries(names.map((name) => [name, `a ${name}`]))
    await storeResponses(shop, [
      { survey, day: '2026-09-03', score: 10, segments },
      { survey, day: '2026-09-03', score: 0, segments: { category: 'promoter' } },
    ])
    const period = 'from=2026-09-01&to=2026-09-30'
    for (const name of names) {
      const of = await json<Report>(
        manage(
          shop.apiKey,
          'GET',
          encodeURI(`/api/v1/surveys/${survey}/report?${period}&breakdown=${name}&segment.${name}=a ${name}`),
        ),
      )
      expect([of.total.n, of.total.score, of.breakdown?.map(({ value }) => value)]).toEqual([1, 100, [`a ${name}`]])
    }
    const csv = `score,${names.join()}\n7,${names.map((name) => `b ${name}`).join()}\n`
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' }
    expect((await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers, body: csv })).status).toBe(200)
    const { items } = await json<{ items: { segments: object }[] }>(
      manage(shop.apiKey, 'GET', encodeURI(`/api/v1/responses?survey=${survey}&category=passive&segment.category=b category`)),
    )
    expect(items.map((item) => item.segments)).toEqual([Object.fromEntries(names.map((name) => [name, `b ${name}`]))])
    await declare(defaultDimensions)
  })

  it('that a site has had all along stays, filters, and leaves `tag` to the tags', async () => {
    const had = ['device', 'tag']
    await db.prepare('UPDATE sites SET dimensions = ? WHERE id = ?').bind(JSON.stringify(had), shop.site.id).run()
    forgetSite(openDb(db), shop.site.key)
    expect((await declare([...had, 'tier'])).status).toBe(200)
    expect((await declare([...had, 'score'])).status).toBe(422)
    expect(await declared()).toEqual([...had, 'tier'])
    const survey = await publishSurvey(shop, {})
    const { id } = await json<Tag>(manage(shop.apiKey, 'POST', '/api/v1/tags', { name: 'Late', rules: [] }))
    await storeResponses(shop, [
      { survey, day: '2026-09-03', score: 0, tags: [id], segments: { tag: 'sale' } },
      { survey, day: '2026-09-03', score: 10, segments: { tag: 'sale' } },
    ])
    const path = `/api/v1/surveys/${survey}/report?from=2026-09-01&to=2026-09-30`
    const report = await json<Report>(manage(shop.apiKey, 'GET', `${path}&breakdown=tag&segment.tag=sale`))
    expect([report.total.n, report.breakdown?.map(({ value, n }) => [value, n])]).toEqual([2, [['Late', 1]]])
    expect((await declare(['device'])).status).toBe(200)
    expect((await declare(had)).status).toBe(422)
  })
})
