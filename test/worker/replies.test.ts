import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseHistory, CaseItem } from '../../worker/contract/case.ts'
import { limits } from '../../worker/contract/limits.ts'
import type { Reply, ReplyGround, ReplyTemplates } from '../../worker/contract/reply.ts'
import type { RespondentExport } from '../../worker/contract/respondent.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { reachedHost, setUpHost } from './support/internet.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs, keyFor } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop } from './support/shop.ts'

const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
  { id: 'phone', type: 'contact', text: 'Your phone', channel: 'phone', purpose: 'To call back' },
]

let shops = 0
let shop: Shop
let survey: string
/** Where the shopper's mail arrives; nobody else's. */
let host: string

beforeAll(migrate)
beforeEach(async () => {
  shops++
  shop = await insertShop(`r${shops}y`, ['https://shop.example'])
  host = `buyer${shops}.example`
  survey = await publishSurvey(shop, { name: 'Delivery', questions })
  await call('PATCH', `/sites/${shop.site.id}`, { name: 'Fern & Loom', replyTo: 'Help@Shop.example' })
  await setUpHost(host)
})
afterEach(() => {
  vi.useRealTimers()
})

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
const later = (ms: number) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.now() + ms)
}
const hour = 3_600_000

/** A response with an address, whose case is open; its public id. */
async function complain(step: object = {}): Promise<string> {
  const answers = { score: 2, why: 'The pot came broken', mail: `Ann@${host}` }
  expect((await respond(shop, survey, { complete: true, answers, traits: { firstName: 'Ann' }, ...step })).status).toBe(201)
  await runScheduled()
  const { items } = await json<Feed>(call('GET', '/responses?limit=1'))
  return items[0]?.id ?? ''
}

const words = (more: object = {}) => ({ key: crypto.randomUUID(), subject: 'Sorry, Ann', text: 'We are sorry.\n\nBea', ...more })
const reply = (id: string, body: object = words()) => call('POST', `/responses/${id}/replies`, body)
const ground = async (id: string) => await json<ReplyGround>(call('GET', `/responses/${id}/reply`))
const history = async (id: string) => (await json<CaseHistory>(call('GET', `/responses/${id}/history`))).events
const told = async (id: string) => (await history(id)).find(({ kind }) => kind === 'reply')?.reply
const cased = async (id: string) => await json<CaseItem>(call('GET', `/responses/${id}`))
const mails = async () =>
  (await reachedHost(host)).map(({ body, headers, status }) => ({
    status,
    key: headers['idempotency-key'],
    mail: JSON.parse(body) as Record<string, string>,
  }))
const templates = async () => (await json<ReplyTemplates>(call('GET', '/reply-templates'))).templates
const stored = async (table: string) =>
  (await db.prepare(`SELECT count(*) AS n FROM ${table} WHERE site = ?`).bind(shop.site.id).first<number>('n')) ?? 0

