import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CaseCounts, CaseFigures, CaseHistory, CaseItem, Cases, InboxRule, InboxRules } from '../../worker/contract/case.ts'
import type { Feed } from '../../worker/contract/response.ts'
import { rowId } from '../../worker/domain/response-id.ts'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop } from './support/shop.ts'

let shops = 0
let shop: Shop
let survey: string

beforeAll(migrate)
afterEach(() => {
  vi.useRealTimers()
})

/** A shop of its own with a live NPS survey. */
async function arrange(options: Parameters<typeof insertShop>[2] = {}): Promise<void> {
  shop = await insertShop(`c${shops++}x`, ['https://shop.example'], options)
  survey = await publishSurvey(shop, {})
}

const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
const answer = async (score: number, more: object = {}) => {
  expect((await respond(shop, survey, { complete: true, answers: { score }, ...more })).status).toBe(201)
}
const list = async (query = '') => (await json<Cases>(call('GET', `/cases?${query}`))).items
const scores = async (query = '') => (await list(query)).map(({ score }) => score)
const feed = async () => (await json<Feed>(call('GET', '/responses?limit=200'))).items
const kinds = async (id: string) =>
  (await json<CaseHistory>(call('GET', `/responses/${id}/history`))).events.map(({ kind, value }) => `${kind} ${value}`.trim())
const rule = async (given: object) => await json<InboxRule>(call('POST', '/inbox-rules', { name: 'A rule', ...given }))
const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const hour = 3_600_000

