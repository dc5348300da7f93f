import { beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../worker/contract/report.ts'
import type { SiteView } from '../../worker/contract/site.ts'
import { json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let survey: string

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'value'] })
  survey = await publishSurvey(shop, { touchpoint: 'cart' })
})

const patch = (change: object) => manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, change)
const faultsOf = async (change: object) => {
  const answer = await patch(change)
  expect(answer.status).toBe(422)
  return (await json<{ errors: { pointer: string; detail: string }[] }>(answer)).errors
}
const site = () => json<SiteView>(manage(shop.apiKey, 'GET', `/api/v1/sites/${shop.site.id}`))
const bands = [{ dimension: 'value', from: [100, 500], unit: '€' }]
const answer = (traits: object) => respond(shop, survey, { complete: true, answers: { score: 9 }, traits })
const rows = async () => {
  const path = `/api/v1/surveys/${survey}/report?breakdown=value`
  const { breakdown = [] } = await json<Report>(manage(shop.apiKey, 'GET', path))
  return Object.fromEntries(breakdown.map(({ value, n }) => [value, n]))
}

describe('bands of a dimension', () => {
  it('hold from the moment they are saved: in answers, displays and imports, the rest told apart', async () => {
    expect((await answer({ value: 120 })).status).toBe(201)
    expect((await patch({ bands })).status).toBe(200)
    for (const value of [99, 100, '499', 1_000, 'many', true]) expect((await answer({ value })).status).toBe(201)
    expect((await answer({})).status).toBe(201)
    const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'text/csv' }
    const body = 'score,value\n7,250\n7,99.5\n7,n/a\n'
    expect((await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers, body })).status).toBe(200)
    expect(await rows()).toEqual({
      120: 1,
      'under 100 €': 2,
      '100 to 499 €': 3,
      '500 € and more': 1,
      '(not a number)': 3,
    })

    const events = [{ survey, type: 'shown' }]
    const shown = { site: shop.site.key, key: crypto.randomUUID(), events, traits: { value: 499 } }
    const sent = await send('/v1/displays', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
      body: JSON.stringify(shown),
    })
    expect(sent.status).toBe(201)
    const path = `/api/v1/surveys/${survey}/report?segment.value=${encodeURIComponent('100 to 499 €')}`
    expect((await json<Report>(manage(shop.apiKey, 'GET', path))).displays.shown).toBe(1)
  })

  it('keep the number itself among the traits', async () => {
    const { items } = await json<{ items: { traits: object; segments: object }[] }>(
      manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&segment.value=${encodeURIComponent('500 € and more')}`),
    )
    expect(items).toMatchObject([{ traits: { value: 1_000 }, segments: { value: '500 € and more' } }])
    const imported = await json<{ items: { traits: object }[] }>(
      manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&segment.value=${encodeURIComponent('under 100 €')}`),
    )
    expect(imported.items.map(({ traits }) => traits)).toContainEqual({ value: '99.5' })
  })

  it('come back from an export of ours under their own names', async () => {
    const auth = { Authorization: `Bearer ${shop.apiKey}` }
    const file = await (await send(`/api/v1/exports/responses.ndjson?survey=${survey}`, { headers: auth })).arrayBuffer()
    const copy = await publishSurvey(shop, { name: 'Copy' })
    const headers = { ...auth, 'Content-Type': 'application/x-ndjson' }
    expect((await send(`/api/v1/imports?survey=${copy}`, { method: 'POST', headers, body: file })).status).toBe(200)
    const path = (of: string) => `/api/v1/surveys/${of}/report?breakdown=value`
    const of = async (id: string) =>
      (await json<Report>(manage(shop.apiKey, 'GET', path(id)))).breakdown?.map(({ value, n }) => [value, n])
    expect((await of(copy))?.sort()).toEqual((await of(survey))?.sort())
  })

  it.each([
    ['what is no dimension', [{ dimension: 'age', from: [1], unit: '' }], '/bands/0/dimension'],
    ['what the worker knows itself', [{ dimension: 'touchpoint', from: [1], unit: '' }], '/bands/0/dimension'],
    ['the same one twice', [...bands, ...bands], '/bands/1/dimension'],
    ['thresholds that fall', [{ dimension: 'value', from: [5, 1], unit: '' }], '/bands/0/from'],
    ['no threshold', [{ dimension: 'value', from: [], unit: '' }], '/bands/0/from'],
    ['a unit as long as a sentence', [{ dimension: 'value', from: [1], unit: 'x'.repeat(13) }], '/bands/0/unit'],
  ])('are refused for %s', async (_name, wanted, pointer) => {
    expect((await faultsOf({ bands: wanted })).map((fault) => fault.pointer)).toEqual([pointer])
    expect((await site()).bands).toEqual(bands)
  })

  it('go with their dimension, which comes back without them', async () => {
    expect((await patch({ dimensions: ['touchpoint'] })).status).toBe(200)
    expect((await site()).bands).toEqual([])
    expect((await patch({ dimensions: ['touchpoint', 'value'], bands })).status).toBe(200)
    expect(await site()).toMatchObject({ dimensions: ['touchpoint', 'value'], bands })
  })
})

