import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RespondentExport } from '../../worker/contract/respondent.ts'
import { openDb } from '../../worker/store/db.ts'
import { verifyCounts } from '../../worker/store/recount.ts'
import { canary, leaveCanary, mail } from './support/canary.ts'
import { everything } from './support/everything.ts'
import { insertShop } from './support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
let other: Shop
let survey: string
let theirs: string

const questions = [
  { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
]

beforeAll(async () => {
  await migrate()
  shop = await setUp()
  other = await insertShop('other', [shopOrigin])
  survey = await publishSurvey(shop, { questions })
  theirs = await publishSurvey(other, { questions })
  // What people type is kept as it is, so that an address in it has to be found.
  expect((await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { redact: false })).status).toBe(200)
})
beforeEach(async () => {
  await db.batch(
    ['responses', 'contacts', 'links', 'respondent_clocks', 'tombstones', 'customers', 'customer_orders', 'customers_due'].map(
      (table) => db.prepare(`DELETE FROM ${table}`),
    ),
  )
})

const path = (who: string) => `/api/v1/respondents/${encodeURIComponent(who)}`
const handOver = (who: string, of = shop) => json<RespondentExport>(manage(of.apiKey, 'GET', `${path(who)}/export`))
const erase = (who: string, of = shop) => json<{ responses: number }>(manage(of.apiKey, 'DELETE', path(who)))
const left = async () => (await db.prepare('SELECT count(*) AS n FROM responses').first<number>('n')) ?? 0
const said = async (step: object, of = shop, to = survey) => {
  const submission = crypto.randomUUID()
  expect((await respond(of, to, { submission, ...step })).status).toBe(201)
  return submission
}

describe('what is kept of one person', () => {
  it('is handed over whole: answers, texts, contacts, traits, orders, when they were asked, their links', async () => {
    await leaveCanary(shop, survey)
    await said({ answers: { score: 1, why: 'Somebody else' }, respondent: { id: 'c_18' } })
    await said({ answers: { score: 2 }, respondent: { id: canary } }, other, theirs)
    const told = await handOver(canary)
    expect(told).toMatchObject({
      respondent: canary,
      responses: [
        { score: 9, order: { id: 'canaryorder', value: 12, currency: 'EUR' } },
        {
          ...{ score: 3, comment: 'Canarywords about a parcel', respondent: canary, traits: { tier: 'canaryknown' } },
          contacts: [{ kind: 'email', value: mail, purpose: 'To help' }],
        },
      ],
      asked: [{ survey, verified: false, shown: expect.stringMatching(/Z$/), answered: expect.any(String), dismissed: null }],
      links: [{ survey, traits: { tier: 'canarysilver' } }],
      told: { known: [{ since: '2026-01-01T00:00:00.000Z', traits: { tier: 'canaryknown' } }], orders: [{ id: 'canaryorder' }] },
    })
    expect(told.responses).toHaveLength(2)
  })

  it('is found by an address that only traits say, at an answer or of a customer, in any case', async () => {
    const address = 'Ann.Only@traits.example'
    await said({ answers: { score: 1 }, traits: { 'E-Mail': address.toUpperCase() } })
    // A customer whom the shop told of, whose answer says the id alone.
    const known = { traits: { customerEmail: address, tier: 'gold' } }
    expect((await manage(shop.apiKey, 'PUT', '/api/v1/customers/c_ann', known)).status).toBe(200)
    await said({ answers: { score: 2 }, respondent: { id: 'c_ann' } })
    // Somebody else's: who served them, and an address that only begins so.
    await said({ answers: { score: 3 }, traits: { adviser: address } })
    await said({ answers: { score: 4 }, traits: { email: `${address}.net` } })
    await said({ answers: { score: 5 }, traits: { email: address } }, other, theirs)
    const told = await handOver(address)
    expect(told.responses.map(({ score }) => score)).toEqual([2, 1])
    expect(told.told.known).toMatchObject([{ traits: known.traits }])
    expect(told.asked).toHaveLength(1)
    expect(await erase(address)).toEqual({ responses: 2 })
    expect(await left()).toBe(3)
    expect((await handOver('c_ann')).told.known).toEqual([])
    expect(await handOver(address)).toMatchObject({ responses: [], told: { known: [] } })
  })

  it('is gone without a trace, counts and all, and what others said stays', async () => {
    await said({ answers: { score: 1, why: 'Somebody else' }, respondent: { id: 'c_18' } })
    const before = await everything()
    expect(before).not.toMatch(/canary/i)
    const submissions = await leaveCanary(shop, survey)
    expect(await everything()).toMatch(/canary/i)
    expect(await erase(canary)).toEqual({ responses: 2 })
    expect(await everything()).not.toMatch(/canary/i)
    expect(await left()).toBe(1)
    expect(await verifyCounts(openDb(db), survey)).toEqual([])
    for (const submission of submissions)
      expect((await respond(shop, survey, { submission, seq: 2, answers: { score: 3 } })).status).toBe(410)
    expect(await erase(canary)).toEqual({ responses: 0 })
    expect(await handOver(canary)).toMatchObject({ responses: [], asked: [], links: [], told: { known: [], orders: [] } })
  })

  it('is found by an address they left or typed, however it is written, and by the key of a submission', async () => {
    await said({ answers: { score: 3, mail } })
    await said({ answers: { score: 4, why: `Write to ${mail.toUpperCase()}, please` } })
    await said({ answers: { score: 5, why: 'Write to canary.person@shop.exampled or canary person at shop example' } })
    const submission = await said({ answers: { score: 6 } })
    expect((await handOver(mail)).responses.map(({ score }) => score).sort()).toEqual([3, 4])
    expect(await erase(mail.toLowerCase())).toEqual({ responses: 2 })
    expect((await handOver(submission.toUpperCase())).responses.map(({ score }) => score)).toEqual([6])
    expect(await erase(submission)).toEqual({ responses: 1 })
    expect(await left()).toBe(1)
  })

  it('is nothing of whom nobody knows, nor of another site’s, and no words of a search change that', async () => {
    await said({ answers: { score: 2, why: 'x@y.example' }, respondent: { id: canary } }, other, theirs)
    const nothing = { responses: [], asked: [], links: [] }
    for (const who of [canary, 'nobody', 'x@y.example', '" OR "1"@', '*@*', '%', "' OR 1=1 --@", 'NEAR(@'])
      expect(await handOver(who)).toMatchObject(nothing)
    for (const who of [canary, 'x@y.example', '*@*', '%@']) expect(await erase(who)).toEqual({ responses: 0 })
    expect(await left()).toBe(1)
  })
})
