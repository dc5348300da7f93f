import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Drivers } from '../../worker/contract/drivers.ts'
import type { Report } from '../../worker/contract/report.ts'
import type { Share, SharedReport } from '../../worker/contract/share.ts'
import type { Tag } from '../../worker/contract/tags.ts'
import { askingTooOften } from './shares/too-often.ts'
import { asPerson, joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'
import { type Stored, storeResponses } from './support/stored.ts'

let shop: Shop
let survey: string

const word = (id: string) => ({ id, text: id })
const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'missing', type: 'choices', text: 'What was missing?', choices: ['price', 'size'].map(word), other: 'Something else' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To call back' },
]

/** What only one shopper or one manager said; none of it may come out. */
const secrets = [
  'A-mirror-typed',
  'Verbatim-typed',
  'ann@typed.example',
  'trait-typed',
  'c_17-typed',
  'order-typed',
  'mona@shop.example',
  'rule-typed',
  'Tag-described',
]

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'device'] })
  survey = await publishSurvey(shop, { name: 'After delivery', questions })
  const response = {
    answers: {
      score: 3,
      missing: ['price', 'other'],
      'missing.other': 'A-mirror-typed',
      why: 'Verbatim-typed',
      mail: 'ann@typed.example',
    },
    complete: true,
    traits: { tier: 'trait-typed' },
    respondent: { id: 'c_17-typed' },
    order: { id: 'order-typed', value: 59.9, currency: 'EUR', skus: ['A-1'] },
    context: { touchpoint: 'delivery', url: 'https://shop.example/order-typed' },
  }
  expect((await respond(shop, survey, response)).status).toBe(201)
  const late = await json<Tag>(
    manage(shop.apiKey, 'POST', '/api/v1/tags', {
      name: 'Late parcel',
      description: 'Tag-described',
      rules: [{ any: ['rule-typed'] }],
    }),
  )
  const rows = (touchpoint: string, score: number): Stored[] =>
    Array.from({ length: 40 }, () => ({
      survey,
      day: '2026-04-01',
      score,
      segments: { touchpoint },
      tags: score === 0 ? [late.id] : [],
    }))
  await storeResponses(shop, [...rows('checkout', 10), ...rows('returns', 0)])
  const { cookie } = await joinAs(shop, 'manager', 'mona@shop.example')
  const note = { day: '2026-04-01', text: 'New carrier', survey }
  expect((await asPerson(cookie, 'POST', '/api/v1/notes', note)).status).toBe(201)
})

const shares = `/api/v1/surveys/`
const share = async (more: object = {}, of = survey) =>
  await json<Share & { url: string }>(manage(shop.apiKey, 'POST', `${shares}${of}/shares`, more))
const tokenOf = ({ url }: { url: string }) => url.split('/').at(-1) ?? ''
const read = (token: string, path = '') => send(`/api/v1/shared/${token}${path}`)
const listed = async (of = survey) =>
  (await json<{ shares: Share[] }>(manage(shop.apiKey, 'GET', `${shares}${of}/shares`))).shares

