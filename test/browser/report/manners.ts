import { describe, expect, test } from 'vitest'
import { hold, settled, settledWithOrders } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** How the screen behaves: under way, on the overview, on paper. */
export function manners(reader: Reader) {
  describe('what is pressed', () => {
    test('is acknowledged by the next frame, with the old numbers still there and nothing moved', async () => {
      await settledWithOrders(reader.page)
      const report = await hold(reader.page, /\/(report|drivers|responses|value|products|phrases)\?/)
      const tops = () =>
        reader.page.locator('.lead, .two, .moves, .feed').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
      const [before, places] = [await reader.n(), await tops()]
      const acknowledged = await reader.page.evaluate(
        () =>
          new Promise<(string | boolean | null | undefined)[]>((resolve) => {
            const control = [...document.querySelectorAll('button')].find((one) => one.textContent === '30 days')
            control?.click()
            requestAnimationFrame(() =>
              resolve([control?.getAttribute('aria-pressed'), document.querySelector('.progress.busy') !== null]),
            )
          }),
      )
      expect(acknowledged).toEqual(['true', true])
      await report.some()
      expect(await reader.page.locator('[aria-busy="true"]').count()).toBeGreaterThan(0)
      expect(await reader.page.locator('.bone').count()).toBe(0)
      expect([await reader.n(), await tops()]).toEqual([before, places])
      await report.release()
      await settled(reader.page)
      expect(await reader.n()).toBeLessThan(before)
    })
  })

  describe('the journey', () => {
    test('has every touchpoint in the order of a purchase, and claims no weakest link that the intervals don’t show', async () => {
      await reader.page.goto(`${reader.demo.url}/`)
      const journey = reader.page.getByRole('region', { name: 'The journey' })
      await journey.waitFor()
      expect(await journey.locator('.touchpoint').allTextContents()).toEqual(['Product page', 'Cart', 'Order success'])
      const said = await journey.locator('p').first().innerText()
      expect(said).toMatch(/different questions/)
      expect(await journey.locator('.weakest').count()).toBe(/^The weakest link is/.test(said) ? 1 : 0)
      await journey.getByRole('link', { name: 'cart' }).click()
      await reader.page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor()
    })
  })

  test('on paper stand tables and charts, no navigation, within the width of A4', async () => {
    await reader.page.emulateMedia({ media: 'print' })
    await reader.page.setViewportSize({ width: 688, height: 1000 })
    // Charts listen once they have been painted.
    await reader.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    await reader.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await reader.page.locator('.trend table').waitFor()
    expect(
      await reader.page.locator('nav, .segmented, .keys').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length),
    ).toBe(0)
    expect(
      await reader.page.locator('.trend svg, .bars, .drivers').evaluateAll((all) => all.every((one) => one.checkVisibility())),
    ).toBe(true)
    expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(688)
  })
}
