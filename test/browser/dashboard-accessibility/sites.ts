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
    await page.locator('details summary').first().waitFor()
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
  'the API, an operation open': async (page) => {
    const answer = await page.goto(`${on.demo.url}/api/docs`)
    expect([answer?.status(), answer?.headers()['content-security-policy']]).toEqual([
      200,
      expect.stringContaining("script-src 'self'"),
    ])
    await page.locator('#getSurveysIdReport summary').click()
    await page.locator('#getSurveysIdReport').getByText('changeInterval').waitFor()
  },
  'the alerts': async (page) => {
    await page.goto(`${on.demo.url}/alerts`)
    await page.getByText('Tells Demo manager of unhappy customers').waitFor()
  },
  'an alert, its test on the way': async (page) => {
    await page.goto(`${on.demo.url}/alerts`)
    await page.getByRole('link', { name: 'Unhappy customers' }).click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('1 will be told within a minute.').waitFor()
  },
  'a new alert, nobody told and half of its quiet hours said': async (page) => {
    await page.goto(`${on.demo.url}/alerts/new?of=fall`)
    await page.getByRole('checkbox', { name: /^Demo manager/ }).uncheck()
    await page.getByLabel('from', { exact: true }).fill('22:00')
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByText('Give both times, or none.').waitFor()
  },
  'a digest being made, nobody to read it': async (page) => {
    await page.goto(`${on.demo.url}/digests/new`)
    await page.getByRole('checkbox', { name: /^Demo manager/ }).uncheck()
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByText('Tick or write at least one who gets it.').waitFor()
  },
  'a digest, its mail beneath, and the list of them': async (page) => {
    await page.goto(`${on.demo.url}/digests/new`)
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.frameLocator('.mail-frame').getByText('Open in the inbox').waitFor()
    await page.getByRole('link', { name: 'All digests' }).click()
    await page
      .getByText(/to Demo manager/)
      .first()
      .waitFor()
    await page.getByRole('link', { name: 'Every week' }).first().click()
    await page.frameLocator('.mail-frame').getByText('Open in the inbox').waitFor()
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
  'no alert yet': async (page) => {
    await on.owner.signIn(page)
    await page.goto(`${on.empty.url}/alerts`)
    await page.getByText('Nobody is told of anything yet').waitFor()
  },
  'no digest yet': async (page) => {
    await on.owner.signIn(page)
    await page.goto(`${on.empty.url}/digests`)
    await page.getByText('No digest yet').waitFor()
  },
  'a webhook just added, and its own page after a test': async (page) => {
    await on.owner.signIn(page)
    await page.goto(`${on.empty.url}/settings/webhooks`)
    await page.getByLabel('Address').fill('https://erp.receiver.example/hook')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('shown only now').waitFor()
    await page.getByRole('list').getByRole('link', { name: 'erp.receiver.example' }).last().click()
    await page.getByRole('button', { name: 'Send a test' }).click()
    await page.getByText('Not delivered: no connection.').waitFor()
    await page.getByRole('button', { name: 'New secret' }).click()
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
    await page.getByText('Nothing needs anybody').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: 'Responses' }).click()
    await page.getByText('No response matches').waitFor()
  },
})
