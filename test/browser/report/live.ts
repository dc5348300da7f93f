import type { Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSurvey } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** What happens on an open page while shoppers answer. */
export function live(reader: Reader) {
  /** A shopper nobody has asked before gives a 9 and says why. */
  async function answer(comment: string) {
    const context = await reader.demo.browser.newContext()
    const shop = await context.newPage()
    await shop.goto(`${reader.demo.url}/demo/order-success`)
    await shop.getByRole('radio', { name: /^9 out of 10/ }).click()
    await shop.getByRole('textbox', { name: 'What did you like most?' }).fill(comment)
    const stored = shop.waitForResponse(
      (stored) => stored.url().endsWith('/v1/responses') && stored.request().postData()?.includes('"seq":2') === true,
    )
    await shop.getByRole('button', { name: 'Send' }).click()
    await stored
    const at = Date.now()
    await context.close()
    return at
  }

  describe('a new answer', () => {
    const words = () => reader.page.locator('.verbatim .said > p:first-child')

    test('is looked for within five seconds and appears without a reload, in the score and in the words; nothing dims', async () => {
      const looks: Request[] = []
      reader.page.on('request', (request) => request.url().includes('/pulse') && looks.push(request))
      await reader.page.getByText('Updates by itself').waitFor()
      const before = await reader.n()
      await reader.page.evaluate(() => {
        document.body.dataset.sameDocument = 'yes'
        const look = () => {
          if (document.querySelector('.stale')) document.body.dataset.dimmed = 'yes'
        }
        new MutationObserver(look).observe(document.body, { subtree: true, attributeFilter: ['class'] })
      })
      const at = await answer('Here by itself')
      await words().getByText('Here by itself').waitFor()
      // When the page asked, by the browser's clock: how long a busy machine then takes is no promise of the page.
      const next = looks.map((look) => look.timing().startTime).find((time) => time > at) ?? at
      expect(next - at).toBeLessThan(5_000)
      await expect.poll(() => reader.n()).toBe(before + 1)
      expect(await reader.page.evaluate(() => ({ ...document.body.dataset }))).toEqual({ sameDocument: 'yes' })
    })

    test('comes into what moves the score too, and is not read out: other days are', async () => {
      const said = reader.page.getByRole('status').filter({ hasText: 'all segments' })
      const before = await said.innerText()
      await reader.page.getByText('Updates by itself').waitFor()
      const n = await reader.n()
      const drivers = reader.page.waitForResponse(/\/drivers\?/)
      await answer('Heard, not said')
      await drivers
      await expect.poll(() => reader.n()).toBe(n + 1)
      expect(await said.innerText()).toBe(before)
      await reader.button('30 days').click()
      await expect.poll(() => said.innerText()).not.toBe(before)
      expect(await said.innerText()).toContain(`${(await reader.n()).toLocaleString('en')} scores`)
    })

    test('waits above while somebody reads further down, says so, and comes in when asked for', async () => {
      await openSurvey(reader.page, 'Order success', '?days=90')
      await words().nth(8).scrollIntoViewIfNeeded()
      await reader.page.mouse.wheel(0, 800)
      await expect
        .poll(() =>
          words()
            .first()
            .evaluate((first) => first.getBoundingClientRect().top < 0),
        )
        .toBe(true)
      const first = await words().first().innerText()
      await answer('Not in your way')
      const line = reader.page.locator('.arrived').getByRole('button', { name: 'New answers' })
      await line.waitFor()
      expect(await words().first().innerText()).toBe(first)
      await line.click()
      await expect.poll(() => words().first().innerText()).toBe('Not in your way')
      expect(await line.count()).toBe(0)
    })

    test('is not asked for while nobody can see the page', async () => {
      await reader.page.getByText('Updates by itself').waitFor()
      await reader.page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await reader.page.clock.install()
      let asked = 0
      reader.page.on('request', (request) => {
        if (request.url().includes('/pulse')) asked += 1
      })
      await reader.page.clock.runFor(60_000)
      expect(asked).toBe(0)
      const back = reader.page.waitForRequest(/\/pulse/)
      await reader.page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await back
    })
  })
}
