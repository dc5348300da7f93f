import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audit } from '../../worker/contract/audit.ts'
import type { Me } from '../../worker/contract/people.ts'
import type { SiteView } from '../../worker/contract/site.ts'
import { eraseSites, isAnySiteToErase } from '../../worker/jobs/deleted-sites.ts'
import { openDb } from '../../worker/store/db.ts'
import { listDueDigests } from '../../worker/store/digests.ts'
import { reapplyErasures } from '../../worker/store/reapply-erasures.ts'
import { siteTables } from '../../worker/store/site-end.ts'
import { d1Errors, faultyDb } from '../support/faulty-db.ts'
import { recounted } from '../support/response-model.ts'
import { other, prepareGround, shop, survey } from './access/ground.ts'
import { leaveCanary } from './support/canary.ts'
import { everything, tableNames } from './support/everything.ts'
import { insertShop } from './support/other-shop.ts'
import { accept, asPerson, invite, joinAs, keyFor } from './support/people.ts'
import { db, json, manage, publishSurvey, respond, type Shop, send, shopOrigin } from './support/shop.ts'

const week = 7 * 86_400_000

let theirs: string
let owner: { id: string; cookie: string }
let viewer: { id: string; cookie: string }
let shared: string

beforeAll(async () => {
  await prepareGround()
  await respond(shop, survey, { answers: { score: 8 } })
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
    { id: 'why', type: 'text', text: 'Why?' },
    { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
  ]
  theirs = await publishSurvey(other, { questions })
  await leaveCanary(other, theirs)
  await respond(other, theirs, { answers: { score: 2, why: 'Canarywords again' } })
  owner = await joinAs(other, 'owner', 'canary-owner@other.example')
  viewer = await joinAs(other, 'viewer', 'canary-viewer@other.example')
  // Who is at two sites, the one that goes among them.
  const both = await joinAs(shop, 'viewer', 'both@shop.example')
  expect((await accept(await invite(other, 'viewer', 'both@shop.example'), 'Both', both.cookie)).status).toBe(200)
  const share = await json<{ url: string }>(manage(other.apiKey, 'POST', `/api/v1/surveys/${theirs}/shares`, {}))
  shared = `/api/v1/shared/${share.url.split('/').at(-1)}`
  expect((await send(shared)).status).toBe(200)
})

const path = () => `/api/v1/sites/${other.site.id}`
const asOwner = (method: string, at: string, body?: unknown) => asPerson(owner.cookie, method, at, body)
const sites = async ({ cookie } = owner) => (await json<Me>(asPerson(cookie, 'GET', '/api/v1/me'))).sites
const erase = (now: number, binding = env.DB) => eraseSites(openDb(binding), now, Number.POSITIVE_INFINITY)

/** Runs until nothing is left to erase; answers how many runs that took. */
async function eraseAll(now: number, binding = env.DB): Promise<number> {
  for (let run = 1; run <= 100; run++) {
    await erase(now, binding)
    if (!(await isAnySiteToErase(openDb(env.DB), now))) return run
  }
  throw new Error('comes to no end')
}

/** Every row of every table, by table; without the log of the site itself and what telling of sign-ins changes. */
async function rows(): Promise<string[]> {
  const names = (await tableNames({ stored: true })).filter((name) => !['audit_log', 'api_keys'].includes(name))
  const read = await db.batch<object>(names.map((name) => db.prepare(`SELECT * FROM "${name}"`)))
  return read.flatMap(({ results }, i) => results.map((row) => `${names[i]} ${JSON.stringify(row)}`))
}

