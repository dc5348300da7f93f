import { beforeAll, describe, expect, it } from 'vitest'
import { ofMembers, ofShoppers, others } from '../../worker/domain/privacy/kept.ts'
import { canary, leaveCanary, mail } from './support/canary.ts'
import { tableNames } from './support/everything.ts'
import { db, manage, migrate, publishSurvey, runScheduled, type Shop, send, setUp } from './support/shop.ts'

let shop: Shop
let survey: string

beforeAll(async () => {
  await migrate()
  shop = await setUp({ dimensions: ['touchpoint', 'tier'] })
  survey = await publishSurvey(shop, {
    questions: [
      { id: 'score', type: 'metric', text: 'How likely?', low: 'no', high: 'yes' },
      { id: 'why', type: 'text', text: 'Why?' },
      { id: 'mail', type: 'contact', text: 'Your e-mail', channel: 'email', purpose: 'To help' },
    ],
  })
})

type Columns = Readonly<Record<string, string>>

/** "table.column" of each that a part of the register names. */
const named = (columns: Columns) =>
  Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${table}.${name}`))
const registered = (kept: readonly { columns: Columns }[]) => kept.flatMap(({ columns }) => named(columns))

async function stored(): Promise<string[]> {
  const tables = [...(await tableNames({ stored: true })), 'verbatims']
  const read = await db.batch<{ name: string }>(
    tables.map((table) => db.prepare(`SELECT name FROM pragma_table_xinfo('${table}')`)),
  )
  return read.flatMap(({ results }, i) => results.map(({ name }) => `${tables[i]}.${name}`))
}

describe('the register of what is kept', () => {
  it('names every column of the database, and none that isn’t there', async () => {
    const all = new Set([...registered(ofShoppers), ...registered(ofMembers), ...named(others)])
    expect([...all].toSorted()).toEqual((await stored()).toSorted())
  })

  it('says of no column of shoppers twice what it is, nor that it is nothing', () => {
    const of = [...registered(ofShoppers), ...named(others)]
    expect(of.filter((one, i) => of.indexOf(one) !== i)).toEqual([])
  })

  it('notices a column that was added without a word', async () => {
    await db.prepare('ALTER TABLE responses ADD COLUMN shoe_size TEXT').run()
    expect(await stored()).toContain('responses.shoe_size')
    await db.prepare('ALTER TABLE responses DROP COLUMN shoe_size').run()
  })
})

describe('a person who stands in it', () => {
  /** Only what is looked for can be read of it. */
  const index = 'verbatims'
  const indexed = () => db.prepare(`SELECT count(*) AS n FROM ${index} WHERE ${index} MATCH 'canarywords'`).first('n')
  /** By table how many rows it has. */
  const counts = async (tables: readonly string[]) => {
    const read = await db.batch<{ n: number }>(tables.map((table) => db.prepare(`SELECT count(*) AS n FROM ${table}`)))
    return read.map(({ results }) => results[0]?.n ?? 0)
  }
  /** What of the person stands in the columns, other than ids, numbers and states that anybody may have. */
  const valuesIn = async (columns: Columns): Promise<string[]> => {
    const found: string[] = []
    for (const [table, names] of Object.entries(columns).filter(([name]) => name !== index)) {
      const { results } = await db.prepare(`SELECT ${names.split(' ').join(', ')} FROM ${table}`).all()
      const texts = results
        .flatMap((row) => Object.values(row))
        .flatMap((value) => String(value).match(/[\w.+@ /-]*canary[\w.+@ /-]*/gi) ?? [])
      found.push(...texts)
    }
    return found
  }

  it('is handed over, and is gone once erased, from wherever it says so', async () => {
    const gone = ofShoppers.filter(({ erased }) => erased)
    const tables = [...new Set(gone.flatMap(({ columns }) => Object.keys(columns)))].filter((name) => name !== index)
    const before = await counts(tables)
    await leaveCanary(shop, survey)
    await runScheduled()
    const there = await counts(tables)
    // A deed is told and over, or was not left by this one.
    const untouched = ['outbox', 'deliveries', 'alert_firings', 'replies', 'untagged', 'customers_due']
    for (const [i, table] of tables.entries())
      if (!untouched.includes(table)) expect(there[i], table).toBeGreaterThan(before[i] ?? 0)

    expect(await indexed()).toBe(1)
    const path = (who: string) => `/api/v1/respondents/${encodeURIComponent(who)}`
    const handed = await (await manage(shop.apiKey, 'GET', `${path(canary)}/export`)).text()
    let looked = 0
    for (const { columns, handedOver } of ofShoppers)
      for (const value of handedOver ? await valuesIn(columns) : []) {
        looked++
        expect(handed.toLowerCase()).toContain(value.trim().toLowerCase())
      }
    expect(looked).toBeGreaterThan(8)

    for (const who of [canary, mail]) expect((await manage(shop.apiKey, 'DELETE', path(who))).status).toBe(200)
    expect(await counts(tables)).toEqual(before)
    expect(await indexed()).toBe(0)
    for (const { columns } of ofShoppers) expect(await valuesIn(columns)).toEqual([])
  })

  it.each(['cases', 'contacts'])('is missed by what an erasure leaves of %s', async (what) => {
    const name = `responses_delete_${what}`
    const sql = (await db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').bind(name).first<string>('sql')) ?? ''
    await db.prepare(`DROP TRIGGER ${name}`).run()
    const before = await counts([what])
    await leaveCanary(shop, survey)
    await runScheduled()
    for (const who of [canary, mail]) await manage(shop.apiKey, 'DELETE', `/api/v1/respondents/${encodeURIComponent(who)}`)
    expect(await counts([what])).not.toEqual(before)
    await db.batch([db.prepare(sql), db.prepare(`DELETE FROM ${what}`)])
  })
})

describe('the page', () => {
  it('says how long, by the site’s own settings, and nothing of a site that isn’t there', async () => {
    const general = await (await send('/privacy')).text()
    expect(general).toContain('What Earshot keeps of people')
    expect(general).toContain('As the site says in its settings')
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, {
      name: 'Fern <b>',
      anonymiseMonths: 1,
      keepMonths: 24,
      contactDays: 7,
    })
    const own = await (await send(`/privacy/${shop.site.key}`)).text()
    expect(own).toContain('What Fern &lt;b&gt; keeps of your feedback')
    expect(own).toContain('After one month without anything that says who it was; deleted after 24 months')
    expect(own).toContain('Two years after it last changed, or for one month where that is sooner')
    expect(own).toContain('Until 7 days after it was dealt with')
    const replaced = 'They are replaced before anything is stored'
    expect(own).toContain(replaced)
    await manage(shop.apiKey, 'PATCH', `/api/v1/sites/${shop.site.id}`, { redact: false })
    expect(await (await send(`/privacy/${shop.site.key}`)).text()).not.toContain(replaced)
    expect((await send('/privacy/pk_nobody')).status).toBe(404)
  })
})
