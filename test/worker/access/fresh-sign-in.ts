import { beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '../../../worker/contract/people.ts'
import type { ManageRoute } from '../../../worker/domain/access.ts'
import { insertShop } from '../support/other-shop.ts'
import { accept, asPerson, cookieOf, invite, joinAs, keyFor, loginLink, signIn } from '../support/people.ts'
import { db, json, manage, type Shop } from '../support/shop.ts'
import { everything, harmless, routes } from './ground.ts'

const twoHours = 2 * 60 * 60_000

/** Told by addresses alone: files out, doors that stay open, and whatever deletes answers or people for good. */
const isGuarded = (route: ManageRoute) =>
  /\/export(s\/|$)/.test(route) ||
  /^POST \S+\/(webhooks|keys|invitations|identity-secret|rotate|purge)$/.test(route) ||
  /^PATCH \S+\/(webhooks|members)\/\{id\}$/.test(route) ||
  /^DELETE \S+\/(sites|responses|respondents|customers|imports|members)\/\{(id|respondent|customer)\}$/.test(route)

export function freshSignIn(): void {
  describe('a fresh sign-in', () => {
    const email = 'olga@aged.example'
    let aged: Shop
    let owner: { id: string; cookie: string }
    const as = (...request: [method: string, path: string, body?: unknown]) => asPerson(owner.cookie, ...request)
    /** The owner's sign-in was so long ago. */
    const age = (ms: number) =>
      db
        .prepare('UPDATE sessions SET created_at = ? WHERE person = ?')
        .bind(Date.now() - ms, owner.id)
        .run()

    beforeAll(async () => {
      aged = await insertShop('aged', ['https://shop.example'])
      owner = await joinAs(aged, 'owner', email)
    })

    it.each(routes.filter(isGuarded))('is needed for %s', async (route) => {
      await age(twoHours)
      const before = await everything()
      const refused = await as(...harmless(route))
      expect(refused.status).toBe(401)
      expect(await refused.json()).toMatchObject({ needs: 'fresh-sign-in' })
      expect(await everything()).toBe(before)
      const [line] = await json<{ items: { action: string; status: number; actor: { id: string } }[] }>(
        manage(aged.apiKey, 'GET', '/api/v1/audit'),
      ).then(({ items }) => items)
      expect(line).toMatchObject({ action: route, status: 401, actor: { id: owner.id } })
      // A minute earlier it was fresh.
      await age(twoHours - 60_000)
      expect((await as(...harmless(route))).status).not.toBe(401)
      const { key } = await keyFor(aged, 'owner')
      expect((await manage(key, ...harmless(route))).status).not.toBe(401)
    })

    it('is not needed for anything else', async () => {
      await age(twoHours)
      for (const route of routes.filter((one) => !isGuarded(one))) {
        // These end the session, as they should.
        if (['POST /api/v1/logout', 'DELETE /api/v1/members/me'].includes(route)) continue
        expect((await as(...harmless(route))).status, route).not.toBe(401)
      }
    })

    it('is needed to keep answers for less long, and for no other setting', async () => {
      const path = `/api/v1/sites/${aged.site.id}`
      await age(twoHours)
      for (const change of [{ keepMonths: 6 }, { anonymiseMonths: 6 }, { name: 'Both', keepMonths: 6 }])
        expect((await as('PATCH', path, change)).status).toBe(401)
      expect((await as('PATCH', path, { name: 'Renamed', keepMonths: null })).status).toBe(200)
      await age(0)
      expect((await as('PATCH', path, { keepMonths: 60 })).status).toBe(200)
      await age(twoHours)
      expect((await as('PATCH', path, { keepMonths: 60 })).status).toBe(200)
    })

    it('comes by a link, which ends the old one, and by nothing a session alone can do', async () => {
      await age(twoHours)
      expect(Date.parse((await json<Me>(as('GET', '/api/v1/me'))).freshUntil ?? '')).toBeLessThanOrEqual(Date.now())
      // Somebody who has a shop here themselves invites whose cookie they have.
      const own = await insertShop('thief', ['https://thief.example'])
      const joined = await accept(await invite(own, 'viewer', email), 'Olga', owner.cookie)
      expect(joined.status).toBe(200)
      owner = { ...owner, cookie: cookieOf(joined) }
      const invitation = (cookie: string) =>
        asPerson(cookie, 'POST', `/api/v1/invitations?site=${aged.site.id}`, { email: 'x@thief.example', role: 'owner' })
      expect((await invitation(owner.cookie)).status).toBe(401)

      const renewed = await signIn(await loginLink(email), { Cookie: owner.cookie })
      expect((await invitation(renewed)).status).toBe(201)
      expect((await as('GET', '/api/v1/me')).status).toBe(401)
      expect((await json<Me>(manage(aged.apiKey, 'GET', '/api/v1/me'))).freshUntil).toBeNull()
    })
  })
}
