import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Check, CreatedCheck, Sightings } from '../../worker/contract/install.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, type Shop, send, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})
afterEach(() => vi.useRealTimers())

const open = (url = `${shopOrigin}/cart`) => manage(shop.apiKey, 'POST', '/api/v1/checks', { url })
const opened = async (url?: string) => {
  const check = await json<CreatedCheck>(open(url))
  return { ...check, secret: /earshot-(ck_\w+)/.exec(check.url)?.[1] ?? '' }
}
const told = (id: string) => json<Check>(manage(shop.apiKey, 'GET', `/api/v1/checks/${id}`))
const report = (check: string, origin = shopOrigin, more: object = {}, site = shop.site.key) =>
  send('/v1/checks', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: origin },
    body: JSON.stringify({ site, check, ...more }),
  })
/** As a page of the origin asks for the script. */
const load = (key: string, referer?: string) => send(`/w/${key}.js`, referer ? { headers: { Referer: referer } } : {})
const sightings = async () => (await json<Sightings>(manage(shop.apiKey, 'GET', '/api/v1/sightings'))).sightings
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('an install check', () => {
  it('is an address of the page with a secret in its fragment, of which the hash is kept; the loader looks for it only meanwhile', async () => {
    const before = await (await load(shop.site.key)).text()
    expect(before).not.toContain('earshot-')
    const made = await open(`${shopOrigin}/cart?x=1#reviews`)
    expect(made.status).toBe(201)
    const check = await json<CreatedCheck>(made)
    expect(check.url).toMatch(/^https:\/\/shop\.example\/cart\?x=1#earshot-ck_[0-9A-Za-z]{32}$/)
    expect(check).toMatchObject({ origin: shopOrigin, found: null, stranger: null })
    expect(Date.parse(check.expiresAt) - Date.parse(check.createdAt)).toBe(15 * 60_000)
    const row = await db.prepare('SELECT hash FROM checks WHERE id = ?').bind(check.id).first<string>('hash')
    expect([row?.length, check.url.includes(row ?? 'none')]).toEqual([64, false])

    const looking = await (await load(shop.site.key)).text()
    expect(looking).toContain('earshot-')
    expect(looking.endsWith(before)).toBe(true)
    later(15 * 60_000)
    expect(await (await load(shop.site.key)).text()).toBe(before)
  })

  it('keeps the mark in the query where the site’s routes stand in the fragment', async () => {
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { hashRoutes: true })
    expect((await json<CreatedCheck>(open(`${shopOrigin}/#/cart`))).url).toMatch(
      /^https:\/\/shop\.example\/\?earshot-ck_[0-9A-Za-z]{32}=#\/cart$/,
    )
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { hashRoutes: false })
  })

  it('says where it was seen, and what the loader told', async () => {
    const { id, secret } = await opened()
    expect((await report(secret, shopOrigin, { consent: 'waiting' })).status).toBe(204)
    const { found } = await told(id)
    expect(found).toEqual({ at: expect.any(String), origin: shopOrigin, allowed: true, connects: true, consent: 'waiting' })
    expect(Math.abs(Date.parse(found?.at ?? '') - Date.now())).toBeLessThan(5_000)
    expect((await report(secret, shopOrigin, { consent: 'given', other: 'pk_other' })).status).toBe(204)
    expect((await told(id)).found).toMatchObject({ consent: 'given', other: 'pk_other' })
  })

  it('refuses an origin that is not on the list, readable by the page, and remembers which', async () => {
    const { id, secret } = await opened()
    const refused = await report(secret, 'https://staging.shop.example')
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([403, '*'])
    expect((await told(id)).found).toMatchObject({ origin: 'https://staging.shop.example', allowed: false })
    expect((await report(secret, 'null')).status).toBe(403)
    expect((await told(id)).found).toMatchObject({ origin: 'null', allowed: false })
  })

  it('learns by a script that the page lets nothing be sent', async () => {
    const { id, secret } = await opened()
    const headers = { Origin: shopOrigin, Referer: `https://earshot.test/w/${shop.site.key}.js` }
    const script = await send(`/w/${shop.site.key}.${secret}.js`, { headers })
    expect([script.status, script.headers.get('Cache-Control'), script.headers.get('Content-Type'), await script.text()]).toEqual(
      [200, 'no-store', 'text/javascript; charset=utf-8', ''],
    )
    expect((await told(id)).found).toMatchObject({ origin: shopOrigin, allowed: true, connects: false })
    await load(`${shop.site.key}.${secret}`, 'https://elsewhere.example/earshot/w/x.js')
    expect((await told(id)).found).toMatchObject({ origin: 'https://elsewhere.example', allowed: false })
  })

  it('learns which other key its page asked for: one that nobody has, or another site’s', async () => {
    const other = await insertShop('other', ['https://other.example'])
    const { id } = await opened()
    later(2_000)
    expect((await load('pk_mistyped', `${shopOrigin}/cart`)).status).toBe(404)
    await expect.poll(async () => (await told(id)).stranger?.key).toBe('pk_mistyped')
    later(2_000)
    expect((await load(other.site.key, `${shopOrigin}/`)).status).toBe(200)
    await expect.poll(async () => (await told(id)).stranger?.key).toBe(other.site.key)
    later(2_000)
    await load('pk_elsewhere', 'https://elsewhere.example/')
    await load('pk_nobody')
    await load(shop.site.key, `${shopOrigin}/`)
    expect((await told(id)).stranger?.key).toBe(other.site.key)
  })

  it('takes its own key for no stranger where the page’s origin is not on the list', async () => {
    const staging = 'https://staging.shop.example'
    const { id } = await opened(`${staging}/`)
    const other = await insertShop('fourth', ['https://fourth.example'])
    const theirs = await json<CreatedCheck>(manage(other.apiKey, 'POST', '/api/v1/checks', { url: `${staging}/` }))
    // Past the clock of the test before.
    later(60_000)
    await load(shop.site.key, `${staging}/`)
    const strangers = async (key: string, check: string) =>
      (await json<Check>(manage(key, 'GET', `/api/v1/checks/${check}`))).stranger?.key
    await expect.poll(() => strangers(other.apiKey, theirs.id)).toBe(shop.site.key)
    expect(await strangers(shop.apiKey, id)).toBeUndefined()
  })

  it.each([
    ['made up', () => `ck_${'0'.repeat(32)}`],
    ['empty', () => ''],
  ])('with a secret that is %s tells nobody anything', async (_name, secret) => {
    expect((await report(secret())).status).toBe(404)
    expect((await load(`${shop.site.key}.ck_${'0'.repeat(32)}`)).status).toBe(404)
  })

  it('is this site’s alone, and over after 15 minutes', async () => {
    const other = await insertShop('third', [shopOrigin])
    const { id, secret } = await opened()
    expect((await report(secret, shopOrigin, {}, other.site.key)).status).toBe(404)
    expect((await manage(other.apiKey, 'GET', `/api/v1/checks/${id}`)).status).toBe(404)
    later(15 * 60_000)
    expect((await report(secret)).status).toBe(404)
    expect((await told(id)).found).toBeNull()
  })

  it('is refused for what is no page, and when 20 are open', async () => {
    for (const url of [
      'javascript:alert(1)',
      'ftp://shop.example/',
      'shop',
      `${shopOrigin}/${'x'.repeat(2_000)}`,
      `https://${'x'.repeat(300)}.example/`,
    ])
      expect((await open(url)).status).toBe(422)
    later(16 * 60_000)
    const statuses = []
    for (let i = 0; i < 21; i++) statuses.push((await open()).status)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429])
  })
})

