import { describe, expect, test } from 'vitest'
import { openSurvey, settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** Whatever is drawn of the answers narrows the screen when it is clicked. */
export function clicks(reader: Reader) {
  describe('a click narrows', () => {
    test('a category’s name, and the same click widens again', async () => {
      const all = await reader.n()
      await reader.button(/detractors/).click()
      await reader.until('category', 'detractor')
      expect(await reader.pressed(/detractors/)).toBe('true')
      expect(Math.max(...(await reader.scores()))).toBeLessThanOrEqual(6)
      // Comments are narrowed, the score is of all: else it would always be −100.
      expect(await reader.n()).toBe(all)
      await reader.button(/detractors/).click()
      await reader.until('category', null)
      expect(await reader.pressed(/detractors/)).toBe('false')
    })

    test('a category’s colour', async () => {
      await reader.page.locator('.stack-bar .good').click()
      await reader.until('category', 'promoter')
      expect(await reader.pressed(/promoters/)).toBe('true')
      expect(Math.min(...(await reader.scores()))).toBeGreaterThanOrEqual(9)
    })

    test('a bar of the histogram, which takes the place of a category', async () => {
      await reader.button(/passives/).click()
      await reader.until('category', 'passive')
      await reader.button(/^Score 9:/).click()
      await reader.until('score', '9')
      expect(reader.query().get('category')).toBeNull()
      expect(await reader.pressed(/^Score 9:/)).toBe('true')
      await expect.poll(reader.scores).toEqual(new Set([9]))
    })

    test('rows of the segments, one dimension after the other; each is a chip that takes it back', async () => {
      const all = await reader.n()
      await reader.segments().getByRole('button', { name: 'mobile', exact: true }).click()
      await reader.until('segment.device', 'mobile')
      const mobile = await reader.n()
      expect(mobile).toBeLessThan(all)
      // The row is gone: focus waits at the next dimension.
      expect(await reader.page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
      await reader.segments().getByRole('combobox').selectOption('country')
      await reader.until('breakdown', 'country')
      await reader.segments().getByRole('button', { name: 'Germany', exact: true }).click()
      await reader.until('segment.country', 'DE')
      const both = await reader.n()
      expect(both).toBeLessThan(mobile)
      const said = await reader.page.locator('.verbatim .meta').allInnerTexts()
      expect(said.every((facts) => /Germany · mobile/.test(facts))).toBe(true)

      await reader.button('Remove the filter device: mobile').click()
      await reader.until('segment.device', null)
      expect(await reader.n()).toBeGreaterThan(both)
      await reader.button('Remove the filter country: Germany').click()
      await reader.until('segment.country', null)
      expect(await reader.n()).toBe(all)
    })

    test('a driver', async () => {
      await reader.page.locator('.drivers').getByRole('button', { name: 'Austria', exact: true }).click()
      await reader.until('segment.country', 'AT')
      await reader.button('Remove the filter country: Austria').waitFor()
    })

    test('a step of the trend, to its own days', async () => {
      const box = await reader.page.locator('.plot').boundingBox()
      if (!box) throw new Error('no trend')
      await reader.page.mouse.move(box.x + box.width / 2, box.y + 80)
      const readout = await reader.page.locator('.readout').innerText()
      expect(readout).toMatch(/^Week of \d+ \w+ −?\d+\.\d \(−?\d+\.\d to −?\d+\.\d\) · n \d+/)
      await reader.page.mouse.down()
      await reader.page.mouse.up()
      await expect.poll(() => reader.query().get('from')).not.toBeNull()
      await settled(reader.page)
      expect(Date.parse(reader.query().get('to') ?? '') - Date.parse(reader.query().get('from') ?? '')).toBe(6 * 86_400_000)
      expect(await reader.n()).toBe(Number(/n (\d+)/.exec(readout)?.[1]))
    })

    test('the back button takes back one step at a time, and an address shows the same to whoever opens it', async () => {
      await reader.button(/^Score 10:/).click()
      await reader.until('score', '10')
      await reader.segments().getByRole('button', { name: 'desktop', exact: true }).click()
      await reader.until('segment.device', 'desktop')
      const [there, count] = [reader.page.url(), await reader.n()]
      await reader.page.goBack()
      await reader.until('segment.device', null)
      expect(await reader.pressed(/^Score 10:/)).toBe('true')
      await reader.page.goBack()
      await reader.until('score', null)
      expect(await reader.pressed(/^Score 10:/)).toBe('false')
      await reader.page.goto(there)
      await settled(reader.page)
      expect([await reader.n(), await reader.pressed(/^Score 10:/)]).toEqual([count, 'true'])
      await reader.button('Clear all').click()
      await reader.until('score', null)
      expect([...reader.query().keys()]).toEqual(['days'])
    })

    test('segments are put in the order of their change, falls first, then rises', async () => {
      await openSurvey(reader.page, 'Order success', '?breakdown=country')
      const changes = async () =>
        (await reader.segments().locator('.change').allInnerTexts()).map((text) =>
          Number(text.replace('−', '-').replace(/[^\d.-]/g, '')),
        )
      await reader
        .segments()
        .getByRole('button', { name: /^Change/ })
        .click()
      await reader.until('sort', 'fall')
      const falls = await changes()
      expect(falls).toEqual([...falls].sort((a, b) => a - b))
      expect(
        await reader
          .segments()
          .getByRole('columnheader', { name: /^Change/ })
          .getAttribute('aria-sort'),
      ).toBe('ascending')
      await reader
        .segments()
        .getByRole('button', { name: /^Change/ })
        .click()
      await reader.until('sort', 'rise')
      expect(await changes()).toEqual([...falls].reverse())
    })
  })
}
