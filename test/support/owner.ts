import type { Page } from 'playwright-core'
import type { CreatedInvitation } from '../../worker/contract/people.ts'
import type { Earshot } from './server.ts'

type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0]

/** Sets an empty installation up and signs pages in as its owner. */
export function ownerOf(earshot: () => Earshot) {
  let cookies: Cookies | undefined
  const call = async <Answer>(page: Page, path: string, data: object) => {
    const { url } = earshot()
    const answer = await page.request.post(url + path, { data, headers: { Origin: url } })
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  async function signIn(page: Page): Promise<void> {
    if (cookies) return await page.context().addCookies(cookies)
    const site = { name: 'Olive & Oil', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
    const person = { token: earshot().setupToken, email: 'olive@shop.example', name: 'Olive Owner' }
    const { loginUrl } = await call<{ loginUrl: string }>(page, '/api/v1/setup', { ...person, site })
    await page.goto(loginUrl)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Olive & Oil' }).waitFor()
    cookies = await page.context().cookies()
  }
  return {
    signIn,
    /** The link of a new invitation of an agent who sees returns alone. */
    async invite(page: Page): Promise<string> {
      await signIn(page)
      const wanted = { email: `${crypto.randomUUID()}@shop.example`, role: 'agent', part: { touchpoint: ['return'] } }
      return (await call<CreatedInvitation>(page, '/api/v1/invitations', wanted)).url
    },
  }
}
