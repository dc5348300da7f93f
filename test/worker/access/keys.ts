import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type ApiKey, KeyScope, type Role } from '../../../worker/contract/people.ts'
import { access } from '../../../worker/domain/access.ts'
import { keyFor } from '../support/people.ts'
import { db, json, manage, respond } from '../support/shop.ts'
import { everything, harmless, roles, routes, shop, survey } from './ground.ts'

export function keys(): void {
  describe('an API key', () => {
    const make = (body: object) => manage(shop.apiKey, 'POST', '/api/v1/keys', { name: 'K', ...body })
    const keyWith = async (...scopes: KeyScope[]) => await json<{ id: string; key: string }>(make({ scopes }))
    const listed = async (id: string) =>
      (await json<{ keys: ApiKey[] }>(manage(shop.apiKey, 'GET', '/api/v1/keys'))).keys.find((key) => key.id === id)

    /** What each scope opens, told by addresses alone. */
    const opens: Record<KeyScope, (route: string, role: Role) => boolean> = {
      read: (_, role) => role === 'viewer',
      inbox: (_, role) => role === 'agent',
      manage: (route, role) => role === 'manager' && !/imports|exports?|catalogue|customers|orders/.test(route),
      import: (route, role) => role === 'manager' && /imports|catalogue|customers|orders/.test(route),
      export: (route) => /exports?/.test(route),
      send: () => false,
      admin: (_, role) => role === 'owner',
    }

    it.each(KeyScope.options)('that may only %s may do nothing else', async (scope) => {
      const { key } = await keyWith(scope)
      for (const route of routes) {
        const needed = access[route]
        if (needed === 'open' || needed === 'signed-in') continue
        const { status } = await manage(key, ...harmless(route))
        if (opens[scope](route, needed)) expect(status, route).not.toBe(403)
        else expect(status, route).toBe(403)
      }
    })

    it.each(KeyScope.options)('that may %s sends responses from a server only if that is what it may', async (scope) => {
      const { key } = await keyWith(scope)
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }
      const sent = await respond(shop, survey, { complete: true, answers: { score: 9 } }, { headers })
      expect(sent.status).toBe(scope === 'send' ? 201 : 403)
    })

    it('is shown once, and only its hash is kept', async () => {
      const { id, key } = await keyWith('read', 'export')
      expect(key).toMatch(/^sk_\w{32}$/)
      expect(await everything()).not.toContain(key)
      expect(await listed(id)).toMatchObject({ id, name: 'K', scopes: ['read', 'export'], usedAt: null })
    })

    it('says on which day it was last used, written once in 24 hours', async () => {
      const { id, key } = await keyWith('read')
      const used = async () => Date.parse((await listed(id))?.usedAt ?? '')
      const before = Date.now()
      await manage(key, 'GET', '/api/v1/surveys')
      await expect.poll(used).toBeGreaterThanOrEqual(before)
      const first = await used()
      await manage(key, 'GET', '/api/v1/surveys')
      expect(await used()).toBe(first)
      await db.prepare('UPDATE api_keys SET used_at = used_at - 86400000 + 60000 WHERE id = ?').bind(id).run()
      const yesterday = await used()
      await manage(key, 'GET', '/api/v1/surveys')
      expect(await used()).toBe(yesterday)
      await db.prepare('UPDATE api_keys SET used_at = used_at - 60000 WHERE id = ?').bind(id).run()
      await manage(key, 'GET', '/api/v1/surveys')
      await expect.poll(used).toBeGreaterThanOrEqual(first)
    })

    it.each([
      ['no scope', {}],
      ['none of them', { scopes: [] }],
      ['one that isn’t there', { scopes: ['all'] }],
    ])('is not made with %s', async (_, body) => {
      expect((await make(body)).status).toBe(422)
    })

    it.each(roles)('of a %s from before there were scopes keeps what it could', async (role) => {
      const { id } = await keyFor(shop, role)
      const made = await listed(id)
      await db.prepare("UPDATE api_keys SET scopes = '[]' WHERE id = ?").bind(id).run()
      const others = db.prepare('SELECT id, scopes FROM api_keys WHERE id <> ? ORDER BY id').bind(id)
      const before = (await others.all()).results
      const upgrade = env.TEST_MIGRATIONS.flatMap(({ queries }) => queries).find((query) => query.includes('UPDATE api_keys'))
      await db
        .prepare(`${upgrade?.replace(/;\s*$/, '')} WHERE id = ?`.replace(/^(--.*\n)+/, ''))
        .bind(id)
        .run()
      expect(await listed(id)).toEqual(made)
      expect(new Set(made?.scopes)).toEqual(new Set(routes.flatMap((route) => scopesFor(route, role))))
      expect((await others.all()).results).toEqual(before)
    })

    /** The scopes a role needs for what it may do, by the matrix above; whoever manages may send too. */
    const scopesFor = (route: (typeof routes)[number], role: Role): KeyScope[] => {
      const needed = access[route]
      if (needed === 'open' || needed === 'signed-in' || roles.indexOf(role) < roles.indexOf(needed)) return []
      const found = KeyScope.options.filter((scope) => opens[scope](route, needed))
      return needed === 'manager' ? [...found, 'send'] : found
    }
  })
}
