import { expect } from 'vitest'
import { db } from './shop.ts'

/** The names of all tables of Earshot's own; `stored` leaves out those of the search index. */
export async function tableNames({ stored = false } = {}): Promise<string[]> {
  const own = "type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'"
  const { results } = await db.prepare(`SELECT name FROM sqlite_master WHERE ${own}`).all<{ name: string }>()
  expect(results.length).toBeGreaterThan(20)
  const names = results.map(({ name }) => name)
  return stored ? names.filter((name) => !/^(sqlite_|verbatims|d1_migrations$)/.test(name)) : names
}

/** Every cell of every table as text, those of the search index's own tables too. */
export async function everything(): Promise<string> {
  const read = await db.batch<object>((await tableNames()).map((name) => db.prepare(`SELECT * FROM "${name}"`)))
  const cells = read.flatMap((table) => table.results.flatMap((row) => Object.values(row) as unknown[]))
  return cells.map((cell) => (Array.isArray(cell) ? String.fromCharCode(...cell) : String(cell))).join('\n')
}
