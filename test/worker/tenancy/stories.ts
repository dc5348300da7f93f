import { sha256 } from '../../../worker/domain/secrets.ts'
import { personHash } from '../../../worker/store/erasure-ledger.ts'
import { setUpHost } from '../support/internet.ts'
import { asPerson, invite, joinAs } from '../support/people.ts'
import { db, json, manage, publishSurvey, respond, runScheduled, send, shopOrigin } from '../support/shop.ts'
import { call, file, fromPage, here, made, tours } from '../support/tours.ts'
import type { Copy } from './stage.ts'

/** What a story is told with. */
export interface Stage {
  copy: Copy
  /** Whether it is told of the shop that asks, and not of the one beside it, which only has to have something. */
  asks: boolean
  /** Of the shop that asks the first, of the one beside it the second: what both call the same is not the same. */
  own: <T>(asking: T, beside: T) => T
  /** The clock moves on by this much, and the platform's minute comes. */
  later: (ms: number) => Promise<void>
}

export const patchSite = (change: object) => call('PATCH', `/sites/${here().shop.site.id}`, change)
export const reply = (survey: string, step: object, headers: Record<string, string> = {}) => {
  const { shop } = here()
  const body = { site: shop.site.key, survey, version: 1, submission: 'kept', seq: 1, complete: false, answers: {}, ...step }
  return send('/v1/responses', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin, ...headers },
    body: JSON.stringify({ ...body, submission: uuid(body.submission) }),
  })
}
/** The same for both shops. */
export const uuid = (name: string) =>
  `0193${[...name]
    .map((letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(28, '0')}`.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5')
export const idsOf = async (path: string) =>
  (await json<{ items: { id: string }[] }>(call('GET', path))).items.map(({ id }) => id)

