import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import { perLink, perNetwork } from '../../../worker/middleware/limit-shared.ts'
import { countingDb } from '../support/counting-db.ts'

/** `share` makes a link and answers its token. */
export function askingTooOften(share: () => Promise<string>): void {
  describe('asking too often', () => {
    const from = (address: string, token: string, more: Record<string, string> = {}) =>
      new Request(`https://earshot.test/api/v1/shared/${token}/drivers`, { headers: { 'CF-Connecting-IP': address, ...more } })

    beforeEach(() => {
      vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    })
    afterEach(() => {
      vi.restoreAllMocks()
    })

    it('of one link is refused without a query, until its time has come; other links stay open', async () => {
      const [token, other] = [await share(), await share()]
      const { db: DB, asked } = countingDb(env.DB)
      const ask = (n: number, of = token) =>
        app.fetch(
          from(`192.0.2.${n}`, of, { Cookie: '__Host-earshot=st_0' }),
          { ...env, DB },
          {
            waitUntil: () => undefined,
            passThroughOnException: () => undefined,
            props: {},
          },
        )
      for (let i = 0; i < perLink.burst; i++) expect((await ask(i)).status).toBe(200)
      const before = asked()
      expect(before).toBeGreaterThan(0)
      const refused = await ask(0)
      expect([refused.status, refused.headers.get('Retry-After'), refused.headers.get('Content-Type')]).toEqual([
        ...[429, '1', 'application/problem+json'],
      ])
      expect(refused.headers.get('Cache-Control')).toBe('no-store')
      expect(asked()).toBe(before)
      expect((await ask(0, other)).status).toBe(200)
      vi.mocked(Date.now).mockReturnValue(Date.now() + perLink.everyMs)
      expect([(await ask(0)).status, (await ask(0)).status]).toEqual([200, 429])
    })

    it('from one network is refused whatever links it tries, and from others not', async () => {
      const { db: DB, asked } = countingDb(env.DB)
      // Links nobody else here has asked for, at whatever time their clock showed.
      const ask = async (address: string, i: number) =>
        (await app.fetch(from(address, `sh_${String(i).padStart(32, 'n')}`), { ...env, DB })).status
      for (let i = 0; i < perNetwork.burst; i++) expect(await ask(`2001:db8:0:1::${i.toString(16)}`, i)).toBe(404)
      const before = asked()
      expect(await ask('2001:db8:0:1:ffff::', 999)).toBe(429)
      expect(asked()).toBe(before)
      expect(await ask('2001:db8:0:2::', 999)).toBe(404)
    })
  })
}
