import { type Request, Response } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from '../support/product.ts'

interface Sent {
  to: string
  from: string
  subject: string
  text: string
  html: string
}

const reached: { url: string; key: string | null; mail: Sent }[] = []
let status = 200
let waiting: (() => void) | undefined
let product: Product
let apiKey: string
let site: string

/** Resend, a resolver, and a receiver that wants nothing more. */
async function outside(request: Request): Promise<Response> {
  const { hostname } = new URL(request.url)
  if (hostname === 'cloudflare-dns.com') return Response.json({ Answer: [{ type: 1, data: '93.184.215.14' }] })
  if (hostname === 'gone.example') return new Response(null, { status: 410 })
  reached.push({ url: request.url, key: request.headers.get('Authorization'), mail: (await request.json()) as Sent })
  waiting?.()
  return Response.json({ id: 'taken' }, { status })
}

async function post(path: string, body: object): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json', ...(apiKey && { Authorization: `Bearer ${apiKey}` }) }
  const answer = await fetch(new URL(path, product.url), { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, text: await answer.text() }
}

/** Asks for a sign-in link as somebody who isn't signed in, and answers what goes out then. */
async function mailedLink(email: string) {
  const arrived = new Promise<void>((resolve) => {
    waiting = resolve
  })
  expect(await login(email)).toEqual({ status: 202, text: '{"sent":true}' })
  await arrived
  return reached.splice(0)[0] ?? expect.fail('no mail')
}

async function login(email: string) {
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(new URL('/api/v1/login', product.url), { method: 'POST', headers, body: JSON.stringify({ email }) })
  return { status: answer.status, text: await answer.text() }
}

const links = () => product.database.prepare('SELECT count(*) AS n FROM login_tokens').first<number>('n')

beforeAll(async () => {
  const vars = { LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: 'https://feedback.shop.example' }
  const resolver = { RESOLVER: 'https://cloudflare-dns.com/dns-query' }
  const mail = { MAIL_FROM: 'Shop, Ltd <Feedback@shop.example>', RESEND_API_KEY: 're_test' }
  product = await startProduct({ SETUP_TOKEN: 'mail', ...vars, ...resolver, ...mail }, { outside })
  const shop = { name: 'Käse & <b>Wein</b>', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
  const made = await post('/api/v1/setup', { token: 'mail', email: 'o@shop.example', name: 'O', site: shop })
  expect(made.status).toBe(201)
  const done = JSON.parse(made.text) as { apiKey: string; site: { key: string } }
  apiKey = done.apiKey
  site = done.site.key
}, 60_000)

afterAll(() => product.stop())

test('a sign-in link is mailed to whoever has an account, and leads to where the installation is reached', async () => {
  const one = await mailedLink(' O@Shop.example ')
  expect(one).toMatchObject({
    url: 'https://api.resend.com/emails',
    key: 'Bearer re_test',
    mail: { to: 'o@shop.example', from: '"Shop, Ltd" <feedback@shop.example>', subject: 'Sign in to Earshot' },
  })
  const [link = ''] = /https:\/\/feedback\.shop\.example\/login\/lt_\w{32}/.exec(one.mail.text ?? '') ?? []
  expect(one.mail.html).toContain(`href="${link}"`)
  const used = await fetch(new URL(new URL(link).pathname, product.url), { method: 'POST', redirect: 'manual' })
  expect(used.status).toBe(303)
})

test('an unknown address is answered alike, and nobody is written to', async () => {
  const before = await links()
  // The one who is known comes after: what would have been sent to the other were the first here.
  expect(await login('nobody@shop.example')).toEqual({ status: 202, text: '{"sent":true}' })
  expect((await mailedLink('o@shop.example')).mail.to).toBe('o@shop.example')
  expect(await links()).toBe((before ?? 0) + 1)
})

test('nobody’s mailbox is filled: a person has five links at most, and further ones once those lapse', async () => {
  await product.database.prepare('DELETE FROM login_tokens').run()
  for (let i = 0; i < 5; i++) await mailedLink('o@shop.example')
  expect(await login('o@shop.example')).toEqual({ status: 202, text: '{"sent":true}' })
  await product.database.prepare('UPDATE login_tokens SET expires_at = 1').run()
  await mailedLink('o@shop.example')
  expect(reached).toEqual([])
  expect(await links()).toBe(6)
})

test('an invitation is mailed, with the names as they are; where that fails the link is still there', async () => {
  const invite = (email: string) => post('/api/v1/invitations', { email, role: 'agent' })
  const made = JSON.parse((await invite('ann@shop.example')).text) as { url: string; mailed: boolean }
  expect(made.mailed).toBe(true)
  const [{ mail } = expect.fail('no mail')] = reached.splice(0)
  expect(mail).toMatchObject({ to: 'ann@shop.example', subject: 'Invitation to Käse & <b>Wein</b> on Earshot' })
  expect(mail.text).toContain(
    `The team invites you as an agent. The link works once, within 7 days.\n\nSee the invitation:\n${made.url}\n`,
  )
  expect(mail.html).toContain('Join Käse &amp; &lt;b&gt;Wein&lt;/b&gt; on Earshot')
  expect(made.url).toMatch(/^https:\/\/feedback\.shop\.example\/join#token=iv_/)

  status = 500
  const failed = await invite('bob@shop.example')
  expect([failed.status, JSON.parse(failed.text)]).toMatchObject([
    201,
    { mailed: false, url: expect.stringContaining('#token=') },
  ])
  status = 200
  expect(reached.splice(0)).toHaveLength(1)
})

test('an owner is told once that a webhook was disabled, unless somebody began anew with it before', async () => {
  const survey = (JSON.parse((await post('/api/v1/surveys', { name: 'S', metric: 'nps' })).text) as { id: string }).id
  await post(`/api/v1/surveys/${survey}/publish`, {})
  const hook = { url: 'https://gone.example/hook', name: 'ERP', types: ['response.created'] }
  const { id } = JSON.parse((await post('/api/v1/webhooks', hook)).text) as { id: string }
  const answer = async () => {
    const step = { site, survey, version: 1, submission: crypto.randomUUID(), seq: 1, complete: true, answers: { score: 3 } }
    expect((await post('/v1/responses', step)).status).toBe(201)
  }
  const runJobs = async () => {
    await product.database.prepare('UPDATE leases SET expires_at = 0').run()
    await fetch(new URL('/cdn-cgi/local/scheduled', product.url))
  }
  await answer()
  await answer()
  await runJobs()
  await runJobs()
  expect(reached.splice(0).map(({ mail }) => mail)).toMatchObject([
    {
      ...{ to: 'o@shop.example', subject: 'Webhook disabled: ERP' },
      text: expect.stringContaining(`https://feedback.shop.example/settings/webhooks/${id}\n`),
    },
  ])

  // The mail waits; by the time it could go nothing is left to tell.
  await product.database.prepare("UPDATE endpoints SET state = 'active'").run()
  await product.database.prepare("UPDATE deliveries SET state = 'waiting', due_at = 0 WHERE channel = 'email'").run()
  await runJobs()
  expect(reached).toEqual([])
  const mails = "SELECT state, error FROM deliveries WHERE channel = 'email'"
  expect((await product.database.prepare(mails).all()).results).toEqual([{ state: 'void', error: '' }])
})