describe('a case', () => {
  it('is opened for the unhappy of every metric once they have settled, and for nobody else', async () => {
    await arrange()
    const csat = await publishSurvey(shop, { metric: 'csat', points: 5 })
    const ces = await publishSurvey(shop, { metric: 'ces', points: 7 })
    for (const score of [0, 6, 7, 10]) await answer(score)
    for (const score of [1, 2, 3, 5]) await respond(shop, csat, { complete: true, answers: { score } })
    for (const score of [1, 3, 4, 7]) await respond(shop, ces, { complete: true, answers: { score } })
    expect(await list()).toEqual([])
    await runScheduled()
    const found = (await list()).map(
      (item) => `${item.survey === survey ? 'nps' : item.survey === csat ? 'csat' : 'ces'} ${item.score}`,
    )
    expect(found.toSorted()).toEqual(['ces 1', 'ces 3', 'csat 1', 'csat 2', 'nps 0', 'nps 6'])
  })

  it('waits a minute for who is still answering, and takes the score as it is then', async () => {
    await arrange()
    vi.useFakeTimers({ toFake: ['Date'] })
    const submission = crypto.randomUUID()
    await respond(shop, survey, { submission, answers: { score: 2 } })
    await respond(shop, survey, { submission: crypto.randomUUID(), answers: { score: 3 } })
    later(59_000)
    await runScheduled()
    expect(await scores()).toEqual([])
    await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 9 } })
    later(1_000)
    await runScheduled()
    expect(await scores()).toEqual([3])
  })

  it('is of the first rule that takes it, given to its owner until it is due, once, whatever settles again', async () => {
    await arrange()
    const { id } = await joinAs(shop, 'agent', `due-${shops}@shop.example`)
    const [first] = (await json<InboxRules>(call('GET', '/inbox-rules'))).rules
    const own = await rule({
      conditions: { orderValueAtLeast: 100, orderCurrency: 'EUR', scoreAtMost: 8 },
      owner: id,
      dueHours: 4,
    })
    expect((await call('PATCH', `/inbox-rules/${own.id}`, { position: 0 })).status).toBe(200)
    const submission = crypto.randomUUID()
    const order = { id: '1', value: 100, currency: 'EUR' }
    await respond(shop, survey, { submission, answers: { score: 3 }, order })
    await answer(8, { order: { id: '2', value: 99.99, currency: 'EUR' } })
    await answer(8, { order: { id: '3', value: 500, currency: 'USD' } })
    await answer(2)
    vi.useFakeTimers({ toFake: ['Date'] })
    later(61_000)
    await runScheduled()
    const [valued, plain] = await list()
    expect(valued).toMatchObject({ score: 3, order, case: { rule: { id: own.id }, owner: { id } } })
    expect(Date.parse(valued?.case.dueAt ?? '') - Date.parse(valued?.case.openedAt ?? '')).toBe(4 * hour)
    expect(plain).toMatchObject({ score: 2, case: { rule: { id: first?.id, name: 'Unhappy customers' }, owner: null } })
    await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 3, why: 'Late' } })
    await runScheduled()
    expect(await kinds(valued?.id ?? '')).toEqual(['opened A rule', `owner due-${shops}@shop.example`])
  })

  it('is not opened by tests, imports, rules that are off, or by what names something that is gone', async () => {
    await arrange()
    const [first] = (await json<InboxRules>(call('GET', '/inbox-rules'))).rules
    const tag = await json<{ id: string }>(call('POST', '/tags', { name: 'Late', rules: [{ any: ['late'] }] }))
    await rule({ conditions: { tag: 'Late' } })
    await call('PATCH', `/inbox-rules/${first?.id}`, { active: false })
    await answer(1)
    await answer(9, { answers: { score: 9, why: 'It came late' } })
    await runScheduled()
    expect(await scores()).toEqual([9])
    expect((await call('DELETE', `/tags/${tag.id}`)).status).toBeLessThan(300)
    await answer(4, { answers: { score: 4, why: 'It came late' } })
    await runScheduled()
    expect(await scores()).toEqual([9])
    expect((await json<InboxRules>(call('GET', '/inbox-rules'))).rules.map(({ gone }) => gone.length)).toEqual([0, 1])
  })

  it('keeps its history with who did what, and the response its status; a second who is late changes nothing', async () => {
    await arrange()
    const ann = await joinAs(shop, 'agent', `ann-${shops}@shop.example`)
    const bob = await joinAs(shop, 'agent', `bob-${shops}@shop.example`)
    await answer(1)
    await runScheduled()
    const [item] = await list()
    const path = `/api/v1/responses/${item?.id}`
    const taken = await json<CaseItem>(asPerson(ann.cookie, 'PATCH', path, { owner: ann.id, status: 'in-progress', revision: 1 }))
    expect(taken).toMatchObject({
      status: 'in-progress',
      case: { owner: { id: ann.id, name: `ann-${shops}@shop.example` }, revision: 2 },
    })
    const before = await kinds(item?.id ?? '')
    expect((await asPerson(bob.cookie, 'PATCH', path, { owner: bob.id, revision: 1 })).status).toBe(409)
    expect(await kinds(item?.id ?? '')).toEqual(before)
    expect((await asPerson(bob.cookie, 'PATCH', path, { note: ' She gets a new one. ' })).status).toBe(200)
    expect((await asPerson(bob.cookie, 'PATCH', path, { status: 'resolved', revision: 3 })).status).toBe(200)
    const { events } = await json<CaseHistory>(asPerson(ann.cookie, 'GET', `${path}/history`))
    expect(events.map(({ kind, by, value }) => [kind, by?.name ?? null, value])).toEqual([
      ['opened', null, 'Unhappy customers'],
      ['owner', `ann-${shops}@shop.example`, `ann-${shops}@shop.example`],
      ['status', `ann-${shops}@shop.example`, 'in-progress'],
      ['note', `bob-${shops}@shop.example`, 'She gets a new one.'],
      ['status', `bob-${shops}@shop.example`, 'resolved'],
    ])
    expect((await feed())[0]).toMatchObject({ id: item?.id, status: 'resolved' })
    expect(await list()).toEqual([])
    expect((await list('status=closed')).map(({ id }) => id)).toEqual([item?.id])
    await asPerson(ann.cookie, 'DELETE', '/api/v1/members/me')
    expect(await list('status=resolved')).toHaveLength(1)
  })

  it('is opened by whoever gives a response a status, and leaves nothing when the response is erased', async () => {
    await arrange()
    await answer(9)
    await runScheduled()
    const [item] = await feed()
    const path = `/responses/${item?.id}`
    expect(await json(call('GET', path))).toMatchObject({ case: null })
    expect((await call('PATCH', path, {})).status).toBe(422)
    expect(await json(call('PATCH', path, { note: 'Ask her for a picture' }))).toMatchObject({
      case: { rule: null },
      status: 'new',
    })
    const rows = async () =>
      await Promise.all(
        ['cases', 'case_events'].map((table) =>
          db
            .prepare(`SELECT count(*) AS n FROM ${table} WHERE response = ?`)
            .bind(rowId(item?.id ?? ''))
            .first('n'),
        ),
      )
    expect(await rows()).toEqual([1, 2])
    expect((await call('DELETE', path)).status).toBe(204)
    expect(await rows()).toEqual([0, 0])
  })

  it('loses its owner with who leaves the site, and is given to nobody who may not see it', async () => {
    await arrange({ dimensions: ['touchpoint', 'location'] })
    const ann = await joinAs(shop, 'agent', `ann-${shops}@shop.example`)
    const part = await joinAs(shop, 'agent', `part-${shops}@shop.example`, { location: ['Berlin'] })
    const viewer = await joinAs(shop, 'viewer', `viewer-${shops}@shop.example`)
    await answer(1, { context: { location: 'Berlin' } })
    await answer(2, { context: { location: 'Hamburg' } })
    await runScheduled()
    const [hamburg, berlin] = (await list()).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
    const give = async (id: string | undefined, owner: string) => (await call('PATCH', `/responses/${id}`, { owner })).status
    expect(await give(berlin?.id, part.id)).toBe(200)
    for (const owner of [part.id, viewer.id, 'psn_nobody']) expect(await give(hamburg?.id, owner)).toBe(422)
    expect(await give(hamburg?.id, ann.id)).toBe(200)
    const mine = await json<Cases>(asPerson(part.cookie, 'GET', '/api/v1/cases?owner=me'))
    expect(mine.items.map(({ id }) => id)).toEqual([berlin?.id])
    expect(await json<CaseCounts>(asPerson(part.cookie, 'GET', '/api/v1/cases/counts'))).toMatchObject({ new: 1, mine: 1 })
    expect(await json<CaseCounts>(asPerson(ann.cookie, 'GET', '/api/v1/cases/counts'))).toMatchObject({
      new: 2,
      mine: 1,
      unowned: 0,
    })
    const both = [berlin?.id, hamburg?.id]
    const bulk = (cookie: string, responses: unknown[]) =>
      asPerson(cookie, 'POST', '/api/v1/responses/status', { responses, status: 'in-progress' })
    expect((await bulk(part.cookie, both)).status).toBe(404)
    expect((await bulk(ann.cookie, [...both, 'rsp_none'])).status).toBe(404)
    expect((await json<CaseCounts>(call('GET', '/cases/counts'))).inProgress).toBe(0)
    expect(await json(bulk(ann.cookie, both))).toEqual({ changed: 2 })
    expect((await asPerson(ann.cookie, 'DELETE', '/api/v1/members/me')).status).toBe(204)
    expect((await list('owner=none')).map(({ id }) => id)).toEqual([hamburg?.id])
  })
})

