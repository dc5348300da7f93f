import { Buffer } from 'node:buffer'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { launchChromium } from '../support/chromium.ts'
import { focusOn } from '../support/demo.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

const shop = 'https://shop.example'
const complaints: string[] = []
let earshot: Earshot
let browser: Browser
let apiKey = ''
let site = ''
let about: { site: string; survey: string; version: number }

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false, from: inject('emptyState') }), launchChromium()])
  const made = await send<{ site: { id: string; key: string }; apiKey: string }>('POST', '/api/v1/setup', {
    ...{ token: earshot.setupToken, email: 'olive@shop.example', name: 'Olive Owner' },
    site: { name: 'Olive & Oil', origins: [shop], timeZone: 'Europe/Berlin' },
  })
  apiKey = made.apiKey
  site = made.site.id
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely are you to recommend us?', low: 'not', high: 'very' },
    { id: 'why', type: 'text', text: 'Why?' },
    { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To put it right' },
  ]
  const { id } = await send<{ id: string }>('POST', '/api/v1/surveys', { name: 'After delivery', metric: 'nps', questions })
  const { version } = await send<{ version: number }>('POST', `/api/v1/surveys/${id}/publish`, {})
  about = { site: made.site.key, survey: id, version }
})
afterAll(async () => {
  await browser?.close()
  await earshot?.stop()
})

