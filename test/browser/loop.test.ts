import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callEarshot } from '../support/call-earshot.ts'
import { launchChromium } from '../support/chromium.ts'
import { settledWithOrders } from '../support/demo.ts'
import { type Earshot, startEarshot } from '../support/server.ts'

let earshot: Earshot
let browser: Browser
let manager: Page
/** What any dashboard page complained of: nothing may. */
const complaints: string[] = []

beforeAll(async () => {
  // From nothing, as on a machine that never ran it.
  ;[earshot, browser] = await Promise.all([startEarshot({ demo: true }), launchChromium()])
  manager = await listen(await browser.newContext())
  await manager.goto(`${earshot.url}/demo`)
  await manager.getByRole('button', { name: 'Open the dashboard' }).click()
  await manager.waitForURL(`${earshot.url}/`)
})

afterAll(async () => {
  await browser?.close()
  await earshot?.stop()
})

async function listen(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}

/** A shopper nobody has asked before. */
async function shopper(path: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${earshot.url}/demo${path}`)
  return page
}

async function openSurvey(name: string, query = ''): Promise<void> {
  await manager.goto(`${earshot.url}/`)
  await manager.locator('article.tile').getByRole('link', { name, exact: true }).click()
  await manager.getByRole('heading', { name, exact: true }).waitFor()
  if (query) await manager.goto(manager.url().split('?')[0] + query)
  await manager.locator('.score.big small').waitFor()
}

async function answers(): Promise<number> {
  const text = await manager.locator('.score.big small').innerText()
  return Number(text.match(/n ([\d,]+)/)?.[1]?.replace(',', ''))
}

/** Reads again until it holds: an answer on its way is not waited for by the clock. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await manager.reload()
}

describe('the whole loop', () => {
  test('a shopper answers 9 and says why; the manager reads both after a reload', async () => {
    await openSurvey('Order success')
    const before = await answers()

    const page = await shopper('/order-success')
    await page.getByRole('radio', { name: /^9 out of 10/ }).click()
    await page.getByRole('textbox', { name: 'What did you like most?' }).fill('Smells of hay & <b>lavender</b> 🌾')
    const stored = page.waitForResponse(
      (answer) => answer.url().endsWith('/v1/responses') && answer.request().postData()?.includes('"seq":2') === true,
    )
    await page.getByRole('button', { name: 'Send' }).click()
    expect((await stored).status()).toBe(201)
    // What was ordered goes with the answer, so that values and products have something to tell.
    const { order } = JSON.parse((await stored).request().postData() ?? '')
    expect(order).toMatchObject({ value: 151.9, currency: 'EUR', skus: ['FL-1001', 'FL-3003'] })
    expect(await page.getByText(/^Order FL-\d+$/).textContent()).toBe(`Order ${order.id}`)
    await page.getByRole('heading', { name: 'Thank you', exact: true }).waitFor()
    await page.context().close()

    await manager.reload()
    const newest = manager.getByRole('article').first()
    await newest.getByText('Smells of hay & <b>lavender</b> 🌾', { exact: true }).waitFor()
    expect(await newest.locator('.mark').innerText()).toContain('9')
    expect(await answers()).toBe(before + 1)
  })

  test('a score that is only tapped counts although the tab is closed at once', async () => {
    await openSurvey('Product page', '?comments=all')
    const before = await answers()
    const page = await shopper('/product')
    await page.getByRole('radio', { name: /^2 out of 5/ }).click()
    await page.close()

    await until(async () => {
      await manager.locator('.score.big small').waitFor()
      return (await answers()) === before + 1
    })
    const newest = manager.getByRole('article').first()
    await newest.waitFor()
    expect(await newest.innerText()).toMatch(/Score\s+2\s.*No comment/s)
  })

  test('who has answered is not asked again', async () => {
    const page = await shopper('/cart')
    await page.getByRole('radio', { name: /^6 out of 7/ }).click()
    const stored = page.waitForResponse(
      (answer) => answer.url().endsWith('/v1/responses') && answer.request().postData()?.includes('"seq":2') === true,
    )
    await page.getByRole('button', { name: 'Send' }).click()
    await stored
    await page.evaluate(() => {
      addEventListener('earshot:skipped', (event) => {
        document.title = `skipped ${(event as CustomEvent).detail.reason}`
      })
    })
    const skipped = page.waitForFunction(() => document.title.startsWith('skipped'))
    await callEarshot(page, 'page')
    await skipped
    await page.context().close()
  })
})

describe('the dashboard', () => {
  test('shows a tile for each survey: score, interval, answers, change, response rate', async () => {
    await manager.goto(`${earshot.url}/`)
    const tiles = manager.locator('article.tile')
    await tiles.nth(2).waitFor()
    expect(await tiles.count()).toBe(3)
    for (const tile of await tiles.all()) {
      const text = await tile.innerText()
      expect(text).toMatch(/95\s% interval [\d.]/)
      expect(text).toMatch(/(Up|Down|Unchanged)[\s\S]*(More than chance|Not distinguishable)/)
      expect(text).toMatch(/scores\s+[\d,]+/)
      expect(text).toMatch(/response rate\s+[\d.]+ %/)
    }
  })

  test('a click on a bar and on a segment filters, and the address keeps both', async () => {
    await openSurvey('Order success')
    await manager.getByRole('button', { name: /^Score 3:/ }).click()
    await manager.waitForURL(/score=3/)
    await manager.getByRole('combobox', { name: 'Dimension' }).selectOption('device')
    await manager.getByRole('region', { name: 'By device' }).getByRole('button', { name: 'mobile' }).click()
    await manager.waitForURL(/segment\.device=mobile/)
    await manager.reload()
    await manager.getByRole('button', { name: 'Remove the filter device: mobile' }).waitFor()
    await manager.getByRole('button', { name: 'Remove the filter comments: score 3' }).waitFor()
    await manager.getByRole('article').or(manager.getByText('No response matches')).first().waitFor()
    for (const mark of await manager.locator('.verbatim .mark').all()) expect(await mark.innerText()).toContain('3')
    await manager.getByRole('button', { name: 'Remove the filter device: mobile' }).click()
    await manager.waitForURL((url) => !url.search.includes('segment'))
  })

  test('days without answers are gaps and words, never 0', async () => {
    await openSurvey('Order success')
    await manager.goto(`${manager.url().split('?')[0]}?from=2001-01-01&to=2001-01-31`)
    await manager.getByText('No scores in these days.').waitFor()
    expect((await manager.locator('.score.big').innerText()).replace(/\s+/g, ' ')).toBe('– n 0')
    expect(await manager.locator('.course circle, .whisker .point').count()).toBe(0)
    await manager.locator('.trend').getByText('Show as a table').click()
    expect(await manager.locator('.trend .plain tbody tr').first().innerText()).toMatch(/^1 Jan\t0\t–\t–\t/)
  })

  test('every control of a survey page is reached by Tab', async () => {
    await openSurvey('Order success')
    await manager.getByRole('article').first().waitFor()
    // What comes later would take the place of controls that were counted.
    await settledWithOrders(manager)
    // What isn't reached names itself.
    const missed = await manager.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main :is(button, select, input, summary):not(:disabled)')]
        // A table's numbers are one stop: the arrow keys go on from there.
        .filter((control) => control.checkVisibility() && control.tabIndex >= 0)
        .map((control, i) => {
          control.dataset.control = `${i} ${control.ariaLabel ?? control.textContent}`
          return control.dataset.control
        }),
    )
    expect(missed.length).toBeGreaterThan(20)
    const left = new Set(missed)
    for (let i = 0; left.size > 0 && i < missed.length + 40; i++) {
      await manager.keyboard.press('Tab')
      left.delete((await manager.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.control)) ?? '')
    }
    expect([...left]).toEqual([])
  })

  test('never complained: no error on the console, no breach of its own policy', () => {
    expect(complaints).toEqual([])
  })
})
