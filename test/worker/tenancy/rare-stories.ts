import { sha256 } from '../../../worker/domain/secrets.ts'
import { setUpHost } from '../support/internet.ts'
import { asPerson, joinAs } from '../support/people.ts'
import { run } from '../support/run.ts'
import { db, json, send } from '../support/shop.ts'
import { call, file, fromPage, here, made } from '../support/tours.ts'
import { endStories } from './end-stories.ts'
import { day, type RareStage, type RareStories } from './rare-stage.ts'
import { fillUp, idsOf, patchSite, reply, uuid } from './stories.ts'

/** So many days later, without the letters that everybody would be sent then. */
async function daysLater({ later }: RareStage, days: number): Promise<void> {
  await run('DELETE FROM digests')
  await run('DELETE FROM alerts')
  await later(days * day)
}
const said = (submission: string, step: object = {}, headers?: Record<string, string>) =>
  reply(here().survey, { submission, answers: { score: 9 }, ...step }, headers)

/**
 * Where only a state that is seldom, or a long time, brings a statement to where it matters. Told of the shop that asks alone: each statement is looked
 * at where it stands, and nothing of a run is compared with another one, so that what is there may be put there by hand.
 */
export const rareStories: RareStories = {
  ...endStories,

  async 'somebody who is refused twice'() {
    const { shop, domain } = here()
    const { cookie } = await joinAs(shop, 'viewer', `curious@${domain}`)
    for (let n = 0; n < 2; n++) await asPerson(cookie, 'POST', '/api/v1/tags', { name: 'Mine' })
  },

  async 'what is kept for some months'(stage) {
    const { later, beside } = stage
    const { shop, survey } = here()
    await file('/orders', 'application/x-ndjson', '{"customer":"c_1","order":"1","at":"2026-11-20","value":1,"currency":"EUR"}')
    await said('kept', { respondent: { id: 'c_1' } })
    await call('POST', `/surveys/${survey}/links`, { links: [{ respondent: 'c_1' }, { respondent: 'c_2' }] })
    await run(
      `UPDATE links SET expires_at = 4000000000000, submission = iif(respondent = 'c_2', submission,
         (SELECT min(submission) FROM responses WHERE survey = ?1)) WHERE survey = ?1`,
      survey,
    )
    await run(
      `INSERT INTO retentions (site, done_for, forgotten, imports, deleted, anonymised) VALUES (?, '', 0, 0, 0, 0)`,
      beside.site,
    )
    await patchSite({ anonymiseMonths: 1, keepMonths: 24 })
    await daysLater(stage, 100)
    await call('GET', `/sites/${shop.site.id}/retention?keepMonths=24&anonymiseMonths=1`)
    await patchSite({ anonymiseMonths: 1, keepMonths: 2 })
    await later(60_000)
  },

  async 'a draft that was tried out'() {
    const { survey } = here()
    await run('UPDATE responses SET test = 1 WHERE survey = ? AND score = 0', survey)
    await call('GET', `/surveys/${survey}/tests`)
    await call('DELETE', `/surveys/${survey}/tests`)
  },

  async 'somebody by their address or an answer'() {
    const { survey } = here()
    const traits = { email: 'eve@shop.example' }
    await patchSite({ redact: false })
    await reply(survey, {
      submission: 'eve',
      answers: { score: 9, why: 'Write to eve@shop.example' },
      traits,
      respondent: { id: 'c_eve' },
    })
    await call('PUT', '/customers/c_eve', { traits, at: '2026-01-01T00:00:00Z' })
    for (const who of ['eve@shop.example', uuid('eve')]) await call('GET', `/respondents/${encodeURIComponent(who)}/export`)
    await call('DELETE', '/customers/c_eve')
  },

  async 'answers that were erased'({ copy }) {
    const { shop, survey } = here()
    const rows = '{"id":"gone","score":1}'
    await file(`/imports?survey=${survey}`, 'application/x-ndjson', rows)
    const [newest] = await idsOf('/responses')
    await call('DELETE', `/responses/${newest}`)
    await file(`/imports?survey=${survey}&dryRun=1`, 'application/x-ndjson', rows)
    await said('erased')
    await fromPage('/v1/erasures', { site: shop.site.key, submission: uuid('erased') })
    const link = json<{ links: { url: string }[] }>(call('POST', `/surveys/${survey}/links`, { links: [{ respondent: 'c_1' }] }))
    const page = new URL((await link).links[0]?.url ?? '').pathname
    const submission = await db.prepare('SELECT submission FROM links WHERE survey = ?').bind(survey).first<string>('submission')
    const erased = 'INSERT INTO tombstones (site, hash, created_at) VALUES (?, ?, 0)'
    await run(erased, shop.site.id, await sha256(submission ?? ''))
    await send(page)
    await file(
      '/orders',
      'application/x-ndjson',
      '{"customer":"c_bought","order":"1","at":"2026-11-20","value":1,"currency":"EUR"}',
    )
    await copy.reapply([{ site: shop.site.id, hash: '0'.repeat(64), created_at: Date.now(), anonymised: 0 }])
  },

  async 'a contact whose case is over'(stage) {
    await patchSite({ contactDays: 365 })
    const [response] = await idsOf('/responses')
    await call('PATCH', `/responses/${response}`, { status: 'resolved' })
    await daysLater(stage, 40)
  },

  async 'a site’s own page of what it keeps'() {
    await send(`/privacy/${here().shop.site.key}`)
  },

  async 'a dimension that nobody else has'({ beside }) {
    const { shop } = here()
    await run("INSERT INTO segment_values (site, dimension, value) VALUES (?, 'channel', 'mail')", shop.site.id)
    await call('GET', '/exports/responses.csv')
    await run(
      `INSERT OR IGNORE INTO segment_values (site, dimension, value)
       SELECT ?, 'tier', printf('v%d', value) FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 200) SELECT value FROM n)`,
      beside.site,
    )
    await said('new value', { traits: { tier: 'platinum' } })
  },

  async 'many versions of what was learned'({ later }) {
    const { shop } = here()
    await run('UPDATE taggers SET versions = 30 WHERE site = ?', shop.site.id)
    await run("INSERT INTO models (site, version, model, corrections, made_at) VALUES (?, 5, '{}', 0, 0)", shop.site.id)
    await made('/tags', { name: 'Parcel', rules: [{ any: ['parcel'] }] })
    for (const response of await idsOf('/responses')) await call('PUT', `/responses/${response}/tags`, { tags: ['Parcel'] })
    await call('POST', '/tags/retrain')
    for (let n = 0; n < 3; n++) await later(60_000)
  },

  async 'answers that wait for a newer tagger'({ later }) {
    await made('/tags', { name: 'Parcel', rules: [{ any: ['parcel'] }] })
    for (let n = 0; n < 2; n++) await later(60_000)
    await run('UPDATE taggers SET revision = 7')
    await run('INSERT INTO untagged (site, response) SELECT site, id FROM responses WHERE survey = ?', here().survey)
    await run("UPDATE responses SET tags = '[]', tagging = '{}' WHERE survey = ?", here().survey)
    await later(60_000)
  },

  async 'links and keys that somebody else has too'({ beside }) {
    const { survey } = here()
    await call('POST', `/surveys/${survey}/links`, { links: [{ respondent: 'c_1' }] })
    await run(
      `UPDATE responses SET submission = (SELECT submission FROM links WHERE survey = ?1)
       WHERE id = (SELECT max(id) FROM responses WHERE survey = ?2)`,
      survey,
      beside.survey,
    )
    await call('GET', `/surveys/${survey}/links`)
  },

  async 'customers who ordered at another shop'(stage) {
    const { beside } = stage
    const { survey } = here()
    await run('DELETE FROM responses WHERE survey = ? AND score <> 0', survey)
    await run('UPDATE responses SET answered_at = answered_at - 1000 WHERE survey = ?', survey)
    await run(
      "INSERT INTO customer_orders (site, customer, id, at, value, currency) VALUES (?, 'c_1', 'there', ?, 1, 'EUR')",
      beside.site,
      Date.now() + day,
    )
    await daysLater(stage, 100)
    await call('GET', `/surveys/${survey}/reorders?from=2026-11-01&to=2026-11-30`)
  },

  async 'a day that has begun elsewhere'() {
    const { shop, survey } = here()
    const counted = "INSERT INTO outcomes (site, survey, day, outcome, n) VALUES (?, ?, ?, 'stored', 5)"
    for (const on of ['2026-11-17', '2026-11-21']) await run(counted, shop.site.id, survey, on)
    await said('today', {}, { 'CF-Connecting-IP': '198.51.100.9', 'User-Agent': 'Safari' })
  },

  async 'answers that are stored though nobody heard'({ copy }) {
    const { shop, survey } = here()
    await said('heard')
    copy.lose()
    await said('lost')
    copy.lose()
    await fromPage('/v1/displays', { site: shop.site.key, key: 'lost', events: [{ survey, type: 'shown' }] })
  },

  async 'as many replies and links as there may be'({ later }) {
    const { shop, survey } = here()
    await made(`/surveys/${survey}/shares`)
    await fillUp(shop.site.id, { shares: 99 })
    await made(`/surveys/${survey}/shares`)
    await patchSite({ replyTo: 'help@shop.example' })
    await later(2 * 3_600_000)
    const [response] = await idsOf('/responses')
    const letter = (name: string) => ({ key: uuid(name), subject: 'Sorry', text: 'Dear customer, sorry.', language: 'en' })
    await made(`/responses/${response}/replies`, letter('first'))
    await fillUp(shop.site.id, { replies: 100 })
    await made(`/responses/${response}/replies`, letter('one more'))
  },

  async 'counts that were repaired'() {
    await run("INSERT INTO recounts (begun_at, ended_at, night) VALUES (1, 2, '2026-11-19')")
    await run("INSERT INTO recount_findings (recount, survey, day, cells) VALUES (1, ?, '2026-11-19', 3)", here().survey)
    await call('GET', '/upkeep')
  },

  async 'a customer of many answers'({ later }) {
    const { survey } = here()
    const { results } = await db.prepare("SELECT name FROM pragma_table_info('responses')").all<{ name: string }>()
    const columns = results.map(({ name }) => name)
    const another: Record<string, string> = { id: 'id + 1000 + value', submission: "'many ' || value", respondent: "'c_many'" }
    await run(
      `INSERT INTO responses (${columns.join(', ')}) SELECT ${columns.map((name) => another[name] ?? name).join(', ')}
       FROM (SELECT * FROM responses WHERE survey = ? LIMIT 1)
       CROSS JOIN (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 201) SELECT value FROM n)`,
      survey,
    )
    await call('PUT', '/customers/c_many', { traits: { tier: 'silver' } })
    await later(60_000)
  },

  async 'deliveries that failed'() {
    const { shop } = here()
    await setUpHost('down.receiver.example', { answers: [{ status: 500 }] })
    const { id } = await made('/webhooks', { url: 'https://down.receiver.example/', types: ['response.created'] })
    await run(
      `INSERT INTO deliveries (id, site, channel, target, type, state, due_at, created_at) VALUES ('msg_failed', ?, 'webhook', ?, 'response.created', 'failed', ?3, ?3)`,
      shop.site.id,
      id,
      Date.now(),
    )
    await call('POST', `/webhooks/${id}/replay`, { since: '2026-01-01T00:00:00Z' })
  },

  async 'customers who are valued'({ beside }) {
    const bands = (from: number) => [{ dimension: 'tier', from: [from], unit: '' }]
    await patchSite({ bands: bands(1000) })
    await run(
      'UPDATE sites SET settings = json_patch(settings, ?) WHERE id = ?',
      JSON.stringify({ bands: bands(10) }),
      beside.site,
    )
    for (const [id, value] of [
      ['c_risk', 5000],
      ['c_cheap', 500],
    ] as const) {
      await call('PUT', `/customers/${id}`, { traits: { tier: value } })
      for (const score of [9, 1]) await said(`${id} ${score}`, { respondent: { id }, answers: { score } })
    }
    const atRisk = () => call('GET', '/responses?atRisk=1')
    await atRisk()
    await run(
      'INSERT INTO customers (site, id, at, traits) VALUES (?, ?, ?, ?)',
      beside.site,
      'c_risk',
      Date.now() + day,
      '{"tier":1}',
    )
    await atRisk()
    await run("UPDATE responses SET respondent = 'c_risk' WHERE survey = ?", beside.survey)
    await run('UPDATE responses SET id = id + 500 WHERE id = (SELECT max(id) FROM responses WHERE survey = ?)', beside.survey)
    await atRisk()
  },

  async 'somebody else who listens for all'({ beside }) {
    await run("UPDATE alerts SET conditions = '{}' WHERE site = ?", beside.site)
    await said('heard')
  },

  async 'somebody else who listens for a view'({ beside }) {
    await run('UPDATE alerts SET view = (SELECT min(id) FROM views WHERE site = ?1) WHERE site = ?1', beside.site)
    await said('heard')
  },

  async 'one visitor, and one sentence, again and again'() {
    const visitor = (n: number) => ({ 'CF-Connecting-IP': `203.0.${n}.7`, 'User-Agent': 'Safari' })
    for (const n of [1, 2]) await said(`visitor ${n}`, {}, visitor(7))
    for (let n = 10; n < 16; n++)
      await said(
        `sentence ${n}`,
        { answers: { score: 9, why: 'This shop is a fraud and everybody should never buy anything here again' } },
        visitor(n),
      )
  },
}