describe('a reply', () => {
  it('is mailed to the address that was left, under the shop’s name, and answered to its address', async () => {
    const id = await complain()
    expect((await reply(id)).status).toBe(201)
    expect(await mails()).toEqual([])
    await runScheduled()
    const [sent, ...more] = await mails()
    expect(more).toEqual([])
    expect(sent?.mail).toMatchObject({
      ...{ to: `ann@${host}`, from: '"Fern & Loom" <feedback@earshot.test>', reply_to: 'help@shop.example' },
      subject: 'Sorry, Ann',
      text: expect.stringMatching(/^We are sorry\.\n\nBea\n\n> The pot came broken\nHow likely\? 2\/10\n\d+ \w+ 20\d\d\n$/),
    })
    expect(sent?.mail.html).toContain('The pot came broken')
    expect(await told(id)).toMatchObject({ state: 'sent', error: '', dueAt: null, triedAt: expect.any(String) })
    await runScheduled()
    expect(await mails()).toEqual([])
  })

  it('stands in the history at once, is the first action and takes a new case up; one in progress it leaves as it is', async () => {
    const bea = await joinAs(shop, 'agent', `bea-${shops}@shop.example`)
    const id = await complain()
    const path = `/api/v1/responses/${id}`
    expect(await json<Reply>(asPerson(bea.cookie, 'POST', `${path}/replies`, words()))).toMatchObject({
      state: 'waiting',
      error: '',
    })
    const after = await cased(id)
    expect(after).toMatchObject({ status: 'in-progress', case: { firstActionAt: expect.any(String), revision: 2 } })
    expect((await history(id)).map(({ kind, by, value }) => [kind, by?.id ?? null, value])).toEqual([
      ['opened', null, 'Unhappy customers'],
      ['reply', bea.id, 'We are sorry.\n\nBea'],
      ['status', bea.id, 'in-progress'],
    ])
    later(hour)
    await reply(id, words({ subject: 'Once more' }))
    expect((await history(id)).map(({ kind }) => kind)).toEqual(['opened', 'reply', 'status', 'reply'])
    expect((await cased(id)).case.firstActionAt).toBe(after.case.firstActionAt)
  })

  it('opens the case of a response that had none', async () => {
    const id = await complain({ answers: { score: 10, mail: `joy@${host}` } })
    expect((await reply(id)).status).toBe(201)
    expect((await history(id)).map(({ kind }) => kind)).toEqual(['opened', 'reply', 'status'])
  })

  it('is sent once, however often and fast the key is sent again, and is another under another key', async () => {
    const id = await complain()
    const body = words()
    const pressed = await Promise.all([reply(id, body), reply(id, body), reply(id, body)])
    const statuses = pressed.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 200, 201])
    expect(new Set((await Promise.all(pressed.map((answer) => json<Reply>(answer)))).map((one) => one.id)).size).toBe(1)
    expect((await reply(id, { ...body, text: 'Something else' })).status).toBe(409)
    await runScheduled()
    expect((await reply(id, body)).status).toBe(200)
    await runScheduled()
    expect(await mails()).toHaveLength(1)
    expect((await history(id)).map(({ kind }) => kind)).toEqual(['opened', 'reply', 'status'])
    expect((await cased(id)).case.revision).toBe(2)
    expect((await reply(id, { ...body, key: crypto.randomUUID() })).status).toBe(201)
    await runScheduled()
    expect(await mails()).toHaveLength(1)
  })

  it('that fails says so, is tried again by itself and by a press, always under one key, and never once it was sent', async () => {
    await setUpHost(host, { answers: [{ status: 500 }, { status: 503 }, { status: 200 }] })
    const id = await complain()
    const { id: made } = await json<Reply>(reply(id))
    const retry = () => call('POST', `/responses/${id}/replies/${made}/retry`)
    // It is on its way: nothing to try again yet.
    expect((await retry()).status).toBe(409)
    await runScheduled()
    expect(await told(id)).toMatchObject({ state: 'waiting', error: 'refused with 500', dueAt: expect.any(String) })
    later(6_000)
    await runScheduled()
    expect(await told(id)).toMatchObject({ state: 'waiting', error: 'refused with 503' })
    await runScheduled()
    expect(await mails()).toHaveLength(2)
    expect(await json<Reply>(retry())).toMatchObject({ state: 'waiting', error: '' })
    await runScheduled()
    const [sent, ...more] = await mails()
    expect([sent?.status, sent?.key, more]).toEqual([200, `msg_${made}`, []])
    expect(await told(id)).toMatchObject({ state: 'sent', error: '' })
    expect((await retry()).status).toBe(409)
    await runScheduled()
    expect(await mails()).toEqual([])
  })

  it('that was given up can be tried again long after, also when the log of deliveries has forgotten it', async () => {
    await setUpHost(host, { answers: [...Array.from({ length: 10 }, () => ({ status: 500 })), { status: 200 }] })
    const id = await complain()
    const { id: made } = await json<Reply>(reply(id))
    for (let attempt = 0; attempt < 10; attempt++) {
      await runScheduled()
      later(30 * hour)
    }
    expect(await told(id)).toMatchObject({ state: 'failed', error: 'refused with 500', dueAt: null })
    await db.prepare('DELETE FROM deliveries WHERE about = ?').bind(made).run()
    expect((await call('POST', `/responses/${id}/replies/${made}/retry`)).status).toBe(200)
    await runScheduled()
    expect(await told(id)).toMatchObject({ state: 'sent' })
    expect((await mails()).map(({ status }) => status)).toEqual([...Array(10).fill(500), 200])
  })

  it('goes nowhere once the address was deleted, and says so', async () => {
    const id = await complain()
    const { id: made } = await json<Reply>(reply(id))
    await db.prepare('DELETE FROM contacts WHERE site = ?').bind(shop.site.id).run()
    await runScheduled()
    expect(await mails()).toEqual([])
    expect(await told(id)).toMatchObject({ state: 'failed', error: 'the address has been deleted meanwhile' })
    expect((await call('POST', `/responses/${id}/replies/${made}/retry`)).status).toBe(409)
  })

  it('is told of to webhooks as any change of the case, without its words', async () => {
    const id = await complain()
    await setUpHost(`hook${shops}.receiver.example`)
    await call('POST', '/webhooks', { url: `https://hook${shops}.receiver.example/`, types: ['response.updated'] })
    await reply(id)
    await runScheduled()
    const heard = await reachedHost(`hook${shops}.receiver.example`)
    expect(heard.map(({ body }) => JSON.parse(body))).toMatchObject([{ data: { id, status: 'in-progress' } }])
    expect(heard[0]?.body).not.toContain('We are sorry')
  })
})

