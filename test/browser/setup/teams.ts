import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openEmbedded } from '../../../scripts/lib/d1.ts'
import type { Me } from '../../../worker/contract/people.ts'
import type { Survey } from '../../../worker/contract/survey.ts'
import type { Owner } from './ground.ts'

/** Whom an owner lets in, and their further site. */
export function teams(owner: Owner): void {
  const get = async <Answer>(path: string) => (await (await owner.page.request.get(path)).json()) as Answer

  test('an agent joins by a link, sees the part they were given, and is out when removed; all of it is told', async () => {
    const { page, earshot } = owner
    const { surveys } = await get<{ surveys: Survey[] }>('/api/v1/surveys')
    const submit = async (why: string, touchpoint: string) => {
      const step = {
        site: await owner.siteKey(),
        survey: surveys[0]?.id,
        submission: crypto.randomUUID(),
        seq: 1,
        complete: true,
      }
      const data = { ...step, version: surveys[0]?.version, answers: { score: 2, why }, context: { touchpoint } }
      const sent = await page.request.post('/v1/responses', { data, headers: owner.headers() })
      expect(sent.status()).toBe(201)
    }
    await submit('The label would not stick', 'return')
    await submit('The basket forgot my oil', 'cart')

    await page.goto('/settings')
    await page.getByRole('link', { name: 'Members and invitations' }).click()
    await page.getByLabel('E-mail address', { exact: true }).fill('ida@shop.example')
    await page.getByLabel('Role', { exact: true }).selectOption('agent')
    await page.getByLabel('Only these touchpoints').fill('return')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.getByText(/\/join#token=iv_/).innerText()

    const context = await page.context().browser()?.newContext()
    const ida = (await context?.newPage()) as Page
    ida.on('pageerror', (error) => owner.complaints.push(error.message))
    await ida.goto(link)
    await ida.getByText('to be an agent, and to see only return').waitFor()
    await ida.getByLabel('Your name').fill('Ida Inbox')
    await ida.getByRole('button', { name: 'Join' }).click()
    await ida.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
    await ida.getByRole('navigation').getByRole('link', { name: 'Responses' }).click()
    await ida.getByText('The label would not stick').waitFor()
    expect(ida.url()).not.toContain('token')
    expect(await ida.getByText('The basket forgot my oil').count()).toBe(0)
    expect(await ida.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
      'Earshot',
      'Inbox',
      'Responses',
      'Settings',
    ])
    // The link is used up.
    await ida.goto(`${earshot.url}/healthz`)
    await ida.goto(link)
    await ida.getByRole('heading', { name: 'This invitation is over' }).waitFor()

    await page.reload()
    const row = page.getByRole('listitem').filter({ hasText: 'ida@shop.example' })
    await row.getByText('sees only return').waitFor()
    await row.getByRole('button', { name: 'What Ida Inbox sees' }).click()
    await row.getByLabel('Only these touchpoints').fill('return\ncart')
    await row.getByRole('button', { name: 'Save' }).click()
    await row.getByText('sees only return or cart').waitFor()
    await ida.goto(`${earshot.url}/responses`)
    await ida.getByText('The basket forgot my oil').waitFor()
    // The last owner stays.
    const own = page.getByRole('listitem').filter({ hasText: 'olive@shop.example' })
    await own.getByRole('button', { name: 'Leave this site' }).click()
    await own.getByRole('button', { name: 'Yes, leave this site' }).click()
    await page.getByRole('alert').getByText('a site keeps at least one owner').waitFor()
    await row.getByRole('button', { name: 'Remove Ida Inbox' }).click()
    await row.getByRole('button', { name: 'Yes, remove Ida Inbox' }).click()
    await expect.poll(() => row.count()).toBe(0)
    await ida.reload()
    await ida.getByRole('heading', { name: 'Sign in' }).waitFor()
    await ida.context().close()

    await page.getByRole('link', { name: 'Who changed what' }).click()
    const lines = page.locator('.log-line')
    await lines.first().waitFor()
    const told = (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
    expect(told[0]).toMatch(/^Olive Owner removed a member Ida Inbox/)
    expect(told[1]).toMatch(/^Olive Owner refused: left/)
    expect(told[2]).toMatch(/^Olive Owner changed the role of a member Ida Inbox part return → return, cart/)
    expect(told[3]).toMatch(/^Ida Inbox joined role agent/)
    await lines.filter({ hasText: 'Ida Inbox joined' }).getByRole('button', { name: 'Ida Inbox' }).click()
    await expect.poll(() => lines.count()).toBe(1)
    await page.getByRole('button', { name: /^by Ida Inbox/ }).click()
    await expect.poll(() => lines.count()).toBeGreaterThan(3)
  })

  test('after two hours whoever lets somebody in signs in again, and what was typed stays', async () => {
    const { page, earshot } = owner
    const { db, close } = await openEmbedded(earshot.stateDir)
    await db.query
      .updateTable('sessions')
      .set({ created_at: Date.now() - 2 * 60 * 60_000 })
      .execute()
    await close()
    await page.goto('/settings/team')
    await page.getByLabel('E-mail address', { exact: true }).fill('nora@shop.example')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const sheet = page.getByRole('dialog', { name: 'Sign in again for this' })
    const before = owner.links().length
    await sheet.getByRole('button', { name: 'Get a sign-in link' }).click()
    await sheet.getByText('Open it in this browser').waitFor()

    const tab = await page.context().newPage()
    await tab.goto(await owner.printedLink(before))
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByRole('heading', { level: 1 }).waitFor()
    await tab.close()

    await sheet.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByText(/\/join#token=iv_/).waitFor()
    await page.getByText('nora@shop.example').first().waitFor()
  })

  test('a further site is added, and the address says which one is looked at', async () => {
    const { page } = owner
    await page.getByRole('link', { name: 'Add a site' }).click()
    await page.getByLabel('Name of the shop').fill('Oil Only')
    await page.getByLabel('Address of the shop').fill('oil.example')
    await page.getByRole('button', { name: 'Add the site' }).click()
    await page.getByRole('heading', { level: 1, name: 'Oil Only' }).waitFor()
    const { sites } = await get<Me>('/api/v1/me')
    const [first, second] = sites
    await page.waitForURL((url) => url.searchParams.get('site') === second?.id)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.waitForURL((url) => url.pathname === '/settings' && url.searchParams.get('site') === second?.id)
    await page.getByRole('combobox', { name: 'Site', exact: true }).selectOption('Olive & Oil')
    await page.waitForURL((url) => url.pathname === '/settings' && url.searchParams.get('site') === first?.id)
    const name = page.getByLabel('Name', { exact: true })
    await expect.poll(() => name.inputValue()).toBe('Olive & Oil')
    // The way back leads to the other site again, and so does a link, whatever was looked at last.
    await page.goBack()
    await expect.poll(() => name.inputValue()).toBe('Oil Only')
    await page.goto(`/?site=${first?.id}`)
    await page.getByRole('heading', { level: 1, name: 'Olive & Oil' }).waitFor()
  })

  test('a site is deleted by whoever types its name, and brought back', async () => {
    const { page } = owner
    const { sites } = await get<Me>('/api/v1/me')
    await page.goto(`/settings?site=${sites[1]?.id}`)
    const name = page.getByLabel('The site’s name')
    const end = page.getByRole('button', { name: 'Delete this site' })
    await name.fill('Oil')
    expect(await end.isDisabled()).toBe(true)
    await name.fill('Oil Only')
    await end.click()
    await page.getByRole('heading', { level: 1, name: 'Oil Only is deleted' }).waitFor()
    await page.getByRole('button', { name: 'Go to Olive & Oil' }).click()
    await page.getByRole('combobox', { name: 'Site', exact: true }).selectOption('Oil Only (deleted)')
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await page.getByRole('heading', { level: 1, name: 'Oil Only' }).waitFor()
  })
}
