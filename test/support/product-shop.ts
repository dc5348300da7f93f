import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { launchChromium } from './chromium.ts'
import { productStore } from './flaky-behind.ts'
import { type Answer, type Asked, type FlakyServer, startFlakyServer } from './flaky-server.ts'
import { type Earshot, startEarshot } from './server.ts'

/** Answers what the product would, or before it; undefined leaves a request to the product. */
type Instead = (asked: Asked, product: (asked: Asked) => Promise<Answer>) => Promise<Answer | undefined> | Answer | undefined

/** A shopper in Chromium, and a shop behind which the product itself stands, but for what a test answers in its stead. */
export function useProductShop() {
  let browser: Browser
  let server: FlakyServer
  let earshot: Earshot
  let store: Awaited<ReturnType<typeof productStore>>
  let profile: BrowserContext
  /** All that pages threw or logged. */
  const noise: string[] = []

  beforeAll(async () => {
    ;[browser, server, earshot] = await Promise.all([
      launchChromium(),
      startFlakyServer(),
      startEarshot({ demo: false, from: inject('emptyState') }),
    ])
    store = await productStore(earshot, server.shopOrigin)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await earshot?.stop()
  })
  beforeEach(async () => {
    profile = await browser.newContext({ locale: 'en-GB' })
    server.stand(store.site, store.behind)
    noise.length = 0
  })
  afterEach(() => profile.close())

  return {
    noise,
    get server() {
      return server
    },
    get store() {
      return store
    },
    /** From here on this comes first. */
    answer(instead: Instead) {
      server.stand(store.site, async (asked) => (await instead(asked, store.behind)) ?? store.behind(asked))
    },
    /** A page of the shop; `heard` there has the widget's events. */
    async open(path = '/', script = '') {
      const page = await profile.newPage()
      page.on('pageerror', (error) => noise.push(error.message))
      page.on('console', (message) => noise.push(message.text()))
      await page.addInitScript(`window.heard = []
for (const name of ['ready', 'shown', 'answered', 'completed', 'dismissed', 'skipped', 'error'])
  addEventListener('earshot:' + name, ({ detail }) => heard.push([name, detail]))`)
      if (script) await page.addInitScript(script)
      await page.goto(server.shopOrigin + path)
      return page
    },
  }
}
