import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit, AuditLine } from '../../../worker/contract/audit.ts'
import { access, type ManageRoute } from '../../../worker/domain/access.ts'
import { insertShop } from '../support/other-shop.ts'
import { asPerson, joinAs, keyFor } from '../support/people.ts'
import { db, json, manage, publishSurvey, respond, type Shop, send } from '../support/shop.ts'
import { everything, harmless, other, routes } from './ground.ts'

export function auditLog(): void {
  describe('the audit log', () => {
    let audited: Shop
    let survey: string
    let owner: { id: string; cookie: string }
    const call = (method: string, path: string, body?: unknown) => manage(audited.apiKey, method, path, body)
    const lines = async (query = '') => (await json<Audit>(call('GET', `/api/v1/audit?${query}`))).items
    const newest = async () => (await lines())[0]
    const count = async () => await db.prepare('SELECT count(*) AS n FROM audit_log').first<number>('n')

    beforeAll(async () => {
      audited = await insertShop('audited', ['https://shop.example'])
      survey = await publishSurvey(audited, {})
      owner = await joinAs(audited, 'owner', 'olga@audited.example')
    })

    /** Told by addresses alone: what managers and owners do, but for looking and trying; taking all responses along; leaving. */
    const isTold = (route: ManageRoute) => {
      if (/\/(tags|imports|inbox-rules)\/preview$|\/checks$/.test(route)) return false
      if (route === 'DELETE /api/v1/members/me' || /\/exports?(\/|$)/.test(route)) return true
      return !route.startsWith('GET') && ['manager', 'owner'].includes(access[route])
    }

    it.each(routes)('%s', async (route) => {
      const before = await count()
      const answer = await call(...harmless(route))
      await answer.text()
      const added = ((await count()) ?? 0) - (before ?? 0)
      if (!isTold(route)) return expect(added).toBe(0)
      expect(added).toBe(1)
      expect(await newest()).toMatchObject({ action: route, status: answer.status, actor: { id: 'key_audited', name: 'key' } })
    })

    it('tells who, what, and each field as it was and is', async () => {
      const as = (method: string, path: string, body?: unknown) => asPerson(owner.cookie, method, path, body)
      const actor = { id: owner.id, name: 'olga@audited.example' }
      await as('PATCH', `/api/v1/sites/${audited.site.id}`, { name: 'Renamed', silent: true, origins: ['https://shop.example'] })
      expect(await newest()).toMatchObject({
        ...{ actor, action: 'PATCH /api/v1/sites/{id}', object: audited.site.id, status: 200 },
        changes: { name: ['audited', 'Renamed'], silent: [false, true] },
      })
      expect(Object.keys((await newest())?.changes ?? {})).toEqual(['name', 'silent'])

      const { id } = await joinAs(audited, 'viewer', 'vera@audited.example')
      expect(await newest()).toMatchObject({
        ...{ actor: { id, name: 'vera@audited.example' }, action: 'POST /api/v1/invitations/accept', object: id },
        changes: { role: [null, 'viewer'] },
      })
      expect((await lines())[1]).toMatchObject({
        action: 'POST /api/v1/invitations',
        changes: { email: [null, 'vera@audited.example'], role: [null, 'viewer'] },
      })
      await as('PATCH', `/api/v1/members/${id}`, { role: 'agent' })
      expect(await newest()).toMatchObject({ actor, object: id, changes: { role: ['viewer', 'agent'] } })
      await as('DELETE', `/api/v1/members/${id}`)
      expect(await newest()).toMatchObject({
        object: id,
        changes: { email: ['vera@audited.example', null], role: ['agent', null] },
      })

      const made = await json<{ id: string }>(as('POST', '/api/v1/keys', { name: 'Nightly', scopes: ['import'] }))
      expect(await newest()).toMatchObject({
        object: made.id,
        changes: { name: [null, 'Nightly'], scopes: [null, 'import'] },
      })
      await as('DELETE', `/api/v1/keys/${made.id}`)
      expect(await newest()).toMatchObject({ object: made.id, changes: { name: ['Nightly', null] } })

      await as('PATCH', `/api/v1/surveys/${survey}`, { goal: 40 })
      expect(await newest()).toMatchObject({ object: survey, changes: { goal: [null, 40] } })
      await as('POST', `/api/v1/surveys/${survey}/pause`, {})
      expect(await newest()).toMatchObject({ object: survey, action: 'POST /api/v1/surveys/{id}/pause', changes: {} })
    })

    it('tells a draft’s saves once an hour for each person, and long fields by name', async () => {
      const text = 'How likely are you to recommend us? '.repeat(5)
      const save = (cookie: string, more: string) =>
        asPerson(cookie, 'PATCH', `/api/v1/surveys/${survey}`, {
          questions: [{ id: 'score', type: 'metric', text: text + more, low: 'no', high: 'yes' }],
        })
      const manager = await joinAs(audited, 'manager', 'mona@audited.example')
      const before = (await count()) ?? 0
      for (const more of ['a', 'b', 'c']) expect((await save(owner.cookie, more)).status).toBe(200)
      expect(await count()).toBe(before + 1)
      expect(await newest()).toMatchObject({ object: survey, changes: { questions: null } })
      expect((await save(manager.cookie, 'd')).status).toBe(200)
      expect(await count()).toBe(before + 2)
    })

    it('tells nothing of a file that is tried out; no other request passes as a trial', async () => {
      const before = (await count()) ?? 0
      const file = (path: string, body: string) =>
        send(path, { method: 'POST', headers: { Authorization: `Bearer ${audited.apiKey}`, 'Content-Type': 'text/csv' }, body })
      expect((await file(`/api/v1/imports?survey=${survey}&dryRun=1`, 'score\n9\n')).status).toBe(200)
      expect((await file('/api/v1/catalogue?dryRun=1', 'sku,name\nA,Cup\n')).status).toBe(200)
      expect(await count()).toBe(before)
      await call('PATCH', `/api/v1/sites/${audited.site.id}?dryRun=1`, { name: 'Tried' })
      expect((await file('/api/v1/catalogue', 'sku,name\nA,Cup\n')).status).toBe(200)
      expect(await count()).toBe(before + 2)
    })

    it('tells what a role does not allow, once an hour', async () => {
      const viewer = await joinAs(audited, 'viewer', 'vic@audited.example')
      const before = (await count()) ?? 0
      for (let i = 0; i < 3; i++)
        expect((await asPerson(viewer.cookie, 'POST', '/api/v1/surveys', { name: 'Mine', metric: 'nps' })).status).toBe(403)
      expect(await count()).toBe(before + 1)
      expect(await newest()).toMatchObject({ actor: { id: viewer.id }, action: 'POST /api/v1/surveys', status: 403, changes: {} })
    })

    it('is only added to', async () => {
      const all = async () => JSON.stringify((await db.prepare('SELECT * FROM audit_log ORDER BY id').all()).results)
      const before = await all()
      for (const statement of [
        "UPDATE audit_log SET name = 'Somebody else'",
        'UPDATE audit_log SET status = NULL',
        'DELETE FROM audit_log',
        'INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log LIMIT 1',
        `INSERT INTO audit_log (id, site, at, actor, name, action, object, coarse) SELECT max(id), site, 0, 'psn_x', 'x', 'x', '', 0 FROM audit_log
         WHERE true ON CONFLICT (id) DO UPDATE SET name = 'x'`,
      ])
        await expect(db.prepare(statement).run(), statement).rejects.toThrow('only added to')
      expect(await all()).toBe(before)
    })

    it('has a line before anything is changed: where none can be written, nothing is', async () => {
      await db.prepare("CREATE TRIGGER full BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'full'); END").run()
      try {
        const before = await everything()
        for (const route of routes.filter(isTold)) expect((await call(...harmless(route))).status, route).toBe(500)
        expect((await call('POST', '/api/v1/notes', { day: '2026-11-01', text: 'Untold' })).status).toBe(500)
        expect(await everything()).toBe(before)
      } finally {
        await db.prepare('DROP TRIGGER full').run()
      }
    })
    it('a line that was cut off stays open, and can be closed once', async () => {
      const insert = `INSERT INTO audit_log (site, at, actor, name, action, object, coarse) VALUES (?, 0, 'psn_x', 'X', 'x', '', 0)`
      await db.prepare(insert).bind(audited.site.id).run()
      expect(await newest()).toMatchObject({ status: null, changes: {} })
      const close = db.prepare("UPDATE audit_log SET status = 200 WHERE action = 'x'")
      await close.run()
      await expect(close.run()).rejects.toThrow('only added to')
      await expect(db.prepare("UPDATE audit_log SET actor = 'psn_y' WHERE status IS NULL").run()).resolves.toBeTruthy()
    })

    it('holds no secret, nothing a shopper wrote, and nobody’s id in the shop', async () => {
      const said = { answers: { score: 2, why: 'Brittle crockery' }, respondent: { id: 'c_secretive' } }
      expect((await respond(audited, survey, said)).status).toBe(201)
      const { items } = await json<{ items: { id: string }[] }>(call('GET', '/api/v1/responses?limit=1'))
      await call('DELETE', `/api/v1/responses/${items[0]?.id}`)
      expect(await newest()).toMatchObject({ action: 'DELETE /api/v1/responses/{id}', object: items[0]?.id, changes: {} })
      const links = [{ respondent: 'c_secretive', order: { id: 'o_secretive' } }]
      expect((await call('POST', `/api/v1/surveys/${survey}/links`, { links })).status).toBe(201)
      expect((await call('DELETE', '/api/v1/respondents/c_secretive/clocks')).status).toBe(204)
      await keyFor(audited, 'owner')
      await call('POST', `/api/v1/surveys/${survey}/shares`, { name: 'Board' })
      await call('POST', `/api/v1/surveys/${survey}/preview`, { hours: 1 })
      await call('POST', `/api/v1/sites/${audited.site.id}/identity-secret`)
      const log = JSON.stringify((await db.prepare('SELECT * FROM audit_log').all()).results)
      expect(log).toContain('identity-secret')
      expect(log).not.toMatch(/(sk|st|lt|sh|lk|is|pv|iv)_\w{32}|Brittle|secretive/)
    })

    it('is paged, the last first, and narrowed to an actor or an object; another site’s is not in it', async () => {
      const all: AuditLine[] = []
      for (let next: string | null = String(Number.MAX_SAFE_INTEGER); next !== null; ) {
        const page: Audit = await json(call('GET', `/api/v1/audit?cursor=${next}`))
        expect(page.items.length).toBeLessThanOrEqual(50)
        all.push(...page.items)
        next = page.next
      }
      const stored = db.prepare('SELECT id FROM audit_log WHERE site = ? ORDER BY id DESC').bind(audited.site.id)
      expect(all.map(({ id }) => id)).toEqual((await stored.all<{ id: number }>()).results.map(({ id }) => id))
      expect(all.length).toBeGreaterThan(50)
      const of = await lines(`actor=${owner.id}`)
      expect(of.map(({ id }) => id)).toEqual(
        all
          .filter(({ actor }) => actor.id === owner.id)
          .slice(0, 50)
          .map(({ id }) => id),
      )
      expect((await lines(`object=${survey}`)).every(({ object }) => object === survey)).toBe(true)
      expect(await lines('object=srv_none')).toEqual([])
      expect(await json(manage(other.apiKey, 'GET', `/api/v1/audit?object=${survey}`))).toEqual({ items: [], next: null })
      for (const query of ['cursor=0', 'cursor=x', 'acto=psn_x'])
        expect((await call('GET', `/api/v1/audit?${query}`)).status).toBe(400)
    })
  })
}