describe('a journey', () => {
  const journey = [
    { id: 'cart', name: 'Basket' },
    { id: 'gift-wrapping', name: 'Geschenk 🎁' },
  ]

  it('is the site’s own once it is saved, in its order; names change, ids don’t', async () => {
    expect((await site()).journey).toEqual([])
    expect((await patch({ journey })).status).toBe(200)
    expect((await patch({ journey: journey.toReversed() })).status).toBe(200)
    expect((await site()).journey).toEqual(journey.toReversed())
  })

  it('keeps a touchpoint that an open survey stands on, and lets go of one that none does', async () => {
    expect(await faultsOf({ journey: journey.slice(1) })).toEqual([{ pointer: '/journey', detail: 'surveys stand on Basket' }])
    expect((await patch({ journey: journey.slice(0, 1) })).status).toBe(200)
    expect((await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/close`)).status).toBe(200)
    expect((await patch({ journey: [] })).status).toBe(200)
  })

  it.each([
    ['an id twice', [journey[0], journey[0]], '/journey'],
    ['an id that no page could say', [{ id: 'Cart!', name: 'Cart' }], '/journey/0/id'],
    ['a nameless one', [{ id: 'cart', name: ' ' }], '/journey/0/name'],
    ['more than 40', Array.from({ length: 41 }, (_, i) => ({ id: `t${i}`, name: 'T' })), '/journey'],
  ])('refuses %s', async (_name, wanted, pointer) => {
    expect((await faultsOf({ journey: wanted })).map((fault) => fault.pointer)).toEqual([pointer])
  })
})

describe('the address of the tag', () => {
  const host = async () => /host:"([^"]*)"/.exec(await (await send(`/w/${shop.site.key}.js`)).text())?.[1]

  it('is this server’s, or one below an origin of the site', async () => {
    expect(await host()).toBe('https://earshot.test')
    expect((await patch({ tagHost: ' https://shop.example/earshot/ ' })).status).toBe(200)
    expect([(await site()).tagHost, await host()]).toEqual(Array(2).fill('https://shop.example/earshot'))
    expect((await patch({ tagHost: '' })).status).toBe(200)
    expect(await host()).toBe('https://earshot.test')
  })

  it.each([
    'https://evil.example/earshot',
    'https://shop.example.evil.example/',
    'http://shop.example/earshot',
    'https://user@shop.example/',
    'https://shop.example/?x',
    'https://shop.example/#x',
    'javascript:alert(1)//shop.example',
    '//shop.example',
    'earshot',
  ])('is not %s, whose scripts would run on the shop’s pages', async (tagHost) => {
    expect((await faultsOf({ tagHost })).map(({ pointer }) => pointer)).toEqual(['/tagHost'])
    expect(await host()).toBe('https://earshot.test')
  })
})
