import { describe, expect, test } from 'vitest'
import { openSurvey, settledWithOrders } from '../../support/demo.ts'
import { unexplained } from '../../support/unexplained.ts'
import { whole } from '../../support/whole.ts'
import type { Reader } from './ground.ts'

/** The number behind a number. */
export function figures(reader: Reader) {
  describe('the number behind a number', () => {
    const tip = () => reader.page.getByRole('tooltip')

    test(`says formula, numerator, denominator, zone and filters, for every ${whole ? '' : 'fourth '}number, and never lies upon it`, async () => {
      await openSurvey(reader.page, 'Order success', '?segment.device=mobile&days=90')
      await settledWithOrders(reader.page)
      const figures = reader.page.locator('.figure:visible, .bars button, .stack-key button')
      const count = await figures.count()
      expect(count).toBeGreaterThan(50)
      for (let i = 0; i < count; i += whole ? 1 : 4) {
        const figure = figures.nth(i)
        await figure.hover()
        const text = await tip().innerText()
        expect(text).toMatch(/[=÷]/)
        expect(text).toMatch(/days of Europe\/Berlin; only device mobile\./)
        const [number, box] = await Promise.all([figure.boundingBox(), tip().boundingBox()])
        if (!number || !box) throw new Error('not drawn')
        const isApart = box.y >= number.y + number.height || box.y + box.height <= number.y
        expect(isApart, `${text} upon its number`).toBe(true)
        expect(box.x).toBeGreaterThanOrEqual(0)
      }
    })

    test('is missing nowhere: no number of a report stands alone, on the overview and a shared page either', async () => {
      await openSurvey(reader.page, 'Order success', '?days=90&breakdown=tag')
      await settledWithOrders(reader.page)
      const talk = [/^\d+ comments of detractors, \d+ comments of promoters$/, /^\d+$/]
      const left = (await unexplained(reader.page)).filter((text) => !talk.some((words) => words.test(text)))
      expect(left).toEqual([])
      await reader.page.goto('/')
      await reader.page.getByText('The journey').waitFor()
      await reader.page.locator('article.tile').first().waitFor()
      expect(await unexplained(reader.page)).toEqual([])
    })

    test('stands beneath the trend for the step pointed at or reached by keys, in nobody’s way, and goes by Escape', async () => {
      await openSurvey(reader.page, 'Order success', '?segment.device=mobile&days=90')
      const plot = reader.page.locator('.plot')
      await plot.hover({ position: { x: 200, y: 80 } })
      expect(await tip().innerText()).toMatch(/^NPS = .* ÷ \d+ = .*days of Europe\/Berlin; only device mobile\.$/s)
      await reader.page.getByRole('button', { name: 'Add a note' }).click()
      await expect.poll(() => tip().count()).toBe(0)
      await reader.page.keyboard.press('Escape')
      await reader.page.locator('.trend').getByText('Show as a table').focus()
      await plot.focus()
      await reader.page.keyboard.press('ArrowLeft')
      expect(await plot.getAttribute('aria-describedby')).toBe(await tip().getAttribute('id'))
      await reader.page.keyboard.press('Escape')
      await expect.poll(() => tip().count()).toBe(0)
    })

    test('is one stop of the Tab key a table, and the arrow keys go from number to number', async () => {
      const table = reader.segments().locator('table')
      expect(await table.locator('.figure[tabindex="0"]').count()).toBe(1)
      const [first, second] = [
        table.locator('tbody tr').nth(0).locator('.figure'),
        table.locator('tbody tr').nth(1).locator('.figure'),
      ]
      await table.getByRole('button', { name: 'mobile', exact: true }).focus()
      await reader.page.keyboard.press('Tab')
      expect(await first.nth(0).evaluate((figure) => figure === document.activeElement)).toBe(true)
      await reader.page.keyboard.press('ArrowRight')
      expect(await tip().innerText()).toMatch(/^NPS = /)
      await reader.page.keyboard.press('ArrowDown')
      expect(await second.nth(1).evaluate((figure) => figure === document.activeElement)).toBe(true)
      const described = await second.nth(1).getAttribute('aria-describedby')
      expect(await tip().getAttribute('id')).toBe(described)
      await reader.page.keyboard.press('Escape')
      await expect.poll(() => tip().count()).toBe(0)
      expect(await second.nth(1).evaluate((figure) => figure === document.activeElement)).toBe(true)
    })

    test('stays while the pointer goes to it, and goes when that leaves', async () => {
      await reader.page.locator('.score.big .figure').first().hover()
      const box = await tip().boundingBox()
      if (!box) throw new Error('not drawn')
      await reader.page.mouse.move(box.x + 30, box.y + 30, { steps: 8 })
      expect(await tip().count()).toBe(1)
      await reader.page.mouse.move(5, 5)
      await expect.poll(() => tip().count()).toBe(0)
    })

    test('opens by a finger and closes by a tap elsewhere', async () => {
      const phone = await reader.demo.signIn({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
      await openSurvey(phone, 'Order success')
      await phone.locator('.score.big .figure').first().tap()
      await phone.getByRole('tooltip').waitFor()
      await phone.getByRole('heading', { level: 1 }).tap()
      await expect.poll(() => phone.getByRole('tooltip').count()).toBe(0)
      await phone.context().close()
    })
  })
}
