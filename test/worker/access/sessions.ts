import { describe, expect, it } from 'vitest'
import { insertShop } from '../support/other-shop.ts'
import { asPerson, joinAs, keyFor } from '../support/people.ts'
import { db, json, manage } from '../support/shop.ts'
import { everything, shop } from './ground.ts'

export function membersAndSessions(): void {
  describe('members and sessions', () => {
    it('a site keeps its last owner', async () => {
      const lone = await insertShop('lone', ['https://lone.example'])
      const { id, cookie } = await joinAs(lone, 'owner', 'owner@lone.example')
      const before = await everything()
      expect((await asPerson(cookie, 'PATCH', `/api/v1/members/${id}`, { role: 'manager' })).status).toBe(409)
      expect((await asPerson(cookie, 'DELETE', `/api/v1/members/${id}`)).status).toBe(409)
      expect(await everything()).toBe(before)
      await joinAs(lone, 'owner', 'second@lone.example')
      expect((await asPerson(cookie, 'DELETE', `/api/v1/members/${id}`)).status).toBe(204)
    })

    it('a member who was removed is out with the next request', async () => {
      const { id, cookie } = await joinAs(shop, 'manager', 'leaving@shop.example')
      expect((await asPerson(cookie, 'GET', '/api/v1/surveys')).status).toBe(200)
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/members/${id}`)).status).toBe(204)
      for (const path of ['/api/v1/surveys', '/api/v1/me', '/api/v1/sessions'])
        expect((await asPerson(cookie, 'GET', path)).status).toBe(401)
    })

    it('a role taken away is gone with the next request', async () => {
      const { id, cookie } = await joinAs(shop, 'manager', 'demoted@shop.example')
      const create = () => asPerson(cookie, 'POST', '/api/v1/surveys', { name: 'Mine', metric: 'nps' })
      expect((await create()).status).toBe(201)
      await manage(shop.apiKey, 'PATCH', `/api/v1/members/${id}`, { role: 'viewer' })
      expect((await create()).status).toBe(403)
    })

    it('a session that was ended, from elsewhere or by signing out, is out with the next request', async () => {
      const { cookie } = await joinAs(shop, 'viewer', 'sessions@shop.example')
      const { sessions } = await json<{ sessions: { id: string; current: boolean }[] }>(
        asPerson(cookie, 'GET', '/api/v1/sessions'),
      )
      expect(sessions).toMatchObject([{ current: true }])
      expect((await asPerson(cookie, 'DELETE', `/api/v1/sessions/${sessions[0]?.id}`)).status).toBe(204)
      expect((await asPerson(cookie, 'GET', '/api/v1/me')).status).toBe(401)

      const again = (await joinAs(shop, 'viewer', 'sign-out@shop.example')).cookie
      const out = await asPerson(again, 'POST', '/api/v1/logout')
      expect(out.status).toBe(204)
      expect(out.headers.get('Set-Cookie')).toMatch(/^__Host-earshot=;.*Max-Age=0/)
      expect((await asPerson(again, 'GET', '/api/v1/me')).status).toBe(401)
    })

    it('an expired session and a revoked key are out', async () => {
      const { id, cookie } = await joinAs(shop, 'viewer', 'expired@shop.example')
      await db.prepare('UPDATE sessions SET expires_at = 1 WHERE person = ?').bind(id).run()
      expect((await asPerson(cookie, 'GET', '/api/v1/me')).status).toBe(401)
      const key = await keyFor(shop, 'viewer')
      expect((await manage(key.key, 'GET', '/api/v1/surveys')).status).toBe(200)
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/keys/${key.id}`)).status).toBe(204)
      expect((await manage(key.key, 'GET', '/api/v1/surveys')).status).toBe(401)
    })

    it('a session’s cookie counts under its own name alone', async () => {
      const { cookie } = await joinAs(shop, 'owner', 'tokens@shop.example')
      const session = cookie.split('=')[1] ?? ''
      expect((await asPerson(`__Host-earshot=${session}`, 'GET', '/api/v1/me')).status).toBe(200)
      expect((await asPerson(`earshot=${session}`, 'GET', '/api/v1/me')).status).toBe(401)
    })

    it('a damaged cookie signs nobody in', async () => {
      const { cookie } = await joinAs(shop, 'viewer', 'damaged@shop.example')
      const flipped = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A')
      const damaged = [
        flipped,
        cookie.slice(0, -1),
        `__Host-earshot=${'x'.repeat(4_096)}`,
        '__Host-earshot=',
        '__Host-earshot',
        '__Host-earshot=%zz',
      ]
      for (const one of [...damaged, `${flipped}; ${cookie}`]) expect((await asPerson(one, 'GET', '/api/v1/me')).status).toBe(401)
    })
  })
}
