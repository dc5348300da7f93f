import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

const migrations = env.TEST_MIGRATIONS
const db = env.DB

/** All that was made, and every row of the tables that have a few. */
async function picture(): Promise<string> {
  const { results } = await db
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name")
    .all<{ type: string; name: string }>()
  const rows = []
  for (const { type, name } of results) {
    if (type === 'table' && !name.startsWith('verbatims') && !name.startsWith('sqlite_'))
      rows.push((await db.prepare(`SELECT * FROM "${name}"`).all()).results)
  }
  return JSON.stringify([results, rows])
}

/** Every column there is, as "table.column". */
async function columns(): Promise<string[]> {
  const sql = `SELECT tables.name || '.' || columns.name AS name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
    WHERE tables.type = 'table' AND tables.name NOT LIKE '\\_cf%' ESCAPE '\\'`
  return (await db.prepare(sql).all<{ name: string }>()).results.map(({ name }) => name)
}

/** A shop with an answer, as old as the third migration, so that later ones have something to move. */
const rows = [
  `INSERT INTO sites (id, name, key, origins, time_zone, dimensions, created_at)
   VALUES ('site_1', 'Shop', 'pk_1', '[]', 'Europe/Berlin', '[]', 1)`,
  `INSERT INTO surveys (id, site, name, metric, points, state, version, draft, created_at, updated_at)
   VALUES ('srv_1', 'site_1', 'Order', 'nps', 11, 'live', 1, '{}', 1, 1)`,
  `INSERT INTO segment_sets (site, id, dimensions) VALUES ('site_1', 1, '{}')`,
  `INSERT INTO responses (id, site, survey, submission, seq, complete, version, score, answers, comment, texts, segment_set, traits, source,
     day, answered_at, created_at, updated_at, digest, receipt)
   VALUES (1, 'site_1', 'srv_1', 'one', 1, 1, 1, 3, '{"missing":"price"}', 'Late delivery', '{}', 1, '{}', 'widget',
     '2026-03-01', 1, 1, 1, 'd', 'r')`,
]

// wrangler sends a migration's statements and its line in d1_migrations as one batch, here and to Cloudflare: so it does here.
describe('a migration', () => {
  let statements = 0
  const takenAway: string[] = []
  beforeAll(async () => {
    for (const [i, migration] of migrations.entries()) {
      const before = await picture()
      for (let k = 1; k <= migration.queries.length; k++) {
        const begun = migration.queries.slice(0, k).map((query) => db.prepare(query))
        await expect(db.batch([...begun, db.prepare('INSERT INTO nowhere VALUES (1)')])).rejects.toThrow(/no such table/)
        expect(await picture(), `${migration.name} was broken off at statement ${k}`).toBe(before)
        statements++
      }
      const had = await columns()
      await applyD1Migrations(db, migrations.slice(0, i + 1))
      const has = new Set(await columns())
      takenAway.push(...had.filter((name) => !has.has(name)).map((name) => `${migration.name}: ${name}`))
      if (migration.name.startsWith('0003')) for (const row of rows) await db.prepare(row).run()
    }
  }, 120_000)

  it('broken off at any statement leaves the database as it was', () => {
    expect(statements).toBeGreaterThan(200)
  })

  it('takes no column away: the worker before serves on while the next is published', () => {
    expect(takenAway).toEqual([])
  })

  it('carries what is there along', async () => {
    const found = await db.prepare("SELECT rowid FROM verbatims WHERE verbatims MATCH 'delivery'").all()
    const counted = await db
      .prepare("SELECT question, answer, sum(n) AS n FROM answer_counts WHERE survey = 'srv_1' GROUP BY 1, 2")
      .all()
    expect(found.results).toEqual([{ rowid: 1 }])
    expect(counted.results).toContainEqual({ question: 'score', answer: '3', n: 2 })
  })

  it('applied once more changes nothing', async () => {
    const before = await picture()
    await applyD1Migrations(db, migrations)
    expect(await picture()).toBe(before)
  })
})
