import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Contacts, Feed, ResponseItem } from '../../worker/contract/response.ts'
import type { SiteView } from '../../worker/contract/site.ts'
import { deleteContacts } from '../../worker/jobs/contacts.ts'
import { openDb } from '../../worker/store/db.ts'
import { insertShop } from './support/other-shop.ts'
import { keyFor } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, setUp } from './support/shop.ts'

let shop: Shop
let survey: string

const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'why', type: 'text', text: 'Why?' },
  {
    id: 'mail',
    type: 'contact',
    text: 'Your e-mail',
    channel: 'email',
    purpose: 'To tell you what became of it',
    required: true,
  },
  { id: 'phone', type: 'contact', text: 'Your phone', channel: 'phone', purpose: 'To call back' },
]

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, { questions })
})

const newest = async () => (await json<Feed>(manage(shop.apiKey, 'GET', '/api/v1/responses?limit=1'))).items[0] as ResponseItem
const contactsOf = async (id: string, key = shop.apiKey) =>
  (await json<Contacts>(manage(key, 'GET', `/api/v1/responses/${id}/contacts`))).contacts
const patch = (id: string, status: string, key = shop.apiKey) => manage(key, 'PATCH', `/api/v1/responses/${id}`, { status })
const stored = async () => (await db.prepare('SELECT count(*) AS n FROM contacts').first<number>('n')) ?? 0

/** A new response with an e-mail address; its public id and how to go on with it. */
async function leave(mail = 'ann@shop.example') {
  const submission = crypto.randomUUID()
  const send = (more: object) => respond(shop, survey, { submission, ...more })
  expect((await send({ answers: { score: 9, mail } })).status).toBe(201)
  return { id: (await newest()).id, send }
}

describe('a contact', () => {
  it('is stored apart from the answers, with what it is for', async () => {
    const { id } = await leave()
    const row = await db.prepare('SELECT * FROM responses ORDER BY id DESC LIMIT 1').first()
    expect(JSON.stringify(row)).not.toContain('ann@')
    expect(await contactsOf(id)).toEqual([
      {
        question: 'mail',
        kind: 'email',
        value: 'ann@shop.example',
        purpose: 'To tell you what became of it',
        createdAt: expect.stringMatching(/^\d{4}-/),
      },
    ])
    const item = await json<ResponseItem>(manage(shop.apiKey, 'GET', `/api/v1/responses/${id}`))
    expect(item).toMatchObject({ contact: true, answers: { score: 9 } })
    const feed = JSON.stringify(await json(manage(shop.apiKey, 'GET', '/api/v1/responses')))
    expect(feed).not.toContain('ann@')
    expect(feed).toContain('"contact":true')
  })

  it('is for agents and above', async () => {
    const { id } = await leave()
    const [viewer, agent] = [await keyFor(shop, 'viewer'), await keyFor(shop, 'agent')]
    expect((await manage(viewer.key, 'GET', `/api/v1/responses/${id}/contacts`)).status).toBe(403)
    expect(await contactsOf(id, agent.key)).toHaveLength(1)
    expect((await patch(id, 'resolved', viewer.key)).status).toBe(403)
    expect((await patch(id, 'in-progress', agent.key)).status).toBe(200)
  })

  it('is never in a log', async () => {
    const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
    await leave('logged@shop.example')
    await respond(shop, survey, { answers: { mail: 'logged at shop' } })
    expect(said.flatMap((spy) => spy.mock.calls.flat()).join()).not.toContain('logged')
    vi.restoreAllMocks()
  })

  it('is replaced and taken back by later steps', async () => {
    const { id, send } = await leave()
    await send({ seq: 2, answers: { mail: 'lee@shop.example', phone: '+49 30 123456' } })
    expect((await contactsOf(id)).map(({ value }) => value)).toEqual(['lee@shop.example', '+49 30 123456'])
    await send({ seq: 3, answers: { score: 9, phone: null } })
    expect((await contactsOf(id)).map(({ value }) => value)).toEqual(['lee@shop.example'])
  })

  it('is not touched by a step that is stored already, or comes too late', async () => {
    const { id, send } = await leave()
    await send({ seq: 3, answers: { mail: 'third@shop.example' }, complete: true })
    const statuses = [
      await send({ seq: 2, answers: { mail: 'second@shop.example' } }),
      await send({ seq: 3, answers: { mail: 'again@shop.example' }, complete: true }),
      await send({ seq: 4, answers: { mail: 'fourth@shop.example' } }),
      await send({ answers: { score: 9, mail: 'ann@shop.example' } }),
    ].map(({ status }) => status)
    expect(statuses).toEqual([200, 409, 409, 200])
    expect((await contactsOf(id)).map(({ value }) => value)).toEqual(['third@shop.example'])
  })

  it('left in an earlier step counts as answered', async () => {
    const { send } = await leave()
    expect((await send({ seq: 2, answers: { score: 9 }, complete: true })).status).toBe(201)
    expect((await respond(shop, survey, { answers: { score: 9 }, complete: true })).status).toBe(422)
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 9, mail: 'a@shop.example' } })
    await db.prepare("DELETE FROM contacts WHERE value = 'a@shop.example'").run()
    expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 9 }, complete: true })).status).toBe(422)
  })

  it('goes with its response', async () => {
    const before = await stored()
    const { id } = await leave()
    expect(await stored()).toBe(before + 1)
    expect((await manage(shop.apiKey, 'DELETE', `/api/v1/responses/${id}`)).status).toBe(204)
    expect(await stored()).toBe(before)
  })

  it("of another site's response does not exist", async () => {
    const { id } = await leave()
    const other = await insertShop('contacts', ['https://other.example'])
    const ask = (one: string) => manage(other.apiKey, 'GET', `/api/v1/responses/${one}/contacts`)
    const [theirs, none] = [await ask(id), await ask('rsp_0000000000')]
    expect([theirs.status, await theirs.text()]).toEqual([404, await none.text()])
    expect((await patch(id, 'resolved', other.apiKey)).status).toBe(404)
    expect((await json<ResponseItem>(manage(shop.apiKey, 'GET', `/api/v1/responses/${id}`))).status).toBe('new')
  })
})

