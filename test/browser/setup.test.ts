import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

let earshot: Earshot
let browser: Browser
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: false }), launchChromium()])
  page = await browser.newPage()
  // Asking who is signed in is answered 401 before anybody is; Chromium reports that as an error of its own.
  page.on(
    'console',
    (message) => message.type() === 'error' && !message.text().includes('401') && complaints.push(message.text()),
  )
  page.on('pageerror', (error) => complaints.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await earshot?.stop()
})

test('from an empty installation to a live survey, by the interface alone', async () => {
  await page.goto(`${earshot.url}/sign-in#token=mistyped`)
  await page.getByLabel('Your name').fill('Olive Owner')
  await page.getByLabel('Your e-mail address').fill('olive@shop.example')
  await page.getByLabel('Name of the shop').fill('Olive & Oil')
  await page.getByLabel('Address of the shop').fill('shop.example')
  expect(await page.getByRole('checkbox', { name: 'https://shop.example' }).isChecked()).toBe(true)
  expect(await page.getByRole('checkbox', { name: 'https://www.shop.example' }).isChecked()).toBe(true)
  await page.getByLabel('Time zone').selectOption('Europe/Berlin')
  await page.getByRole('button', { name: 'Set up' }).click()

  // A wrong token is shown only now, to be put right beside all that was typed.
  await page.getByRole('alert').getByText('the setup token is wrong').waitFor()
  expect(await page.getByLabel('Setup token').inputValue()).toBe('mistyped')
  expect(await page.getByLabel('Name of the shop').inputValue()).toBe('Olive & Oil')
  await page.getByLabel('Setup token').fill(earshot.setupToken)
  await page.getByRole('button', { name: 'Set up' }).click()

  // The tag, the key once, and the way in; opening the link alone uses nothing up.
  await page.getByText(`<script async src="${earshot.url}/w/pk_`).waitFor()
  await page.getByText(/^sk_/).waitFor()
  await page.getByRole('link', { name: 'Continue to sign in' }).click()
  await page.waitForURL(/\/login\/lt_/)
  await page.reload()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
  await page.getByText('Two steps to the first answer').waitFor()

  await page.getByRole('main').getByRole('link', { name: 'New survey' }).click()
  await page.getByRole('radio', { name: /Customer Effort Score/ }).check()
  await page.getByText('Olive & Oil made it easy for me to handle my issue.').waitFor()
  await page.getByLabel('Name', { exact: true }).fill('Returns')
  await page.getByLabel('Touchpoint').fill('return')
  await page.getByRole('button', { name: 'Create and publish' }).click()
  await page.getByRole('heading', { name: 'Returns' }).waitFor()
  await page.getByText('live · version 1').waitFor()
  await page.getByText('No scores in these days.').waitFor()

  const tag = await page.request.get(`${earshot.url}/w/${await siteKey()}.js`)
  expect(await tag.text()).toContain('"touchpoint":"return"')
})

test('a used link says so, and asking for another prints one in the terminal', async () => {
  await page.goto(`${earshot.url}/settings`)
  await page.getByRole('button', { name: 'Sign out here' }).click()
  // The settings have a field of that name too.
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByLabel('E-mail address').fill('olive@shop.example')
  await page.getByRole('button', { name: 'Get a sign-in link' }).click()
  await page.getByText('a link was made').waitFor()
  const printed = await printedLink()
  await page.goto(printed)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
  expect((await page.goto(printed))?.status()).toBe(410)
  await page.getByText('This link has been used or has expired').waitFor()
})

test('no screen complained', () => {
  // The wrong token is a 403 and the used link a 410, which Chromium reports too.
  expect(complaints.filter((text) => !/403|410/.test(text))).toEqual([])
})

async function siteKey(): Promise<string> {
  const me = await page.request.get(`${earshot.url}/api/v1/me`)
  const { sites } = (await me.json()) as { sites: { key: string }[] }
  return sites[0]?.key ?? ''
}

/** The link the server prints once it has made it; the page's own requests keep the wait going. */
async function printedLink(): Promise<string> {
  let link: string | undefined
  while (!link) {
    await page.request.get(`${earshot.url}/healthz`)
    link = earshot.output().match(/http:\S+\/login\/lt_\w+/)?.[0]
  }
  return link
}
