import { describe, expect, it } from 'vitest'
import { access, type ManageRoute } from '../../../worker/domain/access.ts'
import { accept, asPerson, cookieOf, invite, joinAs } from '../support/people.ts'
import { db, json, manage, send } from '../support/shop.ts'
import { actors, everything, foreign, harmless, ndjson, other, routes, shop, survey } from './ground.ts'

export function foreignIds(): void {
  describe("another site's ids", () => {
    const withId = routes.filter((route) => route.includes('{id}'))
    const asOwners = () => actors.filter((actor) => actor.role === 'owner')
    const bodies: Partial<Record<ManageRoute, unknown>> = {
      'PATCH /api/v1/sites/{id}': { name: 'Mine now' },
      'PATCH /api/v1/members/{id}': { role: 'viewer' },
      'PATCH /api/v1/surveys/{id}': { name: 'Mine now' },
      'PATCH /api/v1/webhooks/{id}': { name: 'Mine now' },
      'POST /api/v1/webhooks/{id}/replay': { since: '2020-01-01T00:00:00Z' },
      'PATCH /api/v1/responses/{id}': { status: 'resolved' },
      'POST /api/v1/surveys/{id}/links': { links: [{}] },
      'POST /api/v1/surveys/{id}/quarantine/restore': { all: true },
      'POST /api/v1/surveys/{id}/quarantine/purge': { all: true },
      'PATCH /api/v1/notes/{id}': { text: 'Mine now' },
      'PATCH /api/v1/inbox-rules/{id}': { name: 'Mine now' },
      'PATCH /api/v1/reply-templates/{id}': { name: 'Mine now' },
      'POST /api/v1/responses/{id}/replies': { key: crypto.randomUUID(), subject: 'Mine', text: 'Mine.' },
      'PATCH /api/v1/views/{id}': { name: 'Mine now' },
      'PATCH /api/v1/tags/{id}': { name: 'Mine now' },
      'POST /api/v1/tags/{id}/merge': { into: foreign.tags ?? '' },
      'PUT /api/v1/responses/{id}/tags': { tags: [] },
    }

    it.each(withId)('%s answers as for an id that nobody has', async (route) => {
      const [method = '', path = ''] = route.split(' ')
      const id = foreign[path.split('/')[3] ?? ''] ?? ''
      expect(id).toMatch(/^\w+_\w+$/)
      const random = `${id.split('_')[0]}_0000000000`
      const before = await everything()
      for (const { send, name } of asOwners()) {
        const answers = []
        for (const one of [id, random, 'none', '%00', `${id}'--`]) {
          const target = path
            .replace('{id}', one)
            .replace('{note}', foreign.notes ?? '')
            .replace('{version}', '1')
            .replace('{share}', foreign.shares ?? '')
            .replace('{reply}', foreign.replies ?? '')
            .replace('{delivery}', foreign.deliveries ?? '')
          const answer = await send(method, target, bodies[route] ?? (method === 'POST' ? {} : undefined))
          expect(answer.status, `${name}, ${one}`).toBe(404)
          answers.push(`${await answer.text()} ${answer.headers.get('Content-Type')}`)
        }
        expect(new Set(answers).size).toBe(1)
      }
      expect(await everything()).toBe(before)
    })

    it.each([
      ['GET', '/api/v1/responses?survey=ID'],
      ['GET', '/api/v1/exports/responses.csv?survey=ID'],
      ['GET', '/api/v1/exports/responses.ndjson?survey=ID'],
      ['POST', '/api/v1/imports?survey=ID'],
      ['POST', '/api/v1/imports?survey=ID&dryRun=1'],
      ['POST', '/api/v1/imports/preview?survey=ID'],
    ])('%s %s answers as for an id that nobody has', async (method, path) => {
      const before = await everything()
      const answers = []
      for (const id of [foreign.surveys ?? '', 'srv_0000000000']) {
        const init = method === 'GET' ? {} : ndjson
        const headers = { ...(method === 'POST' && ndjson.headers), Authorization: `Bearer ${shop.apiKey}` }
        const answer = await send(path.replace('ID', id), { ...init, method, headers })
        expect(answer.status).toBe(404)
        answers.push(await answer.text())
      }
      expect(new Set(answers).size).toBe(1)
      expect(await everything()).toBe(before)
    })

    it.each([
      ['GET', '/api/v1/surveys/SURVEY/notes/ID/effect', 'notes'],
      ['DELETE', '/api/v1/surveys/SURVEY/shares/ID', 'shares'],
    ])('%s %s answers as for an id that nobody has', async (method, path, kind) => {
      const before = await everything()
      const answers = []
      for (const id of [foreign[kind] ?? '', 'none_0000000000']) {
        const answer = await manage(shop.apiKey, method, path.replace('SURVEY', survey).replace('ID', id))
        expect(answer.status).toBe(404)
        answers.push(await answer.text())
      }
      expect(new Set(answers).size).toBe(1)
      expect(await everything()).toBe(before)
    })

    it('a note on a survey that is another site’s, or nobody’s, is neither written nor moved there', async () => {
      const mine = await json<{ id: string }>(manage(shop.apiKey, 'POST', '/api/v1/notes', { day: '2026-11-01', text: 'Mine' }))
      const before = await everything()
      const answers = []
      for (const id of [foreign.surveys, 'srv_0000000000']) {
        for (const [method, path, body] of [
          ['POST', '/api/v1/notes', { day: '2026-11-01', text: 'Theirs', survey: id }],
          ['PATCH', `/api/v1/notes/${mine.id}`, { survey: id }],
          ['GET', `/api/v1/notes?survey=${id}`, undefined],
        ] as const) {
          const answer = await manage(shop.apiKey, method, path, body)
          expect(answer.status).toBe(404)
          answers.push(await answer.text())
        }
      }
      expect(new Set(answers).size).toBe(1)
      expect(await everything()).toBe(before)
    })

    it('naming the site itself opens nothing', async () => {
      for (const route of routes) {
        if (access[route] === 'open' || access[route] === 'signed-in') continue
        for (const { send, name } of asOwners()) {
          const [method, path, body] = harmless(route)
          const answers = []
          for (const site of [other.site.id, 'site_0000000000']) {
            const answer = await send(method, `${path}${path.includes('?') ? '&' : '?'}site=${site}`, body)
            answers.push(`${answer.status} ${await answer.text()}`)
          }
          expect(answers[0], `${name}, ${route}`).toMatch(/^404 /)
          expect(answers[1]).toBe(answers[0])
        }
      }
    })

    it('a member of two sites says which, gets that one, and leaves one without the other', async () => {
      const { cookie: before, id } = await joinAs(shop, 'viewer', 'both@shop.example')
      const joined = await accept(await invite(other, 'viewer', 'Both@Shop.example'), 'Another name', before)
      expect(joined.status).toBe(200)
      const cookie = cookieOf(joined)
      expect(await json(asPerson(cookie, 'GET', '/api/v1/me'))).toMatchObject({ person: { id, name: 'both@shop.example' } })
      expect((await asPerson(cookie, 'GET', '/api/v1/surveys')).status).toBe(400)
      const { surveys } = await json<{ surveys: { id: string }[] }>(
        asPerson(cookie, 'GET', `/api/v1/surveys?site=${other.site.id}`),
      )
      expect(surveys.map((one) => one.id)).toEqual([foreign.surveys])

      const roleAtOther = () =>
        db.prepare('SELECT role FROM members WHERE site = ? AND person = ?').bind(other.site.id, id).first('role')
      expect((await manage(shop.apiKey, 'PATCH', `/api/v1/members/${id}`, { role: 'manager' })).status).toBe(200)
      expect(await roleAtOther()).toBe('viewer')
      expect((await manage(shop.apiKey, 'DELETE', `/api/v1/members/${id}`)).status).toBe(204)
      expect(await roleAtOther()).toBe('viewer')
    })
  })
}
