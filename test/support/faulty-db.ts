/**
 * What D1 says when it can't, as it documents it (https://developers.cloudflare.com/d1/observability/debug-d1/#error-list), and a schema
 * that isn't there.
 */
export const d1Errors = [
  'Network connection lost.',
  'D1 DB reset because its code was updated.',
  'Internal error while starting up D1 DB storage caused object to be reset.',
  'Internal error in D1 DB storage caused object to be reset.',
  'Cannot resolve D1 DB due to transient issue on remote node.',
  'D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1 DB is overloaded. Requests queued for too long.',
  'D1 DB is overloaded. Too many requests queued.',
  "D1 DB's isolate exceeded its memory limit and was reset.",
  'D1 DB exceeded its CPU time limit and was reset.',
  'Exceeded maximum DB size.',
  'no such table: responses: SQLITE_ERROR',
]

/** One call to D1 that fails, `before` it was carried out or `after` it was committed and its answer was lost. */
export interface Fault {
  /** Counted from 1. */
  call: number
  when: 'before' | 'after'
  error: string
}

interface Faulty {
  db: D1Database
  /** How many calls reached it so far: a query, or a batch. */
  calls: () => number
  /** The SQL of the call that failed; of a batch its statements', in turn. */
  failed: () => string[]
}

/** The real database behind a binding that fails once. A new one has no caches of the worker's: every look-up is a call. */
export function faultyDb(real: D1Database, fault?: Fault): Faulty {
  let calls = 0
  let failed: string[] = []
  const originals = new WeakMap<D1PreparedStatement, { statement: D1PreparedStatement; sql: string }>()
  const call = async (sql: string[], work: () => unknown): Promise<unknown> => {
    const hit = ++calls === fault?.call
    if (hit) failed = sql
    if (hit && fault.when === 'before') throw new Error(`D1_ERROR: ${fault.error}`)
    const result = await work()
    if (hit) throw new Error(`D1_ERROR: ${fault.error}`)
    return result
  }
  const prepared = (statement: D1PreparedStatement, sql: string): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name === 'bind') return (...given: unknown[]) => prepared(target.bind(...given), sql)
        return (...given: unknown[]) => call([sql], () => value.apply(target, given))
      },
    })
    originals.set(wrapped, { statement, sql })
    return wrapped
  }
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => prepared(target.prepare(sql), sql)
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          call(
            statements.map((statement) => originals.get(statement)?.sql ?? ''),
            () => target.batch(statements.map((statement) => originals.get(statement)?.statement ?? statement)),
          )
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db, calls: () => calls, failed: () => failed }
}

/** A binding whose batches are no transactions: each statement stands for itself. What no worker may be given. */
export function splitBatches(db: D1Database): D1Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          const results = []
          for (const statement of statements) results.push(await statement.all())
          return results
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
