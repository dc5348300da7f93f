import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page, Route } from 'playwright-core'
import { expect, inject } from 'vitest'
import type { Survey } from '../../worker/contract/survey.ts'
import { launchChromium } from './chromium.ts'
import { startEarshot } from './server.ts'

/** The demo's dashboard in a browser. */
export interface Demo {
  url: string
  browser: Browser
  /** What pages complained of since the last `open`: nothing may. */
  complaints: string[]
  /** A page that shows nothing yet, signed in, in a browser profile of its own. */
  signIn: (look?: BrowserContextOptions) => Promise<Page>
  /**
   * The same in a profile that all visits share, so that the dashboard's files are loaded once. The session is new and nothing else is remembered
   * of the visit before: close the page, not its context.
   */
  visit: (look?: Look) => Promise<Page>
  /** The same on the overview. */
  open: (look?: Look) => Promise<Page>
  stop: () => Promise<void>
}

/** What of a browser's looks can change while it runs. */
export interface Look {
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  viewport?: { width: number; height: number }
}

const usual = { colorScheme: 'light', reducedMotion: 'no-preference', viewport: { width: 1280, height: 720 } } as const

export async function startDemo(): Promise<Demo> {
  const [earshot, browser] = await Promise.all([startEarshot({ demo: true, from: inject('demoState') }), launchChromium()])
  const complaints: string[] = []
  let shared: BrowserContext | undefined
  const signedIn = async (context: BrowserContext) => {
    complaints.length = 0
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    // What the button in the demo shop sends.
    const answer = await page.request.post('/demo/sign-in', { headers: { Origin: earshot.url }, maxRedirects: 0 })
    expect(answer.status()).toBe(303)
    return page
  }
  const signIn = async (look?: BrowserContextOptions) => signedIn(await browser.newContext({ ...look, baseURL: earshot.url }))
  const profile = async () => {
    const context = await browser.newContext({ baseURL: earshot.url })
    // A page that stays keeps the process of them all: the next finds its scripts compiled.
    await context.newPage()
    return context
  }
  const visit = async (look?: Look) => {
    shared ??= await profile()
    await shared.clearCookies()
    const page = await signedIn(shared)
    const devtools = await shared.newCDPSession(page)
    await devtools.send('Storage.clearDataForOrigin', { origin: earshot.url, storageTypes: 'local_storage,indexeddb' })
    await devtools.detach()
    const { viewport, ...media } = { ...usual, ...look }
    await page.emulateMedia(media)
    await page.setViewportSize(viewport)
    return page
  }

  return {
    url: earshot.url,
    browser,
    complaints,
    signIn,
    visit,
    open: async (look) => {
      const page = await visit(look)
      await page.goto('/')
      await page.locator('article.tile').first().waitFor()
      return page
    },
    stop: async () => {
      await browser.close()
      await earshot.stop()
    },
  }
}

/** The address of one of the demo's surveys. */
export async function addressOf(page: Page, name: string, query = ''): Promise<string> {
  const answer = await page.request.get('/api/v1/surveys')
  const { surveys } = (await answer.json()) as { surveys: Survey[] }
  const id = surveys.find((survey) => survey.name === name)?.id
  if (!id) throw new Error(`the demo has no survey ${name}`)
  return new URL(`/surveys/${id}${query}`, answer.url()).href
}

/** Opens one of the demo's surveys and waits for all of its panels. */
export async function openSurvey(page: Page, name: string, query = ''): Promise<void> {
  await page.goto(await addressOf(page, name, query))
  await settled(page)
}

/** Once nothing on the screen is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.score.big').waitFor()
  await still(page)
}

/** Once a screen that shows its title moves no more: a press that begins on a button must end on it. */
export const still = (page: Page) => expect.poll(() => page.locator('[aria-busy="true"], .bone, .progress.busy').count()).toBe(0)

/**
 * The same on a survey that has orders: what tells of them stands nowhere until it has come, and then moves what is beneath.
 */
export async function settledWithOrders(page: Page): Promise<void> {
  for (const name of ['What their orders are worth', 'By product']) await page.getByRole('region', { name }).waitFor()
  await settled(page)
}

/** Once this has focus: components give it after the screen was painted. */
export const focusOn = (element: Locator) => element.and(element.page().locator(':focus')).waitFor()

/** Shows a chart's table, which is made only once it is asked for; its rows. */
export async function unfoldTable(twin: Locator): Promise<Locator> {
  await twin.getByText('Show as a table').click()
  const rows = twin.locator('tbody tr')
  await rows.first().waitFor()
  return rows
}

/** Another NPS survey of the demo's shop, live, with these scores; one with further questions and answers to them is no step of the journey. Its id. */
export async function makeSibling(
  page: Page,
  name: string,
  scores: readonly number[],
  further?: { questions: readonly object[]; answers: (i: number) => object },
): Promise<string> {
  const { origin } = new URL(page.url())
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(origin + path, { data, headers: { Origin: origin } })
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return answer
  }
  const { id } = (await (
    await post('/api/v1/surveys', { name, metric: 'nps', touchpoint: further ? '' : 'delivery', questions: further?.questions })
  ).json()) as Survey
  await post(`/api/v1/surveys/${id}/publish`, {})
  const about = { site: 'pk_demo', survey: id, version: 1, seq: 1, complete: true, context: { locale: 'de-AT' } }
  for (const [i, score] of scores.entries())
    await post('/v1/responses', { ...about, submission: crypto.randomUUID(), answers: { score, ...further?.answers(i) } })
  return id
}

/** Holds every answer of the API whose URL fits; `release` lets them go. */
export async function hold(page: Page, fits: RegExp) {
  const held: Route[] = []
  let open = false
  await page.route(fits, (route) => (open ? route.continue() : void held.push(route)))
  return {
    some: () => expect.poll(() => held.length).toBeGreaterThan(0),
    release: async () => {
      open = true
      await Promise.all(held.map((route) => route.continue().catch(() => {})))
    },
  }
}