describe('the list', () => {
  it('has the first due first, page by page, and those overdue or waiting apart', async () => {
    await arrange()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (let score = 0; score < 5; score++) await answer(score)
    await runScheduled()
    const items = await list()
    for (const [i, hours] of [5, 1, null, 3, 2].entries())
      await call('PATCH', `/responses/${items.find(({ score }) => score === i)?.id}`, {
        due: hours === null ? null : new Date(Date.now() + hours * hour).toISOString(),
      })
    const seen: (number | null)[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Cases = await json(call('GET', `/cases?limit=2${next && `&cursor=${next}`}`))
      seen.push(...page.items.map(({ score }) => score))
      next = page.next
    }
    expect(seen).toEqual([1, 4, 3, 0, 2])
    expect(await scores('overdue=1')).toEqual([])
    later(2 * hour + 1)
    expect(await scores('overdue=1')).toEqual([1, 4])
    expect(await scores('waiting=1')).toEqual([])
    later(22 * hour)
    expect(await scores('waiting=1')).toEqual([1, 4, 3, 0, 2])
    await call('PATCH', `/responses/${items.find(({ score }) => score === 3)?.id}`, { note: 'Called' })
    expect(await scores('waiting=1')).toEqual([1, 4, 0, 2])
    expect(await json<CaseCounts>(call('GET', '/cases/counts'))).toMatchObject({ overdue: 4, waiting: 4, new: 5, unowned: 5 })
    expect(await scores('scoreAtLeast=2&scoreAtMost=3')).toEqual([3, 2])
    expect((await call('GET', '/cases?cursor=x')).status).toBe(400)
    expect((await call('GET', '/cases?colour=red')).status).toBe(400)
  })
})