describe('a link to a report', () => {
  it('is shown once, and kept as a hash', async () => {
    const made = await share({ name: ' For the carrier ' })
    expect(made).toMatchObject({ name: 'For the carrier', author: null, expiresAt: null })
    expect(made.url).toMatch(/^https:\/\/earshot\.test\/shared\/sh_[0-9A-Za-z]{32}$/)
    const { url, ...rest } = made
    expect((await listed()).find(({ id }) => id === made.id)).toEqual(rest)
    expect(JSON.stringify(await listed())).not.toContain(tokenOf(made))
    const stored = JSON.stringify((await db.prepare('SELECT * FROM shares').all()).results)
    expect(stored).toContain(made.id)
    expect(stored).not.toContain(tokenOf({ url }))
    const { cookie } = await joinAs(shop, 'manager', 'max@shop.example')
    const byMax = await json<Share>(asPerson(cookie, 'POST', `${shares}${survey}/shares`, {}))
    expect(byMax).toMatchObject({ name: '', author: 'max@shop.example' })
  })

  it('tells the names of site and survey, and the numbers of the report with its filters', async () => {
    const token = tokenOf(await share())
    expect(await json(read(token))).toEqual({
      site: 'Shop',
      survey: 'After delivery',
      timeZone: 'Europe/Berlin',
      dimensions: ['touchpoint', 'device'],
      expiresAt: null,
    })
    for (const query of [
      'from=2026-04-01&to=2026-04-30&compare=previous&breakdown=touchpoint&interval=week',
      'from=2026-04-01&to=2026-04-30&segment.touchpoint=returns',
    ]) {
      const shared = await json<SharedReport>(read(token, `/report?${query}`))
      const { survey: _, ...own } = await json<Report>(manage(shop.apiKey, 'GET', `${shares}${survey}/report?${query}`))
      expect(shared).toEqual({ ...own, notes: [{ day: '2026-04-01', text: 'New carrier' }] })
    }
    const query = '/drivers?from=2026-04-01&to=2026-04-30'
    const { survey: _, ...own } = await json<Drivers>(manage(shop.apiKey, 'GET', `${shares}${survey}${query}`))
    expect(own.drivers.length).toBeGreaterThan(0)
    expect(await json(read(token, query))).toEqual(own)
  })

  it('tells what tags are called, how many have them and how they score, and nothing else of them', async () => {
    const token = tokenOf(await share())
    const days = 'from=2026-04-01&to=2026-04-30'
    const byTag = await json<SharedReport>(read(token, `/report?${days}&breakdown=tag`))
    expect(byTag.breakdown).toMatchObject([{ value: 'Late parcel', n: 40, score: -100, mentions: 40 }])
    const { drivers } = await json<Drivers>(read(token, `/drivers?${days}`))
    expect(drivers.filter(({ dimension }) => dimension === 'tag').map(({ value, n }) => [value, n])).toEqual([
      ['Late parcel', 40],
    ])
    expect((await json<SharedReport>(read(token, `/report?${days}&tag=late parcel`))).total).toMatchObject({ n: 40, score: -100 })
    for (const path of ['/tags', '/responses?tag=Late parcel', '/phrases']) expect((await read(token, path)).status).toBe(404)
  })

  it('tells nothing that a shopper typed, sent or is, nor who wrote a note', async () => {
    const token = tokenOf(await share())
    const paths = [
      '',
      '/report?breakdown=touchpoint&compare=year',
      '/report?segment.touchpoint=delivery',
      '/drivers',
      '/report?breakdown=tag',
    ]
    const told = await Promise.all([...paths, '/report?from=2026-04-01'].map(async (path) => (await read(token, path)).text()))
    // The answer is in the numbers: it would have been told.
    expect(JSON.parse(told[1] ?? '').questions.missing.counts).toEqual({ price: 1, size: 0, other: 1 })
    expect(told[5]).toContain('New carrier')
    const feed = await (await manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}&commented=1`)).text()
    expect(feed).toContain('Verbatim-typed')
    for (const text of told) {
      for (const secret of [...secrets, shop.site.id, shop.site.key, survey]) expect(text).not.toContain(secret)
    }
  })

  it('opens nothing else', async () => {
    const token = tokenOf(await share())
    for (const path of ['/responses', '/pulse', '/notes', '/shares', '/exports/responses.csv'])
      expect((await read(token, path)).status).toBe(404)
    for (const path of ['/api/v1/me', '/api/v1/surveys', `${shares}${survey}/report`, '/api/v1/responses']) {
      expect((await manage(token, 'GET', path)).status).toBe(401)
      expect((await asPerson(`__Host-earshot=${token}`, 'GET', path)).status).toBe(401)
    }
    expect((await send(`/login/${token}`)).status).toBe(410)
    expect((await read(token, '/report?segment.tier=gold')).status).toBe(422)
    expect((await read(token, '/report?q=late')).status).toBe(400)
    for (const other of [shop.apiKey, 'sh_short', `sh_${'0'.repeat(33)}`]) expect((await read(other)).status).toBe(404)
  })

  it('is the same nothing when it never was, was revoked, or has expired', async () => {
    const expiring = await share({ expiresAt: new Date(Date.now() + 60_000).toISOString() })
    const revoked = await share()
    for (const one of [expiring, revoked]) expect((await read(tokenOf(one), '/report')).status).toBe(200)
    expect((await manage(shop.apiKey, 'DELETE', `${shares}${survey}/shares/${revoked.id}`)).status).toBe(204)
    expect((await manage(shop.apiKey, 'DELETE', `${shares}${survey}/shares/${revoked.id}`)).status).toBe(404)
    const ids = (await listed()).map(({ id }) => id)
    expect(ids).toContain(expiring.id)
    expect(ids).not.toContain(revoked.id)
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.parse(expiring.expiresAt ?? '') - 1)
    expect((await read(tokenOf(expiring), '/report')).status).toBe(200)
    clock.mockReturnValue(Date.parse(expiring.expiresAt ?? ''))
    try {
      const answers = new Set<string>()
      for (const token of [tokenOf(expiring), tokenOf(revoked), `sh_${'0'.repeat(32)}`, 'none', '%00']) {
        for (const path of ['', '/report', '/drivers']) {
          const answer = await read(token, path)
          expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json'])
          answers.add(await answer.text())
        }
      }
      expect(answers.size).toBe(1)
    } finally {
      clock.mockRestore()
    }
  })

  it('is revoked only by way of its own survey', async () => {
    const other = await publishSurvey(shop, {})
    const made = await share()
    expect((await manage(shop.apiKey, 'DELETE', `${shares}${other}/shares/${made.id}`)).status).toBe(404)
    expect((await read(tokenOf(made))).status).toBe(200)
    expect(await listed(other)).toEqual([])
  })

  it.each([
    ['a moment ago', () => ({ expiresAt: new Date(Date.now() - 1).toISOString() }), 422],
    ['a day without a time', () => ({ expiresAt: '2999-01-01' }), 422],
    ['in a year, by another clock', () => ({ expiresAt: '2999-01-01T00:00:00+02:00' }), 201],
    ['never', () => ({ expiresAt: null }), 201],
    ['under a name of 120 characters', () => ({ name: 'x'.repeat(120) }), 201],
    ['under a name of 121 characters', () => ({ name: 'x'.repeat(121) }), 422],
  ])('that expires %s', async (_, body, status) => {
    expect((await manage(shop.apiKey, 'POST', `${shares}${survey}/shares`, body())).status).toBe(status)
  })

  it('is one of a hundred at most', async () => {
    const full = await publishSurvey(shop, {})
    const fill = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
                  INSERT INTO shares (id, hash, site, survey, name, created_at)
                  SELECT 'shr_full' || i, printf('%064d', i), ?, ?, '', 0 FROM n`
    await db.prepare(fill).bind(shop.site.id, full).run()
    const one = async () => (await manage(shop.apiKey, 'POST', `${shares}${full}/shares`, {})).status
    expect([await one(), await one()]).toEqual([201, 409])
  })
})

askingTooOften(async () => tokenOf(await share()))

describe('the page of a link', () => {
  it('sends no referrer, is kept by nobody and listed nowhere, and so are its numbers', async () => {
    const made = await share()
    const page = await send(`/shared/${tokenOf(made)}`, { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(200)
    expect(page.headers.get('Content-Type')).toContain('text/html')
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
    for (const answer of [page, await read(tokenOf(made)), await read(tokenOf(made), '/report'), await read('sh_none')]) {
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
    // The same page whether the link works or not.
    const unknown = await send(`/shared/sh_${'0'.repeat(32)}`, { headers: { Accept: 'text/html' } })
    expect([unknown.status, await unknown.text()]).toEqual([200, await page.text()])
  })

  it('is found where it once stood too', async () => {
    const token = tokenOf(await share())
    const moved = await send(`/s/${token}`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, `/shared/${token}`])
    expect(moved.headers.get('Referrer-Policy')).toBe('no-referrer')
  })
})
