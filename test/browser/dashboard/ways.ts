import { describe, expect, test } from 'vitest'
import type { Me, Session } from '../../../worker/contract/people.ts'
import { hold } from '../../support/demo.ts'
import type { Manager } from './ground.ts'

/** Going from screen to screen: one thing at a time, and focus where the eyes are. */
export function ways(manager: Manager) {
  describe('one thing at a time', () => {
    test('going to another survey never shows the number of the one before', async () => {
      await manager.inNav('Order success').click()
      await manager.page.locator('.score.big').waitFor()
      const report = await hold(manager.page, new RegExp(`${await manager.surveyNamed('Product page')}/report`))
      await manager.inNav('Product page').click()
      await manager.page.getByRole('heading', { level: 1, name: 'Product page' }).waitFor()
      await report.some()
      expect(await manager.page.locator('.score, .verbatim .mark.num').count()).toBe(0)
      await report.release()
      await manager.page.getByText('Customer Satisfaction').waitFor()
      await manager.page.locator('.score.big').waitFor()
    })

    test('nor does another site show anything of the one before', async () => {
      await manager.page.route('**/api/v1/me', async (route) => {
        const real = await route.fetch()
        const me = (await real.json()) as Me
        const other = me.sites.map((site) => ({ ...site, id: 'site_other', name: 'Second shop', demo: false }))
        await route.fulfill({ response: real, json: { ...me, sites: [...me.sites, ...other] } })
      })
      await manager.page.reload()
      await manager.inNav('Order success').click()
      await manager.page.locator('.score.big').waitFor()
      const other = await hold(manager.page, /site=site_other/)
      await manager.page.getByRole('combobox', { name: 'Site' }).selectOption('Second shop')
      await manager.page.getByRole('heading', { level: 1, name: 'Second shop' }).waitFor()
      await other.some()
      expect(await manager.page.locator('.score, .tile h2, .verbatim .said').count()).toBe(0)
      expect(await manager.inNav('Order success').count()).toBe(0)
    })

    test('a page of comments that comes after the filter has changed is not put beneath the new list', async () => {
      await manager.inNav('Order success').click()
      const more = manager.page.getByRole('button', { name: 'Show more' })
      await more.waitFor()
      const second = await hold(manager.page, /cursor=/)
      await more.click()
      await second.some()
      const filtered = manager.page.waitForResponse((response) => response.url().includes('&score=9'))
      await manager.page.getByRole('button', { name: /^Score 9:/ }).click()
      await (await filtered).finished()
      const late = manager.page.waitForResponse(/cursor=/)
      await second.release()
      await (await late).finished()
      await expect.poll(async () => new Set(await manager.page.locator('.mark').allTextContents())).toEqual(new Set(['Score 9']))
      expect(await manager.page.getByRole('article').count()).toBeLessThanOrEqual(20)
    })
  })

  describe('finding one’s way', () => {
    test('an ended session leads to signing in', async () => {
      const { sessions } = await manager.get<{ sessions: Session[] }>('/api/v1/sessions')
      const own = sessions.find((session) => session.current)?.id
      const ended = await manager.page.evaluate(
        async (id) => (await fetch(`/api/v1/sessions/${id}`, { method: 'DELETE' })).ok,
        own,
      )
      expect(ended).toBe(true)
      await manager.inNav('Order success').click()
      await manager.page.getByRole('heading', { name: 'Sign in' }).waitFor()
      expect(await manager.page.locator('.score').count()).toBe(0)
    })

    test('a new screen moves focus to its title; the first one doesn’t', async () => {
      const focused = () => manager.page.evaluate(() => document.activeElement?.textContent)
      await manager.page.reload()
      await manager.page.locator('article.tile').first().waitFor()
      expect(await manager.page.evaluate(() => document.activeElement === document.body)).toBe(true)
      await manager.page.keyboard.press('Tab')
      expect(await focused()).toBe('Skip to the content')
      await manager.page.keyboard.press('Enter')
      await manager.page.keyboard.press('Tab')
      expect(await focused()).toBe('7 days')
      await manager.inNav('Settings').click()
      await expect.poll(focused).toBe('Settings')
      await manager.inNav('Product page').click()
      await expect.poll(focused).toBe('Product page')
    })

    test('a screen that is left before it was painted doesn’t keep focus from the next', async () => {
      const focused = () => manager.page.evaluate(() => document.activeElement?.textContent)
      await manager.page.reload()
      await manager.inNav('Order success').waitFor()
      // Its code is on its way too: the screen before stays until it is there.
      const survey = await hold(manager.page, /api\/v1\/surveys\/srv_[^/]*$/)
      await manager.page.evaluate(() => {
        const press = (name: string) =>
          [...document.querySelectorAll<HTMLElement>('nav a')].find((link) => link.textContent === name)?.click()
        new MutationObserver((_changes, observer) => {
          if (document.querySelector('h1')?.textContent !== 'Settings') return
          observer.disconnect()
          press('Order success')
        }).observe(document, { subtree: true, childList: true, characterData: true })
        press('Settings')
      })
      await survey.some()
      await survey.release()
      await expect.poll(focused).toBe('Order success')
    })

    test('Escape closes the definition of a score, and leaving and coming back opens it again', async () => {
      await manager.inNav('Order success').click()
      const button = manager.page.getByRole('button', { name: 'How this is computed' })
      const definition = manager.page.getByRole('tooltip')
      await button.focus()
      await definition.waitFor()
      expect(await definition.innerText()).toMatch(/NPS = 100 × \(promoters − detractors\) ÷ scores/)
      await manager.page.keyboard.press('Escape')
      await definition.waitFor({ state: 'hidden' })
      await manager.page.keyboard.press('Tab')
      await manager.page.keyboard.press('Shift+Tab')
      await definition.waitFor()
    })

    test('a period of one’s own and what it is compared with are labelled, and stay in the address', async () => {
      await manager.inNav('Order success').click()
      await manager.page.getByLabel('compared with').selectOption('the year before')
      await manager.page.waitForURL(/compare=year/)
      await manager.page.getByText('Dates', { exact: true }).click()
      await manager.page.getByLabel('From', { exact: true }).fill('2026-01-05')
      await manager.page.getByLabel('To', { exact: true }).fill('2026-01-11')
      await manager.page.getByRole('button', { name: 'Show', exact: true }).click()
      await manager.page.waitForURL(/from=2026-01-05&to=2026-01-11&compare=year/)
    })
  })
}
