import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let survey: string
const address = '198.51.100.23'
const phone = 'Mozilla/5.0 (iPhone) Mobile'

beforeAll(async () => {
  await migrate()
  shop = await setUp()
})

beforeEach(async () => {
  survey = await publishSurvey(shop, { metric: 'nps' })
})

afterEach(() => {
  vi.useRealTimers()
})

interface From {
  address?: string
  device?: string
  key?: boolean
  more?: Record<string, string>
}

/** A step by somebody with an address and a device. */
async function answer(step: object, { address: from = address, device = phone, key = false, more = {} }: From = {}) {
  const who: Record<string, string> = key ? { Authorization: `Bearer ${shop.apiKey}` } : { Origin: shopOrigin }
  const headers = { 'Content-Type': 'text/plain', 'CF-Connecting-IP': from, 'User-Agent': device, ...who, ...more }
  return (await respond(shop, survey, { version: 1, answers: { score: 9 }, ...step }, { headers })).status
}

const reported = async () => {
  const { total } = await json<{ total: { n: number; score: number | null } }>(
    manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report`),
  )
  return total
}
const rows = async () =>
  (
    await db
      .prepare('SELECT seq, score, comment, complete, quarantined, held FROM responses WHERE survey = ? ORDER BY id')
      .bind(survey)
      .all()
  ).results

describe('a second answer of one visitor on one day', () => {
  it('is stored whole and answered 202, is in no number, and stands among the outcomes', async () => {
    expect(await answer({ answers: { score: 9 } })).toBe(201)
    const submission = crypto.randomUUID()
    expect(await answer({ submission, answers: { score: 0 } })).toBe(202)
    expect(await answer({ submission, seq: 2, complete: true, answers: { score: 0, why: 'Bad' } })).toBe(202)
    expect(await rows()).toEqual([
      { seq: 1, score: 9, comment: '', complete: 0, quarantined: 0, held: '[]' },
      { seq: 2, score: 0, comment: 'Bad', complete: 1, quarantined: 1, held: '["repeat"]' },
    ])
    expect(await reported()).toMatchObject({ n: 1, score: 100 })
    // Sent again it is there already; with other words it is a conflict like any other.
    expect(await answer({ submission, answers: { score: 0 } })).toBe(200)
    expect(await answer({ submission, seq: 2, complete: true, answers: { score: 1 } })).toBe(409)
    const counted = await db.prepare('SELECT outcome, n FROM outcomes WHERE survey = ? ORDER BY outcome').bind(survey).all()
    expect(counted.results).toEqual([
      { outcome: 'conflict', n: 1 },
      { outcome: 'duplicate', n: 1 },
      { outcome: 'quarantined', n: 2 },
      { outcome: 'stored', n: 1 },
    ])
  })

  it('is told by network and device: others are others, and further steps are no second answer', async () => {
    const submission = crypto.randomUUID()
    expect(await answer({ submission })).toBe(201)
    expect(await answer({ submission, seq: 2, answers: { why: 'Fine' } })).toBe(201)
    expect(await answer({ submission, seq: 3, complete: true, answers: { why: 'Fine' } })).toBe(201)
    expect(await answer({}, { device: 'Mozilla/5.0 (X11)' })).toBe(201)
    expect(await answer({}, { address: '198.51.100.24' })).toBe(201)
    expect(await answer({}, { address: '2001:db8:1:2:3::1' })).toBe(201)
    expect(await answer({}, { address: '2001:db8:1:2:ffff::9' })).toBe(202)
    expect(await answer({}, { address: '2001:db8:1:3::1' })).toBe(201)
    // What a request says of whom it was forwarded for is nobody's word.
    expect(await answer({}, { more: { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9' } })).toBe(202)
    const other = await publishSurvey(shop, { metric: 'nps' })
    expect(await answer({ survey: other })).toBe(201)
  })

  it('is none by a key, a link, a letter or a device in a shop, nor where no network is known', async () => {
    for (const source of ['link', 'email', 'kiosk'])
      for (let i = 0; i < 3; i++) expect(await answer({ context: { source } })).toBe(201)
    for (let i = 0; i < 3; i++) expect(await answer({}, { key: true })).toBe(201)
    for (let i = 0; i < 3; i++) expect(await answer({}, { address: '127.0.0.1' })).toBe(201)
    for (let i = 0; i < 3; i++) expect((await respond(shop, survey, { answers: { score: 9 } })).status).toBe(201)
  })

  it('is none where five have answered from the network: then a device like another’s is another’s', async () => {
    const shared = (device: string) => answer({}, { address: '198.51.100.77', device })
    for (let i = 0; i < 4; i++) expect(await shared(`Device ${i}`)).toBe(201)
    expect(await shared('Device 0')).toBe(202)
    expect(await shared('Device 4')).toBe(201)
    expect(await shared('Device 0')).toBe(201)
  })

  it('is the first of the next day, when nothing is left by which anybody could tell', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-03-04T23:59:00Z') })
    expect(await answer({})).toBe(201)
    expect(await answer({})).toBe(202)
    const kept = async () => [
      (await db.prepare("SELECT count(*) AS n FROM salts WHERE day < '2031-03-06'").first('n')) as number,
      (await db.prepare("SELECT count(*) AS n FROM outcomes WHERE visitors <> '' AND day = '2031-03-04'").first('n')) as number,
    ]
    await runScheduled()
    expect(await kept()).toEqual([1, 1])
    vi.setSystemTime(Date.parse('2031-03-05T00:00:30Z'))
    expect(await answer({})).toBe(201)
    await runScheduled()
    expect(await kept()).toEqual([1, 0])
    expect(await answer({})).toBe(202)
  })
})

describe('where an answer came from', () => {
  it('stands in no table, and the hash of it in one column alone', async () => {
    await answer({ answers: { score: 3, why: 'Late' } }, { device: 'Canary-4711' })
    const { results: tables } = await db
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'verbatims%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .all<{ name: string }>()
    const { visitors } = (await db
      .prepare("SELECT visitors FROM outcomes WHERE survey = ? AND visitors <> ''")
      .bind(survey)
      .first<{ visitors: string }>()) ?? { visitors: '' }
    const [, visitor = '', network = ''] = /^~(.{5})\^(.{5})/.exec(visitors) ?? []
    expect([visitor.length, network.length]).toEqual([5, 5])
    for (const { name } of tables) {
      const { results } = await db.prepare(`SELECT * FROM "${name}"`).all()
      const text = JSON.stringify(name === 'outcomes' ? results.map((row) => ({ ...row, visitors: '' })) : results)
      for (const secret of [address, 'Canary-4711', visitor, network]) expect(`${name} ${text}`).not.toContain(secret)
    }
  })
})

describe('words that several submissions bring', () => {
  const words =
    'The parcel was three weeks late and nobody at your hotline could tell me where it was, so never again, and I mean it.'

  it('count as often as chance may bring them, and are set aside with the step that brings them', async () => {
    const said = async (i: number, why: string) => {
      const submission = crypto.randomUUID()
      const from = { address: `198.51.100.${i}` }
      const first = await answer({ submission, answers: { score: 1 } }, from)
      const second = await answer({ submission, seq: 2, answers: { score: 1, why } }, from)
      // Whoever sends the same words again is no second one.
      const third = await answer({ submission, seq: 3, complete: true, answers: { score: 1, why } }, from)
      return [first, second, third]
    }
    for (let i = 1; i <= 3; i++) expect(await said(i, words)).toEqual([201, 201, 201])
    expect(await said(4, words.toUpperCase())).toEqual([201, 202, 202])
    for (let i = 5; i <= 20; i++) expect(await said(i, 'super')).toEqual([201, 201, 201])
    expect((await rows()).filter((row) => row.quarantined === 1)).toMatchObject([{ seq: 3, held: '["text"]' }])
    expect(await reported()).toMatchObject({ n: 19 })
  })
})

describe('what is held back', () => {
  interface Held {
    count: number
    items: { id: string; score: number; comment: string; reasons: string[] }[]
    next: string | null
  }
  const held = (query = '') => json<Held>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/quarantine${query}`))
  const act = (what: 'restore' | 'purge', body: object) =>
    manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/quarantine/${what}`, body)
  const feed = async () =>
    (await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${survey}`))).items.map(
      ({ id }) => id,
    )
  let kept: { submission: string; score: number }[]

  beforeEach(async () => {
    kept = [2, 3, 4].map((score) => ({ submission: crypto.randomUUID(), score }))
    await answer({ answers: { score: 9 } })
    for (const { submission, score } of kept) await answer({ submission, answers: { score, why: `I give a ${score}` } })
  })

  it('is listed with its reasons, page by page, and stands nowhere else', async () => {
    expect(await held()).toMatchObject({
      count: 3,
      items: [4, 3, 2].map((score) => ({ score, comment: `I give a ${score}`, reasons: ['repeat'] })),
      next: null,
    })
    const first = await held('?limit=2')
    expect([first.count, first.items.length]).toEqual([3, 2])
    expect((await held(`?limit=2&cursor=${first.next}`)).items).toMatchObject([{ score: 2 }])
    expect(await feed()).toHaveLength(1)
    expect((await manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/quarantine?cursor=x`)).status).toBe(400)
  })

  it('counts once it is let in, is told to whoever waits, and is not judged anew', async () => {
    const [newest] = (await held()).items
    const { id = '' } = newest ?? {}
    expect(await json(act('restore', { responses: [id] }))).toEqual({ changed: 1, left: 2 })
    expect(await reported()).toMatchObject({ n: 2, score: 0 })
    expect(await feed()).toContain(id)
    const outbox = await db.prepare("SELECT count(*) AS n FROM outbox WHERE event = 'created'").first('n')
    expect(outbox).toBeGreaterThan(0)
    // It can still be gone on with, and counts as it goes on.
    const { submission = '' } = kept[2] ?? {}
    expect(await answer({ submission, seq: 2, complete: true, answers: { score: 10 } })).toBe(201)
    expect(await reported()).toMatchObject({ n: 2, score: 100 })
    // Twice does no harm.
    expect(await json(act('restore', { responses: [id] }))).toEqual({ changed: 0, left: 2 })
    expect(await json(act('restore', { all: true }))).toEqual({ changed: 2, left: 0 })
    expect(await reported()).toMatchObject({ n: 4 })
  })

  it('comes back by no resending once it is erased', async () => {
    const { items } = await held()
    expect(await json(act('purge', { responses: items.slice(0, 2).map(({ id }) => id) }))).toEqual({ changed: 2, left: 1 })
    expect(await json(act('purge', { all: true }))).toEqual({ changed: 1, left: 0 })
    for (const { submission, score } of kept) {
      expect(await answer({ submission, answers: { score, why: `I give a ${score}` } })).toBe(410)
      expect(await answer({ submission, seq: 2, answers: { score } }, { key: true })).toBe(410)
    }
    expect(await reported()).toMatchObject({ n: 1 })
    expect(await rows()).toHaveLength(1)
  })

  it('is erased neither where it was let in nor with what is not of the survey', async () => {
    const { items } = await held()
    const mine = items.map(({ id }) => id)
    await act('restore', { responses: [mine[0]] })
    expect(await json(act('purge', { responses: [mine[0]] }))).toEqual({ changed: 0, left: 2 })
    const other = await publishSurvey(shop, { metric: 'nps' })
    await answer({ survey: other })
    const [theirs] = (await json<{ items: { id: string }[] }>(manage(shop.apiKey, 'GET', `/api/v1/responses?survey=${other}`)))
      .items
    for (const what of ['restore', 'purge'] as const)
      for (const stranger of [theirs?.id, 'res_0000000000', 'x'])
        expect((await act(what, { responses: [mine[1], stranger] })).status).toBe(404)
    expect((await held()).count).toBe(2)
    for (const body of [{}, { all: true, responses: mine }, { responses: [] }, { all: false }])
      expect((await act('purge', body)).status).toBe(422)
  })

  it('leaves a line in the log of who let it in or erased it', async () => {
    await act('restore', { all: true })
    const { items: lines } = await json<{ items: { action: string; object: unknown }[] }>(
      manage(shop.apiKey, 'GET', '/api/v1/audit'),
    )
    expect(lines[0]).toMatchObject({ action: 'POST /api/v1/surveys/{id}/quarantine/restore', object: survey })
  })
})

describe('an order that the shop has signed', () => {
  const secret = async () => {
    const { secret: made } = await json<{ secret: string }>(
      manage(shop.apiKey, 'POST', `/api/v1/sites/${shop.site.id}/identity-secret`),
    )
    return made
  }
  const signed = async (text: string, by: string) => {
    const encoder = new TextEncoder()
    const key = await crypto.subtle.importKey('raw', encoder.encode(by), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  const verified = async () =>
    (await json<{ verified?: { n: number; score: number } }>(manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/report`)))
      .verified
  const only = (on: boolean) => manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { verifiedOnly: on })

  it('verifies one answer to each survey, whatever the network; a false or used one is no error', async () => {
    const by = await secret()
    const order = async (id: string, text = `order:${id}`) => ({ id, value: 10, signature: await signed(text, by) })
    expect(await verified()).toBeUndefined()
    expect(await answer({ answers: { score: 10 }, order: await order('1001') })).toBe(201)
    // Of one visitor, and yet others' orders.
    expect(await answer({ answers: { score: 9 }, order: await order('1002') })).toBe(201)
    expect(await verified()).toMatchObject({ n: 2, score: 100 })
    const from = (i: number) => ({ address: `203.0.113.${i}` })
    expect(await answer({ answers: { score: 0 }, order: await order('1001') }, from(1))).toBe(201)
    expect(await answer({ answers: { score: 0 }, order: { id: '1003', signature: '00'.repeat(32) } }, from(2))).toBe(201)
    expect(await answer({ answers: { score: 0 }, order: { id: '1003' } }, from(3))).toBe(201)
    // A customer's signature is none of an order of the same number.
    expect(await answer({ answers: { score: 0 }, order: await order('1004', '1004') }, from(4))).toBe(201)
    expect(await verified()).toMatchObject({ n: 2, score: 100 })
    expect(await reported()).toMatchObject({ n: 6 })
    // A server sends it as well, and where no network is known.
    expect(await answer({ answers: { score: 10 }, order: await order('1005') }, { key: true })).toBe(201)
    expect(await answer({ answers: { score: 10 }, order: await order('1006') }, { address: '127.0.0.1' })).toBe(201)
    expect(await verified()).toMatchObject({ n: 4 })
    const other = await publishSurvey(shop, { metric: 'nps' })
    expect(await answer({ survey: other, order: await order('1001') })).toBe(201)
    const { verified: there } = await json<{ verified?: { n: number } }>(
      manage(shop.apiKey, 'GET', `/api/v1/surveys/${other}/report`),
    )
    expect(there).toMatchObject({ n: 1 })
  })

  it('is used up, whatever order a later step names', async () => {
    const by = await secret()
    const submission = crypto.randomUUID()
    const order = { id: 'A', signature: await signed('order:A', by) }
    expect(await answer({ submission, order })).toBe(201)
    expect(await answer({ submission, seq: 2, answers: { why: 'Fine' }, order: { id: 'B' } })).toBe(201)
    expect(await answer({ order }, { address: '203.0.113.9' })).toBe(201)
    expect(await verified()).toMatchObject({ n: 1 })
    // Of many at once one is the first.
    const race = { id: 'C', signature: await signed('order:C', by) }
    const statuses = await Promise.all(
      Array.from({ length: 8 }, (_, i) => answer({ order: race }, { address: `203.0.114.${i}` })),
    )
    expect(new Set(statuses)).toEqual(new Set([201]))
    expect(await verified()).toMatchObject({ n: 2 })
  })

  it('is what counts alone, where the site wants it so', async () => {
    const by = await secret()
    expect((await only(true)).status).toBe(200)
    try {
      const order = { id: 'A', signature: await signed('order:A', by) }
      expect(await answer({ answers: { score: 10 }, order })).toBe(201)
      expect(await answer({ answers: { score: 0 }, order }, { address: '203.0.113.9' })).toBe(202)
      expect(await answer({ answers: { score: 0 } }, { address: '203.0.113.10' })).toBe(202)
      expect(await answer({ answers: { score: 0 }, context: { source: 'kiosk' } }, { address: '127.0.0.1' })).toBe(202)
      expect(await answer({ answers: { score: 8 } }, { key: true })).toBe(201)
      expect(await reported()).toMatchObject({ n: 2 })
      const { items } = await json<{ items: { reasons: string[] }[] }>(
        manage(shop.apiKey, 'GET', `/api/v1/surveys/${survey}/quarantine`),
      )
      expect(items.map(({ reasons }) => reasons)).toEqual([['unverified'], ['unverified'], ['unverified']])
    } finally {
      await only(false)
    }
  })
})
