import { expect, test } from 'vitest'
import type { Owner } from './ground.ts'

export function install(owner: Owner): void {
  /** The tag with attributes or another key, and a policy in which HOST is this server. */
  const tag = (attributes = '', key = '') => ({
    policy: async (policy: string) => ({
      head: `<script async ${attributes} src="${owner.earshot.url}/w/${key || (await owner.siteKey())}.js"></script>`,
      policy: policy.replaceAll('HOST', owner.earshot.url),
    }),
  })

  test.each([
    ['a policy that lets nothing be sent', () => tag().policy('script-src HOST'), /^Seen on .*, but it can’t send$/],
    ['a policy by nonce', () => tag('nonce="n1"').policy("script-src 'nonce-n1'; connect-src HOST"), /^Seen on .*\.$/],
    ['the tag of nobody', () => tag('', 'pk_mistyped').policy(''), /^127\.0\.0\.1:\d+ has another tag$/],
  ] as const)('a look at a page with %s says so', async (_name, served, said) => {
    owner.shop.serve(await served())
    await owner.page.goto(`${owner.earshot.url}/install`)
    await (await owner.look()).getByText(said).waitFor()
  })

  test('a look at a page of a site that waits for consent says whether it was given', async () => {
    const waiting = (requireConsent: boolean) => owner.patchSite({ requireConsent })
    await waiting(true)
    owner.shop.serve(await tag().policy(''))
    await owner.page.goto(`${owner.earshot.url}/install`)
    const opened = owner.page.context().waitForEvent('page')
    const result = await owner.look()
    await result.getByText(/^It waits for consent/).waitFor()
    await (await opened).evaluate("earshot('consent', true)")
    await result.getByText('It sends, and the page has given consent.').waitFor()
    await waiting(false)
  })

  test('from a path of the shop’s own domain, whose policy then names no other host, everything is loaded and answers arrive', async () => {
    await owner.page.goto(`${owner.earshot.url}/install`)
    const form = owner.page.locator('form').filter({ hasText: 'Your address for it' })
    await form.getByLabel('Your address for it').fill('https://elsewhere.example/earshot')
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByRole('alert').waitFor()
    await form.getByLabel('Your address for it').fill(`${owner.shop.url}/earshot`)
    await form.getByRole('button', { name: 'Save' }).click()
    await form.getByText('Saved').waitFor()
    await owner.page.getByText(`src="${owner.shop.url}/earshot/w/pk_`).first().waitFor()
    const head = await owner.copied('Copy the tag with a touchpoint')
    expect(head).toContain(`src="${owner.shop.url}/earshot/w/pk_`)
    owner.shop.serve({ head, policy: "script-src 'self'; connect-src 'self'" })
    await (await owner.look()).getByText(/^Seen on 127\.0\.0\.1:\d+ .*\.$/).waitFor()
    expect(await owner.shopperAnswers('From the shop alone', (url) => url.startsWith(owner.shop.url))).toEqual([])
    const feed = await owner.page.request.get(`${owner.earshot.url}/api/v1/responses?limit=1`)
    expect(((await feed.json()) as { items: { comment: string }[] }).items[0]?.comment).toBe('From the shop alone')
    await owner.patchSite({ tagHost: '' })
  })
}
