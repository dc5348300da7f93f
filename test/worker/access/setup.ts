import { describe, expect, it } from 'vitest'
import { json, send } from '../support/shop.ts'
import { everything } from './ground.ts'

export function setup(): void {
  describe('setup', () => {
    const body = (more: object = {}) => ({
      token: 'test-setup-token',
      email: 'a@b.example',
      name: 'A',
      site: { name: 'S', origins: ['https://a.example'], timeZone: 'Europe/Berlin' },
      ...more,
    })
    const post = (given: unknown) =>
      send('/api/v1/setup', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(given) })

    it('happens once, and only with the token', async () => {
      const before = await everything()
      expect((await post(body())).status).toBe(409)
      for (const token of ['wrong', '', 'test-setup-token ']) expect((await post(body({ token }))).status).toBe(403)
      expect(await everything()).toBe(before)
      expect(await json(send('/api/v1/setup'))).toEqual({ needed: false, demo: false, mails: true })
    })

    it.each([
      ['no origins', { origins: [] }],
      ['an origin that is none', { origins: ['shop.example'] }],
      ['an origin with a path', { origins: ['https://shop.example/cart'] }],
      ['an origin of another kind', { origins: ['javascript:alert(1)'] }],
      ['a time zone that is none', { timeZone: '../etc' }],
      ['an offset for a time zone', { timeZone: '+02:00' }],
      ['nine dimensions', { dimensions: Array.from({ length: 9 }, (_, i) => `d${i}`) }],
      ['a dimension twice', { dimensions: ['tier', 'tier'] }],
    ])('refuses %s: 422', async (_, more) => {
      expect((await post(body({ site: { ...body().site, ...more } }))).status).toBe(422)
    })
  })
}
