import { describe, expect, it } from 'vitest'
import { send, shopOrigin } from '../support/shop.ts'
import { expectAnswer, expectStored, headers, other, post, rowCount, shop, step } from './ground.ts'

export function originAndPaths(): void {
  describe('origin, CORS, methods and paths', () => {
    const from = (origin: string | null, more: Record<string, string> = {}) =>
      send('/v1/responses', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', ...(origin !== null && { Origin: origin }), ...more },
        body: JSON.stringify(step()),
      })
    it.each<[string, number, string | null]>([
      ['on the list', 201, shopOrigin],
      ['a subdomain of a wildcard', 201, 'https://www.shop.example'],
      ['a subdomain of a subdomain', 201, 'https://a.b.shop.example'],
      ['not on the list', 403, 'https://evil.example'],
      ['the same host by http', 403, 'http://shop.example'],
      ['another port', 403, 'https://shop.example:8443'],
      ['a host that ends alike', 403, 'https://evilshop.example'],
      ['a host that goes on', 403, 'https://shop.example.evil.example'],
      ['no subdomain before the dot', 403, 'https://.shop.example'],
      ['a sandboxed frame', 403, 'null'],
      ['none', 403, null],
      ['empty', 403, ''],
    ])('origin %s: %i', async (_, status, origin) => {
      await expectStored(() => from(origin), status)
    })

    it("takes an API key of the site instead, and no other site's", async () => {
      await expectStored(() => from(null, { Authorization: `Bearer ${shop.apiKey}` }), 201)
      await expectStored(() => from(null, { Authorization: `Bearer ${other.apiKey}` }), 404)
      await expectStored(() => from(null, { Authorization: 'Bearer sk_00000000000000000000000000000000' }), 404)
      await expectStored(() => from(null, { Authorization: 'Basic YTpi' }), 403)
    })

    it('ignores cookies, method overrides and forwarded addresses', async () => {
      const odd = { Cookie: '__Host-earshot=st_0', 'X-HTTP-Method-Override': 'DELETE', 'X-Forwarded-For': '1.2.3.4' }
      await expectStored(() => from(shopOrigin, odd), 201)
      await expectStored(() => post(JSON.stringify(step()), { 'X-HTTP-Method-Override': 'GET' }), 201)
      await expectStored(
        () => send('/v1/responses?_method=DELETE', { method: 'POST', headers, body: JSON.stringify(step()) }),
        201,
      )
    })

    it('answers a preflight from anywhere, without credentials', async () => {
      for (const origin of [shopOrigin, 'https://evil.example', 'null']) {
        const answer = await send('/v1/responses', {
          method: 'OPTIONS',
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': 'POST',
            'Access-Control-Request-Headers': 'content-type, x-odd',
            'Access-Control-Request-Private-Network': 'true',
          },
        })
        await expectAnswer(answer, 204)
        expect(Number(answer.headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0)
        expect(answer.headers.get('Access-Control-Allow-Private-Network')).toBeNull()
      }
    })

    it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s: 405 with what is allowed', async (method) => {
      const before = await rowCount()
      const answer = await send('/v1/responses', { method, headers, ...(method !== 'GET' && { body: JSON.stringify(step()) }) })
      await expectAnswer(answer, 405)
      expect(answer.headers.get('Allow')).toBe('POST, OPTIONS')
      expect(await rowCount()).toBe(before)
    })

    it.each([
      '/v1/responses/',
      '/v1/responses/1',
      '/v1/%zz',
      '/v1/%00',
      '/v1/..%2f..%2fetc%2fpasswd',
      '/v1/responses%00',
      '/v1/responses.json',
      '/v1/\\',
      '/v1/constructor',
    ])('%s: 404', async (path) => {
      for (const method of ['GET', 'POST']) {
        const answer = await send(path, { method, headers, ...(method === 'POST' && { body: JSON.stringify(step()) }) })
        await expectAnswer(answer, 404)
      }
    })

    it.each([
      '/w/%zz.js',
      '/w/pk_.js',
      '/w/pk_x.js.map',
      '/w/.env',
      '/w/pk_0000.js/x.css',
      '/w/..%2f.git%2fconfig',
      '/w/pk_0/srv_%zz.json',
    ])('%s: 404 without a cookie', async (path) => {
      const answer = await send(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
    })
  })
}
