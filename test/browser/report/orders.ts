import { describe, expect, test } from 'vitest'
import type { ProductReport } from '../../../worker/contract/products.ts'
import type { ValueReport } from '../../../worker/contract/value.ts'
import { openSurvey, settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** What orders are worth, and how their products score. */
export function orders(reader: Reader) {
  const worth = () => reader.page.getByRole('region', { name: 'What their orders are worth' })
  const products = () => reader.page.getByRole('region', { name: 'By product' })
  const names = async () => await products().locator('tbody th > button').allInnerTexts()

  describe('the value of orders', () => {
    test('stands by currency: a score by value beside the plain one, and whose the revenue is', async () => {
      await worth().waitFor()
      const headings = await worth().getByRole('heading', { level: 3 }).allInnerTexts()
      expect(headings.map((text) => text.replace(/[\d,.]+/g, '0'))).toEqual(['€0 in 0 orders', 'CHF 0 in 0 orders'])
      for (const table of await worth().locator('table').all()) expect(await table.locator('tbody tr').count()).toBeGreaterThan(1)
      const share = /([\d.]+) % of it comes from detractors \(95 % interval ([\d.]+) % to ([\d.]+) %\)/
      const [, at = '', low = '', high = ''] = share.exec(await worth().innerText()) ?? []
      expect(Number(low)).toBeLessThan(Number(at))
      expect(Number(at)).toBeLessThan(Number(high))
      expect(await worth().getByText('more orders in these days').count()).toBe(0)
    })

    test('is narrowed with the screen', async () => {
      await worth().waitFor()
      const all = await worth().innerText()
      await reader.segments().getByRole('button', { name: 'mobile', exact: true }).click()
      await reader.until('segment.device', 'mobile')
      expect(await worth().innerText()).not.toBe(all)
    })

    test('says aloud when it is of the last days only, and of few and skewed orders', async () => {
      await reader.page.route(/\/value\?/, async (route) => {
        const real = await route.fetch()
        const report = (await real.json()) as ValueReport
        const currencies = report.currencies.map((one) => ({ ...one, caution: 'few and skewed answers' }))
        await route.fulfill({ response: real, json: { ...report, from: report.to, shortened: true, currencies } })
      })
      await reader.page.reload()
      await worth().getByText('than are read at once').waitFor()
      await worth().getByText('few and skewed answers').first().waitFor()
    })

    test('is not there where no order has one, nor are products', async () => {
      await openSurvey(reader.page, 'Cart', '?days=90')
      await reader.page.locator('article.verbatim').first().waitFor()
      expect([await worth().count(), await products().count()]).toEqual([0, 0])
    })
  })

  describe('products', () => {
    test('stand by name with n, score and interval, by category too, in the order asked for', async () => {
      await products().waitFor()
      expect((await names()).sort()).toEqual(
        ['Bracken scarf', 'Everyday socks', 'Fjord throw', 'Halden jumper', 'Lys linen shirt', 'Skerry beanie'].sort(),
      )
      const counts = async () => (await products().locator('td:nth-child(3)').allInnerTexts()).map(Number)
      expect(await counts()).toEqual([...(await counts())].sort((a, b) => b - a))
      await reader.button('worst first').click()
      await reader.until('rank', 'worst')
      expect(await products().innerText()).toMatch(/by the upper end of the interval/)
      await products().getByRole('button', { name: 'category' }).click()
      await reader.until('products', 'category')
      expect((await names()).sort()).toEqual(['Accessories', 'Home', 'Knitwear', 'Shirts'])
      await reader.page.reload()
      await settled(reader.page)
      await products().waitFor()
      expect(await reader.pressed(/^worst first$/)).toBe('true')
    })

    test('say what is said of them most; an article narrows the comments, a tag of it all that is left to read of both', async () => {
      await products().waitFor()
      const n = await reader.n()
      const row = products().getByRole('row', { name: /^Fjord throw/ })
      await row.getByRole('button', { name: 'Fjord throw' }).click()
      await reader.until('sku', 'FL-2001')
      expect(await row.getByRole('button', { name: 'Fjord throw' }).getAttribute('aria-pressed')).toBe('true')
      await reader.page.getByText('narrow these comments only').waitFor()
      expect(await reader.n()).toBe(n)
      const chip = row.locator('.said-most .tag-chip').first()
      const [, tag = '', said = ''] = /^(.+?)\s*(\d+)$/s.exec(await chip.innerText()) ?? []
      await chip.hover()
      expect(await reader.page.getByRole('tooltip').innerText()).toMatch(new RegExp(`${said} ÷ \\d+ = .* %`))
      await chip.click()
      await reader.until('tag', tag)
      expect(reader.query().get('sku')).toBe('FL-2001')
      // The panel is gone, since scores by product aren't counted by tag: focus is led to what is left.
      expect(await reader.page.evaluate(() => document.activeElement?.id)).toBe('words')
      await expect.poll(() => reader.page.locator('.verbatim').count()).toBeGreaterThan(0)
      for (const one of await reader.page.locator('.verbatim').all()) await one.locator('.tag-chip', { hasText: tag }).waitFor()
      await reader.button('Remove the filter comments: bought FL-2001').click()
      await reader.until('sku', null)
      await reader.button(`Remove the filter tag: ${tag}`).click()
      await reader.until('tag', null)
      await products().getByRole('button', { name: 'category' }).click()
      await reader.until('products', 'category')
      await products().getByRole('button', { name: 'Knitwear', exact: true }).click()
      await reader.until('productCategory', 'Knitwear')
      await products().getByRole('button', { name: 'Knitwear', exact: true }).click()
      await reader.until('productCategory', null)
    })

    test('of few answers are hollow; more come by a press', async () => {
      await reader.page.route(/\/products\?/, async (route) => {
        const asked = route.request().url()
        const isSecond = asked.includes('cursor=10')
        const real = await route.fetch({ url: asked.replace('&cursor=10', '') })
        const report = (await real.json()) as ProductReport
        const rows = report.rows.map((row) => (isSecond ? { ...row, value: `second ${row.value}`, n: 3, few: true } : row))
        const json = { ...report, rows, compared: 12, found: 2_400, next: isSecond ? null : '10' }
        await route.fulfill({ response: real, json })
      })
      await reader.page.reload()
      await products().getByText('6 of 12, the most answered of 2,400').waitFor()
      expect(await products().locator('circle.few').count()).toBe(0)
      await products().getByRole('button', { name: 'Show more' }).click()
      await products().getByText('12 of 12').waitFor()
      expect(await products().locator('circle.few').count()).toBe(6)
      expect(await products().getByRole('button', { name: 'Show more' }).count()).toBe(0)
    })
  })
}
