import { expect } from 'vitest'
import { publicId } from '../../../worker/domain/response-id.ts'
import { db, manage, respond, type Shop, send, shopOrigin } from './shop.ts'

export const canary = 'c_canary/17 ä'
export const mail = 'Canary.Person@shop.example'

/** One person in every place where a site keeps something of people; answers the keys of their submissions. */
export async function leaveCanary(shop: Shop, survey: string): Promise<string[]> {
  const respondent = { id: canary }
  const said = async (step: object) => {
    const submission = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, ...step })).status).toBe(201)
    return submission
  }
  const told = { traits: { tier: 'canaryknown' }, at: '2026-01-01T00:00:00Z' }
  expect((await manage(shop.apiKey, 'PUT', `/api/v1/customers/${encodeURIComponent(canary)}`, told)).status).toBe(200)
  const ofFile = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
  const order = JSON.stringify({ customer: canary, order: 'canaryorder', at: '2026-01-02' })
  expect((await send('/api/v1/orders', { method: 'POST', headers: ofFile, body: order })).status).toBe(200)
  const submissions = [
    await said({ answers: { score: 3, why: 'Canarywords about a parcel', mail }, respondent, traits: { tier: 'canarygold' } }),
    await said({ answers: { score: 9 }, respondent, order: { id: 'canaryorder', value: 12, currency: 'EUR' } }),
  ]
  const id = publicId(
    (await db.prepare('SELECT id FROM responses WHERE submission = ?').bind(submissions[0]).first<number>('id')) ?? 0,
  )
  expect((await manage(shop.apiKey, 'PATCH', `/api/v1/responses/${id}`, { note: 'Rang canarynoted' })).status).toBe(200)
  const events = [{ survey, type: 'shown' }]
  const shown = { site: shop.site.key, key: crypto.randomUUID(), respondent, events }
  const headers = { 'Content-Type': 'text/plain', Origin: shopOrigin }
  expect((await send('/v1/displays', { method: 'POST', headers, body: JSON.stringify(shown) })).status).toBeLessThan(300)
  const links = { links: [{ respondent: canary, traits: { tier: 'canarysilver' } }] }
  expect((await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/links`, links)).status).toBe(201)
  return submissions
}
