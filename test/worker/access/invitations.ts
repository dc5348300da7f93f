import { describe, expect, it } from 'vitest'
import type { CreatedInvitation, Invitation, Me } from '../../../worker/contract/people.ts'
import { sha256 } from '../../../worker/domain/secrets.ts'
import { insertShop } from '../support/other-shop.ts'
import { accept, asPerson, cookieOf, invite, joinAs, keyFor } from '../support/people.ts'
import { db, json, manage } from '../support/shop.ts'
import { everything, other, shop } from './ground.ts'

export function invitations(): void {
  describe('invitations', () => {
    const open = (token: string) => asPerson('', 'POST', '/api/v1/invitations/open', { token })
    const me = (cookie: string) => json<Me>(asPerson(cookie, 'GET', '/api/v1/me'))
    const day = 24 * 60 * 60_000

    it('are a link shown once, of which only the hash is kept, and name the site and the role', async () => {
      const sent = { email: ' Ida@Shop.example ', role: 'agent', part: { touchpoint: ['delivery'] } }
      const made = await json<CreatedInvitation>(manage(shop.apiKey, 'POST', '/api/v1/invitations', sent))
      const [page, token = ''] = made.url.split('#token=')
      expect(page).toBe('https://earshot.test/join')
      expect(await everything()).not.toContain(token)
      const { invitations } = await json<{ invitations: Invitation[] }>(manage(shop.apiKey, 'GET', '/api/v1/invitations'))
      const { url: _, mailed, ...listed } = made
      expect(mailed).toBe(false)
      expect(invitations.find(({ id }) => id === made.id)).toEqual(listed)
      expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(7 * day)
      expect(await json(open(token))).toEqual({
        ...{ site: 'Shop', email: 'ida@shop.example', role: 'agent', part: { touchpoint: ['delivery'] } },
        expiresAt: made.expiresAt,
      })

      expect((await accept(token, '\u200b')).status).toBe(422)
      const joined = await accept(token, ' Ida Inbox ')
      expect(joined.status).toBe(200)
      expect(joined.headers.get('Set-Cookie')).toMatch(/^__Host-earshot=st_\w{32};/)
      expect(await me(cookieOf(joined))).toMatchObject({
        person: { email: 'ida@shop.example', name: 'Ida Inbox' },
        sites: [{ id: shop.site.id, role: 'agent', part: { touchpoint: ['delivery'] } }],
      })
    })

    it('work once, for one of two at once; used, lapsed, taken back and never made are the same bytes', async () => {
      const token = await invite(shop, 'viewer', 'twice@shop.example')
      const answers = await Promise.all([accept(token, 'One'), accept(token, 'Two')])
      expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)

      const lapsed = await invite(shop, 'viewer', 'late@shop.example')
      await db
        .prepare('UPDATE invitations SET expires_at = ? WHERE hash = ?')
        .bind(Date.now(), await sha256(lapsed))
        .run()
      const made = { email: 'back@shop.example', role: 'viewer' }
      const { id, url } = await json<CreatedInvitation>(manage(shop.apiKey, 'POST', '/api/v1/invitations', made))
      const back = url.split('#token=')[1] ?? ''
      expect((await open(back)).status).toBe(200)
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/invitations/${id}`)).status).toBe(204)
      const replaced = await invite(shop, 'owner', 'again@shop.example')
      const newer = await invite(shop, 'viewer', 'again@shop.example')
      const before = await everything()
      const bytes = new Set()
      for (const dead of [token, lapsed, back, replaced, 'iv_none', '']) {
        for (const answer of [await open(dead), await accept(dead, 'Nobody')]) {
          expect(answer.status).toBe(404)
          expect(answer.headers.get('Set-Cookie')).toBeNull()
          bytes.add(await answer.text())
        }
      }
      expect(bytes.size).toBe(1)
      expect(await everything()).toBe(before)
      expect(await json(open(newer))).toMatchObject({ role: 'viewer' })
    })

    it('never open an account that is somewhere: its owner signs in first, and whoever else held it is out', async () => {
      const { id, cookie } = await joinAs(other, 'owner', 'elsewhere@other.example')
      const token = await invite(shop, 'manager', 'elsewhere@other.example')
      const stranger = await joinAs(shop, 'viewer', 'stranger@shop.example')
      const before = await everything()
      for (const held of ['', stranger.cookie]) {
        const refused = await accept(token, 'Not me', held)
        expect([refused.status, refused.headers.get('Set-Cookie')]).toEqual([409, null])
      }
      expect(await everything()).toBe(before)
      // Whoever holds a link could fill the log with them.
      const tried = "SELECT count(*) AS n FROM audit_log WHERE action LIKE '%accept' AND status = 409"
      expect(await db.prepare(tried).first('n')).toBe(0)

      const joined = await accept(token, 'Not me', cookie)
      expect(joined.status).toBe(200)
      const { person, sites } = await me(cookieOf(joined))
      expect(person).toEqual({ id, email: 'elsewhere@other.example', name: 'elsewhere@other.example' })
      expect(sites.map(({ id, role }) => [id, role])).toEqual([
        [other.site.id, 'owner'],
        [shop.site.id, 'manager'],
      ])
      expect((await asPerson(cookie, 'GET', '/api/v1/me')).status).toBe(401)
    })

    it('take in again whoever is a member nowhere, and nobody with a session from before', async () => {
      const { id, cookie } = await joinAs(shop, 'manager', 'returns@shop.example')
      await manage(shop.apiKey, 'DELETE', `/api/v1/members/${id}`)
      const joined = await accept(await invite(shop, 'viewer', 'returns@shop.example'), 'Another name')
      expect(joined.status).toBe(200)
      expect((await me(cookieOf(joined))).person).toMatchObject({ id, name: 'returns@shop.example' })
      expect((await asPerson(cookie, 'GET', '/api/v1/me')).status).toBe(401)
    })

    it('say the same of known and of unknown addresses', async () => {
      const shapes = []
      for (const email of ['owner@other.example', 'nobody-at-all@shop.example']) {
        const made = await manage(shop.apiKey, 'POST', '/api/v1/invitations', { email, role: 'viewer' })
        const opened = await open((await made.clone().json<CreatedInvitation>()).url.split('#token=')[1] ?? '')
        const blank = (text: string) => text.replace(email, '').replaceAll(/(inv|iv)_\w+|\d{4}-[^"]+Z/g, '')
        shapes.push([made.status, blank(await made.text()), opened.status, blank(await opened.text())])
      }
      expect(shapes[0]).toEqual(shapes[1])
    })

    it('are refused for members, and beyond a hundred', async () => {
      const full = await insertShop('full', ['https://full.example'])
      await joinAs(full, 'owner', 'owner@full.example')
      const ask = (email: string) => manage(full.apiKey, 'POST', '/api/v1/invitations', { email, role: 'viewer' })
      expect((await ask('owner@full.example')).status).toBe(409)
      for (let i = 0; i < 100; i++) expect((await ask(`i${i}@full.example`)).status).toBe(201)
      expect((await ask('one-more@full.example')).status).toBe(409)
      expect((await ask('i7@full.example')).status).toBe(201)
    })
  })

  describe('a site’s owners', () => {
    const owners = async (site: string) =>
      await db.prepare("SELECT count(*) AS n FROM members WHERE site = ? AND role = 'owner'").bind(site).first<number>('n')

    it.each([
      ['demote', 'PATCH', { role: 'viewer' }],
      ['remove', 'DELETE', undefined],
    ])('two who %s each other at once leave one', async (verb, method, body) => {
      const race = await insertShop(`race${verb}`, ['https://race.example'])
      const [a, b] = [
        await joinAs(race, 'owner', `a-${verb}@race.example`),
        await joinAs(race, 'owner', `b-${verb}@race.example`),
      ]
      const answers = await Promise.all([
        asPerson(a.cookie, method, `/api/v1/members/${b.id}`, body),
        asPerson(b.cookie, method, `/api/v1/members/${a.id}`, body),
      ])
      expect(await owners(race.site.id)).toBe(1)
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })

    it('may leave, but not the last of them; a key has nobody who could leave', async () => {
      const left = await insertShop('left', ['https://left.example'])
      const [a, b] = [await joinAs(left, 'owner', 'a@left.example'), await joinAs(left, 'owner', 'b@left.example')]
      const both = await Promise.all([a, b].map(({ cookie }) => asPerson(cookie, 'DELETE', '/api/v1/members/me')))
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
      expect(await owners(left.site.id)).toBe(1)
      const { cookie } = await joinAs(left, 'viewer', 'c@left.example')
      expect((await asPerson(cookie, 'DELETE', '/api/v1/members/me')).status).toBe(204)
      expect((await asPerson(cookie, 'GET', '/api/v1/me')).status).toBe(401)
      expect((await manage((await keyFor(left, 'owner')).key, 'DELETE', '/api/v1/members/me')).status).toBe(404)
    })
  })

  describe('further sites', () => {
    const wanted = { name: 'Second shop', origins: ['https://second.example'], timeZone: 'Asia/Tokyo' }

    it('are made by owners, who own them alone; nobody else does, nor a key', async () => {
      const { id, cookie } = await joinAs(shop, 'owner', 'founder@shop.example')
      const before = await everything()
      for (const role of ['viewer', 'agent', 'manager'] as const) {
        const member = await joinAs(other, role, `${role}-founds@other.example`)
        expect((await asPerson(member.cookie, 'POST', '/api/v1/sites', wanted)).status).toBe(403)
      }
      expect((await manage(shop.apiKey, 'POST', '/api/v1/sites', wanted)).status).toBe(403)
      expect(JSON.parse(await everything())[0]).toEqual(JSON.parse(before)[0])

      const made = await asPerson(cookie, 'POST', '/api/v1/sites', wanted)
      expect(made.status).toBe(201)
      const site = await json<{ id: string }>(made)
      expect((await json<Me>(asPerson(cookie, 'GET', '/api/v1/me'))).sites.map((one) => [one.id, one.role])).toEqual([
        [shop.site.id, 'owner'],
        [site.id, 'owner'],
      ])
      const members = await json<{ members: { id: string }[] }>(asPerson(cookie, 'GET', `/api/v1/members?site=${site.id}`))
      expect(members.members.map((one) => one.id)).toEqual([id])
      expect(await db.prepare('SELECT count(*) AS n FROM api_keys WHERE site = ?').bind(site.id).first('n')).toBe(0)
      for (const key of [shop.apiKey, other.apiKey])
        expect((await manage(key, 'GET', `/api/v1/sites/${site.id}`)).status).toBe(404)
    })

    it.each([
      ['no origin', { origins: [] }],
      ['a zone that is none', { timeZone: 'Mars' }],
      ['a role of its own', { role: 'owner' }],
    ])('are refused with %s', async (_, fault) => {
      const { cookie } = await joinAs(shop, 'owner', `founder-${Object.keys(fault)[0]?.toLowerCase()}@shop.example`)
      expect((await asPerson(cookie, 'POST', '/api/v1/sites', { ...wanted, ...fault })).status).toBeOneOf([400, 422])
    })
  })
}
