import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import { cleanUp } from '../../worker/jobs/clean-up.ts'
import { openDb } from '../../worker/store/db.ts'
import { countingDb } from './support/counting-db.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp, shopOrigin } from './support/shop.ts'

let shop: Shop
const day = 24 * 60 * 60 * 1000
beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint'] })
})

const headers = { 'Content-Type': 'text/plain', Origin: shopOrigin }
type Who = { id: string; signature?: string } | undefined

/** The last gate as a loader asks for it: because it is due, for somebody. */
const ask = async (survey: string, respondent?: Who, init: RequestInit = {}) =>
  await send(`/w/${shop.site.key}/${survey}.json?lang=en`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ respondent }),
    ...init,
  })
const asked = async (survey: string, respondent?: Who) => (await ask(survey, respondent)).status
const reason = async (survey: string, respondent?: Who) => (await json<{ detail: string }>(ask(survey, respondent))).detail
const past = async (survey: string) => (await send(`/w/${shop.site.key}/${survey}.json`)).status
const loader = async () => (await send(`/w/${shop.site.key}.js`)).text()

async function happens(survey: string, type: string, respondent?: Who, key = crypto.randomUUID()): Promise<number> {
  const body = { site: shop.site.key, key, events: [{ survey, type }], respondent }
  return (await send('/v1/displays', { method: 'POST', headers, body: JSON.stringify(body) })).status
}

/** Lets days go by for everybody. */
const pass = (days: number) =>
  db
    .prepare(
      `UPDATE respondent_clocks SET shown = max(0, shown - ?1), answered = max(0, answered - ?1), dismissed = max(0, dismissed - ?1)`,
    )
    .bind(days * day)
    .run()

async function signed(id: string, secret: string): Promise<string> {
  const bytes = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(id)))
  return Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('caps', () => {
  it('let exactly so many displays through, count no answer, refuse none, and are no bar to what is past the gates', async () => {
    const survey = await publishSurvey(shop, { targeting: { caps: { day: 3 } } })
    for (let i = 0; i < 3; i++) {
      expect(await asked(survey)).toBe(200)
      expect(await loader()).not.toContain('cap:"')
      expect(await happens(survey, 'shown')).toBe(201)
      await happens(survey, 'started')
      await happens(survey, 'dismissed')
    }
    expect(await reason(survey)).toBe('cap: 3 of 3 (day)')
    expect(await loader()).toContain('cap:"3 of 3 (day)"')
    expect((await respond(shop, survey, { answers: { score: 9 } })).status).toBe(201)
    expect(await past(survey)).toBe(200)
    // A wider cap opens it again at once.
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, { targeting: { caps: { day: 4, total: 103 } } })
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/publish`)
    expect(await asked(survey)).toBe(200)
    await db
      .prepare(
        "INSERT INTO display_counts (survey, day, segment_set, shown) VALUES (?, '2020-02-29', 1, 60), (?, '2020-02-29', 2, 40)",
      )
      .bind(survey, survey)
      .run()
    await manage(shop.apiKey, 'PATCH', `/api/v1/surveys/${survey}`, { name: 'Read anew' })
    expect(await reason(survey)).toBe('cap: 3 of 4 (day), 103 of 103 (total)')
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/close`)
  })
})

