import { describe, expect, test } from 'vitest'
import type { Feed } from '../../../worker/contract/response.ts'
import { settled } from '../../support/demo.ts'
import type { Reader } from './ground.ts'

/** Looking for words among theirs. */
export function search(reader: Reader) {
  describe('the search', () => {
    const box = () => reader.page.getByRole('searchbox', { name: 'Search their words' })
    const marks = async () => new Set((await reader.page.locator('.said mark').allInnerTexts()).map((text) => text.toLowerCase()))

    test('is focused by its key, follows what is typed, marks it and stands in the address; Clear all takes it back', async () => {
      await reader.page.keyboard.press('/')
      expect(await box().evaluate((input) => input === document.activeElement)).toBe(true)
      await reader.page.keyboard.type('parcel*')
      await reader.until('q', 'parcel*')
      await expect.poll(async () => [...(await marks())].every((word) => word.startsWith('parcel'))).toBe(true)
      expect((await marks()).size).toBeGreaterThan(0)
      for (const said of await reader.page.locator('article.verbatim').all())
        expect(await said.locator('mark').count()).toBeGreaterThan(0)
      await reader.page.reload()
      await settled(reader.page)
      expect(await box().inputValue()).toBe('parcel*')
      await reader.button('Remove the filter comments: parcel*').click()
      await reader.until('q', null)
      expect(await box().inputValue()).toBe('')
      expect(await reader.page.locator('.said mark').count()).toBe(0)
    })

    test('is one step of the history, however it was typed', async () => {
      await box().fill('par')
      await reader.until('q', 'par')
      await box().fill('parcel')
      await reader.until('q', 'parcel')
      await reader.page.goBack()
      await reader.until('q', null)
      expect(await box().inputValue()).toBe('')
    })

    test('says beside its box what can’t be looked for, and that nothing was found only where nothing was', async () => {
      await box().fill('*')
      await reader.page.getByText('Nothing to look for: no word to look for.').waitFor()
      expect(await box().getAttribute('aria-invalid')).toBe('true')
      expect(await reader.page.getByText('Nothing found').count()).toBe(0)
      // The browser tells of a refusal it was asked about: that is no complaint of the page.
      expect(reader.demo.complaints.splice(0).every((text) => text.includes('422'))).toBe(true)
      await box().fill('zzzz')
      await reader.page.getByText('Nothing found in these days and filters.').waitFor()
      expect(await box().getAttribute('aria-invalid')).toBe('false')
      expect(await reader.button('Show more').count()).toBe(0)
    })

    test('goes on by itself past empty pages, asks after five, and ends with what the last one holds', async () => {
      let pages = 0
      let some: Feed | undefined
      await reader.page.route(/\/responses\?.*q=rare/, async (route) => {
        const real = await route.fetch({
          url: route
            .request()
            .url()
            .replace('q=rare', 'q=parcel')
            .replace(/&cursor=[^&]*/, ''),
        })
        some ??= (await real.json()) as Feed
        pages++
        const json = pages < 8 ? { items: [], next: `c${pages}` } : { items: some.items.slice(0, 1), next: null }
        await route.fulfill({ response: real, json })
      })
      await box().fill('rare')
      // The words that ask for a press stand there for a moment before each page too.
      await expect.poll(() => pages).toBe(6)
      await reader.button('Read further back').waitFor()
      await reader.page.getByText('Older ones have not been read yet.').waitFor()
      expect(pages).toBe(6)
      expect(await reader.page.getByText('Nothing found').count()).toBe(0)
      await reader.button('Read further back').click()
      await expect.poll(() => reader.page.locator('article.verbatim').count()).toBe(1)
      expect(pages).toBe(8)
      expect(await reader.page.locator('.feed .more').count()).toBe(0)
    })
  })
}
