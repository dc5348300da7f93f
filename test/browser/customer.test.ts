import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.stop())

const listAtRisk = async (page: Page) => {
  const answer = await page.request.get(`${demo.url}/api/v1/responses?atRisk=1`)
  return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id)
}

describe.each([
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
])('the page of a customer %s', (_, viewport) => {
  test('is come to from the inbox and from the words, and says who is at risk and why, in no address and no title', async () => {
    const page = await demo.visit({ viewport, reducedMotion: 'reduce' })
    await page.goto(`${demo.url}/inbox`)
    const row = page.locator('article.case', { hasText: 'valued customer at risk' }).first()
    await row.getByRole('button').click()
    const link = page.locator('.case-facts').getByRole('link')
    const who = await link.innerText()
    await link.click()
    await page.getByRole('heading', { level: 1, name: who }).waitFor()
    const id = page.url().replace(`${demo.url}/customers/`, '')
    expect(await listAtRisk(page)).toContain(id)
    await expect.poll(() => page.title()).toBe('Customer · Earshot')
    await page.getByText(/^A valued customer \(ltv 500 € and more\) whose last answer was unhappy/).waitFor()
    // Each score stands in the chart, and in the table beside the orders.
    await page.locator('.verbatim .mark').first().waitFor()
    const scores = await page.locator('.verbatim .mark').allInnerTexts()
    const drawn = page.locator('.score-point text')
    const given = scores.map((text) => text.replace(/\D/g, '')).filter(Boolean)
    await expect.poll(async () => (await drawn.allTextContents()).toReversed()).toEqual(given)
    await page.getByText('Show as a table').click()
    const cells = page.locator('.twin tbody td:nth-child(3)')
    await expect.poll(async () => (await cells.allInnerTexts()).filter(Boolean)).toEqual(given)
    expect(await page.locator('.twin tbody td:nth-child(4)', { hasText: '€' }).count()).toBeGreaterThan(0)
    await page.getByRole('heading', { name: 'Open cases' }).waitFor()
    await injectAxe(page)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

    await page.goto(`${demo.url}/responses?atRisk=1&days=90&comments=all`)
    const words = page.locator('article.verbatim', { has: page.locator(`a[href="/customers/${id}"]`) })
    await words.getByText('valued customer at risk').waitFor()
    await words.getByRole('link', { name: 'this customer' }).click()
    await page.getByRole('heading', { level: 1, name: who }).waitFor()
    await page.close()
  })
})

test('of a response that nobody is known by there is none', async () => {
  const page = await demo.visit({})
  const answer = await page.request.get(`${demo.url}/api/v1/responses?limit=100`)
  const { items } = (await answer.json()) as { items: { id: string; identified: boolean }[] }
  await page.goto(`${demo.url}/customers/${items.find(({ identified }) => !identified)?.id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('In their words').count()).toBe(0)
  await page.close()
})
