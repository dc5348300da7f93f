import { exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { asPerson, joinAs, loginLink, signIn } from '../support/people.ts'
import { db, send } from '../support/shop.ts'
import { shop } from './ground.ts'

export function signInLinks(): void {
  describe('sign-in links', () => {
    let people = 0
    const newLink = async () => {
      const email = `link${people++}@shop.example`
      await joinAs(shop, 'viewer', email)
      return await loginLink(email)
    }
    const press = (url: string, headers: Record<string, string> = {}) =>
      send(new URL(url).pathname, { method: 'POST', headers: { Origin: 'https://earshot.test', ...headers }, redirect: 'manual' })

    it('show a button as often as they are opened, and work once', async () => {
      const url = await newLink()
      for (let opened = 0; opened < 3; opened++) {
        const page = await send(new URL(url).pathname)
        expect(page.status).toBe(200)
        expect(page.headers.get('Set-Cookie')).toBeNull()
        expect(page.headers.get('Referrer-Policy')).toBe('no-referrer')
        expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
        expect(await page.text()).toContain('<form method="post">')
      }
      const answer = await press(url)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/'])
      const cookie = answer.headers.get('Set-Cookie') ?? ''
      expect(cookie).toMatch(/^__Host-earshot=st_\w{32};/)
      for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute)
      expect(cookie).not.toContain('Domain')

      const second = await press(url)
      expect([second.status, second.headers.get('Set-Cookie')]).toEqual([410, null])
      expect((await send(new URL(url).pathname)).status).toBe(410)
    })

    it('work for one of two who press at once', async () => {
      const url = await newLink()
      const answers = await Promise.all([press(url), press(url)])
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410])
    })

    it('expire', async () => {
      const url = await newLink()
      await db
        .prepare('UPDATE login_tokens SET expires_at = ?')
        .bind(Date.now() - 1)
        .run()
      expect((await send(new URL(url).pathname)).status).toBe(410)
      expect((await press(url)).status).toBe(410)
    })

    it("can't be pressed by another site's page", async () => {
      const url = await newLink()
      expect((await press(url, { Origin: 'https://evil.example' })).status).toBe(403)
      expect((await press(url, { Origin: 'null' })).status).toBe(403)
      expect((await press(url)).status).toBe(303)
    })

    it('end the session from before', async () => {
      const before = (await joinAs(shop, 'viewer', 'fixed@shop.example')).cookie
      const after = await signIn(await newLink(), { Cookie: before })
      expect(after).not.toBe(before)
      expect((await asPerson(before, 'GET', '/api/v1/me')).status).toBe(401)
      expect((await asPerson(after, 'GET', '/api/v1/me')).status).toBe(200)
    })

    it('set a cookie of another name where there is no https', async () => {
      const url = new URL(await newLink())
      const answer = await exports.default.fetch(
        new Request(`http://localhost:8787${url.pathname}`, {
          method: 'POST',
          headers: { Origin: 'http://localhost:8787' },
          redirect: 'manual',
        }),
      )
      const cookie = answer.headers.get('Set-Cookie') ?? ''
      expect(cookie).toMatch(/^earshot=st_\w{32};/)
      expect(cookie).not.toContain('Secure')
    })

    it.each(['/login/', '/login/%zz', '/login/%00', '/login/x/y', `/login/${'x'.repeat(5_000)}`])(
      '%s: nobody is signed in',
      async (path) => {
        for (const method of ['GET', 'POST']) {
          const answer = await send(path, { method, redirect: 'manual' })
          expect([404, 410], `${method} ${answer.status}`).toContain(answer.status)
          expect(answer.headers.get('Set-Cookie')).toBeNull()
        }
      },
    )

    it('are asked for with the same answer for known and unknown addresses', async () => {
      const ask = (email: string) =>
        send('/api/v1/login', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ email }),
        })
      const [known, unknown] = [await ask('OWNER@shop.example '), await ask('who@shop.example')]
      expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
      expect(known.status).toBe(202)
      for (const email of ['a@shop.example\r\nBcc: b@evil.example', 'none', '', 'a@@b.example'])
        expect((await ask(email)).status).toBe(422)
    })
  })
}
