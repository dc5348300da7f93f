import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { launchChromium } from '../../support/chromium.ts'
import { startPlainShop } from '../../support/plain-shop.ts'
import { startResolver } from '../../support/resolver.ts'
import { type Earshot, startEarshot } from '../../support/server.ts'

export type Owner = ReturnType<typeof useOwner>

/** Somebody who sets Earshot up on an empty installation, and their shop on another origin; the tests of one file go on from each other. */
export function useOwner() {
  let earshot: Earshot
  let browser: Browser
  let page: Page
  let shop: Awaited<ReturnType<typeof startPlainShop>>
  let resolver: Awaited<ReturnType<typeof startResolver>>
  let apiKey = ''
  const complaints: string[] = []

  beforeAll(async () => {
    resolver = await startResolver()
    ;[earshot, browser] = await Promise.all([
      startEarshot({ demo: false, from: inject('emptyState'), resolver: resolver.url }),
      launchChromium(),
    ])
    shop = await startPlainShop(earshot.url)
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], baseURL: earshot.url })
    page = await context.newPage()
    // Asking who is signed in is answered 401 before anybody is; Chromium reports that as an error of its own.
    page.on(
      'console',
      (message) => message.type() === 'error' && !message.text().includes('401') && complaints.push(message.text()),
    )
    page.on('pageerror', (error) => complaints.push(error.message))
  })
  afterAll(async () => {
    await browser?.close()
    await shop?.stop()
    await earshot?.stop()
    resolver?.stop()
  })

  const links = () => earshot.output().match(/http:\S+\/login\/lt_\w+/g) ?? []
  const headers = () => ({ Authorization: `Bearer ${apiKey}` })

  return {
    complaints,
    headers,
    get earshot() {
      return earshot
    },
    get page() {
      return page
    },
    get shop() {
      return shop
    },
    /** The key that setup shows once. */
    keep(key: string) {
      apiKey = key
    },

    async siteKey(): Promise<string> {
      const me = await page.request.get('/api/v1/me')
      const { sites } = (await me.json()) as { sites: { key: string }[] }
      return sites[0]?.key ?? ''
    },

    /** Changes the site beside the interface. */
    async patchSite(change: object): Promise<void> {
      const answer = await page.request.get('/api/v1/sites', { headers: headers() })
      const { sites } = (await answer.json()) as { sites: { id: string }[] }
      const done = await page.request.patch(`/api/v1/sites/${sites[0]?.id}`, { headers: headers(), data: change })
      expect(done.status()).toBe(200)
    },

    /** What a press of a button copies. */
    async copied(name: string): Promise<string> {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      return await page.evaluate('navigator.clipboard.readText()')
    },

    /** Has the shop's page opened and looked at; answers where the result is told. */
    async look() {
      await page.getByLabel('A page of your shop').fill(`${shop.url}/`)
      const made = page.waitForResponse(
        (answer) => answer.url().includes('/api/v1/checks') && answer.request().method() === 'POST',
      )
      const opened = page.waitForEvent('popup')
      await page.getByRole('button', { name: 'Open it and look' }).click()
      await Promise.all([made, opened])
      // Behind another window Chromium draws once a second, and each press waits for that.
      await page.bringToFront()
      return page.locator('.check-result')
    },

    /** Somebody who has never been here answers; answers what the page's policy stopped, and requests that aren't allowed. */
    async shopperAnswers(why: string, isAllowed = (_url: string) => true): Promise<string[]> {
      const shopper = await (await browser.newContext()).newPage()
      const elsewhere: string[] = []
      shopper.on('request', (request) => isAllowed(request.url()) || elsewhere.push(request.url()))
      await shopper.addInitScript(
        "window.stopped=[];addEventListener('securitypolicyviolation',e=>stopped.push(e.violatedDirective+' '+e.blockedURI))",
      )
      await shopper.goto(`${shop.url}/`)
      await shopper.getByRole('radio', { name: /^6 out of 7/ }).click()
      await shopper.getByRole('textbox').fill(why)
      await shopper.getByRole('button', { name: 'Send' }).click()
      await shopper.getByRole('heading', { name: 'Thank you' }).waitFor()
      const stopped = await shopper.evaluate<string[]>('stopped')
      await shopper.context().close()
      return [...stopped.filter((text) => !text.includes('favicon')), ...elsewhere]
    },

    /** The sign-in links the server has printed so far. */
    links,

    /** The link the server prints once it has made it, after so many others; the page's own requests keep the wait going. */
    async printedLink(others = 0): Promise<string> {
      let link: string | undefined
      while (!link) {
        await page.request.get('/healthz')
        link = links()[others]
      }
      return link
    },
  }
}
