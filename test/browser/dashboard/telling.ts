import { describe, expect, test } from 'vitest'
import { hold } from '../../support/demo.ts'
import type { Manager } from './ground.ts'

/** Who is told of what, and how soon somebody has to call. */
export function telling(manager: Manager) {
  describe('an alert', () => {
    test('is made, tried, changed, listed and deleted, and says beside a field what is wrong with it', async () => {
      await manager.inNav('Alerts').click()
      await manager.page.getByText(/^Tells Demo manager of unhappy customers · has told of nothing yet$/).waitFor()
      await manager.page.getByRole('link', { name: 'New alert' }).click()
      await manager.page.getByRole('radio', { name: 'A score falls' }).check()
      await manager.page.getByLabel('Whose score').selectOption('Order success')
      await manager.page.getByLabel('Name', { exact: true }).fill('Orders fall')
      await manager.page.getByRole('checkbox', { name: /^Demo manager/ }).uncheck()
      await manager.page.getByLabel('from', { exact: true }).fill('22:00')
      await manager.button('Make it').click()
      await manager.page.getByText('Tick at least one who is told.').waitFor()
      await manager.page.getByText('Give both times, or none.').waitFor()
      await manager.page.getByRole('checkbox', { name: /^Demo manager/ }).check()
      await manager.page.getByRole('checkbox', { name: /^Demo owner/ }).check()
      await manager.page.getByLabel('to', { exact: true }).fill('07:00')
      await manager.button('Make it').click()
      await manager.page.getByRole('heading', { level: 1, name: 'Orders fall' }).waitFor()
      await manager.page.getByText('Nothing yet.', { exact: true }).waitFor()
      await manager.button('Send a test').click()
      await manager.page.getByText('2 will be told within a minute.').waitFor()
      await manager.page.getByRole('checkbox', { name: /^Demo owner/ }).uncheck()
      await manager.button('Save').click()
      await manager.page
        .getByText('Tells Demo manager of a fall of the score of Order success, quiet from 22:00 to 07:00.')
        .waitFor()
      await manager.button('Turn off').click()
      await manager.button('Turn on').waitFor()
      await manager.page.getByRole('link', { name: 'All alerts' }).click()
      const line = manager.page.getByRole('listitem').filter({ hasText: 'Orders fall' })
      await line.getByText('off', { exact: true }).waitFor()
      await line.getByRole('link').click()
      await manager.button('Delete Orders fall').click()
      await manager.button('Yes, delete Orders fall').click()
      await manager.page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor()
      await manager.page.getByText(/^Tells Demo manager of unhappy customers · has told of nothing yet$/).waitFor()
      expect(await line.count()).toBe(0)
      expect(manager.demo.complaints).toEqual([])
    })

    test('that a program made by filters is changed by form, filter by filter', async () => {
      const { person } = (await (await manager.page.request.get(`${manager.demo.url}/api/v1/me`)).json()) as {
        person: { id: string }
      }
      const answer = await manager.page.request.post(`${manager.demo.url}/api/v1/alerts`, {
        headers: { Origin: manager.demo.url },
        data: {
          ...{ kind: 'response', name: 'Phones', people: [person.id] },
          conditions: { scoreAtMost: 6, orderValueAtLeast: 100, segments: { device: 'mobile', country: 'DE' } },
        },
      })
      const { id } = (await answer.json()) as { id: string }
      const conditions = async () =>
        ((await (await manager.page.request.get(`${manager.demo.url}/api/v1/alerts/${id}`)).json()) as { conditions: object })
          .conditions
      await manager.page.goto(`${manager.demo.url}/alerts/${id}`)
      expect(await manager.page.getByLabel('Score at most').inputValue()).toBe('6')
      await manager.page.getByLabel('Order worth at least').fill('')
      await manager.page.getByRole('combobox', { name: /^Who/ }).selectOption('unhappy')
      await manager.page.getByLabel('Left a way to be reached').check()
      await manager.button('Remove the condition country: DE').click()
      await manager.button('Save').click()
      await manager.page.getByText(/^Tells Demo manager of responses: unhappy .*device mobile/).waitFor()
      expect(await conditions()).toEqual({ unhappy: true, contact: true, scoreAtMost: 6, segments: { device: 'mobile' } })

      await manager.page.getByLabel('Of which responses').selectOption('Unhappy customers')
      await manager.button('Save').click()
      await manager.page.getByText(/^Tells Demo manager of unhappy customers\./).waitFor()
      expect(await conditions()).toEqual({ unhappy: true })
      await manager.page.request.delete(`${manager.demo.url}/api/v1/alerts/${id}`, { headers: { Origin: manager.demo.url } })
    })
  })

  describe('a digest', () => {
    test('is made, seen as the mail it will be, tried, changed, paused and deleted, and says beside a field what is wrong', async () => {
      const mail = manager.page.frameLocator('.mail-frame')
      await manager.inNav('Digests').click()
      await manager.page.getByText('No digest yet').waitFor()
      await manager.page.getByRole('link', { name: 'New digest' }).click()
      await manager.page.getByRole('radio', { name: 'Every month' }).check()
      await manager.page.getByRole('combobox', { name: 'on day' }).selectOption('3')
      await manager.page.getByLabel('Language').selectOption('Deutsch')
      await manager.page.getByLabel('About').selectOption('Order success')
      await manager.page.getByLabel('Name', { exact: true }).fill('For the board')
      await manager.page.getByLabel('Other addresses').fill('board')
      await manager.button('Make it').click()
      await manager.page.getByText('board is no address.').waitFor()
      await manager.page.getByLabel('Other addresses').fill('Board@shop.example')
      await manager.button('Make it').click()
      await manager.page.getByRole('heading', { level: 1, name: 'For the board' }).waitFor()
      await manager.page
        .getByText('About Order success, on day 3 of each month at 08:00, to Demo manager and board@shop.example.')
        .waitFor()
      await mail.getByText('Probleme').waitFor()
      expect(await mail.getByText('Product page').count()).toBe(0)
      await manager.button('Send one now to me').click()
      await manager.page.getByText(/^It is on its way to demo@/).waitFor()
      await manager.page.getByRole('radio', { name: 'Every week' }).check()
      await manager.page.getByLabel('Language').selectOption('English')
      await manager.button('Save').click()
      await manager.page.getByText('About Order success, each Monday at 08:00').waitFor()
      await mail.getByText('Problems').waitFor()
      await manager.button('Pause').click()
      await manager.button('Resume').waitFor()
      await manager.page.getByRole('link', { name: 'All digests' }).click()
      const line = manager.page.getByRole('listitem').filter({ hasText: 'For the board' })
      await line.getByText('paused', { exact: true }).waitFor()
      await line.getByRole('link').click()
      await manager.button('Delete For the board').click()
      await manager.button('Yes, delete For the board').click()
      await manager.page.getByText('No digest yet').waitFor()
      expect(manager.demo.complaints).toEqual([])
    })
  })

  describe('how long cases have', () => {
    const hours = () => manager.page.getByLabel('Hours until cases of Unhappy customers are due')
    const stored = async () =>
      (await manager.get<{ rules: { dueHours: number | null }[] }>('/api/v1/inbox-rules')).rules[0]?.dueHours
    const type = async (typed: string) => {
      await hours().fill(typed)
      await hours().press('Tab')
    }

    test('is changed on the rule of the inbox, and taken away', async () => {
      await manager.page.goto(`${manager.demo.url}/inbox/rules`)
      for (const [typed, kept] of [
        ['6', 6],
        ['', null],
        ['48', 48],
      ] as const) {
        await type(typed)
        await expect.poll(stored).toBe(kept)
      }
    })

    test('stays as it is being typed while an earlier change is answered, and gives way where it is refused', async () => {
      const { page, demo } = manager
      await page.goto(`${demo.url}/inbox/rules`)
      await hours().waitFor()
      const list = await hold(page, /api\/v1\/inbox-rules\?/)
      await type('6')
      await list.some()
      // What was held before is no reason to leave the second change out.
      await hours().fill('48')
      const answered = page.waitForResponse(/api\/v1\/inbox-rules\?/)
      await list.release()
      await (await answered).finished()
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
      expect(await hours().inputValue()).toBe('48')
      await hours().press('Tab')
      await expect.poll(stored).toBe(48)
      await page.route('**/api/v1/inbox-rules/*', (route) => route.abort())
      await type('7')
      await page.getByRole('alert').waitFor()
      await expect.poll(() => hours().inputValue()).toBe('48')
    })
  })
}
