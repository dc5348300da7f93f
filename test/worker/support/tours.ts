import { expect } from 'vitest'
import { succeeded } from './documented.ts'
import { setUpHost } from './internet.ts'
import { accept, asPerson, invite, joinAs, loginLink, signIn } from './people.ts'
import { db, json, manage, migrate, publishSurvey, respond, runScheduled, type Shop, send, setUp, shopOrigin } from './shop.ts'

let shop: Shop
/** Somebody who owns the site, signed in. */
let owner: string
/** Where its people have their addresses. */
let domain = ''
let id = { owner: '', survey: '', draft: '' }

const score = { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' }
const choices = ['price', 'size'].map((id) => ({ id, text: id }))
const questions = [
  score,
  { id: 'missing', type: 'choices', text: 'What was missing?', choices },
  { id: 'why', type: 'text', text: 'Why?' },
  { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
]

/** Whom they are about now. */
export const here = () => ({ ...id, shop, cookie: owner, domain })

/** With the key of an owner. */
export const call = (method: string, path: string, body?: unknown) => manage(shop.apiKey, method, `/api/v1${path}`, body)
export const made = async (path: string, body: unknown = {}) => await json<{ id: string }>(call('POST', path, body))
export const file = (path: string, type: string, body: string) =>
  send(`/api/v1${path}`, { method: 'POST', headers: { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': type }, body })
export const fromPage = (path: string, body: object) =>
  send(path, { method: 'POST', headers: { 'Content-Type': 'text/plain', Origin: shopOrigin }, body: JSON.stringify(body) })
const lastPart = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/**
 * What they are about, in the installation's first site, or in another one where that is there already; to be called before. What it answers
 * has them be about it again, once they were about another one.
 */
export async function prepareTours(another?: Shop, mails = 'shop.example'): Promise<() => void> {
  if (!another) await migrate()
  shop = another ?? (await setUp({ dimensions: ['touchpoint', 'tier'] }))
  domain = mails
  owner = another ? (await joinAs(another, 'owner', `owner@${mails}`)).cookie : await signIn(shop.loginUrl)
  id = { owner: '', survey: '', draft: '' }
  id.owner = (await json<{ person: { id: string } }>(asPerson(owner, 'GET', '/api/v1/me'))).person.id
  id.survey = await publishSurvey(shop, { questions, touchpoint: 'checkout' })
  id.draft = (await made('/surveys', { name: 'Draft', metric: 'nps' })).id
  for (const n of [0, 3, 9, 10]) {
    const answers = { score: n, why: `Late parcel number ${n}`, missing: ['price'], mail: 'ann@shop.example' }
    const order = { id: `o${n}`, value: 40 + n, currency: 'EUR', skus: ['A-1'] }
    await respond(shop, id.survey, { answers, order, traits: { tier: 'gold' }, respondent: { id: 'c_1' }, complete: true })
  }
  const ground = { shop, owner, domain, id }
  return () => {
    ;({ shop, owner, domain, id } = ground)
  }
}

/** Each a story in which every operation of a resource answers with success. */
export const tours: Record<string, () => Promise<unknown>> = {
  setup: () => send('/api/v1/setup'),

  async sending() {
    const submission = crypto.randomUUID()
    await fromPage('/v1/displays', { site: shop.site.key, key: 'k1', events: [{ survey: id.survey, type: 'shown' }] })
    await fromPage('/v1/erasures', { site: shop.site.key, submission })
    const { url, id: check } = await json<{ url: string; id: string }>(call('POST', '/checks', { url: `${shopOrigin}/` }))
    const secret = /ck_\w{32}/.exec(url)?.[0] ?? ''
    await fromPage('/v1/checks', { site: shop.site.key, check: secret, origin: shopOrigin, connects: true })
    await send(`/w/${shop.site.key}.js`)
    await send(`/w/${shop.site.key}/${id.survey}.json`)
    await call('GET', `/checks/${check}`)
    await call('GET', '/sightings')
    await call('GET', '/outcomes')
    await call('GET', '/upkeep')
  },

  async people() {
    await send('/api/v1/login', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: `owner@${domain}` }),
    })
    await asPerson(owner, 'GET', '/api/v1/me')
    const second = await signIn(await loginLink(`owner@${domain}`))
    const { sessions } = await json<{ sessions: { id: string; current: boolean }[] }>(asPerson(second, 'GET', '/api/v1/sessions'))
    await asPerson(second, 'DELETE', `/api/v1/sessions/${sessions.find(({ current }) => !current)?.id}`)
    await asPerson(second, 'POST', '/api/v1/logout')
    owner = await signIn(await loginLink(`owner@${domain}`))

    const vera = await joinAs(shop, 'viewer', `vera@${domain}`)
    await call('GET', '/members')
    await call('PATCH', `/members/${vera.id}`, { role: 'agent' })
    await call('DELETE', `/members/${vera.id}`)
    const { cookie } = await joinAs(shop, 'viewer', `will@${domain}`)
    await asPerson(cookie, 'DELETE', '/api/v1/members/me')
    const token = await invite(shop, 'viewer', `ida@${domain}`)
    await asPerson('', 'POST', '/api/v1/invitations/open', { token })
    await accept(token, 'Ida')
    const { id: invitation } = await made('/invitations', { email: `jo@${domain}`, role: 'viewer' })
    await call('GET', '/invitations')
    await call('DELETE', `/invitations/${invitation}`)
    const { id: key } = await made('/keys', { name: 'Nightly', scopes: ['import'] })
    await call('GET', '/keys')
    await call('DELETE', `/keys/${key}`)
    await call('GET', '/audit')
  },

  async sites() {
    await call('GET', '/sites')
    await call('GET', `/sites/${shop.site.id}`)
    await call('PATCH', `/sites/${shop.site.id}`, { name: 'Shop' })
    await call('GET', `/sites/${shop.site.id}/retention?keepMonths=24&anonymiseMonths=6`)
    await call('POST', `/sites/${shop.site.id}/identity-secret`)
    // Only people make sites; the new one is theirs beside the first.
    const site = { name: 'Second', origins: ['https://second.example'], timeZone: 'UTC' }
    const second = await json<{ id: string }>(asPerson(owner, 'POST', `/api/v1/sites?site=${shop.site.id}`, site))
    await asPerson(owner, 'DELETE', `/api/v1/sites/${second.id}?site=${second.id}`)
    await asPerson(owner, 'POST', `/api/v1/sites/${second.id}/restore?site=${second.id}`)
  },

  async surveys() {
    await call('GET', '/overview')
    await call('GET', `/reports?surveys=${id.survey}`)
    await call('GET', '/surveys')
    await call('GET', `/surveys/${id.survey}`)
    await call('PATCH', `/surveys/${id.draft}`, { name: 'Second' })
    const hold = db.prepare(`UPDATE responses SET quarantined = 1, held = '["repeat"]' WHERE score IN (9, 10) AND survey = ?`)
    await hold.bind(id.survey).run()
    const { items: held } = await json<{ items: { id: string }[] }>(call('GET', `/surveys/${id.survey}/quarantine`))
    await call('POST', `/surveys/${id.survey}/quarantine/restore`, { responses: [held[0]?.id] })
    await call('POST', `/surveys/${id.survey}/quarantine/restore`, { all: true })
    await call('POST', `/surveys/${id.survey}/quarantine/purge`, { all: true })
    const { id: preview } = await made(`/surveys/${id.draft}/previews`)
    await call('GET', `/surveys/${id.draft}/previews`)
    await call('DELETE', `/surveys/${id.draft}/previews/${preview}`)
    await call('GET', `/surveys/${id.draft}/tests`)
    await call('DELETE', `/surveys/${id.draft}/tests`)
    await call('POST', `/surveys/${id.draft}/publish`)
    await call('GET', `/surveys/${id.draft}/versions/1`)
    await call('POST', `/surveys/${id.draft}/pause`)
    await call('POST', `/surveys/${id.draft}/close`)
  },

  async reports() {
    const { id: note } = await made('/notes', { day: '2026-11-01', text: 'New carrier' })
    await call('GET', '/notes')
    await call('PATCH', `/notes/${note}`, { text: 'Another carrier' })
    for (const part of ['report', 'drivers', 'phrases', 'value', 'products', `notes/${note}/effect`])
      await call('GET', `/surveys/${id.survey}/${part}`)
    await call('GET', `/surveys/${id.survey}/report?compare=previous&breakdown=tag`)
    await call('GET', `/surveys/${id.survey}/pulse`)
    await call('DELETE', `/notes/${note}`)
    const { id: share, url } = await json<{ id: string; url: string }>(call('POST', `/surveys/${id.survey}/shares`, {}))
    await call('GET', `/surveys/${id.survey}/shares`)
    for (const part of ['', '/report', '/drivers']) await send(`/api/v1/shared/${lastPart(url)}${part}`)
    await call('DELETE', `/surveys/${id.survey}/shares/${share}`)
  },

  async channels() {
    for (const part of ['qr.svg', 'qr.png', 'email.html']) await call('GET', `/surveys/${id.survey}/${part}`)
    await call('POST', `/surveys/${id.survey}/links`, { links: [{ respondent: 'c_1' }] })
    await file(`/surveys/${id.survey}/links.csv`, 'text/csv', 'respondent\nc_2\n')
    const { links } = await json<{ links: { id: string }[] }>(call('GET', `/surveys/${id.survey}/links`))
    await call('DELETE', `/surveys/${id.survey}/links/${links[0]?.id}`)
    await call('DELETE', `/surveys/${id.survey}/links`)
  },

  async customers() {
    await file('/customers', 'text/csv', 'id,tier\nc_1,gold\n')
    await call('PUT', '/customers/c_2', { traits: { tier: 'gold' } })
    await file(
      '/orders',
      'application/x-ndjson',
      '{"customer":"c_1","order":"1001","at":"2026-10-01","value":59.9,"currency":"EUR"}',
    )
    await call('GET', '/customers/c_1')
    await call('DELETE', '/customers/c_2')
    await call('GET', `/surveys/${id.survey}/reorders`)
  },

  async alerts() {
    const { id: alert } = await made('/alerts', {
      name: 'Unhappy',
      kind: 'response',
      conditions: { unhappy: true },
      people: [id.owner],
    })
    await call('GET', '/alerts')
    await call('GET', `/alerts/${alert}`)
    await call('PATCH', `/alerts/${alert}`, { quiet: { from: '22:00', to: '07:00' } })
    await call('POST', `/alerts/${alert}/test`)
    await call('GET', `/alerts/${alert}/firings`)
    await call('DELETE', `/alerts/${alert}`)
  },

  async digests() {
    const { id: digest } = await made('/digests', {
      name: 'Every week',
      frequency: 'weekly',
      people: [id.owner],
      addresses: ['board@shop.example'],
    })
    await call('GET', '/digests')
    await call('GET', `/digests/${digest}`)
    await call('PATCH', `/digests/${digest}`, { frequency: 'monthly', day: 28 })
    await call('GET', `/digests/${digest}/preview`)
    await asPerson(owner, 'POST', `/api/v1/digests/${digest}/send?site=${shop.site.id}`)
    await call('DELETE', `/digests/${digest}`)
  },

  async catalogue() {
    await file('/catalogue', 'text/csv', 'sku,name,category\nA-1,Scarf,Wool\n')
    await call('GET', '/catalogue')
    await call('DELETE', '/catalogue')
  },

  async responses() {
    const { items } = await json<{ items: { id: string }[] }>(call('GET', `/responses?survey=${id.survey}`))
    const [first, second] = items.map((item) => item.id)
    await call('GET', `/responses/${first}`)
    await call('PATCH', `/responses/${first}`, { status: 'resolved' })
    await call('GET', `/responses/${first}/contacts`)
    await call('GET', `/responses/${first}/customer`)
    await call('GET', '/respondents/c_1/export')
    await call('DELETE', '/respondents/c_1/clocks')
    await call('DELETE', '/respondents/c_nobody')
    await made('/tags', { name: 'Delivery' })
    await call('PUT', `/responses/${first}/tags`, { tags: ['Delivery'] })
    await call('POST', '/responses/tags', { responses: [second], add: ['Delivery'] })
    await call('DELETE', `/responses/${second}`)
  },

  async tags() {
    await call('GET', '/tags/starter')
    await call('POST', '/tags/starter')
    const { id: late } = await made('/tags', { name: 'Parcels', rules: [{ any: ['parcel'] }] })
    const { id: slow } = await made('/tags', { name: 'Slow' })
    await call('GET', '/tags')
    await call('PATCH', `/tags/${late}`, { description: 'What comes in the post' })
    await call('POST', `/tags/${slow}/merge`, { into: late })
    await call('POST', '/tags/preview', { rules: [{ any: ['late'] }] })
    for (const part of [`${late}/unsure`, `${late}/figures`, 'figures', 'suggestions', 'learning'])
      await call('GET', `/tags/${part}`)
    await call('POST', '/tags/retrain')
    await call('POST', '/tags/rollback', { version: 0 })
    await call('DELETE', `/tags/${late}`)
  },

  async views() {
    const { id: view } = await made('/views', { name: 'Gold', conditions: { segments: { tier: 'gold' } }, shared: true })
    await call('GET', '/views')
    await call('GET', `/views/${view}`)
    await call('PATCH', `/views/${view}`, { name: 'Golden' })
    await call('DELETE', `/views/${view}`)
  },

  async inbox() {
    await runScheduled()
    const { items } = await json<{ items: { id: string }[] }>(call('GET', '/cases'))
    const [first] = items.map((item) => item.id)
    await call('GET', '/cases/counts')
    await call('GET', '/cases/owners')
    await call('GET', '/cases/figures')
    await call('PATCH', `/responses/${first}`, { note: 'Called her' })
    await call('GET', `/responses/${first}/history`)
    await call('POST', '/responses/status', { responses: [first], status: 'in-progress' })
    const { id: rule } = await made('/inbox-rules', { name: 'Late', conditions: { q: 'late' } })
    await call('GET', '/inbox-rules')
    await call('POST', '/inbox-rules/preview', { conditions: { q: 'late' } })
    await call('PATCH', `/inbox-rules/${rule}`, { dueHours: 4 })
    await call('POST', `/inbox-rules/${rule}/apply`)
    await call('DELETE', `/inbox-rules/${rule}`)
    const { id: template } = await made('/reply-templates', {
      name: 'Sorry',
      subject: 'Sorry',
      text: 'Dear {first name}, sorry.',
    })
    await call('GET', '/reply-templates')
    await call('PATCH', `/reply-templates/${template}`, { language: 'de' })
    await call('PATCH', `/sites/${shop.site.id}`, { replyTo: 'help@shop.example' })
    await call('GET', `/responses/${first}/reply`)
    const { id: reply } = await made(`/responses/${first}/replies`, { key: crypto.randomUUID(), template })
    await runScheduled()
    await call('POST', `/responses/${first}/replies/${reply}/retry`)
    await call('DELETE', `/reply-templates/${template}`)
  },

  async webhooks() {
    await setUpHost('document.receiver.example', { answers: [{ status: 500 }, { status: 204 }] })
    const { id: webhook } = await made('/webhooks', { url: 'https://document.receiver.example/', types: ['response.created'] })
    await call('GET', '/webhooks')
    await call('GET', `/webhooks/${webhook}`)
    await call('PATCH', `/webhooks/${webhook}`, { name: 'ERP' })
    expect((await respond(shop, await publishSurvey(shop, {}), { answers: { score: 9 } })).status).toBe(201)
    await runScheduled()
    const { items } = await json<{ items: { id: string }[] }>(call('GET', `/webhooks/${webhook}/deliveries`))
    await call('POST', `/webhooks/${webhook}/deliveries/${items[0]?.id}/replay`)
    await call('POST', `/webhooks/${webhook}/replay`, { since: '2026-01-01T00:00:00Z' })
    await call('POST', `/webhooks/${webhook}/test`)
    await call('POST', `/webhooks/${webhook}/rotate`)
    await call('DELETE', `/webhooks/${webhook}`)
  },

  async files() {
    await call('GET', '/exports/responses.csv')
    await call('GET', '/exports/responses.ndjson')
    await file(`/imports/preview?survey=${id.survey}`, 'text/csv', 'score,comment\n9,Good\n')
    const { import: made } = await json<{ import: string }>(file(`/imports?survey=${id.survey}`, 'text/csv', 'score\n9\n'))
    await call('GET', '/imports')
    await call('GET', `/imports/${made}`)
    await call('DELETE', `/imports/${made}`)
  },
}

/** Operations of the OpenAPI document that no tour of this file has seen succeed. */
export async function unseenOperations(): Promise<string[]> {
  const { paths } = await json<{ paths: Record<string, object> }>(send('/api/openapi.json'))
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(told.length).toBeGreaterThan(100)
  return told.filter((route) => !succeeded.has(route))
}
