// What a database is made of, read from SQLite's own lists: a backup names no table, so that none can be forgotten.

/** A table whose rows are kept. */
export interface Table {
  name: string
  sql: string
  /** Those that hold something themselves: generated ones are not among them. */
  columns: string[]
  /** What its rows are read in the order of: the primary key, or `rowid`. */
  key: string[]
  parents: Parent[]
}

/** A foreign key: rows of `table` whose `to` equal this table's `from` must be there. */
interface Parent {
  table: string
  from: string[]
  to: string[]
}

/** An index of words. It holds what triggers put into it, so that its settings are all that is kept of it. */
export interface WordIndex {
  name: string
  sql: string
  settings: [name: string, value: string | number][]
}

export interface DatabaseSchema {
  /** In an order in which rows can be put in: who is referred to before who refers. */
  tables: Table[]
  wordIndexes: WordIndex[]
  views: { name: string; sql: string }[]
  indexes: { sql: string; unique: boolean }[]
  /** `indexing` ones fill an index of words. */
  triggers: { sql: string; indexing: boolean }[]
}

interface Listed {
  type: 'table' | 'view' | 'index' | 'trigger'
  name: string
  sql: string
}

/** As SQL writes a name. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** The platform's own tables and SQLite's are nobody's. */
const listing = `SELECT type, name, sql FROM sqlite_master
  WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 4) <> '_cf_' ORDER BY name`

export async function readSchema(d1: D1Database): Promise<DatabaseSchema> {
  const listed = await rows<Listed>(d1, listing)
  const kinds = new Map(
    (await rows<{ name: string; type: string; wr: number }>(d1, 'PRAGMA table_list')).map((one) => [one.name, one]),
  )
  const tables: Table[] = []
  const wordIndexes: WordIndex[] = []
  for (const { name, sql } of listed.filter(({ type }) => type === 'table')) {
    const kind = kinds.get(name)
    if (kind?.type === 'table') tables.push(await readTable(d1, name, sql, kind.wr === 1))
    if (kind?.type === 'virtual') wordIndexes.push(await readWordIndex(d1, name, sql))
  }
  return {
    tables: inOrder(tables),
    wordIndexes,
    views: listed.filter(({ type }) => type === 'view').map(({ name, sql }) => ({ name, sql })),
    indexes: listed.filter(({ type }) => type === 'index').map(({ sql }) => ({ sql, unique: /^CREATE UNIQUE/i.test(sql) })),
    triggers: listed
      .filter(({ type }) => type === 'trigger')
      .map(({ sql }) => ({ sql, indexing: wordIndexes.some(({ name }) => new RegExp(`\\b${name}\\b`).test(sql)) })),
  }
}

async function readTable(d1: D1Database, name: string, sql: string, withoutRowid: boolean): Promise<Table> {
  const columns = await rows<{ name: string; pk: number; hidden: number }>(d1, `PRAGMA table_xinfo(${quoted(name)})`)
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  return {
    ...{ name, sql },
    columns: columns.filter(({ hidden }) => hidden === 0).map((column) => column.name),
    key: withoutRowid ? key.map((column) => column.name) : ['rowid'],
    parents: await readParents(d1, name),
  }
}

async function readParents(d1: D1Database, name: string): Promise<Parent[]> {
  const found = await rows<{ id: number; seq: number; table: string; from: string; to: string }>(
    d1,
    `PRAGMA foreign_key_list(${quoted(name)})`,
  )
  const parents = new Map<number, Parent>()
  for (const { id, table, from, to } of found.sort((a, b) => a.seq - b.seq)) {
    const parent = parents.get(id) ?? { table, from: [], to: [] }
    parent.from.push(from)
    parent.to.push(to)
    parents.set(id, parent)
  }
  return [...parents.values()]
}

/** Its version is SQLite's own to write. https://sqlite.org/fts5.html#special_insert_commands */
async function readWordIndex(d1: D1Database, name: string, sql: string): Promise<WordIndex> {
  const found = await rows<{ k: string; v: string | number }>(
    d1,
    `SELECT k, v FROM ${quoted(`${name}_config`)} WHERE k <> 'version' ORDER BY k`,
  )
  return { name, sql, settings: found.map(({ k, v }) => [k, v]) }
}

/** Parents first; a table may refer to itself. */
function inOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  let rest = [...tables]
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name))
    const free = rest.filter(({ name, parents }) => parents.every(({ table }) => table === name || !waiting.has(table)))
    if (free.length === 0) throw new Error(`these tables refer to each other in a circle: ${[...waiting].join(', ')}`)
    ordered.push(...free)
    rest = rest.filter((table) => !free.includes(table))
  }
  return ordered
}

export async function rows<Row>(d1: D1Database, sql: string, ...params: unknown[]): Promise<Row[]> {
  return (
    await d1
      .prepare(sql)
      .bind(...params)
      .all<Row>()
  ).results
}
