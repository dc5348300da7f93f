import { describe, expect, test } from 'vitest'
import type { Editor } from './ground.ts'

/** The editor where there is little room. */
export function phone(on: Editor): void {
  const { preview } = on

  describe('an owner', () => {
    test('has the part that is open in sight on a phone, and nothing that floats over a field', async () => {
      await on.page.setViewportSize({ width: 390, height: 844 })
      await on.page.reload()
      const open = on.page.getByRole('link', { name: 'When and where' })
      await open.waitFor()
      const turn = on.page.getByRole('button', { name: 'Preview', exact: true })
      const inRoom = async () => {
        const [tab, button] = [await open.boundingBox(), await turn.boundingBox()]
        return !!tab && !!button && tab.x >= 0 && tab.x + tab.width <= button.x
      }
      await expect.poll(inRoom).toBe(true)
      for (const field of await on.page.locator('.editor-form :is(input, select, textarea)').all()) {
        await field.focus()
        const [of, bar] = [await field.boundingBox(), await on.page.locator('.editor-bar').boundingBox()]
        if (!of || !bar) throw new Error('not drawn')
        expect(of.y >= bar.y + bar.height || of.y + of.height <= bar.y).toBe(true)
      }
      await turn.click()
      await on.page.getByRole('button', { name: 'Back to editing' }).waitFor()
      await preview().getByRole('button', { name: 'Feedback' }).waitFor()
    })
  })
}
