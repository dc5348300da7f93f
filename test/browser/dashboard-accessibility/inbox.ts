import type { Ground, Screens } from './ground.ts'

/** The inbox of the demo, and its rules. */
export const inbox = (on: Ground): Screens => ({
  'the inbox': async (page) => {
    await page.goto(`${on.demo.url}/inbox`)
    await page.getByText('within 24 h').first().waitFor()
    await page.getByText('By owner').click()
    await page.locator('article.case input').nth(1).check()
  },
  'a case': async (page) => {
    await page.goto(`${on.demo.url}/inbox?view=mine`)
    await page.locator('article.case .first').first().click()
    await page.getByText('Came in by').waitFor()
  },
  'rules of the inbox': async (page) => {
    await page.goto(`${on.demo.url}/inbox/rules`)
    await page.getByText('It would have taken').waitFor()
    await page.getByRole('button', { name: 'Look at the past 30 days' }).click()
    await page.getByRole('button', { name: 'Take them into the inbox now' }).waitFor()
  },
})
