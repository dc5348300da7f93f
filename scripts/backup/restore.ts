import { type Head, rowsIn, type Sums, verifyFile } from './file.ts'
import { sumOf } from './rows.ts'
import { quoted, readSchema, rows, type Table } from './schema.ts'

/** Stands while a restore is under way: whoever finds it knows that what is there is half of something. */
const mark = 'restoring'
/** Says what the database was migrated to; without it nothing is served. */
const ledger = 'd1_migrations'
/** Characters of one statement's rows; D1 takes 2 MB as one value. */
const most = 500_000

export interface Restored {
  /** When the backup was begun, ISO 8601. */
  at: string
  /** By table. */
  rows: Record<string, number>
  /** Rows whose parent was written or deleted while the backup was made, by table. */
  leftOut: Record<string, number>
}

/**
 * Puts a backup into a database that holds nothing: one that is empty, was only migrated, or in which a restore was broken off. Looks through the
 * whole file before it changes anything, and at every table afterwards. Throws, in a sentence, where either isn't what was written.
 */
export async function restore(d1: D1Database, path: string): Promise<Restored> {
  const { head, sums } = await verifyFile(path)
  if (!head.schema.tables.some(({ name }) => name === ledger)) throw new Error(`${path} holds erasures alone: reapply-erasures`)
  await clear(d1)
  const { tables, wordIndexes, views, indexes, triggers } = head.schema
  const served = tables.filter(({ name }) => name !== ledger)
  await create(d1, [
    ...served.map(({ sql }) => sql),
    ...wordIndexes.map(({ sql }) => sql),
    ...views.map(({ sql }) => sql),
    ...indexes.filter(({ unique }) => unique).map(({ sql }) => sql),
    ...triggers.filter(({ indexing }) => indexing).map(({ sql }) => sql),
  ])
  for (const { name, settings } of wordIndexes) {
    for (const [key, value] of settings) {
      // D1 binds every number as one with a fraction, which the index refuses.
      const bound = typeof value === 'number' ? 'CAST(?2 AS INTEGER)' : '?2'
      await d1
        .prepare(`INSERT INTO ${quoted(name)} (${quoted(name)}, rank) VALUES (?1, ${bound})`)
        .bind(key, value)
        .run()
    }
  }
  await load(d1, path, served)
  await create(d1, [
    ...indexes.filter(({ unique }) => !unique).map(({ sql }) => sql),
    ...triggers.filter(({ indexing }) => !indexing).map(({ sql }) => sql),
  ])
  const held = await compare(d1, served, sums)
  await finish(d1, path, head)
  return { at: head.at, ...held }
}

/** Throws where there is anything to lose; else drops what is there and leaves the mark. */
async function clear(d1: D1Database): Promise<void> {
  const there = await readSchema(d1)
  const has = (name: string) => there.tables.some((table) => table.name === name)
  if (!has(mark) && has('sites') && (await rows(d1, 'SELECT 1 FROM sites LIMIT 1')).length > 0)
    throw new Error('this database holds a shop: a backup goes into an empty one, so that nothing is lost by it')
  await create(d1, [`CREATE TABLE IF NOT EXISTS ${mark} (begun_at INTEGER NOT NULL) STRICT`])
  const drops = [
    // First, so that nothing serves what is half gone.
    ...(has(ledger) ? [`DROP TABLE ${ledger}`] : []),
    ...there.views.map(({ name }) => `DROP VIEW ${quoted(name)}`),
    ...there.wordIndexes.map(({ name }) => `DROP TABLE ${quoted(name)}`),
    ...there.tables
      .filter(({ name }) => name !== mark && name !== ledger)
      .toReversed()
      .map(({ name }) => `DROP TABLE ${quoted(name)}`),
  ]
  for (const drop of drops) await d1.prepare(drop).run()
}

async function create(d1: D1Database, statements: readonly string[]): Promise<void> {
  for (const sql of statements) await d1.prepare(sql).run()
}

async function load(d1: D1Database, path: string, tables: readonly Table[]): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]))
  let current: Table | undefined
  let chunks: string[][] = []
  let size = 0
  const flush = async () => {
    if (!current || chunks.length === 0) return
    const sql = insertion(current)
    const statements = chunks.map((lines) => d1.prepare(sql).bind(`[${lines.join()}]`))
    // Within a transaction a row may refer to one that comes after it.
    await d1.batch([d1.prepare('PRAGMA defer_foreign_keys = on'), ...statements])
    chunks = []
    size = 0
  }
  for await (const { table, line } of rowsIn(path)) {
    if (table !== current?.name) {
      await flush()
      current = byName.get(table)
    }
    if (!current) continue
    const isFull = size + line.length > most && size > 0
    // Rows of a table that refers to itself go in one transaction, however many they are.
    if (isFull && !refersToItself(current)) await flush()
    if (isFull || chunks.length === 0) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(line)
    size += line.length + 1
  }
  await flush()
}

const refersToItself = ({ name, parents }: Table) => parents.some(({ table }) => table === name)

/** Puts in the rows of one array of arrays, but for those whose parent isn't there. */
function insertion({ name, columns, parents }: Table): string {
  const values = columns.map((column, i) => `value ->> ${i} AS ${quoted(column)}`)
  const wanted = parents
    .filter(({ table }) => table !== name)
    .map(({ table, from, to }) => {
      const isUnset = from.map((column) => `given.${quoted(column)} IS NULL`)
      const isThere = to.map((column, i) => `parent.${quoted(column)} = given.${quoted(from[i] ?? '')}`)
      return `(${isUnset.join(' OR ')} OR EXISTS (SELECT 1 FROM ${quoted(table)} AS parent WHERE ${isThere.join(' AND ')}))`
    })
  return `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')})
    SELECT * FROM (SELECT ${values.join(', ')} FROM json_each(?1)) AS given
    ${wanted.length > 0 ? `WHERE ${wanted.join(' AND ')}` : ''}`
}

/** Holds every table against its checksum; where rows were left out there are fewer, and nothing to hold them against. */
async function compare(d1: D1Database, tables: readonly Table[], sums: Sums): Promise<Pick<Restored, 'rows' | 'leftOut'>> {
  const held: Pick<Restored, 'rows' | 'leftOut'> = { rows: {}, leftOut: {} }
  for (const table of tables) {
    const said = sums[table.name]
    const is = await sumOf(d1, table)
    held.rows[table.name] = is.rows
    if (said && is.rows < said.rows && table.parents.length > 0) held.leftOut[table.name] = said.rows - is.rows
    else if (is.sha256 !== said?.sha256) throw new Error(`the table ${table.name} isn't what the backup has: restore once more`)
  }
  return held
}

/** Says what the database is migrated to, and that it is whole, in one transaction. */
async function finish(d1: D1Database, path: string, { schema }: Head): Promise<void> {
  const table = schema.tables.find(({ name }) => name === ledger)
  if (!table) return
  const lines: string[] = []
  for await (const { table: name, line } of rowsIn(path)) if (name === ledger) lines.push(line)
  await d1.batch([
    d1.prepare(table.sql),
    d1.prepare(insertion(table)).bind(`[${lines.join()}]`),
    d1.prepare(`DROP TABLE ${mark}`),
  ])
}
