import { db } from '../support/shop.ts'

interface Table {
  name: string
  columns: string[]
  /** The column that says whose a row is; none where a table has no such. */
  owner: '' | 'id' | 'site'
}

/** Of each table, all of its rows as one text. */
export type State = Map<string, string>

let tables: Table[] = []
let triggers: { name: string; sql: string }[] = []

const refill = `INSERT INTO verbatims (rowid, scope, text)
SELECT id, replace(site, '_', ''), (SELECT group_concat(value, ' ') FROM json_each(json_patch(json_patch(json_object('', responses.comment), responses.texts), responses.spaced)))
FROM responses WHERE comment <> '' OR texts <> '{}'`

/** Learns the schema; to be called once, before the others. */
export async function learnTables(): Promise<void> {
  const like = `type = 'table' AND sql LIKE 'CREATE TABLE%' AND name NOT LIKE 'verbatims%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`
  const { results } = await db
    .prepare(`SELECT name, sql FROM sqlite_master WHERE ${like} ORDER BY name`)
    .all<{ name: string; sql: string }>()
  const infos = await db.batch<{ name: string; type: string; pk: number; hidden: number }>(
    results.map(({ name }) => db.prepare(`SELECT name, type, pk, hidden FROM pragma_table_xinfo('${name}')`)),
  )
  tables = results.map(({ name, sql }, i) => {
    const stored = (infos[i]?.results ?? []).filter(({ hidden }) => hidden === 0)
    const keys = stored.filter(({ pk }) => pk > 0)
    const isNumbered = keys.length === 1 && keys[0]?.type === 'INTEGER'
    const columns = stored.map((column) => column.name)
    // What the rows were given without being asked for it: an order may rest on it.
    const owner = name === 'sites' ? 'id' : columns.includes('site') ? 'site' : ''
    return { name, columns: isNumbered || /WITHOUT ROWID/.test(sql) ? columns : ['rowid', ...columns], owner }
  })
  const made = await db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all<(typeof triggers)[0]>()
  triggers = made.results
}

export const allTables = (): readonly Table[] => tables

/** The tables with a column that says whose a row is, and that of the sites themselves. */
export const tenantTables = () => tables.filter(({ owner }) => owner !== '').map(({ name }) => name)

export async function readState(): Promise<State> {
  const read = await db.batch<{ rows: string }>(
    tables.map(({ name, columns }) =>
      db.prepare(
        `SELECT json_group_array(json_array(${columns.join(', ')}) ORDER BY ${columns.slice(0, 3).join(', ')}) AS rows FROM ${name}`,
      ),
    ),
  )
  return new Map(tables.map(({ name }, i) => [name, read[i]?.results[0]?.rows ?? '']))
}

/** Writes back what differs from `wanted`. */
export async function restore(wanted: State, found: State): Promise<void> {
  const changed = tables.filter(({ name }) => wanted.get(name) !== found.get(name))
  if (changed.length === 0) return
  await db.batch([
    db.prepare('PRAGMA defer_foreign_keys = on'),
    ...triggers.map(({ name }) => db.prepare(`DROP TRIGGER ${name}`)),
    ...changed.flatMap(({ name, columns }) => [
      db.prepare(`DELETE FROM ${name}`),
      db
        .prepare(
          `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${columns.map((_, i) => `value ->> ${i}`).join(', ')} FROM json_each(?)`,
        )
        .bind(wanted.get(name)),
    ]),
    ...(changed.some(({ name }) => name === 'responses')
      ? [db.prepare("INSERT INTO verbatims (verbatims) VALUES ('delete-all')"), db.prepare(refill)]
      : []),
    ...triggers.map(({ sql }) => db.prepare(sql)),
  ])
}