async function send<Answer>(method: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const by: Record<string, string> = apiKey ? { Authorization: `Bearer ${apiKey}` } : {}
  const answer = await fetch(earshot.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...by, ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

async function joinAs(name: string, role: string, viewport: { width: number; height: number }): Promise<Page> {
  const { url } = await send<{ url: string }>('POST', '/api/v1/invitations', { email: `${name}@shop.example`, role })
  const page = await (await browser.newContext({ viewport, baseURL: earshot.url })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(url)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  return page
}

/** The minute's work. */
async function runJobs(): Promise<void> {
  expect((await fetch(`${earshot.url}/cdn-cgi/handler/scheduled?cron=*+*+*+*+*`)).ok).toBe(true)
}

async function complain(why: string, mail: string): Promise<void> {
  const answers = { score: 2, why, mail }
  const step = { ...about, submission: crypto.randomUUID(), seq: 1, complete: true, answers, traits: { firstName: 'Ann' } }
  await send('POST', '/v1/responses', step, { Origin: shop })
  await runJobs()
}

/** The mails to an address, as mail programs get them: their headers, and their text. */
function mailsTo(address: string): { headers: string; text: string }[] {
  const folder = join(earshot.stateDir, 'mails')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  return files
    .map((name) => readFileSync(join(folder, name), 'utf8').split('\r\n\r\n'))
    .filter(([headers]) => headers?.includes(`To: ${address}\r\n`))
    .map(([headers = '', , text = '']) => ({ headers, text: Buffer.from(text.split('--')[0] ?? '', 'base64').toString() }))
}

const row = (page: Page, words: string) => page.locator('article.case', { hasText: words })
const history = (page: Page) => page.locator('.case-history')

test.each([
  ['at a desk', { width: 1440, height: 900 }],
  ['with a phone', { width: 390, height: 844 }],
])(
  'one member replies from a template %s: it lands once, under the shop’s name, and the history shows it',
  async (where, size) => {
    const name = where.endsWith('phone') ? 'Bea' : 'Gus'
    const address = `${name.toLowerCase()}.buyer@mail.example`
    const comment = `The bottle of ${name} leaked`
    await send('PATCH', `/api/v1/sites/${site}`, { replyTo: '' })
    await complain(comment, address)
    const page = await joinAs(name, 'agent', size)
    await row(page, comment).getByRole('button').first().click()
    await page.getByText('No reply by mail: the site has no address yet').waitFor()
    await send('PATCH', `/api/v1/sites/${site}`, { replyTo: 'help@shop.example' })
    await page.reload()
    await row(page, comment).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Reply by mail' }).waitFor()

    // By keys alone.
    await page.keyboard.press('r')
    await page.getByText(address).waitFor()
    await focusOn(page.getByLabel('Begin with'))
    expect(await page.getByRole('button', { name: 'Send the reply' }).isDisabled()).toBe(true)
    await page.getByLabel('Begin with').selectOption('Sorry, and a question (en)')
    await page.getByLabel('Text').press('Control+End')
    await page.getByLabel('Text').pressSequentially('\n\nPS: a new bottle is on its way.')
    const letter = page.getByRole('article', { name: 'As it will be sent' })
    await letter.getByText('PS: a new bottle is on its way.').waitFor()
    const shown = (await letter.innerText()).split(/\n+/).map((line) => line.trim())
    expect(shown).toContain('Hello Ann,')
    expect(shown).toContain('How likely are you to recommend us? 2/10')
    await injectAxe(page)
    expect(await axeFaults(page)).toEqual([])

    // Two presses at once are one reply.
    await page.getByRole('button', { name: 'Send the reply' }).evaluate((button: HTMLButtonElement) => {
      button.click()
      button.click()
    })
    await page.getByText('The reply is on its way').waitFor()
    await history(page).getByText('On its way', { exact: true }).waitFor()
    await history(page).getByText(`${name} marked it in progress`).waitFor()
    await runJobs()
    await history(page).getByText('Sent', { exact: true }).waitFor()
    expect(await history(page).getByText(`${name} replied: Your feedback to Olive & Oil`).count()).toBe(1)
    await history(page).getByText('PS: a new bottle is on its way.').waitFor()
    expect(await page.getByLabel('Status').inputValue()).toBe('in-progress')

    await runJobs()
    const [mail, ...more] = mailsTo(address)
    expect(more).toEqual([])
    expect(mail?.headers).toContain('Reply-To: help@shop.example')
    // What was shown is what was sent, from the first line to what they had said.
    const sent = (mail?.text ?? '').split(/\n+/).map((line) => line.replace(/^> /, '').trim())
    expect(sent.filter(Boolean)).toEqual(shown.slice(2).filter(Boolean))
    await page.close()
  },
)

test('a manager writes a template with places, sees it as a shopper would, changes it and deletes it', async () => {
  const page = await joinAs('Mona', 'manager', { width: 1440, height: 900 })
  await page.getByRole('link', { name: 'Reply templates' }).click()
  await page.getByRole('heading', { name: 'We mended it' }).waitFor()
  const form = page.getByRole('region', { name: 'A new template' })
  await form.getByLabel('Name').fill('Ersatz')
  await form.getByLabel('Language').fill('de')
  await form.getByLabel('Subject').fill('Ihr Paket von {shop}')
  await form.getByLabel('Text').fill('Guten Tag {firstname}, wir ersetzen es.\n\nSie schrieben: ')
  await form.getByRole('button', { name: 'Insert {comment}' }).click()
  const letter = form.getByRole('article', { name: 'As it will be sent' })
  await letter.getByText('Sie schrieben: The parcel came three days late').waitFor()
  expect(await letter.innerText()).toContain('12. November 2026')
  await form.getByRole('button', { name: 'Add the template' }).click()
  await form.getByText('{firstname} is no place').waitFor()
  await form.getByLabel('Text').fill('Guten Tag {first name}, wir ersetzen es.')
  await injectAxe(page)
  expect(await axeFaults(page)).toEqual([])
  await form.getByRole('button', { name: 'Add the template' }).click()
  await page.getByRole('heading', { name: 'Ersatz' }).waitFor()
  await expect.poll(() => form.getByLabel('Name').inputValue()).toBe('')

  await page.getByRole('button', { name: 'Edit Ersatz' }).click()
  const edited = page.locator('.template-list form')
  await edited.getByLabel('Name').fill('Neues Paket')
  await edited.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Neues Paket' }).waitFor()
  await page.getByRole('button', { name: 'Delete Neues Paket' }).click()
  await page.getByRole('button', { name: 'Yes, delete Neues Paket' }).click()
  await page.getByRole('heading', { name: 'Neues Paket' }).waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
