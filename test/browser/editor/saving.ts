import { describe, expect, test } from 'vitest'
import type { Editor } from './ground.ts'

/** What becomes of an edit: refused, without a line, or crossed by another. */
export function saving(on: Editor): void {
  const { saved, question, survey } = on

  describe('an owner', () => {
    test('is told at the field what can’t be saved, and keeps it until it is mended', async () => {
      await question(2).getByLabel('Question', { exact: true }).fill('')
      await question(2).getByText('Something has to stand here.').waitFor()
      expect(await question(2).getByLabel('Question', { exact: true }).getAttribute('aria-invalid')).toBe('true')
      await on.page.getByText('Kept here, not saved yet.').waitFor()
      expect((await survey()).questions[1]?.text).toBe('What went wrong?')
      await question(2).getByLabel('Question', { exact: true }).fill('What exactly went wrong?')
      await saved()
      expect((await survey()).questions[1]?.text).toBe('What exactly went wrong?')
    })

    test('loses nothing without a line: it is kept here, also through a closed page, until it is saved', async () => {
      // Not by a route: what a page sends as it is left would pass that by.
      await on.page.evaluate(() => {
        window.fetch = () => Promise.reject(new TypeError('no line'))
      })
      await on.page.getByLabel('Name', { exact: true }).fill('Parcels')
      await on.page.getByText('Your edit is kept in this browser').waitFor()
      expect((await survey()).name).toBe('Delivery')
      await on.page.reload()
      await saved()
      expect(await on.page.getByLabel('Name', { exact: true }).inputValue()).toBe('Parcels')
      expect((await survey()).name).toBe('Parcels')
    })

    test('learns who else saved meanwhile, and keeps both edits', async () => {
      const before = await survey()
      const answer = await on.page.request.patch(`/api/v1/surveys/${on.id()}`, {
        data: { appearance: { brand: '#aa3355' }, revision: before.revision },
        headers: { Origin: on.demo.url },
      })
      expect(answer.status()).toBe(200)
      await on.page.getByLabel('Name', { exact: true }).fill('Parcels and more')
      const conflict = on.page.getByRole('alert', { name: /^Demo manager saved this survey/ })
      await conflict.waitFor()
      expect(await conflict.getByRole('list', { name: 'Your changes' }).innerText()).toContain('Parcels and more')
      expect(await conflict.getByRole('list', { name: 'Their changes' }).innerText()).toContain('#aa3355')
      await conflict.getByRole('button', { name: 'Keep both' }).click()
      await conflict.waitFor({ state: 'detached' })
      await saved()
      expect(await survey()).toMatchObject({ name: 'Parcels and more', appearance: { brand: '#aa3355' } })
      on.demo.complaints.length = 0
    })
  })
}
