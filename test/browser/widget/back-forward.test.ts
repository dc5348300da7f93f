import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { findChromium } from '../../../scripts/chromium.mjs'
import { useFlakyShop } from '../../support/flaky-shop.ts'

/** With the cache that tests usually have switched off. */
const shop = useFlakyShop(() =>
  chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }),
)

test('a page that comes back from the back/forward cache sends what it still has, though nothing could be stored', async () => {
  await shop.profile.addInitScript(`addEventListener('pageshow', (event) => { window.restored = event.persisted })
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`)
  shop.answersMeet({ kind: 'busy', status: 503 })
  const page = await shop.openAsking()
  await shop.tap(page, 9)
  await shop.until(() => shop.heardSteps().length > 0)
  await shop.settle(page)
  await page.goto(shop.server.shopOrigin)
  shop.answersMeet({ kind: 'pass' })
  await page.evaluate('history.back()')
  await shop.until(async () => (await shop.rows()).length === 1)
  expect(await page.evaluate('[restored, location.pathname]')).toEqual([true, '/ask'])
  expect(shop.noise).toEqual([])
})
