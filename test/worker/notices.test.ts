import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Audit } from '../../worker/contract/audit.ts'
import type { Me } from '../../worker/contract/people.ts'
import type { ManageRoute } from '../../worker/domain/access.ts'
import { downloads, downloadsAnHour } from '../../worker/domain/downloads.ts'
import { noticeKind } from '../../worker/domain/notices.ts'
import { routes } from './access/ground.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs, keyFor, loginLink, signIn } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop } from './support/shop.ts'

const csv = '/api/v1/exports/responses.csv'
const minute = 60_000

let shops = 0
let shop: Shop
/** Where its people have their mailboxes. */
let host: string
let owner: { id: string; cookie: string }
let manager: { id: string; cookie: string }

beforeAll(migrate)
beforeEach(async () => {
  shop = await insertShop(`n${++shops}o`, ['https://shop.example'])
  host = `team${shops}.example`
  await setUpHost(host)
  owner = await joinAs(shop, 'owner', `olga@${host}`)
  manager = await joinAs(shop, 'manager', `max@${host}`)
  await joinAs(shop, 'viewer', `vera@${host}`)
  await publishSurvey(shop, {}).then((survey) => respond(shop, survey, { answers: { score: 9 } }))
  await runScheduled()
  await reachedHost(host)
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (now: number) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(now)
}
const mails = async () => {
  await runScheduled()
  return (await reachedHost(host)).map(({ body }) => JSON.parse(body) as { to: string; subject: string; text: string })
}
const received = async () => (await mails()).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`).toSorted()
const get = (cookie: string, path: string) => asPerson(cookie, 'GET', path)
/** Downloads without reading what comes. */
const download = async (cookie: string, path = csv) => {
  const answer = await get(cookie, path)
  await answer.body?.cancel()
  return answer
}

describe('taking files out', () => {
  it('is possible so many times an hour for a person, whatever the file, and again once the first is an hour old', async () => {
    const began = Date.now()
    at(began)
    const paths = [csv, '/api/v1/exports/responses.ndjson', '/api/v1/respondents/c_1/export']
    for (let n = 0; n < downloadsAnHour; n++) {
      at(began + n * minute)
      expect((await download(manager.cookie, paths[n % 3])).status).toBe(200)
    }
    at(began + 40 * minute + 500)
    for (const path of paths) {
      const refused = await get(manager.cookie, path)
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, String(20 * 60)])
      expect((await refused.json<{ detail: string }>()).detail).toContain('20 minutes')
    }
    const me = await json<Me>(get(manager.cookie, `/api/v1/me?site=${shop.site.id}`))
    expect(Date.parse(me.downloadFrom ?? '')).toBe(began + 60 * minute)
    expect((await json<Me>(get(manager.cookie, '/api/v1/me'))).downloadFrom).toBeNull()
    const { items } = await json<Audit>(get(owner.cookie, '/api/v1/audit'))
    expect(items.slice(0, 4).map(({ status }) => status)).toEqual([429, 429, 429, 200])
    // Refusals took no place of an hour; somebody else has their own, and so has another site.
    expect((await download(owner.cookie)).status).toBe(200)
    at(began + 60 * minute)
    expect((await download(manager.cookie)).status).toBe(200)
    expect((await download(manager.cookie)).status).toBe(429)
  })

  it('lets one of several at once through as the last', async () => {
    at(Date.now())
    for (let n = 1; n < downloadsAnHour; n++) await download(manager.cookie)
    expect((await json<Me>(get(manager.cookie, `/api/v1/me?site=${shop.site.id}`))).downloadFrom).toBeNull()
    const all = await Promise.all(Array.from({ length: 4 }, () => download(manager.cookie)))
    expect(all.map(({ status }) => status).toSorted()).toEqual([200, 429, 429, 429])
  })

  it('has no such end for a key, which is made for it', async () => {
    at(Date.now())
    const { key } = await keyFor(shop, 'manager')
    for (let n = 0; n <= downloadsAnHour; n++) {
      const answer = await manage(key, 'GET', csv)
      await answer.body?.cancel()
      expect(answer.status).toBe(200)
    }
    expect(await received()).toEqual([])
  })

  it('counts the site that is asked alone', async () => {
    at(Date.now())
    const second = await insertShop(`n${shops}p`, ['https://shop.example'])
    await db
      .prepare("INSERT INTO members (site, person, role, created_at) VALUES (?, ?, 'manager', 0)")
      .bind(second.site.id, manager.id)
      .run()
    for (let n = 0; n < downloadsAnHour; n++) await download(manager.cookie, `${csv}?site=${shop.site.id}`)
    expect((await download(manager.cookie, `${csv}?site=${shop.site.id}`)).status).toBe(429)
    expect((await download(manager.cookie, `${csv}?site=${second.site.id}`)).status).toBe(200)
  })
})

describe('what owners are mailed', () => {
  it('is once a day what somebody took out, to them and to whoever did it, in the time of the shop', async () => {
    at(Date.parse('2026-11-25T20:15:00Z'))
    manager.cookie = await signIn(await loginLink(`max@${host}`))
    await download(manager.cookie)
    await download(manager.cookie, '/api/v1/exports/responses.ndjson')
    const [first, ...more] = await mails()
    expect([first?.to, ...more.map(({ to }) => to)].toSorted()).toEqual([`max@${host}`, `olga@${host}`])
    expect(first?.subject).toBe(`n${shops}o: max@${host} downloaded responses`)
    expect(first?.text).toContain('26 November 2026 at 05:15 (Asia/Tokyo)')
    await download(manager.cookie)
    expect(await mails()).toEqual([])
    at(Date.parse('2026-11-26T01:00:00Z'))
    manager.cookie = await signIn(await loginLink(`max@${host}`))
    await download(manager.cookie)
    expect(await mails()).toHaveLength(2)
  })

  it('is nothing where it was refused', async () => {
    at(Date.now())
    await asPerson(manager.cookie, 'POST', '/api/v1/keys', { name: 'Mine', role: 'owner' })
    await asPerson(owner.cookie, 'POST', '/api/v1/keys', { name: 'Mine', scopes: ['all'] })
    await get(manager.cookie, `${csv}?from=yesterday`)
    at(Date.now() + 3 * 60 * minute)
    expect((await get(manager.cookie, csv)).status).toBe(401)
    expect(await received()).toEqual([])
  })

  it('is each other thing too, by kind, and the end of a site with the way back', async () => {
    at(Date.now())
    await setUpHost(`hook${shops}.example`)
    const url = `https://hook${shops}.example/secret-path`
    const post = (path: string, body: object) => asPerson(owner.cookie, 'POST', `/api/v1${path}`, body)
    expect((await post('/webhooks', { url, types: ['response.created'] })).status).toBe(201)
    expect((await post('/keys', { name: 'Nightly', role: 'manager' })).status).toBe(201)
    expect((await post('/invitations', { email: `ned@elsewhere${shops}.example`, role: 'viewer' })).status).toBe(201)
    expect((await asPerson(owner.cookie, 'PATCH', `/api/v1/members/${manager.id}`, { role: 'agent' })).status).toBe(200)
    const all = await mails()
    const words = ['added a webhook', 'made an API key', 'invited somebody', 'changed the role of a member']
    expect(all.map(({ subject }) => subject).toSorted()).toEqual(words.map((did) => `n${shops}o: olga@${host} ${did}`).toSorted())
    for (const secret of ['secret-path', `hook${shops}`, 'elsewhere', 'Nightly', 'sk_'])
      expect(JSON.stringify(all)).not.toContain(secret)

    expect((await asPerson(owner.cookie, 'DELETE', `/api/v1/sites/${shop.site.id}`)).status).toBe(200)
    const [ended] = await mails()
    expect(ended?.subject).toBe(`n${shops}o: olga@${host} deleted the site`)
    expect(ended?.text).toContain('any owner can bring it back')
  })

  it('shows names as they are, whatever stands in them', async () => {
    at(Date.now())
    const name = 'Max <img src=x onerror=__pwned()> & {{7*7}}'
    await db.prepare('UPDATE people SET name = ? WHERE id = ?').bind(name, manager.id).run()
    await download(manager.cookie)
    const [sent] = (await mails()) as { subject?: string; text?: string; html?: string }[]
    expect(sent?.subject).toContain(name)
    expect(sent?.html).toContain('Max &lt;img src=x onerror=__pwned()&gt; &amp; {{7*7}}')
    expect(sent?.html).not.toContain('<img src=x')
  })
})

it('is told of each download and each door that stays open, and of routes there are', () => {
  const told = routes.filter((route) => noticeKind(route))
  for (const route of downloads) expect(told).toContain(route)
  const isDoor = (route: ManageRoute) =>
    /^POST \S+\/(webhooks|keys|invitations|identity-secret|rotate)$/.test(route) ||
    /^PATCH \S+\/(webhooks|members)\/\{id\}$/.test(route) ||
    /^DELETE \S+\/sites\/\{id\}$/.test(route) ||
    /\/export(s\/|$)/.test(route)
  expect(told.toSorted()).toEqual(routes.filter(isDoor).toSorted())
})
