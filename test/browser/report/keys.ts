import { describe, expect, test } from 'vitest'
import { settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** All of it without a pointer. */
export function keys(reader: Reader) {
  describe('the keyboard', () => {
    test('does what a click does on every bar, name and row', async () => {
      await reader.button(/^Score 10:/).focus()
      await reader.page.keyboard.press('Enter')
      await reader.until('score', '10')
      await reader.button(/promoters/).focus()
      await reader.page.keyboard.press('Space')
      await reader.until('category', 'promoter')
      await reader.segments().getByRole('button', { name: 'mobile', exact: true }).focus()
      await reader.page.keyboard.press('Enter')
      await reader.until('segment.device', 'mobile')
    })

    test('walks the trend; each step says its number, interval and n, and Enter opens its days', async () => {
      const trend = reader.page.getByRole('slider', { name: /^Trend by week/ })
      const said = () => trend.getAttribute('aria-valuetext')
      await reader.page.keyboard.press('Tab')
      await trend.focus()
      const last = await said()
      await reader.page.keyboard.press('ArrowLeft')
      await expect.poll(said).not.toBe(last)
      expect(await said()).toMatch(/^Week of \d+ \w+: −?\d+\.\d \(−?\d+\.\d to −?\d+\.\d\) · n \d+/)
      expect(await reader.page.locator('.readout').innerText()).toContain((await said())?.split(': ')[1] ?? '?')
      await reader.page.keyboard.press('Home')
      await expect.poll(() => trend.getAttribute('aria-valuenow')).toBe('1')
      await reader.page.keyboard.press('ArrowRight')
      const from = await said()
      await reader.page.keyboard.press('Enter')
      await expect.poll(() => reader.query().get('from')).not.toBeNull()
      await settled(reader.page)
      expect(await reader.n()).toBe(Number(/n (\d+)/.exec(from ?? '')?.[1]))
    })

    test('has keys for period, comparison and clearing', async () => {
      await reader.page.keyboard.press('2')
      await reader.until('days', null)
      await reader.page.keyboard.press('c')
      await reader.until('compare', 'year')
      await reader.page.keyboard.press('c')
      await reader.until('compare', 'none')
      await reader.button(/^Score 10:/).click()
      await reader.until('score', '10')
      await reader.page.keyboard.press('0')
      await reader.until('score', null)
      await reader.page.keyboard.press('3')
      await reader.until('days', '90')
    })

    test('goes to the words and from response to response', async () => {
      const at = () =>
        reader.page.evaluate(() => [...document.querySelectorAll('article')].indexOf(document.activeElement as HTMLElement))
      await reader.page.keyboard.press('/')
      expect(await reader.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
      await reader.page.locator('#words').focus()
      await reader.page.keyboard.press('j')
      expect(await at()).toBe(0)
      await reader.page.keyboard.press('j')
      expect(await at()).toBe(1)
      await reader.page.keyboard.press('k')
      await reader.page.keyboard.press('k')
      expect(await at()).toBe(0)
    })

    test('never acts while somebody types, nor with Ctrl', async () => {
      await reader.page.getByText('Dates', { exact: true }).click()
      await reader.page.getByLabel('From', { exact: true }).focus()
      await reader.page.keyboard.press('2')
      await reader.page.keyboard.press('Control+c')
      expect(reader.query().get('days')).toBe('90')
      expect(reader.query().get('compare')).toBeNull()
    })

    test('has a sheet of its keys, on which they can be turned off for good', async () => {
      await reader.page.keyboard.press('?')
      const sheet = reader.page.getByRole('dialog', { name: 'Keyboard shortcuts' })
      await sheet.waitFor()
      await reader.page.keyboard.press('1')
      expect(reader.query().get('days')).toBe('90')
      await sheet.getByRole('checkbox').uncheck()
      await reader.page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'hidden' })
      await reader.page.reload()
      await settled(reader.page)
      await reader.page.keyboard.press('?')
      await reader.page.keyboard.press('1')
      expect(await sheet.isVisible()).toBe(false)
      expect(reader.query().get('days')).toBe('90')
      await reader.button(/^Shortcuts/).click()
      await sheet.getByRole('checkbox').check()
      await sheet.getByRole('button', { name: 'Done' }).click()
      await reader.page.keyboard.press('1')
      await reader.until('days', '7')
    })
  })
}
