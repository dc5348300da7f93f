import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'
import { faultyDb } from '../support/faulty-db.ts'
import { manage, migrate, publishSurvey, respond, type Shop, send, setUp } from './support/shop.ts'

afterEach(() => vi.restoreAllMocks())

async function ask(path: string, bindings: Partial<Env> = {}, init: RequestInit = {}): Promise<Response> {
  const context = createExecutionContext()
  const answer = await app.fetch(new Request(`https://earshot.test${path}`, init), { ...env, ...bindings }, context)
  await waitOnExecutionContext(context)
  return answer
}

describe('before the database was migrated', () => {
  it('the installation says that it is not well', async () => {
    const answer = await ask('/healthz')
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([503, 'no-store'])
  })
})

describe('an installation', () => {
  let shop: Shop
  let survey: string
  beforeAll(async () => {
    await migrate()
    shop = await setUp()
    survey = await publishSurvey(shop, {})
  })

  it('is well while its database answers', async () => {
    const answer = await ask('/healthz')
    expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
    const { db } = faultyDb(env.DB, { call: 1, when: 'before', error: 'Network connection lost.' })
    expect((await ask('/healthz', { DB: db })).status).toBe(503)
  })

  it('is not well where the database is migrated less far than the worker needs, and well where further', async () => {
    const { results } = await env.DB.prepare('SELECT id, name FROM d1_migrations ORDER BY id DESC LIMIT 1').all()
    const [newest] = results as { id: number; name: string }[]
    await env.DB.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')").run()
    expect((await ask('/healthz')).status).toBe(200)
    await env.DB.prepare('DELETE FROM d1_migrations WHERE id = ?').bind(newest?.id).run()
    const behind = await ask('/healthz')
    expect([behind.status, await behind.text()]).toEqual([503, expect.stringContaining('not migrated as far')])
    await env.DB.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(newest?.name).run()
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('says where weaknesses are reported, for the next half year, where it was told', async () => {
    expect((await ask('/.well-known/security.txt')).status).toBe(404)
    expect((await ask('/.well-known/security.txt', { SECURITY_CONTACT: 'nobody' })).status).toBe(404)
    const answer = await ask('/.well-known/security.txt', { SECURITY_CONTACT: 'mailto:security@shop.example' })
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain/)
    const [contact, expires = ''] = (await answer.text()).split('\n')
    expect(contact).toBe('Contact: mailto:security@shop.example')
    const days = (Date.parse(expires.replace('Expires: ', '')) - Date.now()) / 86_400_000
    expect([days > 178, days <= 180]).toEqual([true, true])
  })

  it('gives each request an id, the sender’s own where that is one', async () => {
    const idOf = async (given?: string) =>
      (await send('/api/v1/setup', { ...(given && { headers: { 'X-Request-Id': given } }) })).headers.get('X-Request-Id')
    expect(await idOf()).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idOf('order-17')).toBe('order-17')
    for (const strange of ['<script>', 'a b', 'x'.repeat(65)]) expect(await idOf(strange)).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('tells of a failure in one line that has the request’s id and nothing anybody sent', async () => {
    const lines = vi.spyOn(console, 'error').mockImplementation(() => {})
    const secret = 'canary-4711'
    const body = { site: shop.site.key, survey, submission: crypto.randomUUID(), seq: 1, answers: { score: 3, why: secret } }
    const headers = {
      'Content-Type': 'text/plain',
      Origin: 'https://shop.example',
      'X-Request-Id': 'req-1',
      Cookie: secret,
      'CF-Connecting-IP': '192.0.2.7',
    }
    for (let call = 1; call <= 4; call++) {
      const { db } = faultyDb(env.DB, { call, when: 'before', error: 'no such table: responses: SQLITE_ERROR' })
      const init = {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...body, respondent: { id: secret }, traits: { tier: secret } }),
      }
      await ask(`/v1/responses?token=${secret}`, { DB: db }, init)
    }
    const failed = lines.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ what }) => what === 'a request failed')
    expect(failed).not.toEqual([])
    for (const line of failed) expect(line).toMatchObject({ request: 'req-1', method: 'POST', route: '/v1/responses' })
    for (const [line] of lines.mock.calls) {
      expect(JSON.parse(String(line))).toMatchObject({ level: 'error' })
      expect(line).not.toMatch(/canary|192\.0\.2|\n/)
    }
    // It was nothing worse.
    expect((await respond(shop, survey, { answers: { score: 3 } })).status).toBe(201)
    expect((await manage(shop.apiKey, 'GET', '/api/v1/overview')).status).toBe(200)
  })
})