describe('nobody replies', () => {
  const refused = async (id: string, why: string | RegExp, status = 409) => {
    const answer = await reply(id)
    expect(answer.status).toBe(status)
    const { detail } = await json<{ detail?: string }>(answer)
    expect(detail).toMatch(why)
    expect((await ground(id)).refusal).toBe(detail)
    expect([await stored('replies'), await stored('deliveries')]).toEqual([0, 0])
  }

  it('to whom left no address, or one that mail can’t go to', async () => {
    const answers = { score: 1, why: 'Late', phone: '+49 30 123456' }
    await refused(await complain({ answers }), 'no e-mail address was left')
    await refused(await complain({ answers: { score: 1, mail: 'käthe@kä.example' } }), 'mail can’t be sent to')
  })

  it('to a case that is closed, or a response that is set aside or a test', async () => {
    const id = await complain()
    await call('PATCH', `/responses/${id}`, { status: 'resolved' })
    await refused(id, 'the case is closed')
    await call('PATCH', `/responses/${id}`, { status: 'new' })
    await db.prepare('UPDATE responses SET quarantined = 1 WHERE site = ?').bind(shop.site.id).run()
    await refused(id, 'set aside')
    await db.prepare('UPDATE responses SET quarantined = 0, test = 1 WHERE site = ?').bind(shop.site.id).run()
    await refused(id, 'a test')
  })

  it('while the shop has no address for the answers', async () => {
    await call('PATCH', `/sites/${shop.site.id}`, { replyTo: '' })
    await refused(await complain(), /an owner sets it/)
    for (const replyTo of ['help', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])
      expect((await call('PATCH', `/sites/${shop.site.id}`, { replyTo })).status).toBe(422)
  })

  it('more often than the site may in an hour', async () => {
    const id = await complain()
    await reply(id)
    const fill = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
      INSERT INTO replies (id, site, response, key, question, at, subject, text, language, due_at)
      SELECT 'rpl_' || site || i, site, response, printf('%036d', i), question, at, subject, text, language, at FROM replies, n WHERE site = ?1`
    await db
      .prepare(fill)
      .bind(shop.site.id, limits.repliesPerHour - 2)
      .run()
    expect((await reply(id)).status).toBe(201)
    const over = words()
    const refused = await reply(id, over)
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '3600'])
    expect(await stored('replies')).toBe(limits.repliesPerHour)
    expect((await history(id)).filter(({ kind }) => kind === 'reply')).toHaveLength(2)
    later(hour + 1_000)
    expect((await reply(id, over)).status).toBe(201)
  })

  it.each([
    ['no words', {}, 422],
    ['a subject alone', { subject: 'Sorry' }, 422],
    ['a subject of two lines', { subject: 'Sorry\r\nBcc: eve@evil.example', text: 'x' }, 422],
    ['a subject too long', { subject: 'x'.repeat(limits.replySubject + 1), text: 'x' }, 422],
    ['a text too long', { subject: 'x', text: 'x'.repeat(limits.reply + 1) }, 422],
    ['nothing that can be seen', { subject: 'x', text: '\u200b' }, 422],
    ['no language', { subject: 'x', text: 'x', language: '!!' }, 422],
    ['a template that isn’t there', { template: 'tpl_0000' }, 422],
    ['a question without an address', { subject: 'x', text: 'x', contact: 'phone' }, 422],
    ['another address', { subject: 'x', text: 'x', to: 'eve@evil.example' }, 400],
    ['no key', { subject: 'x', text: 'x', key: 'again' }, 422],
  ])('with %s', async (_, body, status) => {
    const id = await complain()
    expect((await reply(id, { key: crypto.randomUUID(), ...body })).status).toBe(status)
    expect(await stored('replies')).toBe(0)
    expect((await cased(id)).status).toBe('new')
  })

  it('but who may see the address: agents and above, those with a part to what is in it, nobody of another site', async () => {
    const inPart = await complain({ context: { touchpoint: 'delivery' } })
    const outside = await complain({ context: { touchpoint: 'checkout' } })
    const part = await joinAs(shop, 'agent', `part-${shops}@shop.example`, { touchpoint: ['delivery'] })
    const viewer = await joinAs(shop, 'viewer', `viewer-${shops}@shop.example`)
    const key = await keyFor(shop, 'agent')
    const other = await insertShop(`o${shops}y`, ['https://shop.example'])
    const asked = async (send: (method: string, path: string, body?: unknown) => Promise<Response>, id: string) => [
      (await send('GET', `/api/v1/responses/${id}/reply`)).status,
      (await send('POST', `/api/v1/responses/${id}/replies`, words())).status,
    ]
    const as =
      ({ cookie }: { cookie: string }) =>
      (...[method, path, body]: [string, string, unknown?]) =>
        asPerson(cookie, method, path, body)
    expect(await asked(as(part), inPart)).toEqual([200, 201])
    expect(await asked(as(part), outside)).toEqual([404, 404])
    expect(await asked(as(viewer), outside)).toEqual([403, 403])
    expect(await asked((...given) => manage(key.key, ...given), outside)).toEqual([200, 201])
    expect(await asked((...given) => manage(other.apiKey, ...given), outside)).toEqual([404, 404])
    const found = (await history(outside)).find(({ kind }) => kind === 'reply')?.reply?.id
    // A reply is tried again under its own response alone.
    expect((await call('POST', `/responses/${inPart}/replies/${found}/retry`)).status).toBe(404)
    expect((await as(part)('POST', `/api/v1/responses/${outside}/replies/${found}/retry`)).status).toBe(404)
  })
})

describe('what is kept of a reply', () => {
  it('is handed over and erased with the person; what waits is not sent', async () => {
    const id = await complain()
    await reply(id)
    const who = encodeURIComponent(`ann@${host}`)
    const handed = await json<RespondentExport>(call('GET', `/respondents/${who}/export`))
    const events = handed.responses.flatMap((one) => one.history.filter(({ kind }) => kind === 'reply'))
    expect(events).toMatchObject([{ value: 'We are sorry.\n\nBea', reply: { subject: 'Sorry, Ann', state: 'waiting' } }])
    expect((await call('DELETE', `/respondents/${who}`)).status).toBe(200)
    await runScheduled()
    expect(await mails()).toEqual([])
    const tables = ['replies', 'deliveries', 'case_events', 'cases', 'contacts']
    expect(await Promise.all(tables.map(stored))).toEqual([0, 0, 0, 0, 0])
    expect((await reply(id)).status).toBe(404)
  })

  it('goes with its response', async () => {
    const id = await complain()
    await reply(id)
    expect((await call('DELETE', `/responses/${id}`)).status).toBe(204)
    expect([await stored('replies'), await stored('deliveries')]).toEqual([0, 0])
  })

  it('never holds the address, which stands among the contacts alone; what was redacted stays so', async () => {
    const answers = { score: 1, why: `Write to ann@${host} or +49 30 1234567`, mail: `ann@${host}` }
    const id = await complain({ answers })
    const { places, said } = await ground(id)
    expect(said.comment).toBe(places.comment)
    expect(said.comment).toMatch(/^Write to \[e-mail\] or \[phone\]$/)
    await setUpHost(host, { answers: [{ status: 500, body: `ann@${host} is unknown` }, { status: 200 }] })
    const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    await reply(id, { key: crypto.randomUUID(), subject: 'x', text: said.comment })
    await runScheduled()
    for (const table of ['replies', 'deliveries', 'case_events', 'cases', 'audit_log']) {
      const { results } = await db.prepare(`SELECT * FROM ${table} WHERE site = ?`).bind(shop.site.id).all()
      expect(JSON.stringify(results).toLowerCase(), table).not.toContain(`ann@${host}`)
    }
    expect(logged.flatMap((spy) => spy.mock.calls.flat()).join()).not.toContain('ann@')
    vi.restoreAllMocks()
    expect(JSON.stringify(await history(id))).not.toContain('ann@')
  })
})

describe('a template', () => {
  it('is there in three kinds to begin with, filled for the shopper, and sent in its language', async () => {
    const all = await templates()
    expect(all.map(({ name, language }) => [name, language])).toEqual([
      ['Sorry, and a question', 'en'],
      ['Thank you', 'en'],
      ['We mended it', 'en'],
    ])
    const id = await complain()
    expect(await ground(id)).toMatchObject({
      refusal: null,
      to: [{ question: 'mail', address: `Ann@${host}` }],
      from: { name: 'Fern & Loom', replyTo: 'help@shop.example' },
      places: { 'first name': 'Ann', shop: 'Fern & Loom', survey: 'Delivery', score: '2/10', comment: 'The pot came broken' },
      said: { question: 'How likely?', score: '2/10', comment: 'The pot came broken' },
    })
    await reply(id, { key: crypto.randomUUID(), template: all[0]?.id })
    const anonymous = await complain({ traits: {} })
    await reply(anonymous, { key: crypto.randomUUID(), template: all[0]?.id, subject: 'As I say it' })
    await runScheduled()
    const sent = (await mails()).map(({ mail }) => [mail.subject, mail.text?.split('\n')[0]]).toSorted()
    expect(sent).toEqual([
      ['As I say it', 'Hello,'],
      ['Your feedback to Fern & Loom', 'Hello Ann,'],
    ])
  })

  it('is made, changed and deleted by managers, with a line in the log; agents read it; mistyped places are told', async () => {
    const manager = await joinAs(shop, 'manager', `mona-${shops}@shop.example`)
    const agent = await joinAs(shop, 'agent', `gus-${shops}@shop.example`, { touchpoint: ['delivery'] })
    const given = {
      name: 'Kaputt',
      subject: 'Zu Ihrem Paket',
      text: 'Guten Tag {first name},\r\n\r\nwir ersetzen es.',
      language: 'de',
    }
    const path = '/api/v1/reply-templates'
    expect((await asPerson(agent.cookie, 'POST', path, given)).status).toBe(403)
    const made = await json<{ id: string }>(asPerson(manager.cookie, 'POST', path, given))
    expect(made).toEqual({ ...given, id: made.id, text: 'Guten Tag {first name},\n\nwir ersetzen es.' })
    const one = `${path}/${made.id}`
    expect((await asPerson(agent.cookie, 'PATCH', one, { name: 'Mine' })).status).toBe(403)
    expect((await asPerson(agent.cookie, 'DELETE', one)).status).toBe(403)
    for (const body of [{ text: 'Hello {firstname}' }, { subject: '{comment} {Score}' }, { text: '' }, { subject: 'a\nb' }])
      expect((await asPerson(manager.cookie, 'PATCH', one, body)).status).toBe(422)
    expect((await asPerson(manager.cookie, 'PATCH', one, { name: 'Beschädigt' })).status).toBe(200)
    expect((await json<ReplyTemplates>(asPerson(agent.cookie, 'GET', path))).templates.map(({ name }) => name)).toContain(
      'Beschädigt',
    )
    expect((await asPerson(manager.cookie, 'DELETE', one)).status).toBe(204)
    expect(await templates()).toHaveLength(3)
    const { items } = await json<{ items: { action: string; object: string; status: number; changes: object }[] }>(
      call('GET', `/audit?object=${made.id}`),
    )
    expect(items.map(({ action, status }) => `${action.split(' ')[0]} ${status}`)).toEqual([
      ...['DELETE 204', 'PATCH 200', 'PATCH 422', 'PATCH 422', 'PATCH 422', 'PATCH 422', 'DELETE 403', 'PATCH 403', 'POST 201'],
    ])
    expect(items[1]?.changes).toEqual({ name: ['Kaputt', 'Beschädigt'] })
  })

  it('is one of a hundred at most', async () => {
    await db
      .prepare(
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?2)
         INSERT INTO reply_templates SELECT 'tpl_' || ?1 || i, ?1, 'T' || i, 'S', 'T', 'en', 0 FROM n`,
      )
      .bind(shop.site.id, limits.replyTemplates - 4)
      .run()
    const one = { name: 'T', subject: 'S', text: 'T' }
    expect((await call('POST', '/reply-templates', one)).status).toBe(201)
    expect((await call('POST', '/reply-templates', one)).status).toBe(409)
  })

  it('that would become too long with what a shopper wrote is told, and nothing is sent', async () => {
    const template = await json<{ id: string }>(
      call('POST', '/reply-templates', { name: 'Long', subject: 'S', text: `${'x'.repeat(limits.reply - 9)}{comment}` }),
    )
    const id = await complain()
    expect((await reply(id, { key: crypto.randomUUID(), template: template.id })).status).toBe(422)
    expect(await stored('replies')).toBe(0)
  })
})