describe('a loader of a capped survey', () => {
  it('costs no query at each page: the database is asked once, and again after a display', async () => {
    const survey = await publishSurvey(shop, { targeting: { caps: { day: 2 } } })
    const counting = countingDb(env.DB)
    const fetched = async (path: string, init: RequestInit = {}) => {
      const context = createExecutionContext()
      const answer = await app.fetch(new Request(`https://earshot.test${path}`, init), { ...env, DB: counting.db }, context)
      await waitOnExecutionContext(context)
      return await answer.text()
    }
    const queries = async () => {
      const before = counting.asked()
      expect(await fetched(`/w/${shop.site.key}.js`)).toContain(survey)
      return counting.asked() - before
    }
    expect(await queries()).toBeGreaterThan(0)
    expect([await queries(), await queries()]).toEqual([0, 0])
    const events = [{ survey, type: 'shown' }]
    const body = JSON.stringify({ site: shop.site.key, key: crypto.randomUUID(), events })
    await fetched('/v1/displays', { method: 'POST', headers, body })
    expect(await queries()).toBeGreaterThan(0)
    expect(await queries()).toBe(0)
    await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/close`)
  })
})

describe('days and countries', () => {
  it('are weighed by the server too, whose clock is right', async () => {
    const over = await publishSurvey(shop, { targeting: { ends: '2026-01-31' } })
    expect(await reason(over)).toBe('dates: … to 2026-01-31T23:00 UTC')
    expect(await past(over)).toBe(200)
    const austria = await publishSurvey(shop, { targeting: { conditions: [{ on: 'country', is: ['AT'] }] } })
    const from = (country: string) => ask(austria, undefined, { headers: { ...headers, 'CF-IPCountry': country } })
    expect([(await from('AT')).status, (await from('DE')).status]).toEqual([200, 404])
    for (const survey of [over, austria]) await manage(shop.apiKey, 'POST', `/api/v1/surveys/${survey}/close`)
  })
})

describe('the clocks of an identified person', () => {
  it('hold wherever they are: across surveys, after an answer, after a dismissal, longer after two, and for ever after "never"', async () => {
    const [one, two] = [await publishSurvey(shop, {}), await publishSurvey(shop, {})]
    const [ada, bob] = [{ id: 'c_ada' }, { id: 'c_bob' }]
    const may = async (who: Who) => [await asked(one, who), await asked(two, who)]
    expect(await loader()).not.toContain('method:"POST"')
    expect(await may(ada)).toEqual([200, 200])
    await happens(one, 'shown', ada)
    expect(await loader()).toContain('method:"POST"')
    expect(await reason(two, ada)).toBe('shown: shown 0 of 7 days ago')
    expect([await may(bob), await may(undefined)]).toEqual([
      [200, 200],
      [200, 200],
    ])
    await happens(one, 'dismissed', ada)
    await pass(7)
    expect(await may(ada)).toEqual([404, 200])
    await pass(23)
    expect(await may(ada)).toEqual([200, 200])
    // The second dismissal, sent twice as a lost answer makes a widget do.
    const key = crypto.randomUUID()
    expect([await happens(one, 'dismissed', ada, key), await happens(one, 'dismissed', ada, key)]).toEqual([201, 200])
    await pass(179.9)
    expect(await reason(one, ada)).toBe('dismissed: dismissed 179 of 180 days ago')
    await pass(0.1)
    expect(await may(ada)).toEqual([200, 200])

    expect((await respond(shop, two, { answers: { score: 9 }, respondent: bob })).status).toBe(201)
    expect(await may(bob)).toEqual([200, 404])
    await pass(90)
    expect(await may(bob)).toEqual([200, 200])
    await happens(two, 'never', bob)
    await pass(4000)
    expect(await reason(one, bob)).toBe('never: needs no refusal')
    const counted = await db
      .prepare('SELECT sum(shown + dismissed) AS n FROM display_counts WHERE survey = ?')
      .bind(two)
      .first('n')
    expect(counted).toBe(0)
  })

  it('are apart for what a signature proves, so that nobody is silenced by who knows their id', async () => {
    const survey = await publishSurvey(shop, { targeting: { daysAcrossSurveys: 0 } })
    const path = `/api/v1/sites/${shop.site.id}/identity-secret`
    const { secret } = await json<{ secret: string }>(manage(shop.apiKey, 'POST', path))
    const eve = { id: 'c_eve' }
    const proven = { id: 'c_eve', signature: await signed('c_eve', secret) }
    const forged = { id: 'c_eve', signature: await signed('c_eve', 'another secret') }
    await happens(survey, 'never', forged)
    expect([await asked(survey, forged), await asked(survey, eve), await asked(survey, proven)]).toEqual([404, 404, 200])
    await happens(survey, 'never', proven)
    expect(await asked(survey, proven)).toBe(404)
    await manage(shop.apiKey, 'POST', path)
    expect(await asked(survey, { ...proven, id: 'c_eve' })).toBe(404)
    const rows = "SELECT count(*) AS n FROM respondent_clocks WHERE respondent = 'c_eve'"
    expect(await db.prepare(rows).first('n')).toBe(2)
    expect((await manage(shop.apiKey, 'DELETE', '/api/v1/respondents/c_eve/clocks')).status).toBe(204)
    expect(await db.prepare(rows).first('n')).toBe(0)
  })

  it('are deleted two years after anything changed, and are nobody’s where nobody is named', async () => {
    const before = await db.prepare('SELECT count(*) AS n FROM respondent_clocks').first<number>('n')
    const survey = await publishSurvey(shop, {})
    await happens(survey, 'shown')
    await happens(survey, 'started', { id: 'c_new' })
    expect(await db.prepare('SELECT count(*) AS n FROM respondent_clocks').first('n')).toBe(before)
    await happens(survey, 'shown', { id: 'c_old' })
    await db.prepare("UPDATE respondent_clocks SET month = '2020-01' WHERE respondent = 'c_old'").run()
    const at = (time: string) => Date.parse(`2026-11-23T${time}Z`)
    await cleanUp(openDb(db), at('03:16:59'))
    expect(await db.prepare('SELECT count(*) AS n FROM respondent_clocks').first('n')).toBe(Number(before) + 1)
    await cleanUp(openDb(db), at('03:17:01'))
    expect(await db.prepare('SELECT count(*) AS n FROM respondent_clocks').first('n')).toBe(before)
  })
})
