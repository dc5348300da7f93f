import { beforeAll, describe, expect, it } from 'vitest'
import type { Targeting } from '../../worker/contract/targeting.ts'
import { json, manage, migrate, publishSurvey, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier'] })
})

const make = (targeting: unknown) => manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'S', metric: 'nps', targeting })
const loaderFor = (country: string) => send(`/w/${shop.site.key}.js`, { headers: { 'CF-IPCountry': country } })

describe('targeting', () => {
  it('is the etiquette of the field where nothing is said, and waits for an event or a trigger instead of ten seconds', async () => {
    const said = async (targeting?: object) => (await json<{ targeting: Targeting }>(make(targeting))).targeting
    expect(await said()).toEqual({
      include: [],
      exclude: [],
      event: '',
      eventWhere: [],
      triggers: [],
      conditions: [],
      starts: '',
      ends: '',
      sample: 100,
      caps: { day: 0, week: 0, month: 0, total: 0 },
      delaySeconds: 10,
      daysAfterAnswer: 90,
      daysAfterDismissal: 30,
      daysAfterSecondDismissal: 180,
      daysAcrossSurveys: 7,
    })
    expect((await said({ event: 'bought' })).delaySeconds).toBe(0)
    expect((await said({ triggers: [{ type: 'exit' }] })).delaySeconds).toBe(0)
    expect((await said({ event: 'bought', delaySeconds: 3 })).delaySeconds).toBe(3)
    expect((await said({ caps: { week: 5 } })).caps).toEqual({ day: 0, week: 5, month: 0, total: 0 })
  })

  it.each<[name: string, targeting: object, status: number, pointers: string[]]>([
    ['a rule that is no path', { include: ['/ok', 'cart'] }, 422, ['/targeting/include/1']],
    ['a way to compare that nobody knows', { exclude: [{ match: 'regex', value: '/a' }] }, 422, ['/targeting/exclude/0']],
    ['an exact path without a slash', { include: [{ match: 'exact', value: 'a' }] }, 422, ['/targeting/include/0/value']],
    ['a star outside a wildcard', { exclude: [{ match: 'contains', value: 'a*' }] }, 422, ['/targeting/exclude/0/value']],
    [
      'a query that is more than one name',
      { include: [{ match: 'query', value: 'a=1&b=2' }] },
      422,
      ['/targeting/include/0/value'],
    ],
    ['51 rules', { include: Array.from({ length: 51 }, () => '/a') }, 422, ['/targeting/include']],
    ['a fact that nobody knows', { conditions: [{ on: 'browser', is: ['x'] }] }, 422, ['/targeting/conditions/0/on']],
    ['a segment that isn’t declared', { conditions: [{ on: 'segment.size', is: ['x'] }] }, 422, ['/targeting/conditions/0/on']],
    ['a condition that asks nothing', { conditions: [{ on: 'device' }] }, 422, ['/targeting/conditions/0']],
    ['an empty list', { conditions: [{ on: 'device', is: [] }] }, 422, ['/targeting/conditions/0/is']],
    ['bounds the wrong way round', { conditions: [{ on: 'trait.n', from: 2, to: 1 }] }, 422, ['/targeting/conditions/0/to']],
    ['properties of no event', { eventWhere: [{ property: 'a', is: ['b'] }] }, 422, ['/targeting/event']],
    ['a trigger that nobody knows', { triggers: [{ type: 'shake' }] }, 422, ['/targeting/triggers/0/type']],
    ['more than all of a page', { triggers: [{ type: 'scroll', percent: 101 }] }, 422, ['/targeting/triggers/0/percent']],
    ['an element without a selector', { triggers: [{ type: 'click', element: ' ' }] }, 422, ['/targeting/triggers/0/element']],
    ['a day that is none', { starts: '2026-02-30' }, 422, ['/targeting/starts']],
    ['an end before the start', { starts: '2026-11-02', ends: '2026-11-01' }, 422, ['/targeting/ends']],
    ['nobody', { sample: 0 }, 422, ['/targeting/sample']],
    ['more than everybody', { sample: 100.1 }, 422, ['/targeting/sample']],
    ['less than no display', { caps: { day: -1 } }, 422, ['/targeting/caps/day']],
    ['a field that nobody knows', { caps: { year: 1 } }, 400, ['/targeting/caps']],
    ['a rest longer than ten years', { daysAfterSecondDismissal: 3651 }, 422, ['/targeting/daysAfterSecondDismissal']],
  ])('refuses %s, and says where', async (_name, targeting, status, pointers) => {
    const answer = await make(targeting)
    expect(answer.status).toBe(status)
    const { errors } = await json<{ errors: { pointer: string; detail: string }[] }>(answer)
    expect(errors.map(({ pointer }) => pointer)).toEqual(pointers)
    expect(errors.every(({ detail }) => detail.length > 5)).toBe(true)
  })

  it('a page that the site excludes is excluded from each survey, and refused where it is no rule', async () => {
    await publishSurvey(shop, { targeting: { exclude: ['/cart'] } })
    const path = `/api/v1/sites/${shop.site.id}`
    const bad = await manage(shop.apiKey, 'PATCH', path, { excludedPages: [{ match: 'prefix', value: 'pay' }] })
    expect([bad.status, (await json<{ errors: object[] }>(bad)).errors]).toEqual([
      422,
      [{ pointer: '/excludedPages/0/value', detail: 'a path starts with /' }],
    ])
    const excludedPages = [{ match: 'prefix', value: '/pay' }, '/sign-in']
    expect(await json(manage(shop.apiKey, 'PATCH', path, { excludedPages }))).toMatchObject({ excludedPages })
    expect(await (await loaderFor('DE')).text()).toContain('path:[[],["/cart","/pay*","/sign-in"]]')
    await manage(shop.apiKey, 'PATCH', path, { excludedPages: [] })
  })

  it('by country makes the loader of each country its own, which no shared cache keeps; others stay alike', async () => {
    const [plain, other] = await Promise.all([loaderFor('DE'), loaderFor('FR')])
    expect(await plain.text()).toBe(await other.text())
    expect(plain.headers.get('Cache-Control')).not.toContain('private')
    await publishSurvey(shop, { targeting: { conditions: [{ on: 'country', is: ['DE', 'at'] }] } })
    const [german, french] = await Promise.all([loaderFor('DE'), loaderFor('FR')])
    expect([await german.text(), await french.text()]).toEqual([
      expect.stringContaining('country:"DE",'),
      expect.stringContaining('country:"FR",'),
    ])
    expect(german.headers.get('ETag')).not.toBe(french.headers.get('ETag'))
    expect((await loaderFor('')).headers.get('Cache-Control')).toMatch(/private|no-cache/)
  })
})
