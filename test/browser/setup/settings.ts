import { expect, test } from 'vitest'
import { axeFaults, injectAxe } from '../../support/axe.ts'
import type { Owner } from './ground.ts'

/** The journey, the pages without surveys and the dimensions, as an owner sets them. */
export function settings(owner: Owner): void {
  test('the journey is named, moved by keys and by a pointer, added to and cut; the editor offers it in that order', async () => {
    const { page } = owner
    await page.goto('/settings')
    const journey = page.getByRole('region', { name: 'Journey' })
    const names = () =>
      journey.getByRole('textbox', { name: /^Name of/ }).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    await journey.getByRole('textbox', { name: 'Name of search' }).fill('Finding')
    // A survey stands on the checkout, and nothing else.
    expect(await journey.getByRole('button', { name: /^Remove/ }).count()).toBe(7)
    expect(await journey.getByRole('button', { name: 'Remove Checkout' }).count()).toBe(0)
    await journey.getByRole('button', { name: 'Remove Return' }).click()
    await journey.getByLabel('Another moment').fill('Gift wrapping')
    await journey.getByText('Pages say gift-wrapping.').waitFor()
    await journey.getByRole('button', { name: 'Add', exact: true }).click()
    const handle = (name: string) => journey.getByRole('button', { name: `Move ${name}: arrow keys, or drag` })
    await handle('Finding').press('ArrowUp')
    await handle('Finding').and(page.locator(':focus')).waitFor()
    await handle('Gift wrapping').scrollIntoViewIfNeeded()
    const [from, to] = [await handle('Gift wrapping').boundingBox(), await handle('Delivery').boundingBox()]
    if (!from || !to) throw new Error('no handle to drag')
    await page.mouse.move(from.x + 5, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(to.x + 5, to.y - 5, { steps: 3 })
    await page.mouse.up()
    const wanted = ['Finding', 'Product page', 'Cart', 'Checkout', 'Order success', 'Gift wrapping', 'Delivery', 'Support']
    await expect.poll(names).toEqual(wanted)
    await journey.getByRole('button', { name: 'Save' }).click()
    await journey.getByText('Saved').waitFor()

    await page.getByRole('link', { name: 'Checkout', exact: true }).click()
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('link', { name: 'When and where' }).click()
    const offered = page.getByLabel('Touchpoint')
    await expect.poll(() => offered.locator('option').allTextContents()).toEqual(['Any page', ...wanted, 'New …'])
    expect(await offered.inputValue()).toBe('checkout')
    await offered.selectOption('New …')
    await page.getByLabel('Name of the new touchpoint').fill('Gift cards')
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByText('data-touchpoint="gift-cards"').waitFor()
    expect(await offered.locator('option:checked').innerText()).toBe('gift cards')
    await offered.selectOption('Checkout')
    await page.locator('.save-sign').getByText('Saved', { exact: true }).waitFor()
  })

  test('how long answers are kept says what goes before it is saved, and asks where something does', async () => {
    const { page } = owner
    const { surveys } = (await (await page.request.get('/api/v1/surveys')).json()) as { surveys: { id: string; state: string }[] }
    const survey = surveys.find(({ state }) => state === 'live')?.id
    const imported = await page.request.post(`/api/v1/imports?survey=${survey}`, {
      headers: { 'Content-Type': 'application/x-ndjson', Origin: new URL(page.url()).origin },
      data: '{"id":"long ago","score":5,"at":"2021-03-04T12:00:00Z","comment":"Long ago"}\n',
    })
    expect(await imported.json()).toMatchObject({ stored: 1 })
    await page.goto('/settings')
    const keeping = page.getByRole('region', { name: 'How long answers are kept' })
    const [forgotten, deleted] = [
      keeping.getByLabel('Months until people are forgotten'),
      keeping.getByLabel('Months until an answer'),
    ]
    await forgotten.fill('121')
    await keeping.getByRole('button', { name: 'Save' }).click()
    await keeping.getByText('Months are whole numbers from 1 to 120.').waitFor()
    await forgotten.fill('24')
    await keeping.getByText('Saving takes the person and all they typed out of 1 answer. It begins within a minute.').waitFor()
    expect(await keeping.getByText('Months are whole numbers').count()).toBe(0)
    await deleted.fill('36')
    await keeping.getByText('Saving deletes 1 answer for good. It begins within a minute.').waitFor()
    await injectAxe(page)
    expect(await axeFaults(page)).toEqual([])
    await keeping.getByRole('button', { name: 'Save how long answers are kept' }).click()
    await keeping.getByRole('button', { name: 'Yes, save how long answers are kept' }).click()
    await keeping.getByText('Saved').waitFor()
    expect(await keeping.getByText('for good').count()).toBe(0)
    await page.reload()
    await expect.poll(() => deleted.inputValue()).toBe('36')
    // What is kept longer than before loses nothing, and is not asked about.
    await forgotten.fill('')
    await deleted.fill('')
    await keeping.getByRole('button', { name: 'Save', exact: true }).click()
    await keeping.getByText('Saved').waitFor()
  })

  test('pages without surveys are kept in the settings, and the editor of each survey tells them', async () => {
    const { page } = owner
    await page.goto('/settings')
    const pages = page.getByRole('region', { name: 'Pages without surveys' })
    await pages.getByText('Every survey decides for itself.').waitFor()
    await pages.getByRole('button', { name: 'Add a page to Never on these pages' }).press('Enter')
    await pages.getByText('Say which, without spaces').waitFor()
    await pages.getByRole('button', { name: 'Save' }).click()
    await pages.getByText('Something above is still to be mended.').waitFor()
    await pages.getByLabel('Never on these pages, page 1', { exact: true }).fill('/checkout/pay')
    await pages.getByRole('button', { name: 'Save' }).click()
    await pages.getByText('Saved').waitFor()

    await page.getByRole('link', { name: 'Checkout', exact: true }).click()
    await page.getByRole('link', { name: 'Edit' }).click()
    await page.getByRole('link', { name: 'When and where' }).click()
    await page.getByText('No survey of the site is asked on pages beginning with /checkout/pay.').waitFor()
    await page.getByLabel(/^Try an address/).fill('/checkout/paypal?step=2')
    await page.getByText('The whole site leaves out pages beginning with /checkout/pay.').waitFor()
  })

  test('a trait that is a number gets bands, which the next answer counts in; axe finds nothing in what owners alone can edit', async () => {
    const { page } = owner
    await page.goto('/settings')
    const dimensions = page.getByRole('region', { name: 'Dimensions' })
    await dimensions.getByLabel('Name of one of your traits').fill('lifetime value')
    await dimensions.getByText('Letters, digits and _').waitFor()
    await dimensions.getByLabel('Name of one of your traits').fill('lifetime_value')
    await dimensions.getByRole('button', { name: 'Add a trait' }).click()
    await dimensions.getByLabel('A number, in bands').check()
    await dimensions.getByRole('button', { name: 'Save' }).click()
    await dimensions.getByRole('alert').getByText('Say where the bands of lifetime_value begin').waitFor()
    await dimensions.getByLabel('Where bands of lifetime_value begin').fill('500, 100')
    await dimensions.getByLabel('Unit of lifetime_value').fill('€')
    await dimensions.getByText('under 100 € · 100 to 499 € · 500 € and more').waitFor()
    await dimensions.getByRole('button', { name: 'Save' }).click()
    await dimensions.getByText('Saved').waitFor()

    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.reload()
      await dimensions.getByText('500 € and more').waitFor()
      await expect.poll(() => page.locator('.bone').count()).toBe(0)
      await injectAxe(page)
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await axeFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      }
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null })
    await page.setViewportSize({ width: 1280, height: 720 })

    const headers = owner.headers()
    const { surveys } = (await (await page.request.get('/api/v1/surveys', { headers })).json()) as { surveys: { id: string }[] }
    const about = { site: await owner.siteKey(), survey: surveys[0]?.id, version: 1, submission: crypto.randomUUID(), seq: 1 }
    const data = { ...about, complete: true, answers: { score: 6 }, traits: { lifetime_value: 120 } }
    expect((await page.request.post('/v1/responses', { headers, data })).status()).toBe(201)
    await page.goto(`/surveys/${surveys[0]?.id}?breakdown=lifetime_value`)
    await page.getByRole('button', { name: '100 to 499 €' }).waitFor()
  })
}