/** Beside the tours through the API: what is only seen where two shops have what is alike, where a limit is reached, or as time goes by. */
const more: Record<string, (stage: Stage) => Promise<unknown>> = {
  async 'answers in steps'({ own, asks, copy }) {
    const { shop, survey } = here()
    const withKey = { Authorization: `Bearer ${shop.apiKey}` }
    await reply(survey, { submission: 'by key', answers: { score: own(9, 2) } }, withKey)
    const order = { id: 'o77', value: 10, currency: 'EUR', skus: ['A-1'] }
    const first = { submission: 'steps', answers: { score: own(9, 1) }, respondent: { id: 'c_9' }, order }
    const visitor = { 'CF-Connecting-IP': '198.51.100.7', 'User-Agent': 'Safari' }
    await reply(survey, first, visitor)
    await reply(survey, first, visitor)
    await reply(survey, { ...first, answers: { score: 5 } }, visitor)
    await reply(survey, {
      ...first,
      seq: 2,
      answers: { score: own(9, 1), why: 'late parcel', mail: own('a@shop.example', 'b@b.example') },
    })
    await reply(survey, { ...first, seq: 3, complete: true, answers: { score: 3, why: 'late', missing: ['price'] } })
    if (asks) copy.lose()
    await reply(survey, { submission: 'lost', answers: { score: own(8, 4) } })
    if (asks) copy.lose()
    await fromPage('/v1/displays', { site: shop.site.key, key: 'lost', events: [{ survey, type: 'shown' }] })
    await fromPage('/v1/displays', { site: shop.site.key, key: 'lost', events: [{ survey, type: 'shown' }] })
    await fromPage('/v1/erasures', { site: shop.site.key, submission: uuid('by key') })
    await reply(survey, { submission: 'by key', answers: { score: 9 } })
    await reply(survey, { submission: own('only here', 'only there'), answers: { score: 9 } })
    await fromPage('/v1/erasures', { site: shop.site.key, submission: uuid('only there') })
    await call('GET', '/outcomes')
    await call('GET', `/surveys/${survey}/report?breakdown=touchpoint`)
  },

  async 'a second page of a link'({ own }) {
    const { shop, survey } = here()
    const links = { links: [{ respondent: 'c_5', traits: { tier: own('gold', 'iron') } }] }
    const { links: made } = await json<{ links: { url: string }[] }>(call('POST', `/surveys/${survey}/links`, links))
    const path = new URL(made[0]?.url ?? 'https://earshot.test/').pathname
    const page = await (await send(path)).text()
    const form = new URLSearchParams({ score: '9' })
    for (const [, name = '', value = ''] of page.matchAll(/name="(\w+)" value="([^"]*)"/g))
      if (name !== 'score') form.set(name, value)
    const press = { Origin: 'https://earshot.test', 'Content-Type': 'application/x-www-form-urlencoded' }
    await send(path, { method: 'POST', headers: press, body: `${form}` })
    await send(path)
    await call('GET', `/surveys/${survey}/links`)
    await call('GET', '/sightings')
    await send(`/w/${shop.site.key}.js`, { headers: { Origin: shopOrigin, Referer: `${shopOrigin}/` } })
    await call('GET', '/sightings')
  },

  async 'known customers'({ own, later, asks }) {
    const { survey } = here()
    await call('PUT', '/customers/c_1', { traits: { tier: own('silver', 'bronze') } })
    await call('PUT', `/customers/${own('c_asks', 'c_beside')}`, { traits: { tier: own('silver', 'bronze') } })
    await reply(survey, { submission: 'known', answers: { score: own(6, 7), why: 'slow' }, respondent: { id: 'c_1' } })
    await reply(survey, { submission: 'unknown', answers: { score: own(6, 7) }, respondent: { id: 'c_beside' } })
    const orders = `{"customer":"c_1","order":"77","at":"2026-11-${own('20', '25')}","value":${own(1, 2)},"currency":"EUR"}`
    await file('/orders', 'application/x-ndjson', orders)
    if (asks) await later(60_000)
    const [response] = await idsOf(`/responses?survey=${survey}`)
    for (const path of [`/responses/${response}/customer`, '/customers/c_1', '/customers/c_beside', '/respondents/c_1/export'])
      await call('GET', path)
    await call('GET', `/surveys/${survey}/reorders`)
    await call('GET', `/surveys/${survey}/report?breakdown=tier&segment.tier=silver`)
    await call('GET', `/responses?segment.tier=bronze`)
    await call('GET', '/respondents/ann@shop.example/export')
    await call('GET', '/respondents/late%20parcel/export')
    await call('DELETE', '/customers/c_1')
    await call('DELETE', '/respondents/c_1')
  },

  async 'a last gate'({ asks }) {
    const { shop, survey } = here()
    const [checkout, back] = ['checkout', 'return'].map((id) => ({ id, name: id }))
    if (!asks) await publishSurvey(shop, { touchpoint: 'return' })
    await patchSite({ journey: asks ? [checkout] : [checkout, back] })
    const respondent = { id: 'c_gate' }
    const at = (type: string) =>
      fromPage('/v1/displays', { site: shop.site.key, key: `gate-${type}`, events: [{ survey, type }], respondent })
    const ask = () =>
      send(`/w/${shop.site.key}/${survey}.json?lang=en`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
        body: JSON.stringify({ respondent }),
      })
    await ask()
    if (!asks) for (const type of ['shown', 'dismissed']) await at(type)
    await ask()
    await at('shown')
    await reply(survey, { submission: 'gate', answers: { score: 9 }, respondent })
    await ask()
    await call('DELETE', '/respondents/c_gate/clocks')
  },

  async 'filters and files'({ own }) {
    const { shop, survey } = here()
    await file('/catalogue', 'text/csv', `sku,name,category\nA-1,${own('Scarf', 'Hat')},${own('Wool', 'Felt')}\n`)
    await call('GET', '/catalogue')
    await made('/tags', { name: 'Slow', rules: [{ any: ['parcel'] }] })
    for (const query of ['', '?by=category']) await call('GET', `/surveys/${survey}/products${query}`)
    for (const query of ['q=parcel', 'segment.tier=gold', 'productCategory=Felt', 'category=detractor', 'atRisk=1', 'tag=Slow'])
      await call('GET', `/responses?${query}`)
    await call('GET', '/exports/responses.ndjson?q=parcel')
    await patchSite({ redact: true })
    const rows = own('1', '2')
    const lines = [1, 2].map(
      (n) => `{"id":"row ${n}","score":${rows},"comment":"late, call +49 30 901820 or ann@shop.example ${rows}"}`,
    )
    await file(`/imports?survey=${survey}&dryRun=1`, 'application/x-ndjson', lines.join('\n'))
    await file(`/imports?survey=${survey}`, 'application/x-ndjson', lines.join('\n'))
    await file(`/imports?survey=${survey}&dryRun=1`, 'application/x-ndjson', `${lines[0]}\n{"id":"row 3","score":1}`)
    const [response] = await idsOf(`/responses?survey=${survey}`)
    await file(`/imports?survey=${survey}`, 'application/x-ndjson', `{"id":"${response}","score":1}`)
    await call('GET', '/outcomes')
    await call('GET', '/upkeep')
    await call('DELETE', '/catalogue')
    await manage(shop.apiKey, 'GET', '/api/v1/overview')
  },

  async 'a team'() {
    const { shop, owner, cookie, domain } = here()
    await call('DELETE', `/members/${owner}`)
    const part = { tier: ['gold'] }
    const agent = await joinAs(shop, 'agent', `agent@${domain}`, part)
    for (const path of ['/responses', '/cases', '/cases/counts', '/tags']) await asPerson(agent.cookie, 'GET', `/api/v1${path}`)
    const { items } = await json<{ items: { id: string }[] }>(asPerson(agent.cookie, 'GET', '/api/v1/responses'))
    const response = items[0]?.id
    await asPerson(agent.cookie, 'GET', `/api/v1/responses/${response}`)
    await asPerson(agent.cookie, 'GET', `/api/v1/responses/${response}/customer`)
    await asPerson(agent.cookie, 'PATCH', `/api/v1/responses/${response}`, { status: 'in-progress', note: 'Mine' })
    await call('PATCH', `/members/${agent.id}`, { role: 'viewer' })
    await call('PATCH', `/members/${owner}`, { role: 'viewer' })
    await asPerson(cookie, 'DELETE', '/api/v1/members/me')
    await call('DELETE', `/members/${agent.id}`)
    await invite(shop, 'viewer', `again@${domain}`)
    await call('GET', '/audit')
  },

  async 'somebody in both shops'({ asks }) {
    const { shop, domain } = here()
    const { id: view } = await made('/views', { name: 'Ours', conditions: { unhappy: true }, shared: true })
    const agent = await joinAs(shop, 'agent', `both@${domain}`)
    if (asks)
      await db
        .prepare(
          "INSERT INTO members (site, person, role, part, created_at) SELECT id, ?1, 'owner', '', 0 FROM sites WHERE id <> ?2",
        )
        .bind(agent.id, shop.site.id)
        .run()
    await asPerson(agent.cookie, 'PATCH', `/api/v1/views/${view}?site=${shop.site.id}`, { name: 'Theirs' })
  },

  async 'rules and learning'({ own, asks, later }) {
    const { survey } = here()
    if (asks) await call('POST', '/tags/rollback', { version: 1 })
    const { id: tag } = await made('/tags', { name: 'Parcel', rules: [{ any: ['parcel'] }] })
    const { id: rule } = await made('/inbox-rules', { name: 'Late', conditions: { unhappy: true } })
    await call('PATCH', `/inbox-rules/${rule}`, { position: 0 })
    const responses = await idsOf('/responses')
    for (const response of responses) await call('PUT', `/responses/${response}/tags`, { tags: own(['Parcel'], []) })
    await call('POST', '/tags/retrain')
    await reply(survey, { submission: 'learned', answers: { score: 1, why: 'late parcel again' } })
    if (asks) for (let n = 0; n < 3; n++) await later(60_000)
    else await runScheduled()
    await call('GET', '/tags/learning')
    await call('POST', '/tags/rollback', { version: own(1, 1) })
    await call('GET', `/tags/${tag}/unsure`)
    await call('GET', '/cases')
    await call('GET', '/cases/figures')
  },

  async 'a receiver that is gone'({ asks, later }) {
    await setUpHost('gone.receiver.example', { answers: [{ status: 410 }] })
    const { id: webhook } = await made('/webhooks', { url: 'https://gone.receiver.example/', types: ['response.created'] })
    await respond(here().shop, here().survey, { answers: { score: 9 } })
    if (asks) await later(60_000)
    else await runScheduled()
    await call('GET', `/webhooks/${webhook}/deliveries`)
  },

  async 'another zone'({ asks }) {
    await made('/digests', { name: 'Each week', frequency: 'weekly', addresses: ['board@shop.example'] })
    await patchSite({ timeZone: asks ? 'Asia/Kathmandu' : 'America/St_Johns' })
    await call('GET', `/surveys/${here().survey}/report`)
    await call('POST', `/sites/${here().shop.site.id}/identity-secret`)
  },

  async 'a restored database'({ asks, copy }) {
    const { shop, survey } = here()
    await reply(survey, { submission: 'restored', answers: { score: 9 }, respondent: { id: 'c_back' } })
    await reply(survey, { submission: 'of somebody', answers: { score: 9 }, respondent: { id: 'c_gone' } })
    await reply(survey, { submission: 'parted', answers: { score: 9, why: 'A parcel' } })
    const erasure = async (hash: Promise<string>, anonymised: 0 | 1 = 0) => ({
      ...{ site: shop.site.id, hash: await hash, created_at: Date.now(), anonymised },
    })
    const hashes = [...['restored', 'nobody'].map((name) => sha256(uuid(name))), personHash(shop.site.id, 'c_gone')]
    const ledger = [...hashes.map((hash) => erasure(hash)), erasure(sha256(uuid('parted')), 1)]
    if (asks) await copy.reapply(await Promise.all(ledger))
    await call('GET', '/responses')
  },
}

