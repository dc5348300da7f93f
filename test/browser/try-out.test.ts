import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { launchChromium } from '../support/chromium.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

let earshot: Earshot
let browser: Browser
let shop: Server
let origin: string
let siteKey: string
let page: Page
let id: string
const complaints: string[] = []

const watch = (one: Page) => {
  // Asking who is signed in is answered 401 before anybody is.
  one.on('console', (message) => message.type() === 'error' && !message.text().includes('401') && complaints.push(message.text()))
  one.on('pageerror', (error) => complaints.push(error.message))
}
const call = async <Answer>(method: string, path: string, data?: object): Promise<Answer> => {
  const answer = await page.request.fetch(earshot.url + path, { method, data, headers: { Origin: earshot.url } })
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false, from: inject('emptyState') }), launchChromium()])
  // A shop on another origin, under a policy that allows the tag's host and nothing else.
  shop = createServer((_request, reply) => {
    const policy = `default-src 'none'; img-src data:; script-src ${earshot.url}; connect-src ${earshot.url}`
    const tag = `<script async src="${earshot.url}/w/${siteKey}.js" data-touchpoint="basket"></script>`
    reply
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
      .end(
        `<!doctype html><html lang="en"><title>Cart</title><link rel="icon" href="data:,">${tag}<main><h1>Cart</h1></main></html>`,
      )
  })
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  page = await browser.newPage()
  watch(page)
  const site = { name: 'Fern & Loom', origins: [origin], timeZone: 'Europe/Berlin' }
  const owner = { token: earshot.setupToken, email: 'olive@shop.example', name: 'Olive Owner' }
  const made = await call<{ site: { key: string }; loginUrl: string }>('POST', '/api/v1/setup', { ...owner, site })
  siteKey = made.site.key
  await page.goto(made.loginUrl)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Fern & Loom' }).waitFor()
  id = (await call<Survey>('POST', '/api/v1/surveys', { name: 'Cart', metric: 'nps', touchpoint: 'cart' })).id
  await call('POST', `/api/v1/surveys/${id}/publish`, {})
})
afterAll(async () => {
  await browser?.close()
  await new Promise((done) => shop?.close(done))
  await earshot?.stop()
})

/** What managers read of the survey. */
const numbers = () =>
  Promise.all(
    ['surveys/ID/report', 'responses?survey=ID', 'overview'].map((path) => call(`GET`, `/api/v1/${path.replace('ID', id)}`)),
  )

test('an owner tries a draft out on a page of another origin: the panel says why it waits, what is answered is a test, and one press deletes it', async () => {
  const before = await numbers()
  await page.goto(`${earshot.url}/surveys/${id}/edit`)
  await page.getByRole('button', { name: 'Try it on your site' }).click()
  const sheet = page.getByRole('dialog', { name: 'Try it on your site' })
  expect(await sheet.getByLabel('Page of your shop').inputValue()).toBe(`${origin}/`)
  expect(await sheet.getByLabel('Works for').inputValue()).toBe('24')
  await sheet.getByLabel('Page of your shop').fill(`${origin}/cart`)
  const opened = page.context().waitForEvent('page')
  await sheet.getByRole('button', { name: 'Make a link and open it' }).click()
  await sheet.getByRole('listitem').getByText(`${origin}/cart`).waitFor()

  const visit = await opened
  watch(visit)
  const panel = visit.getByRole('region', { name: 'Earshot: why it shows or not' })
  await panel.getByRole('heading', { name: 'Cart' }).waitFor()
  await panel.getByText('this page says “basket”; asked at “cart”').waitFor()
  await panel.getByRole('status').getByText('In its way: Touchpoint').waitFor()
  await panel.getByRole('button', { name: 'Show now' }).click()
  await visit.getByRole('radio', { name: /^2 out of/ }).click()
  await visit.getByRole('textbox', { name: /better/ }).fill('Only trying')
  await visit.getByRole('button', { name: 'Send' }).click()
  await visit.getByRole('heading', { name: 'Thank you' }).waitFor()
  await visit.close()

  await sheet.getByRole('link', { name: 'listed apart' }).click()
  const tests = page.getByRole('region', { name: 'Test answers' })
  await tests.getByText('Only trying').waitFor()
  expect(await numbers()).toEqual(before)
  await tests.getByRole('button', { name: 'Delete the test answer' }).click()
  await tests.getByRole('button', { name: 'Yes, delete the test answer' }).click()
  await tests.getByText('1 test answer deleted.').waitFor()
  await tests.getByText('None. Answer the draft on your site').waitFor()

  await page.getByRole('button', { name: `Revoke the link to ${origin}/cart` }).click()
  await page.getByRole('button', { name: `Yes, revoke the link to ${origin}/cart` }).click()
  await expect.poll(() => page.getByRole('list', { name: 'Links to the draft' }).count()).toBe(0)
  expect(complaints).toEqual([])
})
