import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { hold } from '../support/demo.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

const shop = 'https://shop.example'
const complaints: string[] = []
let earshot: Earshot
let browser: Browser
let apiKey = ''
let about: { site: string; survey: string; version: number }
/** Two members: Ann at a desk, Bea with a phone. */
let ann: Page
let bea: Page

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false, from: inject('emptyState') }), launchChromium()])
  const site = { name: 'Olive & Oil', origins: [shop], timeZone: 'Europe/Berlin' }
  const owner = { token: earshot.setupToken, email: 'olive@shop.example', name: 'Olive Owner' }
  const made = await post<{ site: { key: string }; apiKey: string }>('/api/v1/setup', { ...owner, site })
  apiKey = made.apiKey
  const { id } = await post<{ id: string }>('/api/v1/surveys', { name: 'After delivery', metric: 'nps' })
  const { version } = await post<{ version: number }>(`/api/v1/surveys/${id}/publish`, {})
  about = { site: made.site.key, survey: id, version }
  ann = await join('Ann', { width: 1440, height: 900 })
  bea = await join('Bea', { width: 390, height: 844 })
})
afterAll(async () => {
  await browser?.close()
  await earshot?.stop()
})

async function post<Answer>(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const by: Record<string, string> = apiKey ? { Authorization: `Bearer ${apiKey}` } : {}
  const answer = await fetch(earshot.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...by, ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function join(name: string, viewport: { width: number; height: number }): Promise<Page> {
  const { url } = await post<{ url: string }>('/api/v1/invitations', { email: `${name}@shop.example`, role: 'agent' })
  const page = await (await browser.newContext({ viewport, baseURL: earshot.url })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return page
}

/** An answer as the widget sends it, and the minute's work after it. */
async function answer(score: number, why: string): Promise<void> {
  const step = { ...about, submission: crypto.randomUUID(), seq: 1, complete: true, answers: { score, why } }
  await post('/v1/responses', step, { Origin: shop })
  expect((await fetch(`${earshot.url}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)).ok).toBe(true)
}

const history = (page: Page) => page.locator('.case-history li').allInnerTexts()
const row = (page: Page, words: string) => page.locator('article.case', { hasText: words })

test('a detractor comes in, and two members take it to resolved, each seeing what the other did', async () => {
  await ann.getByText('Nothing needs anybody').waitFor()
  await answer(2, 'The bottle leaked in the parcel')
  await answer(10, 'Lovely oil')
  await row(ann, 'The bottle leaked').waitFor()
  expect(await ann.locator('article.case').count()).toBe(1)

  // Ann works by keys alone.
  await ann.keyboard.press('j')
  await ann.getByText('Came in by Unhappy customers').waitFor()
  await ann.keyboard.press('a')
  await ann.keyboard.type('Ann')
  await ann.locator('.case-history').getByText('Ann gave it to Ann').waitFor()
  await ann.keyboard.press('Tab')
  await row(ann, 'The bottle leaked').focus()
  await ann.keyboard.press('s')
  await ann.keyboard.type('In')
  await ann.locator('.case-history').getByText('Ann marked it in progress').waitFor()
  await row(ann, 'The bottle leaked').focus()
  await ann.keyboard.press('w')
  await ann.keyboard.type('She gets a new bottle by Friday')
  await ann.keyboard.press('Control+Enter')
  await ann.locator('.case-history').getByText('She gets a new bottle').waitFor()

  await bea.getByRole('link', { name: /^All open/ }).click()
  await row(bea, 'The bottle leaked').getByRole('button').click()
  await bea.getByText('She gets a new bottle by Friday').waitFor()
  // One column: the list makes room.
  expect(await bea.locator('article.case').first().isVisible()).toBe(false)
  await bea.getByLabel('Note').fill('Sent today')
  await bea.getByRole('button', { name: 'Add the note' }).click()
  await bea.locator('.case-history').getByText('Sent today').waitFor()
  await bea.getByLabel('Status').selectOption('Resolved')
  await bea.getByText('Marked as resolved.').waitFor()
  await bea.locator('.case-history').getByText('Bea marked it resolved').waitFor()

  // Ann, who has it open, hears of it without a press.
  await ann.locator('.case-history').getByText('Bea marked it resolved').waitFor()
  const told = (await history(ann)).map((line) => line.split('\n')[0]?.replace(/ (just now|\d.*)$/, ''))
  expect(told).toEqual([
    'Came in by Unhappy customers',
    'Ann gave it to Ann',
    'Ann marked it in progress',
    'Ann noted',
    'Bea noted',
    'Bea marked it resolved',
  ])

  await bea.getByRole('button', { name: 'Undo' }).click()
  await bea.locator('.case-history').getByText('Bea marked it in progress').waitFor()
  await bea.getByLabel('Status').selectOption('Resolved')
  await bea.getByText('Marked as resolved.').waitFor()
  await bea.getByRole('button', { name: 'All cases' }).click()
  await bea.getByText('Nothing needs anybody').waitFor()
  await bea.getByRole('link', { name: 'Closed' }).click()
  await row(bea, 'The bottle leaked').waitFor()
})

test('of two who change one case at once the later is told, and nothing is lost; several are changed together', async () => {
  await answer(1, 'Nobody answered the phone')
  await answer(3, 'The cap was broken')
  await ann.goto('/inbox')
  await row(ann, 'Nobody answered').getByRole('button').click()
  await ann.getByText('Came in by').waitFor()
  // What Ann sees stands still, and Bea takes the case meanwhile.
  const held = await hold(ann, /\/api\/v1\/cases\?/)
  await held.some()
  await bea.goto('/inbox')
  await row(bea, 'Nobody answered').getByRole('button').click()
  await bea.getByLabel('Owner').selectOption('Bea (you)')
  await bea.locator('.case-history').getByText('Bea gave it to Bea').waitFor()
  await ann.getByLabel('Owner').selectOption('Ann (you)')
  await ann.getByText('Somebody has changed this case meanwhile').waitFor()
  await held.release()
  await expect.poll(() => ann.getByLabel('Owner').locator('option:checked').innerText()).toBe('Bea')

  await ann.goto('/inbox')
  await row(ann, 'Nobody answered').focus()
  await ann.keyboard.press('x')
  await row(ann, 'The cap was broken').focus()
  await ann.keyboard.press('X')
  await ann.getByText('2 selected').waitFor()
  await ann.getByLabel('Status of all selected').selectOption('Resolved')
  await ann.getByText('2 cases changed.').waitFor()
  await ann.getByText('Nothing needs anybody').waitFor()
  expect(complaints).toEqual([])
})
