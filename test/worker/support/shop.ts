import { applyD1Migrations } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { asDocumented } from './documented.ts'

/** How a request reaches the worker. */
type Way = (request: Request) => Promise<Response>
let way: Way = (request) => exports.default.fetch(request)

// Its type knows fetch alone.
let scheduled = () => (exports.default as unknown as { scheduled: () => Promise<void> }).scheduled()

let isDocumented = true

/** Sends every further request another way, and does there what the platform does each minute. */
export function sendBy(other: Way, { minute = scheduled, documented = true } = {}): void {
  way = other
  scheduled = minute
  isDocumented = documented
}

/** Talks HTTP to the worker as a client would; nothing behind the router is called. What it answers is as the API's document says. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(`https://earshot.test${path}`, init)
  const { pathname } = new URL(request.url)
  const answer = await way(request)
  return isDocumented && /^\/((api\/)?v1|w)\//.test(pathname) ? await asDocumented(request.method, pathname, answer) : answer
}

/** What the platform does each minute. */
export async function runScheduled(): Promise<void> {
  await scheduled()
}

export const shopOrigin = 'https://shop.example'

/** A fresh site with its API key, made by the setup route's own means; several may live in one database. */
export interface Shop {
  site: { id: string; key: string }
  apiKey: string
  loginUrl: string
}

export const db = env.DB

export async function migrate(): Promise<void> {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}

/** The installation's first site. */
export async function setUp(overrides: object = {}): Promise<Shop> {
  const answer = await send('/api/v1/setup', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: env.SETUP_TOKEN,
      email: 'Owner@Shop.example',
      name: 'Olive Owner',
      site: { name: 'Shop', origins: [shopOrigin], timeZone: 'Europe/Berlin', ...overrides },
    }),
  })
  if (answer.status !== 201) throw new Error(`setup answered ${answer.status}: ${await answer.text()}`)
  return await answer.json()
}

/** A management call with an API key. */
export function manage(apiKey: string, method: string, path: string, body?: unknown): Promise<Response> {
  return send(path, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** A published survey's id. */
export async function publishSurvey(shop: Shop, survey: object): Promise<string> {
  const made = await manage(shop.apiKey, 'POST', '/api/v1/surveys', { name: 'Survey', metric: 'nps', ...survey })
  if (made.status !== 201) throw new Error(`survey answered ${made.status}: ${await made.text()}`)
  const { id } = await made.json<{ id: string }>()
  const published = await manage(shop.apiKey, 'POST', `/api/v1/surveys/${id}/publish`)
  if (published.status !== 200) throw new Error(`publish answered ${published.status}: ${await published.text()}`)
  return id
}

/** Sends a response as the widget does from the shop's page. */
export function respond(shop: Shop, survey: string, step: object, init: RequestInit = {}): Promise<Response> {
  const body = {
    site: shop.site.key,
    survey,
    version: 1,
    submission: crypto.randomUUID(),
    seq: 1,
    complete: false,
    answers: {},
    ...step,
  }
  return send('/v1/responses', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
    body: JSON.stringify(body),
    ...init,
  })
}

export async function json<T = Record<string, never>>(answer: Promise<Response> | Response): Promise<T> {
  return await (await answer).json<T>()
}