describe('where the tag was seen', () => {
  it('is written once an hour for each origin on the list, and for no other', async () => {
    later(2 * 60 * 60_000)
    await db.prepare('DELETE FROM sightings').run()
    const at = Date.now()
    await load(shop.site.key, `${shopOrigin}/secret?token=1`)
    await expect.poll(sightings).toEqual([{ origin: shopOrigin, at: expect.any(String) }])
    const first = await sightings()
    expect(Math.abs(Date.parse(first[0]?.at ?? '') - at)).toBeLessThan(5_000)
    later(59 * 60_000)
    await load(shop.site.key, `${shopOrigin}/`)
    await load(shop.site.key, 'https://elsewhere.example/')
    await load(shop.site.key, 'not a url')
    await load(shop.site.key)
    expect(await sightings()).toEqual(first)
    later(2 * 60_000)
    await load(shop.site.key, `${shopOrigin}/`)
    await expect.poll(async () => (await sightings())[0]?.at).not.toBe(first[0]?.at)
    expect(await sightings()).toHaveLength(1)
  })

  it('is written at once while a check is open', async () => {
    later(4 * 60 * 60_000)
    await opened()
    await load(shop.site.key, `${shopOrigin}/`)
    const before = (await sightings())[0]?.at
    later(2_000)
    await load(shop.site.key, `${shopOrigin}/`)
    await expect.poll(async () => (await sightings())[0]?.at).not.toBe(before)
  })

  it('counts 20 origins of a wildcard, and no more', async () => {
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { origins: [shopOrigin, 'https://*.shop.example'] })
    for (let i = 0; i < 25; i++) await load(shop.site.key, `https://s${i}.shop.example/`)
    await expect.poll(async () => (await sightings()).length).toBe(20)
  })
})