describe('a case', () => {
  it('is new until somebody takes it up, and has one of four states', async () => {
    const { id } = await leave()
    for (const status of ['in-progress', 'resolved', 'wont-fix', 'new']) {
      expect(await json<ResponseItem>(patch(id, status))).toMatchObject({ id, status })
    }
    expect((await patch(id, 'done')).status).toBe(422)
    expect((await manage(shop.apiKey, 'PATCH', `/api/v1/responses/${id}`, { score: 10 })).status).toBe(400)
    expect((await patch('rsp_0', 'new')).status).toBe(404)
  })

  it('keeps since when it is closed until it is opened again', async () => {
    const { id } = await leave()
    const since = () => db.prepare('SELECT resolved_at FROM responses ORDER BY id DESC LIMIT 1').first<number>('resolved_at')
    expect(await since()).toBeNull()
    await patch(id, 'resolved')
    const first = await since()
    expect(first).toBeGreaterThan(0)
    await patch(id, 'wont-fix')
    expect(await since()).toBe(first)
    await patch(id, 'in-progress')
    expect(await since()).toBeNull()
  })
})

describe('contacts of closed cases', () => {
  const day = 86_400_000
  const site = () => `/api/v1/sites/${shop.site.id}`
  const left = async (id: string) => (await contactsOf(id)).length
  const run = (now: number) => deleteContacts(openDb(env.DB), now, Number.POSITIVE_INFINITY)
  const resolvedAt = async () => Number(await db.prepare('SELECT max(resolved_at) AS at FROM contacts').first('at'))

  it.each(['resolved', 'wont-fix'])('are deleted when 30 days are over, and not before: %s', async (status) => {
    const open = await leave()
    const { id } = await leave()
    await patch(id, status)
    const at = await resolvedAt()
    await run(at + 30 * day)
    expect([await left(id), await left(open.id)]).toEqual([1, 1])
    await run(at + 31 * day)
    expect([await left(id), await left(open.id)]).toEqual([0, 1])
    const item = await json<ResponseItem>(manage(shop.apiKey, 'GET', `/api/v1/responses/${id}`))
    expect(item).toMatchObject({ contact: false, score: 9, status })
  })

  it('stay when the case is opened again', async () => {
    const { id } = await leave()
    await patch(id, 'resolved')
    const at = await resolvedAt()
    await patch(id, 'in-progress')
    await run(at + 400 * day)
    expect(await left(id)).toBe(1)
  })

  it('count the days from then on where they come after the close', async () => {
    const { id, send } = await leave()
    await patch(id, 'resolved')
    const at = await resolvedAt()
    expect((await send({ seq: 2, answers: { phone: '123456' } })).status).toBe(201)
    await run(at + 31 * day)
    expect(await left(id)).toBe(0)
  })

  it('are kept as many days as the site says', async () => {
    expect(await json<SiteView>(manage(shop.apiKey, 'PATCH', site(), { contactDays: 90 }))).toMatchObject({ contactDays: 90 })
    const { id } = await leave()
    await patch(id, 'resolved')
    const at = await resolvedAt()
    await run(at + 90 * day)
    expect(await left(id)).toBe(1)
    await run(at + 91 * day)
    expect(await left(id)).toBe(0)
    await manage(shop.apiKey, 'PATCH', site(), { contactDays: 30 })
  })

  it('go in slices, and the scheduled run does it', async () => {
    const { id } = await leave()
    await patch(id, 'resolved')
    const many = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
                  INSERT INTO contacts SELECT -i, 'mail', ?1, 'email', 'a@b.example', 'For a test', 0, 1 FROM n`
    await db.prepare(many).bind(shop.site.id).run()
    const before = await stored()
    await deleteContacts(openDb(env.DB), Date.now(), 0)
    expect(await stored()).toBe(before - 500)
    await runScheduled()
    expect(await stored()).toBe(before - 1_001)
    expect(await left(id)).toBe(1)
  })

  it('are found without a look at those of open cases', async () => {
    const found = `EXPLAIN QUERY PLAN SELECT 1 FROM sites CROSS JOIN contacts ON contacts.site = sites.id AND contacts.resolved_at < 5`
    const plan = await db.prepare(found).all<{ detail: string }>()
    expect(plan.results.map(({ detail }) => detail).join()).toContain('INDEX contacts_site_resolved_at')
  })
})

describe('the settings of a site', () => {
  const site = () => `/api/v1/sites/${shop.site.id}`
  const standard = { privacyUrl: '', requireConsent: false, hashRoutes: false, contactDays: 30, redact: true }

  it('have their standard, and are changed one by one', async () => {
    expect(await json<SiteView>(manage(shop.apiKey, 'GET', site()))).toMatchObject(standard)
    const changes = [
      { privacyUrl: 'https://shop.example/privacy?lang=de#us' },
      { requireConsent: true },
      { hashRoutes: true },
      { contactDays: 1 },
      { contactDays: 365 },
      { redact: false },
      { privacyUrl: '' },
    ]
    let expected = standard
    for (const change of changes) {
      expected = { ...expected, ...change }
      expect(await json<SiteView>(manage(shop.apiKey, 'PATCH', site(), change))).toMatchObject(expected)
    }
    expect(await json<SiteView>(manage(shop.apiKey, 'PATCH', site(), standard))).toMatchObject({ ...standard, name: 'Shop' })
    const { sites } = await json<{ sites: SiteView[] }>(manage(shop.apiKey, 'GET', '/api/v1/me'))
    expect(sites[0]).toMatchObject(standard)
    expect(sites[0]).not.toHaveProperty('settings')
  })

  it.each<[number, object]>([
    [422, { redact: 'no' }],
    [422, { contactDays: 0 }],
    [422, { contactDays: 366 }],
    [422, { contactDays: 1.5 }],
    [422, { contactDays: '30' }],
    [422, { requireConsent: 'yes' }],
    [422, { privacyUrl: null }],
    [422, { privacyUrl: 'shop.example/privacy' }],
    [422, { privacyUrl: 'javascript:alert(1)' }],
    [422, { privacyUrl: ' JaVaScRiPt:alert(1)' }],
    [422, { privacyUrl: 'java\nscript:alert(1)' }],
    [422, { privacyUrl: 'data:text/html,x' }],
    [422, { privacyUrl: 'vbscript:x' }],
    [422, { privacyUrl: '//evil.example' }],
    [422, { privacyUrl: 'https://good\\@evil.example' }],
    [422, { privacyUrl: `https://shop.example/${'x'.repeat(2_000)}` }],
    [400, { settings: { contactDays: 90 } }],
  ])('%i for %o', async (status, change) => {
    expect((await manage(shop.apiKey, 'PATCH', site(), change)).status).toBe(status)
    expect(await json<SiteView>(manage(shop.apiKey, 'GET', site()))).toMatchObject(standard)
  })
})
