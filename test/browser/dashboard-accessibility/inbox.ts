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
  'a reply': async (page) => {
    await page.goto(`${on.demo.url}/inbox?view=mine`)
    // Every second unhappy customer of the demo left an address.
    const cases = page.locator('article.case .first')
    await cases.first().waitFor()
    for (const one of await cases.all()) {
      if (!(await one.isVisible())) await page.getByRole('button', { name: 'All cases' }).click()
      await one.click()
      const contacts = page.getByRole('button', { name: 'Show how to reach them' })
      await page.getByText('Came in by').waitFor()
      if (await contacts.isVisible()) break
    }
    await page.getByRole('button', { name: 'Reply by mail' }).click()
    await page.getByLabel('Begin with').selectOption('Sorry, and a question (en)')
    await page.getByRole('article', { name: 'As it will be sent' }).waitFor()
  },
  'reply templates': async (page) => {
    await page.goto(`${on.demo.url}/inbox/templates`)
    await page.getByRole('button', { name: 'Edit We mended it' }).click()
    await page.getByRole('button', { name: 'Save' }).waitFor()
  },
  'rules of the inbox': async (page) => {
    await page.goto(`${on.demo.url}/inbox/rules`)
    await page.getByText('It would have taken').waitFor()
    await page.getByRole('button', { name: 'Look at the past 30 days' }).click()
    await page.getByRole('button', { name: 'Take them into the inbox now' }).waitFor()
  },
})
