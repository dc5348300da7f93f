import { type Request, Response } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, bucketStart, dayOf } from '../../worker/domain/calendar.ts'
import { type Product, startProduct } from '../support/product.ts'

interface Mailed {
  key: string | null
  mail: { to: string; subject: string; text: string; html: string; headers: Record<string, string> }
}

const reached: Mailed[] = []
const taken = new Map<string, string>()
let product: Product
let apiKey = ''
let digest: string

/** Resend, with its keys: what was taken under one is taken once, and refused where its words differ. */
async function outside(request: Request): Promise<Response> {
  const key = request.headers.get('Idempotency-Key')
  const body = await request.text()
  reached.push({ key, mail: JSON.parse(body) })
  const before = key === null ? undefined : taken.get(key)
  if (key !== null) taken.set(key, before ?? body)
  return before !== undefined && before !== body ? Response.json({}, { status: 409 }) : Response.json({ id: 'taken' })
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const headers = { ...(body && { 'Content-Type': 'application/json' }), ...(apiKey && { Authorization: `Bearer ${apiKey}` }) }
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  const answer = await fetch(new URL(path, product.url), init)
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

async function runJobs(): Promise<void> {
  await product.database.prepare('UPDATE leases SET expires_at = 0').run()
  await fetch(new URL('/cdn-cgi/local/scheduled', product.url))
}

const states = async () =>
  (
    await product.database.prepare("SELECT state FROM deliveries WHERE type = 'digest.issued'").all<{ state: string }>()
  ).results.map(({ state }) => state)

beforeAll(async () => {
  const vars = { LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: 'https://feedback.shop.example' }
  const mail = { MAIL_FROM: 'Shop <feedback@shop.example>', RESEND_API_KEY: 're_test' }
  product = await startProduct({ SETUP_TOKEN: 'digest', RESOLVER: '', ...vars, ...mail }, { outside })
  const shop = { name: 'Käse & <b>Wein</b>', origins: ['https://shop.example'], timeZone: 'UTC' }
  const owner = { token: 'digest', email: 'o@shop.example', name: 'O' }
  apiKey = (await call<{ apiKey: string }>('POST', '/api/v1/setup', { ...owner, site: shop })).apiKey
  const { id: survey } = await call<{ id: string }>('POST', '/api/v1/surveys', { name: 'Checkout', metric: 'nps' })
  await call('POST', `/api/v1/surveys/${survey}/publish`, {})
  const week = bucketStart(addDays(dayOf(Date.now(), 'UTC'), -7), 'week')
  const rows = [
    { score: 10, comment: 'Arrived early & well packed', at: `${week}T12:00:00Z` },
    { score: 2, comment: 'The <b>parcel</b> came three days late', at: `${addDays(week, 6)}T12:00:00Z` },
  ]
  const headers = { 'Content-Type': 'application/x-ndjson', Authorization: `Bearer ${apiKey}` }
  const body = rows.map((row) => JSON.stringify(row)).join('\n')
  await fetch(new URL(`/api/v1/imports?survey=${survey}`, product.url), { method: 'POST', headers, body })
  await runJobs()
  // From the first moment of a Monday on, so that the week before is due on whatever day this runs.
  const asked = { name: 'Every week', frequency: 'weekly', hour: 0, addresses: ['ann@shop.example', 'bob@shop.example'] }
  digest = (await call<{ id: string }>('POST', '/api/v1/digests', asked)).id
}, 60_000)

afterAll(() => product.stop())

/** As if the digest had been there before the last week was over. */
const becomeDue = () =>
  product.database.prepare("UPDATE digests SET period = '2026-01-01', due_at = 0 WHERE id = ?").bind(digest).run()

test('a digest is mailed to each of its readers, with a way out of their own', async () => {
  await becomeDue()
  await runJobs()
  const mails = reached.splice(0).sort((a, b) => (a.mail.to < b.mail.to ? -1 : 1))
  expect(mails.map(({ mail }) => mail.to)).toEqual(['ann@shop.example', 'bob@shop.example'])
  expect(await states()).toEqual(['delivered', 'delivered'])
  const [{ key, mail } = expect.fail('no mail'), second = expect.fail('no second mail')] = mails
  expect(key).toMatch(/^msg_/)
  expect(mail.subject).toMatch(/^Käse & <b>Wein<\/b>, .*: NPS 0\.0$/)
  expect(mail.text).toContain('> The <b>parcel</b> came three days late')
  expect(mail.html).toContain('The &lt;b&gt;parcel&lt;/b&gt; came three days late')
  expect(mail.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const leave =
    /^<(https:\/\/feedback\.shop\.example\/unsubscribe\/\S+)>$/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
  expect(mail.text).toContain(leave)
  expect(second.mail.headers['List-Unsubscribe']).not.toContain(leave)

  // As a mail program does it: no cookie, no origin, one form.
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const left = await fetch(new URL(new URL(leave).pathname, product.url), { method: 'POST', body, redirect: 'manual' })
  expect(left.status).toBe(200)
  expect(await call('GET', `/api/v1/digests/${digest}`)).toMatchObject({ unsubscribed: ['ann@shop.example'] })
})

test('a run that died after a mail was taken sends it under the same key, and no second one goes out, even if its words have changed', async () => {
  await product.database.prepare("UPDATE deliveries SET state = 'waiting', attempts = 0, due_at = 0").run()
  await call('PATCH', `/api/v1/digests/${digest}`, { name: 'Every Monday' })
  const before = [...taken]
  await runJobs()
  const again = reached.splice(0)
  expect(again.map(({ mail }) => mail.to)).toEqual(['bob@shop.example'])
  expect(before.map(([key]) => key)).toContain(again[0]?.key)
  expect([...taken]).toEqual(before)
  expect((await states()).sort()).toEqual(['delivered', 'void'])
})
