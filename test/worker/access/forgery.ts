import { beforeAll, describe, expect, it } from 'vitest'
import { joinAs } from '../support/people.ts'
import { db, manage, send } from '../support/shop.ts'
import { everything, harmless, routes, shop, survey } from './ground.ts'

export function forgery(): void {
  describe('requests that are not the dashboard’s', () => {
    let cookie = ''
    beforeAll(async () => {
      cookie = (await joinAs(shop, 'owner', 'csrf@shop.example')).cookie
    })
    const body = JSON.stringify({ name: 'Stolen', metric: 'nps' })
    const writes = routes.filter((route) => !route.startsWith('GET'))

    it.each(writes)('%s from another site with a cookie: 403, nothing changed', async (route) => {
      const [method, path, content] = harmless(route)
      const before = await everything()
      for (const origin of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { Origin: 'http://earshot.test' }, {}]) {
        for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
          const headers: Record<string, string> = { Cookie: cookie, 'Content-Type': type, ...(origin as Record<string, string>) }
          const answer = await send(path, { method, headers, ...(content !== undefined && { body: JSON.stringify(content) }) })
          expect(answer.status).toBe(403)
        }
      }
      expect(await everything()).toBe(before)
    })

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
      'a body of type "%s": 415',
      async (type) => {
        const headers = { Cookie: cookie, Origin: 'https://earshot.test', 'Content-Type': type }
        const before = await everything()
        expect((await send('/api/v1/surveys', { method: 'POST', headers, body: new TextEncoder().encode(body) })).status).toBe(
          415,
        )
        expect(await everything()).toBe(before)
      },
    )

    it('a body that is no JSON: 400; one that is too large: 413', async () => {
      const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/json' }
      for (const bad of ['{', '', 'null x', '\ufeff{}x'])
        expect((await send('/api/v1/surveys', { method: 'POST', headers, body: bad })).status).toBe(400)
      const large = JSON.stringify({ name: 'x'.repeat(300_000), metric: 'nps' })
      expect((await send('/api/v1/surveys', { method: 'POST', headers, body: large })).status).toBe(413)
    })

    it.each<[string, string, object]>([
      ['PATCH', '/api/v1/sites/SITE', { name: 'S' }],
      ['POST', '/api/v1/invitations', { email: 'x@shop.example', role: 'viewer' }],
      ['PATCH', '/api/v1/members/MEMBER', { role: 'viewer' }],
      ['POST', '/api/v1/keys', { name: 'K', role: 'viewer' }],
      ['POST', '/api/v1/surveys', { name: 'S', metric: 'nps' }],
      ['PATCH', '/api/v1/surveys/SURVEY', { name: 'S' }],
      ['POST', '/api/v1/surveys/SURVEY/shares', {}],
      ['POST', '/api/v1/notes', { day: '2026-11-01', text: 'New carrier' }],
      ['PATCH', '/api/v1/notes/note_0000000000', { text: 'New carrier' }],
      ['POST', '/api/v1/login', { email: 'x@shop.example' }],
    ])('%s %s with a field it does not know: 400, nothing changed', async (method, path, valid) => {
      const member = await db.prepare("SELECT id FROM people WHERE email = 'one-viewer@shop.example'").first<string>('id')
      const target = path
        .replace('SITE', shop.site.id)
        .replace('MEMBER', member ?? '')
        .replace('SURVEY', survey)
      const before = await everything()
      for (const field of [
        'id',
        'site',
        'siteId',
        'site_id',
        'key',
        'createdAt',
        'created_at',
        'plan',
        'state',
        'version',
        '__proto__x',
        'constructor',
      ]) {
        expect((await manage(shop.apiKey, method, target, { ...valid, [field]: 'owner' })).status, field).toBe(400)
      }
      expect(await everything()).toBe(before)
    })
  })
}