export const stories: Record<string, (stage: Stage) => Promise<unknown>> = { ...tours, ...more }

const asManyAsMayBe = {
  alerts: 50,
  checks: 100,
  digests: 50,
  endpoints: 20,
  inbox_rules: 50,
  invitations: 100,
  notes: 1000,
  reply_templates: 100,
  replies: 100,
  views: 200,
  sightings: 20,
}

/** As many rows as a site may have, so that who counts another's with their own may have none. */
export async function fillUp(site: string, most: Readonly<Record<string, number>> = asManyAsMayBe): Promise<void> {
  for (const [table, n] of Object.entries(most)) {
    const { results } = await db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all<{ name: string }>()
    const columns = results.map(({ name }) => name)
    const another: Record<string, string> = { hash: "printf('%064d', value)", key: "printf('%036d', value)" }
    for (const name of ['id', 'email', 'origin']) another[name] = `${name} || value`
    const values = columns.map((name) => another[name] ?? name)
    const { meta } = await db
      .prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')}
         FROM (SELECT * FROM ${table} WHERE site = ?1 LIMIT 1) CROSS JOIN (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ?2) SELECT value FROM n)`,
      )
      .bind(site, n)
      .run()
    if (meta.changes < n) throw new Error(`${table} holds ${meta.changes}`)
  }
}
