import { type Compilable, type CompiledQuery, Kysely } from 'kysely'
import { D1Dialect } from 'kysely-d1'
import type { Schema } from './schema.ts'

/** What store functions are given: Kysely for single queries, the raw binding for batches. */
export interface Db {
  query: Kysely<Schema>
  d1: D1Database
}

const opened = new WeakMap<D1Database, Db>()

export function openDb(d1: D1Database): Db {
  let db = opened.get(d1)
  if (!db) {
    db = { query: new Kysely<Schema>({ dialect: new D1Dialect({ database: d1 }) }), d1 }
    opened.set(d1, db)
  }
  return db
}

/** A query for `batch`: built by Kysely, or prepared by hand where Kysely has no words for it. */
export type Statement = Compilable | D1PreparedStatement

/** Runs all or nothing, in order, in one transaction and one round trip. D1 knows no other transaction. */
export function batch(db: Db, statements: Statement[]): Promise<D1Result<Record<string, unknown>>[]> {
  return db.d1.batch(statements.map((statement) => ('compile' in statement ? prepare(db, statement.compile()) : statement)))
}

function prepare(db: Db, query: CompiledQuery): D1PreparedStatement {
  return db.d1.prepare(query.sql).bind(...query.parameters)
}

/** Whether the database refused a write by what its schema allows: a key that exists, a CHECK, a type. */
export function isConstraintError(error: unknown): boolean {
  return error instanceof Error && /constraint failed|SQLITE_CONSTRAINT|too big/i.test(error.message)
}

/** Rows of one statement of a batch: D1 knows them only as records, the query says their shape. */
export function rowsOf<Row>(result: D1Result<Record<string, unknown>> | undefined): Row[] {
  return (result?.results ?? []) as Row[]
}
