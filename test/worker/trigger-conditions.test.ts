import { beforeAll, describe, expect, it } from 'vitest'
import { insertShop } from './support/other-shop.ts'
import { asPerson, joinAs } from './support/people.ts'
import { run } from './support/run.ts'
import { db, json, manage, migrate, publishSurvey, respond, type Shop, send, setUp, shopOrigin } from './support/shop.ts'

// The conditions on the site in the triggers of the migrations, which no statement of the worker shows: each is left out in turn, and its scene notices.

let first: Shop
let shop: Shop
let survey: string
let theirs: string

beforeAll(async () => {
  await migrate()
  first = await setUp()
  shop = await insertShop('second', [shopOrigin])
  const questions = [
    { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
    { id: 'why', type: 'text', text: 'Why?' },
  ]
  theirs = await publishSurvey(first, { questions })
  survey = await publishSurvey(shop, { questions })
})

const count = async (sql: string, ...values: (string | number)[]) =>
  await db
    .prepare(`SELECT count(*) AS n FROM ${sql}`)
    .bind(...values)
    .first<number>('n')
const waiting = () => count('untagged WHERE site = ?', shop.site.id)

/** The tags of the first site, which a query finds first, are of another revision than any comment's. */
const otherRevision = () => run('UPDATE taggers SET revision = 99 WHERE site = ?', first.site.id)

/** Somebody who works at both sites: a case and a rule of each are theirs. */
async function worksAtBoth(): Promise<{ id: string; leave: () => Promise<Response> }> {
  const email = `${crypto.randomUUID()}@shop.example`
  const { id, cookie } = await joinAs(shop, 'agent', email)
  await run("INSERT INTO members (site, person, role, created_at) VALUES (?, ?, 'agent', 0)", first.site.id, id)
  for (const [one, of] of [
    [first, theirs],
    [shop, survey],
  ] as const) {
    await respond(one, of, { answers: { score: 1, why: 'late' } })
    await run(
      'INSERT INTO cases (response, site, opened_at, owner, changed_at) SELECT id, site, 0, ?, 0 FROM responses WHERE survey = ?',
      id,
      of,
    )
    await run('UPDATE inbox_rules SET owner = ? WHERE site = ?', id, one.site.id)
  }
  return { id, leave: () => asPerson(cookie, 'DELETE', `/api/v1/members/me?site=${shop.site.id}`) }
}

/** By trigger and which of its conditions: what a site's own doing leaves, which is the same whatever the other site has. */
const scenes: Record<string, { does: () => Promise<unknown>; leaves: unknown }> = {
  'responses_insert_untagged 1': {
    does: async () => {
      await otherRevision()
      await respond(shop, survey, { answers: { score: 9, why: 'A parcel' } })
      return await waiting()
    },
    leaves: 0,
  },
  'responses_update_untagged 1': {
    does: async () => {
      await otherRevision()
      const submission = crypto.randomUUID()
      await respond(shop, survey, { submission, answers: { score: 9 } })
      await respond(shop, survey, { submission, seq: 2, answers: { score: 9, why: 'A parcel' } })
      return await waiting()
    },
    leaves: 0,
  },
  'responses_delete_link 1': {
    does: async () => {
      const link = (one: Shop, of: string) =>
        manage(one.apiKey, 'POST', `/api/v1/surveys/${of}/links`, { links: [{ respondent: 'c_1' }] })
      const made = await json<{ links: { url: string }[] }>(link(shop, survey))
      await link(first, theirs)
      const path = new URL(made.links[0]?.url ?? '').pathname
      expect((await send(path)).status).toBe(200)
      const own = 'SELECT submission FROM links WHERE site = ?'
      const submission = (await db.prepare(own).bind(shop.site.id).first<string>('submission')) ?? ''
      await run('UPDATE links SET submission = ? WHERE site = ?', submission, first.site.id)
      await respond(shop, survey, { submission, answers: { score: 3 } })
      await run('DELETE FROM responses WHERE submission = ?', submission)
      return await count('links WHERE site IN (?, ?)', first.site.id, shop.site.id)
    },
    leaves: 1,
  },
  'members_delete_cases 1': {
    does: async () => {
      const { id, leave } = await worksAtBoth()
      expect((await leave()).status).toBe(204)
      return await count('cases WHERE owner = ?', id)
    },
    leaves: 1,
  },
  'members_delete_cases 2': {
    does: async () => {
      const { id, leave } = await worksAtBoth()
      const rules = await count('inbox_rules WHERE site = ?', first.site.id)
      expect((await leave()).status).toBe(204)
      return (await count('inbox_rules WHERE owner = ?', id)) === rules
    },
    leaves: true,
  },
  'imports_update_retention 1': {
    does: async () => {
      for (const { site } of [first, shop]) await run('INSERT INTO retentions (site) VALUES (?)', site.id)
      const headers = { Authorization: `Bearer ${shop.apiKey}`, 'Content-Type': 'application/x-ndjson' }
      const answer = await send(`/api/v1/imports?survey=${survey}`, { method: 'POST', headers, body: '{"score":9}' })
      expect(answer.status).toBeLessThan(300)
      return await count('retentions WHERE imports > 0')
    },
    leaves: 1,
  },
}

/** Those beside a condition that says as much: they are for the index alone. */
const doubled = {
  'beats_insert 1': 'a survey is of one site',
  'responses_delete_untagged 1': 'a response is of one site',
}

const condition = /\bsite = (?:NEW|OLD)\.site\b/g

/** Every trigger's conditions, each with the trigger as it would be without. */
async function listConditions(): Promise<{ name: string; trigger: string; sql: string; without: string }[]> {
  const triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
  const { results } = await db.prepare(triggers).all<{ name: string; sql: string }>()
  return results.flatMap(({ name, sql }) =>
    [...sql.matchAll(condition)].map(({ 0: text, index }, i) => ({
      name: `${name} ${i + 1}`,
      trigger: name,
      sql,
      without: `${sql.slice(0, index)}true${sql.slice(index + text.length)}`,
    })),
  )
}

/** What a scene comes to, with a trigger in place of what it is; nothing of it stays. */
async function play(name: string, trigger: string, sql: string): Promise<unknown> {
  await db.batch([db.prepare(`DROP TRIGGER ${trigger}`), db.prepare(sql)])
  const clean = ['untagged', 'links', 'cases', 'responses', 'retentions', 'imports'].map((table) =>
    db.prepare(`DELETE FROM ${table}`),
  )
  await db.batch([...clean, db.prepare('UPDATE taggers SET revision = 0')])
  return await scenes[name]?.does()
}

describe('each condition on the site in a trigger', () => {
  it('has its scene, or says nothing that another beside it doesn’t', async () => {
    const names = (await listConditions()).map(({ name }) => name)
    expect(names.toSorted()).toEqual([...Object.keys(scenes), ...Object.keys(doubled)].toSorted())
  })

  it.each(Object.keys(scenes))('%s: the other site’s rows make no difference, and do without it', async (name) => {
    const found = (await listConditions()).find((one) => one.name === name)
    if (!found) throw new Error(`no trigger has ${name}`)
    const { trigger, sql, without } = found
    expect(await play(name, trigger, sql)).toEqual(scenes[name]?.leaves)
    expect(await play(name, trigger, without)).not.toEqual(scenes[name]?.leaves)
    await db.batch([db.prepare(`DROP TRIGGER ${trigger}`), db.prepare(sql)])
  })
})
