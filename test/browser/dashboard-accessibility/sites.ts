import { expect } from 'vitest'
import type { Ground, Screens } from './ground.ts'

/** The shop, its team and the ways in. */
export const sites = (on: Ground): Screens => ({
  settings: async (page) => {
    await page.goto(`${on.demo.url}/settings`)
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await expect.poll(() => page.locator('.bone').count()).toBe(0)
  },
  'the installation, its ways of a proxy open, and a look at a page': async (page) => {
    await page.goto(`${on.demo.url}/install?for=wordpress`)
    for (const summary of await page.locator('details summary').all()) await summary.click()
    await page.getByLabel('A page of your shop').fill(`${on.demo.url}/demo/cart`)
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Open it and look' }).click()
    await page
      .locator('.check-result')
      .getByText(/^Seen on/)
      .waitFor()
    await (await opened).close()
  },
  'no such page': async (page) => {
    await page.goto(`${on.demo.url}/surveys/none/none`)
    await page.getByRole('heading', { level: 1 }).waitFor()
  },
  'signing in': async (page) => {
    await page.context().clearCookies()
    await page.goto(`${on.demo.url}/sign-in`)
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  },
  'setting up': async (page) => {
    await page.goto(`${on.empty.url}/sign-in#token=${on.empty.setupToken}`)
    await page.getByLabel('Name of the shop').waitFor()
  },
  // Only after that: whoever comes to these sets it up.
  'the team, somebody being invited': async (page) => {
    await on.owner.invite(page)
    await page.goto(`${on.empty.url}/settings/team`)
    await page.getByLabel('Role', { exact: true }).selectOption('agent')
    await page.getByText('Not accepted yet').waitFor()
  },
  'who changed what': async (page) => {
    await on.owner.invite(page)
    await page.goto(`${on.empty.url}/settings/log`)
    await page.locator('.log-line dd').first().waitFor()
  },
  'settings of an owner': async (page) => {
    await on.owner.signIn(page)
    await page.goto(`${on.empty.url}/settings`)
    await page.getByLabel('Name of a new key').fill('Nightly')
    await page.getByRole('button', { name: 'Make a key' }).click()
    await page.getByText('shown only now').waitFor()
  },
  'a further site': async (page) => {
    await on.owner.signIn(page)
    await page.goto(`${on.empty.url}/settings/new-site`)
    await page.getByLabel('Address of the shop').fill('oil.example')
    await page.getByText('https://www.oil.example').waitFor()
  },
  'an invitation': async (page) => {
    await page.goto(await on.owner.invite(page))
    await page.getByText('to be an agent').waitFor()
  },
  'the inbox of a part': async (page) => {
    await page.goto(await on.owner.invite(page))
    await page.getByLabel('Your name').fill('Ida')
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('No response matches').waitFor()
  },
})
