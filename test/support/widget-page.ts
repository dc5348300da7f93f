import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium } from './chromium.ts'
import { surveyContent } from './survey-content.ts'
import { type HostOptions, startWidgetHost } from './widget-host.ts'

export const nps: HostOptions = { contents: { srv_1: surveyContent('nps') } }

/** Waits for what is sent or shown, not for a time. */
export const until = (condition: () => boolean | Promise<boolean>) => expect.poll(condition, { timeout: 10_000 }).toBe(true)

/** A shopper in Chromium and the shop they visit, for the tests of one file; every visit is a new browser profile. */
export function useWidgetPage() {
  let browser: Browser
  let host: Awaited<ReturnType<typeof startWidgetHost>>
  let page: Page
  /** What the page logged or threw since the visit. */
  const noise: string[] = []

  beforeAll(async () => {
    host = await startWidgetHost()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await host?.stop()
  })
  afterEach(() => page?.context().close())

  const heard = () => page.evaluate<[string, Record<string, unknown>][]>('heard')

  return {
    noise,
    get page() {
      return page
    },
    get host() {
      return host
    },
    async visit(options: HostOptions = nps, profile: BrowserContextOptions = {}, script?: string) {
      host.serve(options)
      noise.length = 0
      page = await (await browser.newContext(profile)).newPage()
      page.on('console', (message) => noise.push(message.text()))
      page.on('pageerror', (error) => noise.push(error.message))
      if (script) await page.addInitScript(script)
      await page.goto(host.url)
    },
    cell: (score: number, max = 10) => page.getByRole('radio', { name: new RegExp(`^${score} out of ${max}`) }),
    dialog: () => page.getByRole('dialog'),
    next: () => page.getByRole('button', { name: 'Next' }),
    send: () => page.getByRole('button', { name: 'Send' }),
    thanks: () => page.getByRole('heading', { name: 'Thank you' }),
    /** The page's earshot events so far. */
    heard,
    heardNames: async () => (await heard()).map(([name]) => name),
    /** Once the page has heard of these, and of nothing else: what is shown is told a moment after it stands there. */
    heardAre: (...names: string[]) => expect.poll(async () => (await heard()).map(([name]) => name)).toEqual(names),
    /** From here on the page's clock stands, a minute later, so that nothing here can be too slow. */
    async stopClock() {
      await page.clock.install()
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000))
    },
    /** The name or id of what has focus, inside the survey or outside. */
    focused: () =>
      page.evaluate(() => {
        const inside = document.querySelector('earshot-survey')?.shadowRoot?.activeElement
        const label = inside?.closest('label') ?? inside
        return label
          ? (label.getAttribute('aria-label') ?? label.querySelector('.said')?.textContent ?? label.textContent)
          : document.activeElement?.id
      }),
  }
}
