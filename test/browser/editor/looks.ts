import { describe, expect, test } from 'vitest'
import type { Editor } from './ground.ts'

/** The preview as any shopper would have it. */
export function looks(on: Editor): void {
  const { preview, asked, saved, part } = on

  describe('an owner', () => {
    test('sees it on a desktop, in the dark, as a tab, and in another language with what that lacks', async () => {
      await part('Look')
      await on.page.getByRole('radio', { name: /^A tab/ }).check()
      await on.page.getByRole('button', { name: 'Desktop' }).click()
      await on.page.getByRole('button', { name: 'Start again' }).click()
      await on.page.getByRole('group', { name: 'The shopper’s system' }).getByRole('button', { name: 'Dark' }).click()
      // By key: in a frame that is drawn smaller, Playwright's clicks land elsewhere.
      await preview().getByRole('button', { name: 'Feedback' }).press('Enter')
      await asked('How was the delivery?')
      expect(await preview().locator('earshot-survey section').getAttribute('class')).toContain('dark')

      await part('Languages')
      await on.page.getByLabel('Translate to').selectOption('de')
      await on.page.getByText(/\d+ texts are missing/).waitFor()
      await on.page.getByLabel('Question 1: How was the delivery?').fill('Wie war die Lieferung?')
      await on.page.locator('.preview-pane select').selectOption('de')
      await asked('Wie war die Lieferung?')
      await on.page.getByRole('radio', { name: /^In a corner/ }).waitFor({ state: 'detached' })
      await saved()
    })
  })
}
