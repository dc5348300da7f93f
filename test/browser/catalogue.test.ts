import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Product } from '../../worker/contract/catalogue.ts'
import { axeFaults, injectAxe } from '../support/axe.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
let page: Page

beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.stop())
beforeEach(async () => {
  page = await demo.visit({ reducedMotion: 'reduce' })
  await page.goto(`${demo.url}/settings`)
  await panel().getByText('Lys linen shirt').waitFor()
})
afterEach(() => page.close())

const panel = () => page.getByRole('region', { name: 'Catalogue' })
const button = (name: string | RegExp) => panel().getByRole('button', { name })
const choose = (text: string) =>
  panel()
    .locator('input[type=file]')
    .setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const stored = async () => {
  const { items } = (await (await page.request.get(`${demo.url}/api/v1/catalogue`)).json()) as { items: Product[] }
  return Object.fromEntries(items.map(({ sku, name }) => [sku, name]))
}
const faults = async () => {
  await injectAxe(page)
  return await axeFaults(page)
}

describe('a catalogue', () => {
  test('is tried first, says what it would do and why not, then replaced by SKU, with keys alone', async () => {
    const before = await stored()
    await choose('Variant SKU,Title\nFL-1001,Halden cardigan\nNEW-1,Something new\n,Nameless\n')
    await panel().getByText('1 new, 1 replaced, 1 refused').waitFor()
    await panel().getByText('SKU from “Variant SKU”, name from “Title”, no category.').waitFor()
    expect(await panel().locator('table.reasons tbody tr').count()).toBe(1)
    expect(await stored()).toEqual(before)
    expect(await faults()).toEqual([])
    await button('Store 2 products').focus()
    await page.keyboard.press('Enter')
    await panel().getByText('Stored: 1 new, 1 replaced, 1 refused.').waitFor()
    expect(await stored()).toEqual({ ...before, 'FL-1001': 'Halden cardigan', 'NEW-1': 'Something new' })
    await panel().getByText('Halden cardigan').waitFor()
    expect(await button(/^Store/).count()).toBe(0)
  })

  test('without a column of SKUs is refused, and nothing can be stored', async () => {
    await choose('Colour,Size\nred,12\n')
    await panel().getByRole('alert').waitFor()
    expect(await panel().getByRole('alert').innerText()).toMatch(/no such column/)
    expect(await button(/^Store/).count()).toBe(0)
    expect(await faults()).toEqual([])
  })

  test('is cleared only when that is confirmed', async () => {
    await button('Clear the whole catalogue').click()
    expect(Object.keys(await stored()).length).toBeGreaterThan(0)
    await button('Yes, clear the whole catalogue').click()
    await panel().getByText('No products yet.').waitFor()
    expect(await stored()).toEqual({})
  })
})
