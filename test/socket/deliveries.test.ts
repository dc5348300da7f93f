import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Request, Response } from 'miniflare'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, restartProduct, startProduct } from '../support/product.ts'

const bindings = {
  ...{ SETUP_TOKEN: 'deliveries', LIVE_SECONDS: '30', DEMO: '0', PRINT_LINKS: '0', PUBLIC_URL: '' },
  RESOLVER: 'https://resolver.example/dns-query',
}
const rounds = 6
const perRound = 4

const folder = mkdtempSync(join(tmpdir(), 'earshot-deliveries-'))
/** What the receiver has taken: the deliveries' ids by the response they were about. */
const taken = new Map<string, Set<string>>()
let secret = ''
let product: Product
let site: { key: string }
let apiKey: string
let survey: string
/** Called when a delivery has arrived; it ends unanswered where that never returns. */
let arrived: () => Promise<void> = async () => {}

async function outside(request: Request): Promise<Response> {
  const { hostname, searchParams } = new URL(request.url)
  if (hostname === 'resolver.example')
    return Response.json({ Answer: searchParams.get('type') === 'A' ? [{ type: 1, data: '93.184.215.14' }] : [] })
  const headers = Object.fromEntries(request.headers)
  const { data } = new Webhook(secret).verify(await request.text(), headers) as { data: { id: string } }
  taken.set(data.id, (taken.get(data.id) ?? new Set()).add(headers['webhook-id'] ?? ''))
  await arrived()
  return new Response(null, { status: 204 })
}

async function api<Answer>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
  const sent = { 'Content-Type': 'application/json', ...(apiKey && { Authorization: `Bearer ${apiKey}` }), ...headers }
  const answer = await fetch(new URL(path, product.url), { method, headers: sent, ...(body && { body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** The minute's jobs; a minute has passed since a holder of their leases died. */
async function runJobs(on: Product): Promise<void> {
  await on.database.prepare('UPDATE leases SET expires_at = 0').run()
  await on.database.prepare("UPDATE deliveries SET due_at = 0 WHERE state = 'waiting'").run()
  await fetch(new URL('/cdn-cgi/local/scheduled', on.url))
}

beforeAll(async () => {
  product = await startProduct(bindings, { folder, outside })
  const shop = { name: 'Shop', origins: ['https://shop.example'], timeZone: 'Europe/Berlin' }
  const setup = { token: 'deliveries', email: 'o@shop.example', name: 'O', site: shop }
  ;({ site, apiKey } = await api<{ site: { key: string }; apiKey: string }>('POST', '/api/v1/setup', setup))
  survey = (await api<{ id: string }>('POST', '/api/v1/surveys', { name: 'S', metric: 'nps' })).id
  await api('POST', `/api/v1/surveys/${survey}/publish`, {})
  const wanted = { url: 'https://receiver.example/hook', types: ['response.created'] }
  secret = (await api<{ secret: string }>('POST', '/api/v1/webhooks', wanted)).secret
}, 60_000)

afterAll(async () => {
  await product?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test(`whenever the worker is killed after it has stored an answer, its delivery comes, under one id, ${rounds} times over`, async () => {
  let acknowledged = 0
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < perRound; i++) {
      const step = { site: site.key, survey, submission: crypto.randomUUID(), seq: 1, complete: true, answers: { score: i } }
      await api('POST', '/v1/responses', step, { Origin: 'https://shop.example', Authorization: '' })
      acknowledged++
    }
    // Before anything is delivered, then with the first delivery under way, with the second, and so on.
    let left = round
    const killed = new Promise<void>((resolve) => {
      arrived = async () => {
        if (--left > 0) return
        product.kill()
        resolve()
        await new Promise(() => {})
      }
      if (round > 0) return
      product.kill()
      resolve()
    })
    if (round > 0) void runJobs(product).catch(() => {})
    await killed
    arrived = async () => {}
    await product.stop().catch(() => {})
    product = await restartProduct(bindings, { folder, outside })
  }
  await runJobs(product)
  expect(taken.size).toBe(acknowledged)
  expect([...taken.values()].every((ids) => ids.size === 1)).toBe(true)
  const { results } = await product.database.prepare('SELECT state, count(*) AS n FROM deliveries GROUP BY state').all()
  expect(results).toEqual([{ state: 'delivered', n: acknowledged }])
  expect((await product.database.prepare('SELECT * FROM outbox').all()).results).toEqual([])
}, 120_000)

/** With a real network, as `npm start` has it. */
test('nothing reaches this machine through a webhook, whatever its name says where it leads', async () => {
  let reached = 0
  const listen = async (answer: (path: string) => object | undefined): Promise<Server> => {
    const server = createServer((request, response) => {
      const body = answer(request.url ?? '')
      response.setHeader('Content-Type', 'application/dns-json').end(JSON.stringify(body ?? {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return server
  }
  const portOf = (server: Server) => (server.address() as AddressInfo).port
  const canary = await listen(() => {
    reached++
    return undefined
  })
  const type = (path: string) => new URL(path, 'http://resolver').searchParams.get('type')
  const resolver = await listen((path) => ({ Answer: type(path) === 'A' ? [{ type: 1, data: '127.0.0.1' }] : [] }))
  const local = await restartProduct({ ...bindings, RESOLVER: `http://127.0.0.1:${portOf(resolver)}/` }, { folder })
  try {
    const rows = [`http://127.0.0.1:${portOf(canary)}/`, `http://localhost:${portOf(canary)}/`, 'https://inner.example/']
    const { results } = await local.database.prepare('SELECT id FROM responses').all<{ id: number }>()
    for (const [i, url] of rows.entries()) {
      await local.database.batch([
        local.database
          .prepare(
            `INSERT INTO endpoints (id, site, kind, url, name, types, secret, state_at, created_at)
             SELECT 'whk_' || ?1, id, 'standard', ?2, '', '[]', 'whsec_AAAA', 0, 0 FROM sites`,
          )
          .bind(`row${i}`, url),
        local.database
          .prepare(
            `INSERT INTO deliveries (id, site, channel, target, type, response, due_at, created_at)
             SELECT 'msg_' || ?1, id, 'webhook', 'whk_' || ?1, 'response.created', ?2, 0, 0 FROM sites`,
          )
          .bind(`row${i}`, results[0]?.id ?? 0),
      ])
    }
    await runJobs(local)
    const log = await local.database.prepare("SELECT attempts, error FROM deliveries WHERE id LIKE 'msg_row%' ORDER BY id").all()
    expect(log.results).toEqual([
      { attempts: 1, error: 'blocked: begins with https:// and a host' },
      { attempts: 1, error: 'blocked: begins with https:// and a host' },
      { attempts: 1, error: 'blocked: leads to an inner address' },
    ])
    expect(reached).toBe(0)
    // The canary would have told.
    await fetch(`http://127.0.0.1:${portOf(canary)}/`)
    expect(reached).toBe(1)
  } finally {
    await local.stop()
    canary.close()
    resolver.close()
  }
})
