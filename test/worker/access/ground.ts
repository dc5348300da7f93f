import type { Role } from '../../../worker/contract/people.ts'
import { access, type ManageRoute } from '../../../worker/domain/access.ts'
import { setUpHost } from '../support/internet.ts'
import { insertShop } from '../support/other-shop.ts'
import { asPerson, joinAs, keyFor } from '../support/people.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp } from '../support/shop.ts'

export const roles: readonly Role[] = ['viewer', 'agent', 'manager', 'owner']
export const routes = Object.keys(access) as ManageRoute[]

export let shop: Shop
export let other: Shop
export let survey: string
/** Somebody who may send requests: nobody, and for each role a member and an API key. */
export const actors: {
  name: string
  role: Role | null
  person: boolean
  send: (method: string, path: string, body?: unknown) => Promise<Response>
}[] = []
/** The other shop's ids, by the path they stand in. */
export const foreign: Record<string, string> = {}

export const ndjson = { method: 'POST', headers: { 'Content-Type': 'application/x-ndjson' }, body: '{"score":9}' }

/** Two shops with people, keys and one of everything; to be called once, before the cases. */
export async function prepareGround(): Promise<void> {
  await migrate()
  shop = await setUp()
  survey = await publishSurvey(shop, {})
  actors.push({ name: 'nobody', role: null, person: false, send: (method, path, body) => asPerson('', method, path, body) })
  for (const role of roles) {
    const { cookie } = await joinAs(shop, role, `one-${role}@shop.example`)
    const { key } = await keyFor(shop, role)
    actors.push({ name: `a ${role}`, role, person: true, send: (method, path, body) => asPerson(cookie, method, path, body) })
    actors.push({
      name: `a key of a ${role}`,
      role,
      person: false,
      send: (method, path, body) => manage(key, method, path, body),
    })
  }

  other = await insertShop('other', ['https://shop.example'])
  const contact = { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' }
  const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
  foreign.surveys = await publishSurvey(other, { questions: [score, contact] })
  await respond(other, foreign.surveys, { answers: { score: 9, mail: 'ann@shop.example' } })
  foreign.responses =
    (await json<{ items: { id: string }[] }>(manage(other.apiKey, 'GET', '/api/v1/responses'))).items[0]?.id ?? ''
  const member = await joinAs(other, 'owner', 'owner@other.example')
  foreign.members = member.id
  foreign.sites = other.site.id
  foreign.keys = (await keyFor(other, 'viewer')).id
  const invitation = await manage(other.apiKey, 'POST', '/api/v1/invitations', { email: 'new@other.example', role: 'viewer' })
  foreign.invitations = (await json<{ id: string }>(invitation)).id
  foreign.sessions =
    (await json<{ sessions: { id: string }[] }>(asPerson(member.cookie, 'GET', '/api/v1/sessions'))).sessions[0]?.id ?? ''
  const imported = await send(`/api/v1/imports?survey=${foreign.surveys}`, {
    ...ndjson,
    headers: { ...ndjson.headers, Authorization: `Bearer ${other.apiKey}` },
  })
  const note = await manage(other.apiKey, 'POST', '/api/v1/notes', { day: '2026-11-01', text: 'New carrier' })
  foreign.notes = (await json<{ id: string }>(note)).id
  const share = await manage(other.apiKey, 'POST', `/api/v1/surveys/${foreign.surveys}/shares`, {})
  foreign.shares = (await json<{ id: string }>(share)).id
  foreign.tags = (await json<{ id: string }>(manage(other.apiKey, 'POST', '/api/v1/tags', { name: 'Delivery' }))).id
  const check = await manage(other.apiKey, 'POST', '/api/v1/checks', { url: 'https://shop.example/' })
  foreign.checks = (await json<{ id: string }>(check)).id
  const alert = await manage(other.apiKey, 'POST', '/api/v1/alerts', { name: 'Unhappy', kind: 'response' })
  foreign.alerts = (await json<{ id: string }>(alert)).id
  const digest = await manage(other.apiKey, 'POST', '/api/v1/digests', { name: 'Weekly', frequency: 'weekly' })
  foreign.digests = (await json<{ id: string }>(digest)).id
  const view = await manage(other.apiKey, 'POST', '/api/v1/views', { name: 'Gold', conditions: { score: 9 }, shared: true })
  foreign.views = (await json<{ id: string }>(view)).id
  const told = { url: 'https://ground.receiver.example/hook', types: ['response.created'] }
  await setUpHost('ground.receiver.example')
  foreign.webhooks = (await json<{ id: string }>(manage(other.apiKey, 'POST', '/api/v1/webhooks', told))).id
  foreign.deliveries = 'msg_ground'
  await db
    .prepare(
      `INSERT INTO deliveries (id, site, channel, target, type, response, state, due_at, created_at)
       VALUES ('msg_ground', ?, 'webhook', ?, 'response.created', 1, 'failed', 0, 0)`,
    )
    .bind(other.site.id, foreign.webhooks)
    .run()
  const rules = await json<{ rules: { id: string }[] }>(manage(other.apiKey, 'GET', '/api/v1/inbox-rules'))
  foreign['inbox-rules'] = rules.rules[0]?.id ?? ''
  const templates = await json<{ templates: { id: string }[] }>(manage(other.apiKey, 'GET', '/api/v1/reply-templates'))
  foreign['reply-templates'] = templates.templates[0]?.id ?? ''
  foreign.replies = await replyTo(other, foreign.responses)
  foreign.imports = (await json<{ import: string }>(imported)).import
}

/** The id of a reply to a response of the shop, which fails since nobody takes mail at that address. */
async function replyTo({ apiKey, site }: Shop, response: string): Promise<string> {
  await manage(apiKey, 'PATCH', `/api/v1/sites/${site.id}`, { replyTo: 'help@other.example' })
  const reply = { key: crypto.randomUUID(), subject: 'Sorry', text: 'Sorry.' }
  return (await json<{ id: string }>(manage(apiKey, 'POST', `/api/v1/responses/${response}/replies`, reply))).id
}

/** Everything the requests of a test might have changed, as one text. */
export async function everything(): Promise<string> {
  const tables = [
    'sites',
    'people',
    'members',
    'sessions',
    'login_tokens',
    'api_keys',
    'surveys',
    'survey_versions',
    'responses',
    'tags',
    'taggers',
    'models',
    'contacts',
    'tombstones',
    'imports',
    'notes',
    'shares',
    'links',
    'checks',
    'invitations',
    'views',
    'alerts',
    'alert_firings',
    'digests',
    'digest_optouts',
    'inbox_rules',
    'cases',
    'case_events',
    'reply_templates',
    'replies',
    'endpoints',
    'deliveries',
    'outbox',
    'customers',
    'customer_orders',
  ]
  const results = await db.batch(tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)))
  return JSON.stringify(results.map((result) => result.results))
}

/** A request to the route that gets past the gate where the role suffices, but finds nothing and changes nothing. */
export function harmless(route: ManageRoute): [method: string, path: string, body: unknown] {
  const [method = '', path = ''] = route.split(' ')
  const bodies: Partial<Record<ManageRoute, unknown>> = {
    'POST /api/v1/setup': {
      token: 'test-setup-token',
      email: 'a@b.example',
      name: 'A',
      site: { name: 'S', origins: ['https://a.example'], timeZone: 'UTC' },
    },
    'POST /api/v1/login': { email: 'nobody@shop.example' },
  }
  const body =
    method === 'GET' || method === 'DELETE' || path === '/api/v1/imports' || path.endsWith('.csv')
      ? undefined
      : (bodies[route] ?? {})
  return [method, path.replace(/\{\w+\}/g, 'none').replace(/\/imports$/, '/imports?survey=none'), body]
}
