import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { hostileMarkup } from '../support/hostile-markup.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

/** A shop in which every text that anybody can write is one that would like to be run. */
let earshot: Earshot
let browser: Awaited<ReturnType<typeof launchChromium>>
let context: BrowserContext
let apiKey = ''
/** Every page that shows them. */
let pages: string[]
const complaints: string[] = []

/** One after the other, at most so long. */
let taken = 0
const hostile = (most = 60): string => {
  const fitting = hostileMarkup.filter((text) => text.length <= most)
  return fitting[taken++ % fitting.length] ?? '<b>'
}

async function call<Answer = { id: string }>(
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<Answer> {
  const headers = { ...(apiKey && { Authorization: `Bearer ${apiKey}` }), ...(body !== undefined && { 'Content-Type': type }) }
  const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const answer = await fetch(earshot.url + path, { method, headers, ...sent })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false, from: inject('emptyState') }), launchChromium()])
  const {
    site,
    apiKey: key,
    loginUrl,
  } = await call<{ site: { id: string; key: string }; apiKey: string; loginUrl: string }>('POST', '/api/v1/setup', {
    ...{ token: earshot.setupToken, email: 'o@shop.example', name: hostile() },
    site: {
      name: hostile(),
      origins: ['https://shop.example'],
      timeZone: 'Europe/Berlin',
      dimensions: ['touchpoint', 'tier', 'device'],
    },
  })
  apiKey = key
  const questions = [
    { id: 'score', type: 'metric', text: hostile(), low: hostile(), high: hostile() },
    { id: 'why', type: 'text', text: hostile() },
    {
      id: 'what',
      type: 'choices',
      text: hostile(),
      choices: ['a', 'b'].map((id) => ({ id, text: hostile() })),
      other: hostile(),
    },
    { id: 'mail', type: 'contact', text: hostile(), channel: 'email', purpose: hostile() },
  ]
  const survey = (await call('POST', '/api/v1/surveys', { name: hostile(), metric: 'nps', questions, touchpoint: 'cart' })).id
  await call('POST', `/api/v1/surveys/${survey}/publish`, {})
  const tag = (await call('POST', '/api/v1/tags', { name: hostile(50), description: hostile(), rules: [{ any: ['script'] }] })).id
  // Each of them once as a comment, and others beside it wherever a shopper's browser may say something.
  for (const [i, why] of hostileMarkup.entries()) {
    const step = {
      ...{ site: site.key, survey, submission: crypto.randomUUID(), seq: 1, complete: true },
      answers: { score: i % 11, why, what: ['a', 'other'], 'what.other': hostile(), mail: `a${i}@shop.example` },
      traits: { tier: hostile(), [hostile()]: hostile() },
      context: { touchpoint: hostile(), locale: 'en', url: `https://shop.example/${hostile()}` },
      order: { id: hostile(), value: i, currency: 'EUR', skus: ['A-1'] },
      respondent: { id: hostile() },
    }
    const answer = await fetch(`${earshot.url}/v1/responses`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example' },
      body: JSON.stringify(step),
    })
    if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`)
  }
  await fetch(`${earshot.url}/cdn-cgi/local/scheduled`)
  await call('POST', '/api/v1/notes', { day: new Date().toISOString().slice(0, 10), text: hostile() })
  await call('POST', '/api/v1/views', { name: hostile(), conditions: { q: 'script' }, shared: true })
  await call('POST', '/api/v1/inbox-rules', { name: hostile(), conditions: { q: 'script' } })
  await call('POST', '/api/v1/keys', { name: hostile(), role: 'viewer', scopes: ['read'] })
  await call('POST', '/api/v1/catalogue', `sku,name,category\nA-1,"${hostile().replaceAll('"', '""')}",Wool\n`, 'text/csv')
  const { people } = await call<{ people?: { id: string }[]; members?: { id: string }[] }>('GET', '/api/v1/members').then(
    (found) => ({
      people: found.people ?? found.members ?? [],
    }),
  )
  const alert = { name: hostile(), kind: 'response', conditions: { unhappy: true }, people: people.map(({ id }) => id) }
  const { id: alertId } = await call('POST', '/api/v1/alerts', alert)
  const digest = { name: hostile(), frequency: 'weekly', people: people.map(({ id }) => id), addresses: [] }
  const { id: digestId } = await call('POST', '/api/v1/digests', digest)
  const share = await call<{ url: string }>('POST', `/api/v1/surveys/${survey}/shares`, {})

  context = await browser.newContext({ baseURL: earshot.url })
  const page = await context.newPage()
  await page.goto(loginUrl)
  await page.getByRole('button').first().click()
  await page.waitForURL(`${earshot.url}/`)
  await page.close()
  pages = [
    ...[
      '/',
      `/surveys/${survey}`,
      `/surveys/${survey}/edit`,
      `/surveys/${survey}/channels`,
      `/surveys/${survey}/tests`,
      '/compare',
    ],
    ...['touchpoint', 'tier', 'tag'].map((by) => `/surveys/${survey}?breakdown=${by}`),
    ...['/responses', '/responses?q=script', '/inbox', '/inbox/rules', '/tags', `/tags/${tag}`, '/alerts', `/alerts/${alertId}`],
    ...['/settings', '/settings/team', '/settings/log', '/settings/webhooks', '/install', '/import'],
    ...[
      new URL(share.url).pathname,
      `/s/${survey}`,
      `/api/v1/surveys/${survey}/email.html`,
      `/api/v1/digests/${digestId}/preview`,
    ],
    `/responses?q=${encodeURIComponent(hostile())}&tag=${encodeURIComponent(hostile())}`,
  ]
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await earshot?.stop()
})

async function visit(path: string): Promise<Page> {
  const page = await context.newPage()
  page.on('dialog', () => complaints.push(`${path}: a dialog`))
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())) complaints.push(`${path}: ${message.text()}`)
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  // Whatever takes a press to open.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  return page
}

test('what anybody wrote is shown as they wrote it, runs nowhere, and is no link, on every page', async () => {
  const shown: Record<string, number> = {}
  for (const path of pages) {
    const page = await visit(path)
    const found = await page.evaluate(() => ({
      pwned: (window as { pwned?: number[] }).pwned ?? [],
      links: [...document.querySelectorAll('a[href], form[action], iframe[src]')]
        .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? element.getAttribute('src') ?? '')
        .filter((address) => /^\s*(?:javascript|data|vbscript):/i.test(address)),
      within: document.querySelectorAll('script:not([src]), [onerror], [onload], [onfocus], [ontoggle]').length,
      shown: document.documentElement.innerText.split('window.pwned').length - 1,
    }))
    expect({ path, ...found, shown: 0 }).toEqual({ path, pwned: [], links: [], within: 0, shown: 0 })
    shown[new URL(path, earshot.url).pathname.replace(/\w+_\w+/, 'ID')] = found.shown
    await page.close()
  }
  expect(complaints).toEqual([])
  // They were there to be seen.
  expect(Object.values(shown).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(100)
}, 300_000)

test('a page that took them for markup would run many of them', async () => {
  const page = await (await browser.newContext()).newPage()
  const ran = new Set<number>()
  for (let i = 0; i < hostileMarkup.length; i += 20) {
    await page.setContent(
      hostileMarkup
        .slice(i, i + 20)
        .map((text) => `<section>${text}</section>`)
        .join('\n'),
    )
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete')
    for (const one of await page.evaluate(() => (window as { pwned?: number[] }).pwned ?? [])) ran.add(one)
  }
  expect(ran.size).toBeGreaterThan(20)
  await page.context().close()
}, 60_000)
