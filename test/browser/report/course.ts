import { describe, expect, test } from 'vitest'
import type { Survey } from '../../../worker/contract/survey.ts'
import { openSurvey, settled, unfoldTable } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** What the trend draws, and what it leaves out. */
export function course(reader: Reader) {
  describe('the trend', () => {
    const trend = () => reader.page.locator('.trend')

    test('has gaps where nobody answered, never a 0', async () => {
      await openSurvey(reader.page, 'Order success', '?days=365')
      const rows = await (await unfoldTable(trend().locator('.twin'))).allInnerTexts()
      const empty = rows.filter((row) => /\t0\t–\t–/.test(row))
      expect(empty.length).toBeGreaterThan(5)
      expect(await trend().locator('.course circle').count()).toBe(rows.length - empty.length)
      expect(await trend().locator('.answers rect').count()).toBe(rows.length - empty.length)
    })

    test('draws steps of fewer than 30 answers hollow, those of 30 full', async () => {
      await reader.page.getByRole('group', { name: 'Trend by' }).getByRole('button', { name: 'day' }).click()
      await reader.until('interval', 'day')
      const rows = await unfoldTable(trend().locator('.twin'))
      const counts = (await rows.locator('td:nth-child(2)').allInnerTexts()).map(Number)
      expect(counts.length).toBeGreaterThan(0)
      expect(await trend().locator('.course .few').count()).toBe(counts.filter((count) => count > 0 && count < 30).length)
      expect(await trend().locator('.answers .few').count()).toBe(counts.filter((count) => count > 0 && count < 30).length)
    })

    test('draws the days compared with as a second line, and says them; nothing compared, nothing drawn', async () => {
      await openSurvey(reader.page, 'Order success')
      expect(await trend().locator('.before').getAttribute('d')).toMatch(/^M.*L/)
      await reader.page.locator('.plot').hover({ position: { x: 200, y: 80 } })
      expect(await trend().locator('.readout').innerText()).toMatch(/before .* n \d+/)
      await reader.page.getByLabel('compared with').selectOption('nothing')
      await reader.until('compare', 'none')
      expect(await trend().locator('.before').getAttribute('d')).toBe('')
    })

    test('marks the day from which other words were asked, and says so beneath', async () => {
      await openSurvey(reader.page, 'Product page')
      await reader.page.evaluate(async () => {
        const path = `/api/v1${location.pathname}`
        const send = (method: string, to: string, body?: object) =>
          fetch(to, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) })
        const { questions } = (await (await fetch(path)).json()) as Survey
        await send('PATCH', path, {
          questions: [{ ...questions[0], text: 'How content are you with our shop?' }, ...questions.slice(1)],
        })
        await send('POST', `${path}/publish`)
      })
      await reader.page.reload()
      await settled(reader.page)
      await reader.page.getByText('Other words asked from here on (version 2)').waitFor()
      expect(await trend().locator('.flags circle').count()).toBe(1)
    })
  })
}
