import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CreatedLinks, Links } from '../../worker/contract/link.ts'
import { cleanUp } from '../../worker/jobs/clean-up.ts'
import { openDb } from '../../worker/store/db.ts'
import { openPage, press, storedAt } from './support/hosted.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let survey: string
const day = 24 * 60 * 60_000

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'location', 'tier'] })
  const why = { id: 'why', type: 'text', text: 'Why, {{trait.first_name|you}}?' }
  const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
  survey = await publishSurvey(shop, { touchpoint: 'delivery', questions: [score, why] })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await db.batch([db.prepare('DELETE FROM responses'), db.prepare('DELETE FROM links')])
})

const make = (body: object, of = survey) => manage(shop.apiKey, 'POST', `/api/v1/surveys/${of}/links`, body)
const csv = (text: string, type = 'text/csv', of = survey) =>
  send(`/api/v1/surveys/${of}/links.csv`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type },
    body: text,
  })
const pathOf = (url: string) => new URL(url).pathname
const madeLinks = async () => (await db.prepare('SELECT * FROM links ORDER BY respondent').all<Record<string, string>>()).results

describe('a personal link', () => {
  const wanted = {
    respondent: 'c_17',
    traits: { first_name: 'Ann', tier: 'gold' },
    order: { id: '1001', value: 59.9, currency: 'EUR', skus: ['A-1'] },
    locale: 'en',
    location: 'Berlin',
  }

  it('carries whom it asks and about which order in its row, never in its address, and is kept as a hash', async () => {
    const { links, expiresAt } = await json<CreatedLinks>(make({ links: [wanted] }))
    const [link] = links
    expect(link).toEqual({ respondent: 'c_17', url: expect.stringMatching(/^https:\/\/earshot\.test\/s\/lk_[0-9A-Za-z]{32}$/) })
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(29 * day)
    const token = pathOf(link?.url ?? '').split('/')[2] ?? ''
    expect(JSON.stringify(await madeLinks())).not.toContain(token)

    const page = await openPage(`/s/${token}?score=9&respondent=c_1&location=Paris&first_name=Eve`)
    expect(page.held).toEqual([['score', '9']])
    const why = await press(page, { score: '9', respondent: 'c_1', 'trait.tier': 'none' })
    expect(why.title).toBe('Why, Ann? (optional)')
    const [row] = await storedAt(shop)
    expect(row).toMatchObject({ score: 9, source: 'email', respondent: 'c_17', complete: 0 })
    expect(JSON.parse(String(row?.traits))).toEqual(wanted.traits)
    expect(JSON.parse(String(row?.order_info))).toEqual(wanted.order)
    expect(JSON.parse(String(row?.dimensions))).toEqual({ touchpoint: 'delivery', location: 'Berlin', tier: 'gold' })
  })

  it('is good for one response: it goes on where it was left, and says thanks once that is complete', async () => {
    const { links } = await json<CreatedLinks>(make({ links: [wanted] }))
    const path = pathOf(links[0]?.url ?? '')
    const mine = await openPage(path)
    // A submission key in the form is not believed.
    mine.hidden = mine.hidden.map(([name, value]) => [name, name === 'submission' ? crypto.randomUUID() : value])
    await press(mine, { score: '3' })
    const again = await openPage(`${path}?score=10`)
    expect(again.title).toBe('Why, Ann? (optional)')
    expect((await press(again, { why: 'Late' })).title).toBe('Thank you')
    expect((await openPage(path)).title).toBe('Thank you')
    expect((await press(mine, { score: '10' })).title).toBe('Thank you')
    expect(await storedAt(shop)).toMatchObject([{ score: 3, comment: 'Late', complete: 1 }])
  })

  it('stores nothing by being looked at, with whatever score', async () => {
    const { links } = await json<CreatedLinks>(make({ links: [wanted] }))
    const before = JSON.stringify(await madeLinks())
    for (let score = 0; score <= 10; score++) await openPage(`${pathOf(links[0]?.url ?? '')}?score=${score}`)
    expect(await storedAt(shop)).toEqual([])
    expect(JSON.stringify(await madeLinks())).toBe(before)
  })

  it('asks nobody new once it lapsed, lets who began finish, and is then forgotten', async () => {
    const start = Date.now()
    const expiresAt = new Date(start + day).toISOString()
    const { links } = await json<CreatedLinks>(make({ links: [wanted, { respondent: 'c_18' }], expiresAt }))
    const [begun, idle] = links.map(({ url }) => pathOf(url)) as [string, string]
    const open = await openPage(idle)
    const why = await press(await openPage(begun), { score: '9' })
    const clock = vi.spyOn(Date, 'now').mockReturnValue(start + day - 1)
    expect((await openPage(idle)).status).toBe(200)
    clock.mockReturnValue(start + day)
    expect([(await openPage(idle)).status, (await press(open, { score: '9' })).status]).toEqual([410, 410])
    expect((await openPage(begun)).title).toBe('Why, Ann? (optional)')
    expect((await press(why, { why: 'In time' })).title).toBe('Thank you')
    expect(await storedAt(shop)).toHaveLength(1)
    await cleanUp(openDb(db), start + 8 * day)
    expect(await madeLinks()).toHaveLength(2)
    await cleanUp(openDb(db), start + 8 * day + 1)
    expect(await madeLinks()).toEqual([])
  })

  it('goes with the response when that is erased', async () => {
    const { links } = await json<CreatedLinks>(make({ links: [wanted] }))
    const path = pathOf(links[0]?.url ?? '')
    const thanks = await press(await press(await openPage(path), { score: '9' }), { why: '' })
    expect((await press(thanks, { go: 'erase' })).title).toBe('Your answer has been deleted.')
    expect(await madeLinks()).toEqual([])
    expect((await openPage(path)).status).toBe(404)
    expect((await press(thanks, { score: '9' })).status).toBe(404)
    expect(await storedAt(shop)).toEqual([])
  })

  it.each([
    ['no links', { links: [] }, 422],
    ['a key there isn’t', { links: [{ email: 'ann@shop.example' }] }, 400],
    ['51 traits', { links: [{ traits: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, 1])) }] }, 422],
    ['an order that is none', { links: [{ order: { value: -1 } }] }, 422],
    ['a language that is none', { links: [{ locale: '../../etc' }] }, 422],
    ['a time that has passed', { links: [{}], expiresAt: new Date(Date.now() - 1).toISOString() }, 422],
    ['a time in two years', { links: [{}], expiresAt: new Date(Date.now() + 700 * day).toISOString() }, 422],
    ['one that is wrong among many', { links: [{ respondent: 'a' }, { location: '\u0007' }] }, 422],
  ])('is not made with %s', async (_, body, status) => {
    expect((await make(body)).status).toBe(status)
    expect(await madeLinks()).toEqual([])
  })

  it('is not made for a place the site does not count, nor for a closed survey', async () => {
    const closed = await publishSurvey(shop, {})
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${closed}/close`)
    expect((await make({ links: [{}] }, closed)).status).toBe(409)
    await db.prepare(`UPDATE sites SET dimensions = '["touchpoint"]'`).run()
    expect((await make({ links: [{ location: 'Berlin' }] })).status).toBe(422)
    await db.prepare(`UPDATE sites SET dimensions = '["touchpoint","location","tier"]'`).run()
    expect(await madeLinks()).toEqual([])
  })
})

describe('the personal links of a survey', () => {
  const path = (rest = '') => `/api/v1/surveys/${survey}/links${rest}`
  const listed = (cursor = '') => json<Links>(manage(shop.apiKey, 'GET', path(cursor && `?cursor=${cursor}`)))
  const revoke = async (id: string) => (await manage(shop.apiKey, 'DELETE', path(`/${id}`))).status

  it('are listed without their secret, with what became of each, and revoked one by one; an answer stays', async () => {
    const links = [
      { respondent: 'c_1', order: { id: '1001' }, location: 'Berlin' },
      { respondent: 'c_2', traits: { first_name: 'Ann' } },
      { respondent: 'c_3' },
    ]
    const made = await json<CreatedLinks>(make({ links }))
    const [one, two, three] = made.links.map(({ url }) => pathOf(url)) as [string, string, string]
    await press(await openPage(two), { score: '9' })
    await press(await press(await openPage(three), { score: '9' }), { why: '' })
    const { links: seen, count, next } = await listed()
    expect([count, next]).toEqual([3, null])
    const facts = {
      createdAt: expect.stringMatching(/Z$/),
      expiresAt: made.expiresAt,
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
    }
    expect(seen.toSorted((a, b) => a.respondent.localeCompare(b.respondent))).toEqual([
      { respondent: 'c_1', orderId: '1001', location: 'Berlin', state: 'unused', ...facts },
      { respondent: 'c_2', orderId: '', location: '', state: 'begun', ...facts },
      { respondent: 'c_3', orderId: '', location: '', state: 'answered', ...facts },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/lk_|Ann/)
    const id = (who: string) => seen.find(({ respondent }) => respondent === who)?.id ?? ''
    expect([await revoke(id('c_1')), await revoke(id('c_2')), await revoke(id('c_1'))]).toEqual([204, 204, 404])
    expect([await revoke(id('c_3').slice(0, 19)), await revoke('%25'), await revoke('')]).toEqual([404, 404, 404])
    expect(await Promise.all([one, two, three].map(async (link) => (await openPage(link)).status))).toEqual([404, 404, 200])
    expect(await storedAt(shop)).toHaveLength(2)
    expect((await listed()).count).toBe(1)
  })

  it('are listed a hundred at a time, each once, and revoked all at once, of this survey alone', async () => {
    const another = await publishSurvey(shop, {})
    await make({ links: [{}] }, another)
    await make({ links: Array.from({ length: 150 }, (_, i) => ({ respondent: `a_${i}` })) })
    await make({ links: Array.from({ length: 51 }, (_, i) => ({ respondent: `b_${i}` })) })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Links = await listed(cursor)
      expect(page.count).toBe(201)
      expect(page.links.length).toBeLessThanOrEqual(100)
      seen.push(...page.links.map(({ respondent }) => respondent))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(201)
    expect(seen).toHaveLength(201)
    expect((await manage(shop.apiKey, 'GET', path('?cursor=1-x'))).status).toBe(400)
    expect(await json(manage(shop.apiKey, 'DELETE', path()))).toEqual({ revoked: 201 })
    expect(await listed()).toEqual({ links: [], count: 0, next: null })
    expect(await madeLinks()).toHaveLength(1)
  })
})

describe('a list of customers', () => {
  it('comes back with a link a row; what only the mailer needs is not kept', async () => {
    const answer = await csv(
      'email,respondent,tier,trait.first_name,order.id,order.value,order.currency,locale,name\nann@shop.example,c_17,gold,Ann,1001,59.90,EUR,de,=1+1\nbob@shop.example,c_18,,Bob,,,,,"Smith, Bob"\n',
    )
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([201, 'text/csv; charset=utf-8'])
    const [head, ann, bob] = (await answer.text()).trim().split('\r\n')
    expect(head?.replace('\uFEFF', '')).toBe(
      'email,respondent,tier,trait.first_name,order.id,order.value,order.currency,locale,name,link',
    )
    expect(ann).toMatch(/^ann@shop\.example,c_17,gold,Ann,1001,59\.90,EUR,de,'=1\+1,https:\/\/earshot\.test\/s\/lk_\w{32}$/)
    expect(bob).toMatch(/^bob@shop\.example,c_18,,Bob,,,,,"Smith, Bob",https:/)
    const rows = await madeLinks()
    expect(rows.map(({ respondent, traits, order_info, locale }) => [respondent, traits, order_info, locale])).toEqual([
      ['c_17', '{"tier":"gold","first_name":"Ann"}', '{"id":"1001","value":59.9,"currency":"EUR"}', 'de'],
      ['c_18', '{"first_name":"Bob"}', '{}', ''],
    ])
    expect(JSON.stringify(rows)).not.toContain('@shop.example')
  })

  it('makes none where one row is wrong, and says which', async () => {
    const answer = await csv('respondent,order.value\nc_1,1\nc_2,much\n')
    expect(answer.status).toBe(422)
    expect(await json<object>(answer)).toMatchObject({
      errors: [{ pointer: '/links/1', detail: expect.stringContaining('order.value') }],
    })
    expect(await madeLinks()).toEqual([])
  })

  it('has 5,000 rows at most', async () => {
    const rows = (n: number) => `respondent\n${Array.from({ length: n }, (_, i) => `c_${i}`).join('\n')}\n`
    expect((await csv(rows(5001))).status).toBe(413)
    expect(await madeLinks()).toEqual([])
    expect((await csv(rows(5000))).status).toBe(201)
    expect(await madeLinks()).toHaveLength(5000)
  })

  it.each([
    ['JSON', 'application/json', 415],
    ['plain text', 'text/plain', 415],
  ])('is not taken as %s', async (_, type, status) => {
    expect((await csv('respondent\nc_1\n', type)).status).toBe(status)
  })
})

describe('codes and the block for e-mails', () => {
  const get = (path: string) => manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/${path}`)

  it('a code comes as SVG and as a PNG of at least 1,024 pixels', async () => {
    const svg = await get('qr.svg?location=Berlin')
    expect([svg.status, svg.headers.get('Content-Type')]).toEqual([200, 'image/svg+xml'])
    expect(await svg.text()).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/)
    const png = await get('qr.png?kiosk=1')
    const bytes = new DataView(await png.arrayBuffer())
    expect([png.status, png.headers.get('Content-Type'), bytes.getUint32(0)]).toEqual([200, 'image/png', 0x89504e47])
    expect(bytes.getUint32(16)).toBeGreaterThanOrEqual(1024)
  })

  it('the block is a table of links, one a point, that survives mail programs', async () => {
    const block = await get('email.html?lang=de&location=Berlin')
    expect(block.headers.get('Content-Security-Policy')).toContain('sandbox')
    const html = await block.text()
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? '')
    expect(links).toHaveLength(11)
    expect(new URL(links[9] ?? '').searchParams.toString()).toBe('score=9&lang=en&source=email&location=Berlin')
    expect(html).not.toMatch(/<script|<style|class=|display:(flex|grid)|url\(/)
    const page = await openPage(`${new URL(links[9] ?? '').pathname}${new URL(links[9] ?? '').search}`)
    expect(page.held).toEqual([['score', '9']])
    expect(await storedAt(shop)).toEqual([])
  })

  it('with a placeholder each customer gets the link of their own', async () => {
    const html = await (await get(`email.html?link=${encodeURIComponent('{{link}}')}`)).text()
    expect(html).toContain('href="{{link}}?score=0&amp;lang=en"')
    expect((await get(`email.html?link=${encodeURIComponent('"><script>')}`)).status).toBe(400)
  })

  it('leave a place out that the site does not count', async () => {
    await db.prepare(`UPDATE sites SET dimensions = '["touchpoint"]'`).run()
    for (const path of ['qr.svg', 'qr.png', 'email.html']) {
      expect((await get(`${path}?location=Berlin`)).status).toBe(422)
      expect((await get(path)).status).toBe(200)
    }
    await db.prepare(`UPDATE sites SET dimensions = '["touchpoint","location","tier"]'`).run()
  })
})
