import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { brokenWords } from '../support/broken-words.ts'
import { addressOf, type Demo, makeSibling, openSurvey, settled, startDemo, unfoldTable } from '../support/demo.ts'
import { unexplained } from '../support/unexplained.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await startDemo()
  page = await demo.open()
  await makeSibling(page, 'Delivery', [10, 10, 9, 3])
})
afterAll(() => demo?.stop())

const box = (name: string) => page.getByRole('checkbox', { name })
const part = (name: string) => page.locator('.pool-parts').getByRole('row', { name: new RegExp(`^${name}`) })
const nOf = async (name: string) => Number((await part(name).locator('td').first().innerText()).replaceAll(',', ''))

test('surveys of one scale are chosen from the overview, the others are out of reach and say why', async () => {
  await page.getByRole('link', { name: 'Compare or pool surveys' }).click()
  await page.getByRole('heading', { level: 1, name: 'Compare surveys' }).waitFor()
  expect(await box('Cart').isEnabled()).toBe(true)
  await box('Order success').check()
  expect(await box('Cart').isDisabled()).toBe(true)
  await page.getByText('CES, 1 to 7 · another metric: scores of different kinds have no common average').waitFor()
  expect(await page.locator('.score.big').count()).toBe(0)
  await box('Delivery').check()
  await settled(page)
})

test('the one score is that of its parts, each with its own, and says sources and languages', async () => {
  const [order, delivery] = [await nOf('Order success'), await nOf('Delivery')]
  expect(delivery).toBe(4)
  expect(await nOf('Together')).toBe(order + delivery)
  expect(await page.locator('.score.big small').innerText()).toContain(`n ${(order + delivery).toLocaleString('en')}`)
  await part('Delivery').getByText('50.0', { exact: true }).waitFor()
  await page.getByText(/In \d languages, one score: .*German \(\d+\)/).waitFor()
  await page.getByText(/Answers came by widget \(\d[\d,]*\)/).waitFor()
  await part('Delivery').locator('.figure').nth(1).hover()
  expect(await page.getByRole('tooltip').innerText()).toMatch(/100 × 2 ÷ 4 = 50\.0.*; Delivery\.$/s)
  expect(await unexplained(page)).toEqual([])
  await part('Together').locator('.figure').nth(1).hover()
  expect(await page.getByRole('tooltip').innerText()).toMatch(/Order success and Delivery together\.$/)
})

test('the address holds it all: surveys, days and what narrows', async () => {
  await page.getByRole('button', { name: '7 days' }).click()
  await settled(page)
  await page.locator('section[aria-labelledby="by"] tbody button').first().click()
  await settled(page)
  const ids = new URL(page.url()).searchParams.get('surveys')?.split(',') ?? []
  expect(ids).toHaveLength(2)
  expect((await addressOf(page, 'Order success')).endsWith(ids[0] ?? '-')).toBe(true)
  const before = await page.locator('.pool-parts').innerText()
  await page.reload()
  await settled(page)
  expect(await page.locator('.pool-parts').innerText()).toBe(before)
  await page.locator('.trend, .outlook').first().waitFor()
  await page.locator('.chip').first().click()
  await settled(page)
  await page.locator('.trend').getByText('Show as a table').click()
  await expect.poll(() => page.locator('.trend tbody tr').count()).toBe(7)
})

test('an address with a survey of another scale, or with none of the site’s, shows what there is', async () => {
  const [nps, ces] = [await addressOf(page, 'Order success'), await addressOf(page, 'Cart')].map((url) => url.split('/').at(-1))
  await page.goto(`${demo.url}/compare?surveys=${nps},${ces},srv_none`)
  await box('Order success').waitFor()
  expect([await box('Order success').isChecked(), await box('Cart').isChecked()]).toEqual([true, false])
  expect(await page.locator('.score.big').count()).toBe(0)
  expect(demo.complaints).toEqual([])
})

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing, nothing is wider than the window, no name is broken: %s, %d px', async (colorScheme, width) => {
  const path = (await addressOf(page, 'Order success')).split('/').at(-1)
  const sibling = (await addressOf(page, 'Delivery')).split('/').at(-1)
  const reader = await demo.open({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  await reader.goto(`${demo.url}/compare?surveys=${path},${sibling}&days=90`)
  await settled(reader)
  await unfoldTable(reader.locator('.trend .twin'))
  await injectAxe(reader)
  expect(await axeFaults(reader)).toEqual([])
  const tooWide = () => reader.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await tooWide()).toBeLessThanOrEqual(0)
  expect(await brokenWords(reader, '.breakdown tbody th bdi')).toEqual([])
  for (const [survey, breakdown] of [
    ['Cart', 'device'],
    ['Order success', 'country'],
  ] as const) {
    await openSurvey(reader, survey, `?days=90&breakdown=${breakdown}`)
    expect(await brokenWords(reader, '.breakdown tbody th bdi')).toEqual([])
    expect(await tooWide()).toBeLessThanOrEqual(0)
  }
  await reader.close()
})
