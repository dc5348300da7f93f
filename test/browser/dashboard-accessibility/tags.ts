import { openSurvey } from '../../support/demo.ts'
import type { Ground, Screens } from './ground.ts'

/** Tagging, and the tags. */
export const tags = (on: Ground): Screens => ({
  'a survey narrowed to a tag, its responses selected and a reason told': async (page) => {
    await openSurvey(page, 'Order success', '?days=90&tag=Delivery&breakdown=tag')
    await page.locator('article.verbatim').first().focus()
    await page.keyboard.press('x')
    await page.getByText('1 selected').waitFor()
    await page.locator('article .tag-chip').first().focus()
    await page.getByRole('tooltip').waitFor()
  },
  'the picker of tags': async (page) => {
    await openSurvey(page, 'Order success')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('t')
    await page.getByRole('listbox', { name: 'Tags' }).waitFor()
  },
  'the tags': async (page) => {
    await page.goto(`${on.demo.url}/tags`)
    await page.getByRole('heading', { name: 'Learning' }).waitFor()
  },
  'a tag, what its rules would do and a comment in doubt': async (page) => {
    await page.goto(`${on.demo.url}/tags`)
    await page.getByRole('link', { name: 'Delivery' }).click()
    await page.getByRole('list', { name: 'Samples' }).waitFor()
    await page.getByRole('button', { name: /^Review/ }).click()
    await page.getByText('Does it belong to').waitFor()
  },
  'a new tag whose words can’t be looked for': async (page) => {
    await page.goto(`${on.demo.url}/tags/new`)
    await page.getByLabel('any of').fill('late, (a+)+$')
    await page.locator('.rule [role="alert"]').waitFor()
  },
})
