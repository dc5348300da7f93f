import { db } from '../support/shop.ts'
import type { Asked } from './marked-db.ts'
import { allTables } from './snapshot.ts'

/** What a statement does. */
export interface Outcome {
  /** Of a question the rows that answer it, of a change every row that it or a trigger writes, each as text and in no order; of either the error. */
  rows: readonly string[]
  /** The sites whose rows are written. */
  written: ReadonlySet<string>
}

const isChange = (sql: string) => !/^\s*(SELECT|WITH)\b/i.test(sql) || /\b(INSERT (OR \w+ )?INTO|UPDATE|DELETE FROM)\b/i.test(sql)

/** SQLite's own tables have no triggers. */
const probedTables = () => allTables().filter(({ name }) => !name.startsWith('sqlite_'))
const verbs = ['INSERT', 'UPDATE', 'DELETE'] as const

/** Has each row that is written be told to a log while something stands in `probing`. */
export async function layProbes(): Promise<void> {
  await db.batch([
    db.prepare('CREATE TABLE probing (one INTEGER)'),
    db.prepare('CREATE TABLE probed (site TEXT, entry TEXT)'),
    ...probedTables().flatMap(({ name, columns, owner }) =>
      verbs.map((verb) => {
        const row = verb === 'DELETE' ? 'OLD' : 'NEW'
        const found = verb === 'INSERT' ? 'NEW' : 'OLD'
        const site = owner === '' ? "''" : `${found}.${owner}`
        return db.prepare(
          `CREATE TRIGGER probe_${verb}_${name} AFTER ${verb} ON ${name} WHEN EXISTS (SELECT 1 FROM probing)
           BEGIN INSERT INTO probed VALUES (${site}, '${verb} ${name} ' || ${inJson(columns.map((column) => `${row}.${column}`))}); END`,
        )
      }),
    ),
  ])
}

export async function takeProbesAway(): Promise<void> {
  await db.batch([
    ...probedTables().flatMap(({ name }) => verbs.map((verb) => db.prepare(`DROP TRIGGER probe_${verb}_${name}`))),
    db.prepare('DROP TABLE probing'),
    db.prepare('DROP TABLE probed'),
  ])
}

/** A function takes so many values in D1. */
const mostValues = 30
function inJson(columns: readonly string[]): string {
  const parts: string[] = []
  for (let i = 0; i < columns.length; i += mostValues) parts.push(`json_array(${columns.slice(i, i + mostValues).join(', ')})`)
  return parts.join(' || ')
}

/** What statements do, each of them as it stands after `earlier` ones of its transaction, and none after another of them. Nothing of it stays. */
export async function outcomesOf(earlier: readonly Asked[], statements: readonly Asked[]): Promise<Outcome[]> {
  // A question is asked before its transaction: what would be read of what stands before it there, no answer tells.
  if (statements.every(({ sql }) => !isChange(sql))) {
    const answers = await db.batch<Record<string, unknown>>(statements.map(prepared))
    return answers.map(({ results }) => ({ rows: sorted(results.map((row) => JSON.stringify(row))), written: new Set() }))
  }
  const outcomes: Outcome[] = []
  for (const statement of statements) outcomes.push(await undone(earlier, statement))
  return outcomes
}

const prepared = ({ sql, values }: Asked) => db.prepare(sql).bind(...values)

const lastWords = `SELECT json_extract('{}', 'told' || (SELECT json_group_array(json_array(site, entry)) FROM probed))`

/**
 * D1 knows no transaction but a batch, which stays or goes as a whole, its answers with it. So a change is carried out in one whose last statement fails, and
 * what was written leaves it as the words of that error.
 */
async function undone(earlier: readonly Asked[], statement: Asked): Promise<Outcome> {
  const begin = db.prepare('INSERT INTO probing VALUES (1)')
  // To ask for changes() is to ask for those of the statement just before.
  const asksBefore = /\bchanges\(\)/.test(statement.sql)
  try {
    await db.batch([
      // What a foreign key would refuse in the end is not what a condition does.
      db.prepare('PRAGMA defer_foreign_keys = on'),
      ...(asksBefore ? [begin] : []),
      ...earlier.map(prepared),
      ...(asksBefore ? [] : [begin]),
      prepared(statement),
      db.prepare(lastWords),
    ])
  } catch (error) {
    const told = /bad JSON path: 'told(.*)': SQLITE_ERROR/s.exec(String(error))?.[1]
    if (told === undefined) return { rows: [String(error)], written: new Set() }
    const entries = JSON.parse(told.replaceAll("''", "'")) as [site: string, entry: string][]
    return {
      rows: sorted(entries.map(([, entry]) => entry)),
      written: new Set(asksBefore ? [] : entries.map(([site]) => site)),
    }
  }
  throw new Error('a probe was carried out')
}

/** Without the chances that the database takes itself, and without the orders, of rows and of lists in them, that nobody asked for. */
const sorted = (rows: readonly string[]) =>
  rows
    .map((row) =>
      row
        .replace(/^\{"rowid":\d+,/, '{')
        .replace(/(_|anon:)(?:[0-9a-f]{32}|[0-9a-f]{24}|[0-9a-f]{16})\b/g, '$1…')
        .replace(/\[[^[\]{}]*\]/g, (list) => list.slice(1, -1).split(',').toSorted().join()),
    )
    .toSorted()
