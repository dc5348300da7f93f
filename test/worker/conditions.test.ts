import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Conditions } from '../../worker/contract/conditions.ts'
import type { Feed } from '../../worker/contract/response.ts'
import type { View, Views } from '../../worker/contract/view.ts'
import { publicId, rowId } from '../../worker/domain/response-id.ts'
import { readAsked } from '../../worker/store/asked.ts'
import { openDb } from '../../worker/store/db.ts'
import { matchingIds } from '../../worker/store/matching.ts'
import { manyResponses, prepareGround, shop, survey } from './exports/ground.ts'
import { countingDb } from './support/counting-db.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { json, manage, publishSurvey, respond } from './support/shop.ts'

const counting = countingDb(env.DB)
const dimensions = ['touchpoint', 'tier', 'source', 'fit']
let foreign: number

const idOf = (item: { id: string } | undefined) => rowId(item?.id ?? '') ?? 0
const feed = async (query: string, key = shop.apiKey) =>
  (await json<Feed>(manage(key, 'GET', `/api/v1/responses?limit=200&${query}`))).items

beforeAll(async () => {
  await prepareGround()
  await manage(shop.apiKey, 'POST', '/api/v1/tags', { name: 'Twice', rules: [{ any: ['twice'] }] })
  await respond(shop, survey, { answers: { score: 0, why: 'Arrived twice, and broken. Terrible.' }, traits: { tier: 'gold' } })
  const other = await insertShop('other', ['https://shop.example'])
  await respond(other, await publishSurvey(other, {}), { answers: { score: 9, why: 'Comment' } })
  foreign = idOf((await feed('', other.apiKey))[0])
})

async function matching(conditions: Conditions, ids: readonly number[]) {
  const db = openDb(counting.db)
  const asked = await readAsked(db, { id: shop.site.id, dimensions }, conditions)
  if ('faults' in asked) return asked.faults.map(({ pointer }) => pointer)
  counting.rowsRead()
  return (await matchingIds(db, shop.site.id, asked, ids)).map(publicId)
}

describe('conditions', () => {
  it.each<[string, Conditions]>([
    ['', {}],
    ['category=detractor', { category: 'detractor' }],
    ['score=0', { score: 0 }],
    ['commented=1&category=promoter', { commented: true, category: 'promoter' }],
    ['tag=twice', { tag: 'twice' }],
    ['sentiment=negative', { sentiment: 'negative' }],
    ['disagrees=1', { disagrees: true }],
    ['sku=A-1', { sku: 'A-1' }],
    ['q=comm*', { q: 'comm*' }],
    ['q=broken&score=0', { q: 'broken', score: 0 }],
    ['segment.tier=gold&segment.touchpoint=checkout', { segments: { tier: 'gold', touchpoint: 'checkout' } }],
    ['answer.missing=price&answer.trait=size', { answers: { missing: 'price', trait: 'size' } }],
    ['SURVEY&segment.tier=silver', { survey: 'SURVEY', segments: { tier: 'silver' } }],
  ])('of ids find those that the feed lists: "%s"', async (query, conditions) => {
    const all = [...(await feed('')).map(idOf), foreign]
    const listed = (await feed(query.replace('SURVEY', `survey=${survey}`))).map(({ id }) => id)
    const asked = conditions.survey ? { ...conditions, survey } : conditions
    expect(await matching(asked, all)).toEqual(listed)
    const half = all.filter((_, i) => i % 2)
    expect(await matching(asked, half)).toEqual(listed.filter((id) => half.includes(rowId(id) ?? 0)))
    expect(await matching(asked, [])).toEqual([])
  })

  it('of a few ids read a few rows, however many responses there are', async () => {
    const many = await manyResponses(3_000)
    const ids = (await feed(`survey=${many}`)).slice(0, 5).map(idOf)
    for (const conditions of [
      {},
      { survey: many, category: 'promoter' as const },
      { q: 'comm*' },
      { segments: { tier: 'gold' } },
    ]) {
      await matching(conditions, ids)
      expect(counting.rowsRead(), JSON.stringify(conditions)).toBeLessThan(200)
    }
  })

  it('say all of what the site does not know, and match nothing by it', async () => {
    const gone = { survey: 'srv_0000000000', tag: 'Nobody', segments: { colour: 'red' }, answers: { size: 'xl' }, q: '!' }
    expect(await matching(gone, [foreign])).toEqual(['/survey', '/segments/colour', '/q', '/answers/size', '/tag'])
  })
})

