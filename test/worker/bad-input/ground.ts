import { expect } from 'vitest'
import { insertShop } from '../support/other-shop.ts'
import { db, json, manage, migrate, publishSurvey, type Shop, send, setUp, shopOrigin } from '../support/shop.ts'

export let shop: Shop
export let other: Shop
/** Of the shop: NPS with every type of question, and one each that is not open to answers. */
export const survey = { nps: '', csat: '', ces: '', draft: '', closed: '', foreign: '' }

/** A shop with its surveys, and another one; to be called once, before the cases. */
export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp({ origins: [shopOrigin, 'https://*.shop.example'] })
  other = await insertShop('other', [shopOrigin])
  const words = ['price', 'size'].map((id) => ({ id, text: id }))
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
    { id: 'why', type: 'text', text: 'Why?' },
    { id: 'missing', type: 'choices', text: 'What was missing?', choices: words },
    { id: 'again', type: 'choice', text: 'Again?', choices: words, required: true },
    { id: 'stars', type: 'rating', text: 'Quality?', points: 5, low: 'poor', high: 'good' },
    { id: 'how', type: 'choice', text: 'How did you hear of us?', choices: words, other: 'Other' },
    { id: 'quote', type: 'consent', text: 'You may quote me' },
    { id: 'note', type: 'statement', text: 'Nearly done' },
    { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
    { id: 'phone', type: 'contact', text: 'Your phone', channel: 'phone', purpose: 'To call back' },
  ]
  survey.nps = await publishSurvey(shop, { questions })
  survey.csat = await publishSurvey(shop, { metric: 'csat' })
  survey.ces = await publishSurvey(shop, { metric: 'ces' })
  survey.closed = await publishSurvey(shop, {})
  await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey.closed}/close`)
  survey.draft = (await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'Draft', metric: 'nps' }))).id
  survey.foreign = await publishSurvey(other, {})
}

export const rowCount = async () => (await db.prepare('SELECT count(*) AS n FROM responses').first<number>('n')) ?? 0
export const rowOf = (submission: string) =>
  db.prepare('SELECT * FROM responses WHERE submission = ?').bind(submission).first<Record<string, unknown>>()

/** What holds of every answer of the sending path, whatever was sent. */
export async function expectAnswer(answer: Response, status: number): Promise<string> {
  const text = await answer.text()
  expect(answer.status, text).toBe(status)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(answer.headers.get('Access-Control-Allow-Credentials')).toBeNull()
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  if (status >= 400) {
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(JSON.parse(text)).toMatchObject({ type: 'about:blank', status })
    expect(text).not.toMatch(/sqlite|d1_error|at \w+ \(|node_modules|\.ts:/i)
  }
  return text
}

/** Sends, and holds that a row was added by a 201 and by nothing else. */
export async function expectStored(answer: () => Promise<Response>, status: number): Promise<string> {
  const before = await rowCount()
  const text = await expectAnswer(await answer(), status)
  expect((await rowCount()) - before).toBe(status === 201 ? 1 : 0)
  return text
}

export const step = (more: object = {}) => ({
  site: shop.site.key,
  survey: survey.nps,
  version: 1,
  submission: crypto.randomUUID(),
  seq: 1,
  answers: { score: 9 },
  ...more,
})
export const headers = { 'Content-Type': 'application/json', Origin: shopOrigin }
export const post = (body: BodyInit | undefined, more: Record<string, string> = {}) =>
  send('/v1/responses', { method: 'POST', headers: { ...headers, ...more }, body })