describe('a rule', () => {
  it('says what it would have taken, and takes it when it is applied, once', async () => {
    await arrange()
    for (const score of [1, 9, 9, 10]) await answer(score)
    await runScheduled()
    const conditions = { scoreAtLeast: 9 }
    expect(await json(call('POST', '/inbox-rules/preview', { conditions }))).toEqual({ matched: 3, of: 4, shortened: false })
    const { id } = await rule({ conditions })
    expect(await scores()).toEqual([1])
    expect(await json(call('POST', `/inbox-rules/${id}/apply`))).toEqual({ opened: 3 })
    expect((await scores()).toSorted()).toEqual([1, 10, 9, 9])
    expect(await json(call('POST', `/inbox-rules/${id}/apply`))).toEqual({ opened: 0 })
  })

  it.each([
    [{ conditions: { tag: 'None' } }, '/conditions/tag'],
    [{ conditions: {}, owner: 'psn_none' }, '/owner'],
  ])('is refused where the site doesn’t know what it names: %j', async (given, pointer) => {
    await arrange()
    const refused = await call('POST', '/inbox-rules', { name: 'A rule', ...given })
    expect(refused.status).toBe(422)
    expect(await json(refused)).toMatchObject({ errors: [{ pointer }] })
  })

  it('is changed, moved and deleted; what it has opened stays', async () => {
    await arrange()
    await answer(1)
    await runScheduled()
    const { id } = await rule({ conditions: { contact: true } })
    const [first] = (await json<InboxRules>(call('GET', '/inbox-rules'))).rules
    expect(await json(call('PATCH', `/inbox-rules/${id}`, { name: 'Reachable', position: 0, dueHours: 1 }))).toMatchObject({
      dueHours: 1,
    })
    expect((await json<InboxRules>(call('GET', '/inbox-rules'))).rules.map(({ name }) => name)).toEqual([
      'Reachable',
      'Unhappy customers',
    ])
    expect((await call('DELETE', `/inbox-rules/${first?.id}`)).status).toBe(204)
    expect((await list()).map((item) => item.case.rule)).toEqual([{ id: first?.id, name: null }])
  })
})

describe('the figures', () => {
  it('are of the days asked for, open cases counted as long as they have been', async () => {
    await arrange()
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const score of [1, 2, 3]) await answer(score)
    await runScheduled()
    const [one, two] = await list()
    later(hour)
    await call('PATCH', `/responses/${one?.id}`, { status: 'resolved' })
    later(hour)
    await call('PATCH', `/responses/${two?.id}`, { note: 'Called' })
    later(30 * hour)
    const figures = await json<CaseFigures>(call('GET', '/cases/figures'))
    expect(figures).toMatchObject({ opened: 3, closed: 1, byHand: 0, shortened: false })
    expect(figures.firstAction).toMatchObject({ median: 2 * hour, n: 3, open: 1 })
    expect(figures.resolution).toMatchObject({ median: null, n: 3, open: 2 })
    expect(figures.within24h.share).toBeCloseTo(2 / 3)
    expect(await json<CaseFigures>(call('GET', '/cases/figures?from=2020-01-01&to=2020-01-31'))).toMatchObject({
      opened: 0,
      firstAction: { median: null },
      within24h: { share: null },
    })
  })
})
