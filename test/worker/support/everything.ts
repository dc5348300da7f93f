import { expect } from 'vitest'
import { db } from './shop.ts'

/** Every cell of every table as text, those of the search index's own tables too. */
export async function everything(): Promise<string> {
  const like = "type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE '%\\_cf\\_%' ESCAPE '\\'"
  const { results } = await db.prepare(`SELECT name FROM sqlite_master WHERE ${like}`).all<{ name: string }>()
  expect(results.length).toBeGreaterThan(20)
  const read = await db.batch<object>(results.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`)))
  const cells = read.flatMap((table) => table.results.flatMap((row) => Object.values(row) as unknown[]))
  return cells.map((cell) => (Array.isArray(cell) ? String.fromCharCode(...cell) : String(cell))).join('\n')
}
