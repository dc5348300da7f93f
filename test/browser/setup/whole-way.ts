import { expect, test } from 'vitest'
import type { Owner } from './ground.ts'

export function wholeWay(owner: Owner): void {
  test('from an empty installation to an answer from a page of another origin and its score, by the interface alone', async () => {
    await owner.page.goto(`${owner.earshot.url}/sign-in#token=mistyped`)
    await owner.page.getByLabel('Your name').fill('Olive Owner')
    await owner.page.getByLabel('Your e-mail address').fill('olive@shop.example')
    await owner.page.getByLabel('Name of the shop').fill('Olive & Oil')
    await owner.page.getByLabel('Address of the shop').fill('shop.example')
    expect(await owner.page.getByRole('checkbox', { name: 'https://shop.example' }).isChecked()).toBe(true)
    expect(await owner.page.getByRole('checkbox', { name: 'https://www.shop.example' }).isChecked()).toBe(true)
    await owner.page.getByLabel('Time zone').selectOption('Europe/Berlin')
    await owner.page.getByRole('button', { name: 'Set up' }).click()

    // A wrong token is shown only now, to be put right beside all that was typed.
    await owner.page.getByRole('alert').getByText('the setup token is wrong').waitFor()
    expect(await owner.page.getByLabel('Setup token').inputValue()).toBe('mistyped')
    expect(await owner.page.getByLabel('Name of the shop').inputValue()).toBe('Olive & Oil')
    await owner.page.getByLabel('Setup token').fill(owner.earshot.setupToken)
    await owner.page.getByRole('button', { name: 'Set up' }).click()

    // The tag, the key once, and the way in; opening the link alone uses nothing up.
    await owner.page.getByText(`<script async src="${owner.earshot.url}/w/pk_`).waitFor()
    owner.keep(await owner.page.getByText(/^sk_/).innerText())
    await owner.page.getByRole('link', { name: 'Continue to sign in' }).click()
    await owner.page.waitForURL(/\/login\/lt_/)
    await owner.page.reload()
    await owner.page.getByRole('button', { name: 'Sign in' }).click()
    await owner.page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
    await owner.page.getByText('Two steps to the first answer').waitFor()

    await owner.page.getByRole('main').getByRole('link', { name: 'New survey' }).click()
    await owner.page.getByRole('radio', { name: /Customer Effort Score/ }).check()
    await owner.page.getByText('Olive & Oil made it easy for me to handle my issue.').waitFor()
    await owner.page.getByRole('button', { name: 'Make the draft' }).click()
    await owner.page.getByRole('heading', { name: 'Customer Effort Score' }).waitFor()
    await owner.page.getByLabel('Name', { exact: true }).fill('Checkout')
    await owner.page.getByRole('link', { name: 'When and where' }).click()
    await owner.page.getByLabel('Touchpoint').selectOption('Checkout')
    await owner.page.getByLabel('Seconds on the page before it shows').fill('0')
    await owner.page.getByRole('button', { name: 'Publish…' }).click()
    await owner.page.getByRole('button', { name: 'Publish now' }).click()
    await owner.page.getByRole('link', { name: 'See its results' }).click()
    await owner.page.getByText('live · version 1').waitFor()
    await owner.page.getByText('No scores in these days.').waitFor()

    // The tag and the policy as they are copied, on a page that allows nothing else.
    await owner.page.getByRole('link', { name: 'Install', exact: true }).click()
    const policy = await owner.copied('Copy the policy')
    owner.shop.serve({ head: await owner.copied('Copy the tag with a touchpoint'), policy })
    const first = await owner.look()
    await first.getByText(/^Seen on 127\.0\.0\.1:\d+ .*, but not on the list$/).waitFor()
    await owner.page.getByRole('button', { name: `Add ${owner.shop.url} to the list` }).click()
    await first.getByText('It is on the list now.').waitFor()
    const second = await owner.look()
    await second.getByText(/^Seen on 127\.0\.0\.1:\d+ (just now|\d+ seconds ago)\.$/).waitFor()
    await second.getByText('It may send, and surveys are live.').waitFor()

    const violations = await owner.shopperAnswers('It went through at once')
    expect(violations).toEqual([])
    await owner.page.getByRole('link', { name: 'Checkout', exact: true }).click()
    await expect.poll(() => owner.page.locator('.score.big').innerText()).toContain('6.00')
    await owner.page.getByText('It went through at once').waitFor()
  })
}
