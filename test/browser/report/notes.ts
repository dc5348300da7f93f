import { describe, expect, test } from 'vitest'
import { focusOn, openSurvey, settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** What managers write on the trend, and what came of it. */
export function notes(reader: Reader) {
  describe('on the trend a manager', () => {
    const trend = () => reader.page.locator('.trend')
    const notes = () => trend().locator('.flag-words li')
    const openNote = () => reader.button(/^Before and after/).click()

    test('notes what happened at the step that has focus, changes it, reads before and after, and deletes it', async () => {
      await openSurvey(reader.page, 'Cart', '?days=90')
      const slider = reader.page.getByRole('slider', { name: /^Trend by week/ })
      await slider.focus()
      for (let i = 0; i < 5; i += 1) await reader.page.keyboard.press('ArrowLeft')
      const step = (await slider.getAttribute('aria-valuetext'))?.split(':')[0]?.replace('Week of ', '')
      await reader.page.keyboard.press('n')
      const day = await reader.page.getByLabel('Day', { exact: true }).inputValue()
      expect(Number(day.slice(8))).toBe(Number.parseInt(step ?? '', 10))
      await reader.page.getByLabel('What happened').fill('New <b>carrier</b>')
      await reader.page.keyboard.press('Enter')
      await expect.poll(() => notes().count()).toBe(1)
      await settled(reader.page)
      expect(await notes().innerText()).toContain('New <b>carrier</b>')
      expect(await trend().locator('.flags circle').count()).toBe(1)
      expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true)

      await openNote()
      const sides = notes().locator('tbody tr')
      await expect.poll(() => sides.count()).toBe(2)
      for (const side of await sides.allInnerTexts()) expect(side).toMatch(/\t\d+\t\d\.\d\d\t\d\.\d\d to \d\.\d\d$/)
      const said = await notes().innerText()
      expect(said).toMatch(/(More than chance|Not distinguishable from no change) \(95.% interval of the change/)
      expect(said).toContain('Before and after, not because of')

      await reader.button(/^Edit/).click()
      await reader.page.getByLabel('What happened').fill('Another carrier')
      await reader.button('Save').click()
      await notes().getByText('Another carrier').first().waitFor()
      await reader.button('Delete Another carrier').click()
      await reader.button('Yes, delete Another carrier').click()
      await expect.poll(() => notes().count()).toBe(0)
      expect(await trend().locator('.flags circle').count()).toBe(0)
    })

    test('opens a note by the button, beside the last day, and Escape puts it away', async () => {
      const add = reader.button('Add a note')
      await add.click()
      await focusOn(reader.page.getByLabel('What happened'))
      await reader.page.keyboard.press('Escape')
      await expect.poll(() => reader.page.getByLabel('What happened').count()).toBe(0)
      expect(await add.evaluate((element) => element === document.activeElement)).toBe(true)
    })

    test('sets a goal, drawn as a named line, and clears it; no goal lies beyond the scale', async () => {
      await reader.button('Set a goal').click()
      const field = reader.page.getByLabel('Score to reach, −100 to 100')
      await field.fill('100.1')
      await reader.button('Save').click()
      expect(await field.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true)
      await field.fill('42')
      await reader.button('Save').click()
      await expect.poll(() => trend().locator('.goal text').allTextContents()).toEqual(['goal 42'])
      await settled(reader.page)
      await reader.button('Goal 42: change').click()
      await reader.button('Clear the goal').click()
      await expect.poll(() => trend().locator('.goal').count()).toBe(0)
    })
  })
}
