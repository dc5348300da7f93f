import { beforeAll, describe, expect, it } from 'vitest'
import { db, publishSurvey, respond, runScheduled } from './support/shop.ts'
import { here, prepareTours, tours, unseenOperations } from './support/tours.ts'

/** What may come of a migration: to every table a column, an index and triggers that count in a table of their own. */
async function migrateFurther(): Promise<string[]> {
  const { results } = await db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
      AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\' AND name NOT LIKE 'verbatims%' AND name <> 'd1_migrations'`)
    .all<{ name: string }>()
  const tables = results.map(({ name }) => name)
  const changes = tables.flatMap((table) => [
    `ALTER TABLE ${table} ADD COLUMN next TEXT NOT NULL DEFAULT 'unsaid' CHECK (length(next) <= 64)`,
    `CREATE INDEX ${table}_next ON ${table} (next)`,
    ...['INSERT', 'UPDATE', 'DELETE'].map(
      (change) => `CREATE TRIGGER next_${table}_${change} AFTER ${change} ON ${table}
        BEGIN INSERT INTO next_changes (name, n) VALUES ('${table}', 1) ON CONFLICT (name) DO UPDATE SET n = n + 1; END`,
    ),
  ])
  const made = 'CREATE TABLE next_changes (name TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID'
  await db.batch([made, ...changes, "INSERT INTO d1_migrations (name) VALUES ('9999_next.sql')"].map((sql) => db.prepare(sql)))
  return tables
}

const histogram = async (survey: string) =>
  (
    await db
      .prepare(
        "SELECT answer, sum(n) AS n FROM answer_counts WHERE survey = ? AND question = 'score' AND segment_set = 0 GROUP BY 1",
      )
      .bind(survey)
      .all<{ answer: string; n: number }>()
  ).results

describe('a worker on the tables of the next version', () => {
  let tables: string[]
  beforeAll(async () => {
    await prepareTours()
    tables = await migrateFurther()
  })

  it('finds all of its own there', () => expect(tables.length).toBeGreaterThan(40))

  it.each(Object.keys(tours))('goes on: %s', async (name) => {
    await tours[name]?.()
  })

  it('answers every operation as its document says', async () => {
    expect(await unseenOperations()).toEqual([])
  })

  it('stores and counts answers, and does the minute’s work', async () => {
    const { shop } = here()
    const survey = await publishSurvey(shop, {})
    const submission = crypto.randomUUID()
    expect((await respond(shop, survey, { submission, answers: { score: 9 } })).status).toBe(201)
    expect(
      (await respond(shop, survey, { submission, seq: 2, complete: true, answers: { score: 10, why: 'Linen' } })).status,
    ).toBe(201)
    await runScheduled()
    expect(await histogram(survey)).toEqual([{ answer: '10', n: 1 }])
    const told = await db.prepare("SELECT n FROM next_changes WHERE name = 'responses'").first<{ n: number }>()
    expect(told?.n).toBeGreaterThan(0)
  })

  it('would be noticed not to, were the column demanded', async () => {
    const { shop } = here()
    const survey = await publishSurvey(shop, {})
    const demand = `CREATE TRIGGER next_demanded BEFORE INSERT ON responses WHEN NEW.next = 'unsaid'
      BEGIN SELECT RAISE(ABORT, 'next is missing'); END`
    await db.prepare(demand).run()
    await expect(respond(shop, survey, { answers: { score: 9 } })).rejects.toThrow('answers 500')
    await db.prepare('DROP TRIGGER next_demanded').run()
    expect(await histogram(survey)).toEqual([])
  })
})
