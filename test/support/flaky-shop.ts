import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { Waiting } from '../../widget/survey/queue.ts'
import type { SendResponse } from '../../worker/contract/response.ts'
import { type BuiltWidget, builtWidget } from './built-widget.ts'
import { launchChromium } from './chromium.ts'
import { askingPath, mapStore, type Store } from './flaky-behind.ts'
import { type Asked, type Fate, type FlakyServer, pass, startFlakyServer } from './flaky-server.ts'

const prefix = 'earshot:pk_test:'

/** A shopper in Chromium, and a shop whose server does to answers what a test says; every test is a new browser profile. */
export function useFlakyShop(launch: () => Promise<Browser> = launchChromium) {
  let browser: Browser
  let server: FlakyServer
  let widget: BuiltWidget
  let store: Store
  let profile: BrowserContext
  /** What pages threw, and what they logged but for the browser's own notes on failed requests. */
  const noise: string[] = []
  /** What each page has asked for and not been answered yet. */
  const underWay = new WeakMap<Page, Set<Request>>()

  beforeAll(async () => {
    ;[browser, server, widget] = await Promise.all([launch(), startFlakyServer(), builtWidget()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })
  beforeEach(async () => {
    profile = await browser.newContext()
    store = mapStore(server.origin, widget)
    server.stand(store.site, store.behind)
    noise.length = 0
  })
  afterEach(() => profile.close())

  const open = async (path: string) => {
    const page = await profile.newPage()
    page.on('pageerror', (error) => noise.push(error.message))
    page.on('console', (message) => {
      if (!message.text().startsWith('Failed to load resource')) noise.push(message.text())
    })
    const asked = new Set<Request>()
    underWay.set(page, asked)
    page.on('request', (request) => asked.add(request))
    page.on('requestfinished', (request) => asked.delete(request))
    page.on('requestfailed', (request) => asked.delete(request))
    // Nobody tells of the end of what a page that has gone had asked for.
    page.on('framenavigated', () => asked.clear())
    await page.goto(server.shopOrigin + path)
    return page
  }
  const until = (condition: () => boolean | Promise<boolean>) =>
    expect.poll(condition, { timeout: 10_000, interval: 20 }).toBe(true)

  return {
    noise,
    get profile() {
      return profile
    },
    get server() {
      return server
    },
    rows: () => store.rows(),
    /** A page where the survey is due, and one where nothing is. */
    openAsking: () => open(`${askingPath}?as=ines`),
    openQuiet: () => open('/'),
    /** What befalls answers; displays always pass. */
    answersMeet(fate: Fate | ((step: SendResponse) => Fate)) {
      server.weather(({ path, body }) => {
        if (path !== '/v1/responses') return pass
        return typeof fate === 'function' ? fate(JSON.parse(body)) : fate
      })
    },
    /** Steps that reached the server's port, whatever became of them. */
    heardSteps: () => server.heard.filter(isAnswer).map(({ body }): SendResponse => JSON.parse(body)),
    /** Whatever the page has sent so far has reached the server, and what came back the page. */
    async settle(page: Page) {
      const fence = () => page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => undefined), `${server.origin}/fence`)
      // On a line of its own it may overtake what was sent before.
      await fence()
      await until(() => !underWay.get(page)?.size)
      await fence()
    },
    tap: (page: Page, score: number) => page.getByRole('radio', { name: new RegExp(`^${score} out of 10`) }).click(),
    /** The requests that lie in this browser's storage. */
    waiting: (page: Page) =>
      page.evaluate<Waiting[], string>(
        (start) =>
          Object.keys(localStorage)
            .filter((key) => key.startsWith(start))
            .map((key) => JSON.parse(localStorage.getItem(key) ?? '')),
        prefix,
      ),
    /** As if earlier pages had left these. The page must be of the shop. */
    leave: (page: Page, texts: string[]) =>
      page.evaluate(
        ([start, all]) => {
          for (const [i, text] of all.entries()) localStorage.setItem(`${start}${i}`, text)
        },
        [prefix, texts] as const,
      ),
    until,
  }
}

const isAnswer = ({ path }: Asked) => path === '/v1/responses'