describe('a site that its owner deletes', () => {
  it('is left alone by keys, even an owner’s, and where it is in use there is nothing to bring back', async () => {
    const { key } = await keyFor(other, 'owner')
    expect((await manage(key, 'DELETE', path())).status).toBe(403)
    expect((await asOwner('POST', `${path()}/restore`)).status).toBe(409)
    expect((await json<SiteView>(asOwner('GET', path()))).restorableUntil).toBeNull()
  })

  it('takes no answer, shows nobody anything and tells nobody, until it is brought back as it was', async () => {
    const before = await rows()
    const deleted = await json<SiteView>(asOwner('DELETE', path()))
    const until = Date.parse(deleted.restorableUntil ?? '')
    expect(until - Date.now()).toBeGreaterThan(week - 60_000)
    expect(until - Date.now()).toBeLessThanOrEqual(week)
    // A second time changes nothing of when.
    expect((await asOwner('DELETE', path())).status).toBe(410)

    expect((await respond(other, theirs, { answers: { score: 1 } })).status).toBe(410)
    expect(await (await send(`/w/${other.site.key}.js`, { headers: { Origin: shopOrigin } })).text()).not.toContain(theirs)
    expect(await (await send(`/s/${theirs}`)).text()).not.toContain('<form')
    expect((await send(shared)).status).toBe(404)
    for (const request of [
      () => asOwner('GET', '/api/v1/surveys'),
      () => asOwner('PATCH', path(), { name: 'Still mine' }),
      () => asPerson(viewer.cookie, 'GET', '/api/v1/responses'),
      () => manage(other.apiKey, 'GET', '/api/v1/responses'),
    ])
      expect((await request()).status).toBe(410)
    expect((await asPerson(viewer.cookie, 'POST', `${path()}/restore`)).status).toBe(403)
    expect((await sites(viewer))[0]?.restorableUntil).toBe(deleted.restorableUntil)
    expect((await listDueDigests(openDb(env.DB), Date.now() + 2 * week, 100)).map(({ site }) => site)).not.toContain(
      other.site.id,
    )
    await erase(until - 1)

    const restored = await json<SiteView>(asOwner('POST', `${path()}/restore`))
    expect(restored).toMatchObject({ id: other.site.id, name: 'other', restorableUntil: null })
    // What was refused meanwhile stands in the account, and owners are told; nothing else is another.
    const kept = (all: string[]) =>
      all.filter((row) => !/^(outcomes|sightings) |^deliveries .*account\.notice/.test(row)).toSorted()
    expect(kept(await rows())).toEqual(kept(before))
    expect((await respond(other, theirs, { answers: { score: 1 } })).status).toBe(201)
    const { items } = await json<Audit>(asOwner('GET', '/api/v1/audit'))
    expect(items.slice(0, 3).map(({ action, status, actor }) => [action, status, actor.id])).toEqual([
      ['POST /api/v1/sites/{id}/restore', 200, owner.id],
      ['POST /api/v1/sites/{id}/restore', 403, viewer.id],
      ['DELETE /api/v1/sites/{id}', 200, owner.id],
    ])
  })

  it('lets nobody join meanwhile, and does without them after', async () => {
    const invited = await invite(other, 'owner', 'late@other.example')
    expect((await asOwner('DELETE', path())).status).toBe(200)
    expect((await accept(invited, 'Late')).status).toBe(404)
    expect((await asOwner('POST', `${path()}/restore`)).status).toBe(200)
    expect((await accept(invited, 'Late')).status).toBe(200)
  })
})

