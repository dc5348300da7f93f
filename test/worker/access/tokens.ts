import { beforeAll, describe, expect, it } from 'vitest'
import { asPerson, invite, joinAs, loginLink } from '../support/people.ts'
import { json, manage, send, shopOrigin } from '../support/shop.ts'
import { everything, shop, survey } from './ground.ts'

/** Every kind of secret there is, and each place that takes one; whether it let the bearer in. */
const doors: Record<string, (token: string) => Promise<boolean>> = {
  'sign-in link': async (token) => (await send(`/login/${token}`)).status === 200,
  session: async (token) => (await asPerson(`__Host-earshot=${token}`, 'GET', '/api/v1/me')).status === 200,
  'API key': async (token) => (await manage(token, 'GET', '/api/v1/me')).status === 200,
  invitation: async (token) => (await asPerson('', 'POST', '/api/v1/invitations/open', { token })).status === 200,
  'shared report': async (token) => (await send(`/api/v1/shared/${token}`)).status === 200,
  'personal link': async (token) => (await send(`/s/${token}`, { redirect: 'manual' })).status === 200,
  preview: async (token) => (await send(`/w/${shop.site.key}.${token}/${survey}.json`)).status === 200,
  'check of the tag': async (check) => {
    const body = JSON.stringify({ site: shop.site.key, check, consent: true, other: [] })
    const headers = { 'Content-Type': 'text/plain', Origin: shopOrigin }
    return (await send('/v1/checks', { method: 'POST', headers, body })).status === 204
  },
}

export function tokens(): void {
  describe('a secret of one purpose', () => {
    const secrets: Record<string, string> = {}
    beforeAll(async () => {
      const { cookie } = await joinAs(shop, 'owner', 'secrets@shop.example')
      const made = <Answer>(path: string, body: object) => json<Answer>(manage(shop.apiKey, 'POST', path, body))
      const last = (url: string) => url.split('/').at(-1) ?? ''
      const { url: shared } = await made<{ url: string }>(`/api/v1/surveys/${survey}/shares`, {})
      const { links } = await made<{ links: { url: string }[] }>(`/api/v1/surveys/${survey}/links`, { links: [{}] })
      const { url: preview } = await made<{ url: string }>(`/api/v1/surveys/${survey}/previews`, { hours: 1 })
      secrets['sign-in link'] = last(await loginLink('secrets@shop.example'))
      secrets.session = cookie.split('=')[1] ?? ''
      secrets['API key'] = shop.apiKey
      secrets.invitation = await invite(shop, 'viewer', 'later@shop.example')
      secrets['shared report'] = last(shared)
      secrets['personal link'] = last(links[0]?.url ?? '')
      const { url: check } = await made<{ url: string }>('/api/v1/checks', { url: `${shopOrigin}/` })
      secrets['check of the tag'] = /ck_\w+/.exec(check)?.[0] ?? ''
      secrets.preview = /pv_\w+/.exec(preview)?.[0] ?? ''
    })

    it.each(Object.keys(doors))('opens what it is for and nothing else: %s', async (kind) => {
      const before = await everything()
      const opened = []
      for (const [door, opens] of Object.entries(doors)) if (await opens(secrets[kind] ?? '')) opened.push(door)
      expect(opened).toEqual([kind])
      // A check is there to be told something.
      if (kind !== 'check of the tag') expect(await everything()).toBe(before)
      expect(before).not.toContain(secrets[kind])
    })
  })
}
