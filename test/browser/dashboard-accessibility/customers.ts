import type { Page } from 'playwright-core'
import type { Ground, Screens } from './ground.ts'

/** A customer of the demo who is valued and at risk. */
async function openAtRisk(on: Ground, page: Page): Promise<void> {
  const answer = await page.request.get(`${on.demo.url}/api/v1/responses?atRisk=1&limit=1`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await page.goto(`${on.demo.url}/customers/${items[0]?.id}`)
  await page.getByRole('heading', { name: 'Scores and orders over time' }).waitFor()
}

/** What is known of the demo's customers. */
export const customers = (on: Ground): Screens => ({
  'a customer at risk, the course as a table': async (page) => {
    await openAtRisk(on, page)
    await page.getByText('Show as a table').click()
    await page.getByRole('columnheader', { name: 'Order value' }).waitFor()
  },
  'more filters of the words': async (page) => {
    await page.goto(`${on.demo.url}/responses?atRisk=1&scoreAtMost=6`)
    await page.getByRole('button', { name: 'Remove the filter comments: at risk' }).waitFor()
    await page.locator('.further-filters summary').click()
    await page.getByRole('button', { name: 'Show', exact: true }).last().waitFor()
  },
  'a new alert by filters': async (page) => {
    await page.goto(`${on.demo.url}/alerts/new`)
    await page.getByLabel('Of which responses').selectOption('Responses by filters')
    await page.getByText('Takes: unhappy').waitFor()
  },
})