describe('the end of a site', () => {
  it('reaches every table', async () => {
    const without = ['people', 'sessions', 'login_tokens', 'leases', 'salts', 'recounts', 'database_size']
    const rest = ['sites', 'members', 'tombstones', ...without]
    expect([...siteTables, ...rest].toSorted()).toEqual((await tableNames({ stored: true })).toSorted())
  })

  it('comes after seven days, in slices, wherever one is broken off, and leaves nothing but a key', async () => {
    const small = await insertShop('small', [shopOrigin])
    const many = await publishSurvey(small, {})
    const mine = await joinAs(small, 'owner', 'small@other.example')
    await db.batch(
      Array.from({ length: 1_200 }, (_, i) =>
        db
          .prepare('INSERT INTO display_batches (site, key, receipt, created_at) VALUES (?, ?, ?, 0)')
          .bind(small.site.id, `k${i}`, 'r'),
      ),
    )
    await respond(small, many, { answers: { score: 1 } })
    for (const [one, cookie] of [
      [other, owner.cookie],
      [small, mine.cookie],
    ] as const)
      expect((await asPerson(cookie, 'DELETE', `/api/v1/sites/${one.site.id}`)).status).toBe(200)
    const ours = (await rows()).filter((row) => row.includes(shop.site.id) || row.includes(survey))
    const tombstones = await db.prepare('SELECT count(*) AS n FROM tombstones WHERE site = ?').bind(other.site.id).first('n')
    expect(tombstones).not.toBe(1)

    const now = Date.now() + week
    expect((await asOwner('POST', `${path()}/restore`)).status).toBe(200)
    expect((await asOwner('DELETE', path())).status).toBe(200)
    await db
      .prepare('UPDATE sites SET deleted_at = ? WHERE deleted_at IS NOT NULL')
      .bind(now - week)
      .run()
    // Each call fails once, before or after it was done, on the way to the end.
    let runs = 0
    for (let call = 1; await isAnySiteToErase(openDb(env.DB), now); call++) {
      const when = call % 2 === 0 ? 'after' : 'before'
      const faulty = faultyDb(env.DB, { call: 1 + (call % 12), when, error: d1Errors.at(-2) ?? '' })
      await erase(now, faulty.db).catch(() => {})
      runs++
      expect(runs).toBeLessThan(400)
    }
    expect(runs).toBeGreaterThan(10)

    const left = await everything()
    for (const trace of [/canary/i, new RegExp(theirs), new RegExp(many), /small@other/]) expect(left).not.toMatch(trace)
    const traces = (await rows()).filter((row) => row.includes(other.site.id))
    expect(traces.map((row) => row.split(' ')[0]).toSorted()).toEqual(['sites', 'tombstones'])
    expect(JSON.parse(traces.find((row) => row.startsWith('sites'))?.slice(6) ?? '')).toMatchObject({
      ...{ key: other.site.key, name: 'Deleted', origins: '[]', settings: '{}', identity_secret: '', erased_at: now },
    })
    expect(await db.prepare('SELECT count(*) AS n FROM audit_log WHERE site = ?').bind(other.site.id).first('n')).toBe(0)

    // The rest of the installation is as it was, and whoever is at another site too.
    expect((await rows()).filter((row) => row.includes(shop.site.id) || row.includes(survey))).toEqual(ours)
    const { counted, expected } = await recounted(db)
    expect(counted).toEqual(expected)
    expect((await respond(shop, survey, { answers: { score: 9 } })).status).toBe(201)
    expect((await asOwner('GET', '/api/v1/me')).status).toBe(401)
    expect(await db.prepare("SELECT count(*) AS n FROM people WHERE email = 'both@shop.example'").first('n')).toBe(1)
    expect((await respond(other, theirs, { answers: { score: 9 } })).status).toBe(404)
  })

  it('is no way to bring it back late', async () => {
    const { site, cookie } = await gone('late')
    await db
      .prepare('UPDATE sites SET deleted_at = ? WHERE id = ?')
      .bind(Date.now() - week, site.id)
      .run()
    expect((await asPerson(cookie, 'POST', `/api/v1/sites/${site.id}/restore`)).status).toBe(410)
    await eraseAll(Date.now())
  })

  it('comes again in a database that was set back to before it', async () => {
    const back = await gone('back')
    const ledger = [{ site: back.site.id, hash: await ledgerHash(back.site.id), created_at: Date.now(), anonymised: 0 as const }]
    // As the older database had it: in use.
    await db.prepare('UPDATE sites SET deleted_at = NULL WHERE id = ?').bind(back.site.id).run()
    expect(await reapplyErasures(openDb(env.DB), ledger, Date.now())).toEqual({
      responses: 0,
      anonymised: 0,
      people: 0,
      sites: 1,
    })
    expect((await manage(back.apiKey, 'GET', '/api/v1/surveys')).status).toBe(410)
    await eraseAll(Date.now())
    expect(await everything()).not.toContain('back@other.example')
    expect(await reapplyErasures(openDb(env.DB), ledger, Date.now())).toMatchObject({ sites: 0 })
  })
})

/** A site that was just deleted, and its owner's cookie. */
async function gone(name: string): Promise<Shop & { cookie: string }> {
  const made = await insertShop(name, [shopOrigin])
  const { cookie } = await joinAs(made, 'owner', `${name}@other.example`)
  expect((await asPerson(cookie, 'DELETE', `/api/v1/sites/${made.site.id}`)).status).toBe(200)
  return { ...made, cookie }
}

/** By what an erased site is known, reckoned apart. */
async function ledgerHash(site: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`site ${site}`))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