describe('a saved view', () => {
  const as = (cookie: string) => (method: string, path: string, body?: unknown) => asPerson(cookie, method, path, body)
  const byKey = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, path, body)
  const views = async (call: typeof byKey) => (await json<Views>(call('GET', '/api/v1/views'))).views
  const late = { tag: 'twice', segments: { tier: 'gold' }, answers: { missing: 'price' } }

  it('is the team’s or one’s own, and only the team’s is seen by others', async () => {
    const ann = as((await joinAs(shop, 'agent', 'ann@shop.example')).cookie)
    const bob = as((await joinAs(shop, 'agent', 'bob@shop.example')).cookie)
    const own = await json<View>(ann('POST', '/api/v1/views', { name: ' Gold late ', conditions: late }))
    expect(own).toMatchObject({ name: 'Gold late', conditions: late, shared: false, author: 'ann@shop.example', mayChange: true })
    for (const [method, body] of [['GET'], ['PATCH', { name: 'Mine' }], ['DELETE']] as const)
      expect((await bob(method, `/api/v1/views/${own.id}`, body)).status).toBe(404)
    expect(await views(bob)).toEqual([])
    expect(await views(byKey)).toEqual([])

    expect(await json(ann('PATCH', `/api/v1/views/${own.id}`, { shared: true }))).toMatchObject({
      shared: true,
      conditions: late,
    })
    expect(await views(bob)).toMatchObject([{ id: own.id, mayChange: false, gone: [] }])
    for (const [method, body] of [['PATCH', { name: 'Mine' }], ['DELETE']] as const)
      expect((await bob(method, `/api/v1/views/${own.id}`, body)).status).toBe(403)
    // The key is an owner's.
    expect(await json(byKey('PATCH', `/api/v1/views/${own.id}`, { name: 'Late' }))).toMatchObject({
      name: 'Late',
      mayChange: true,
    })
    expect((await ann('DELETE', `/api/v1/views/${own.id}`)).status).toBe(204)
    expect((await ann('GET', `/api/v1/views/${own.id}`)).status).toBe(404)
  })

  it.each<[string, object, number]>([
    ['of a survey that is another site’s', { conditions: { survey: 'srv_0000000000' } }, 404],
    ['of a tag the site has not', { conditions: { tag: 'Nobody' } }, 422],
    ['of a dimension the site has not', { conditions: { segments: { colour: 'red' } } }, 422],
    ['of a question nobody was asked', { conditions: { answers: { size: 'xl' } } }, 422],
    ['with days', { conditions: { from: '2026-11-01' } }, 400],
    ['without a name', { name: ' \u200b ' }, 422],
    ['of a key alone', { shared: false }, 422],
  ])('%s is not stored', async (_, given, status) => {
    const answer = await byKey('POST', '/api/v1/views', { name: 'View', conditions: {}, shared: true, ...given })
    expect([answer.status, await views(byKey)]).toEqual([status, []])
  })

  it('says what of it has gone, and is whole again once that is back', async () => {
    const { id } = await json<View>(byKey('POST', '/api/v1/views', { name: 'Late', conditions: late, shared: true }))
    const { tags } = await json<{ tags: { id: string }[] }>(byKey('GET', '/api/v1/tags'))
    const gone = async () => (await json<View>(byKey('GET', `/api/v1/views/${id}`))).gone.map(({ pointer }) => pointer)
    const settle = async (archived: boolean, declared: string[]) => {
      await byKey('PATCH', `/api/v1/tags/${tags[0]?.id}`, { archived })
      await byKey('PATCH', `/api/v1/sites/${shop.site.id}`, { dimensions: declared })
    }
    expect(await gone()).toEqual([])
    await settle(true, ['touchpoint'])
    expect(await gone()).toEqual(['/segments/tier', '/tag'])
    expect((await views(byKey))[0]?.gone).toHaveLength(2)
    expect((await byKey('PATCH', `/api/v1/views/${id}`, { name: 'Later' })).status).toBe(200)
    expect((await byKey('PATCH', `/api/v1/views/${id}`, { conditions: late })).status).toBe(422)
    await settle(false, dimensions)
    expect(await gone()).toEqual([])
    expect((await byKey('DELETE', `/api/v1/views/${id}`)).status).toBe(204)
  })

  it('of somebody with a part of the site finds what is in the part', async () => {
    const part = { tier: ['gold'] }
    const agent = as((await joinAs(shop, 'agent', 'part@shop.example', part)).cookie)
    const { conditions } = await json<View>(
      agent('POST', '/api/v1/views', { name: 'Spoke', conditions: { commented: true }, shared: true }),
    )
    const db = openDb(counting.db)
    const all = (await feed('')).map(idOf)
    const asked = await readAsked(db, { id: shop.site.id, dimensions }, conditions, { part })
    if ('faults' in asked) throw new Error('gone')
    const listed = (await json<Feed>(agent('GET', '/api/v1/responses?commented=1&limit=200'))).items.map(idOf)
    expect(await matchingIds(db, shop.site.id, asked, all)).toEqual(listed)
    expect(listed.length).toBeLessThan((await feed('commented=1')).length)
  })
})
