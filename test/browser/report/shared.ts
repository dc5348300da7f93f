import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { settled } from '../../support/demo.ts'
import { unexplained } from '../../support/unexplained.ts'
import type { Reader } from './ground.ts'

/** A report for whoever holds its link. */
export function shared(reader: Reader) {
  /** Makes a link on the page that is open, as a manager does, and answers it. */
  async function makeLink(name: string): Promise<string> {
    await reader.button('Share').click()
    await reader.page.getByLabel('Name, if you like').fill(name)
    await reader.button('Make a link').click()
    return await reader.page.locator('.sheet .codebox code').innerText()
  }

  /** Somebody who has never signed in, and what their page asked the API for. */
  async function stranger(link: string): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
    const page = await (await reader.demo.browser.newContext()).newPage()
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => request.url().includes('/api/') && asked.push(new URL(request.url()).pathname))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(link)
    return { page, asked, complaints }
  }

  describe('a shared report', () => {
    test('shows the same score to who is not signed in, filters by its address, and asks for nothing that needs a session', async () => {
      const n = await reader.n()
      const link = await makeLink('Board')
      const { page, asked, complaints } = await stranger(`${link}?days=90`)
      await settled(page)
      expect(await page.locator('.score.big small').innerText()).toContain(`n ${n}`)
      await page.getByRole('heading', { level: 1, name: 'Order success' }).waitFor()
      await page.locator('section[aria-labelledby="by"]').getByRole('button', { name: 'mobile', exact: true }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get('segment.device')).toBe('mobile')
      await settled(page)
      const narrowed = await page.locator('.score.big small').innerText()
      expect(narrowed).not.toContain(`n ${n}`)
      expect(await unexplained(page)).toEqual([])
      await page.reload()
      await settled(page)
      expect(await page.locator('.score.big small').innerText()).toBe(narrowed)
      // A driver narrows too, and what its tags are called is told with it.
      const drivers = page.getByRole('region', { name: 'What moves the score' })
      await drivers.getByRole('button', { name: 'Delivery', exact: true }).click()
      await expect.poll(() => new URL(page.url()).searchParams.get('tag')).toBe('Delivery')
      await settled(page)
      await page.getByRole('button', { name: 'Remove the filter tag: Delivery' }).click()
      await settled(page)
      expect(await page.locator('nav, .feed, .verbatim, .trend-tools').count()).toBe(0)
      expect(asked.every((path) => path.startsWith('/api/v1/shared/'))).toBe(true)
      expect(complaints).toEqual([])
      await page.context().close()
    })

    test('says in plain words that its link is dead once that was revoked, also on a page that is open', async () => {
      const link = await makeLink('For a moment')
      const { page } = await stranger(link)
      await settled(page)
      await reader.button('Revoke For a moment').click()
      await reader.button('Yes, revoke For a moment').click()
      await expect.poll(() => reader.button('Revoke For a moment').count()).toBe(0)
      expect(await reader.page.locator('.sheet .codebox').count()).toBe(0)
      const dead = page.getByRole('heading', { name: 'This link shows nothing' })
      await page.getByRole('button', { name: '7 days' }).click()
      await dead.waitFor()
      await page.reload()
      await dead.waitFor()
      await page.context().close()
    })

    test('has a link that is shown once: it is gone when its sheet was closed', async () => {
      await makeLink('Only once')
      await reader.page.keyboard.press('Escape')
      await reader.button('Share').click()
      await reader.page.getByRole('list', { name: 'Links' }).getByText('Only once').waitFor()
      expect(await reader.page.locator('.sheet .codebox').count()).toBe(0)
    })
  })
}
