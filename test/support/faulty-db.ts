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
}

/** The real database behind a binding that fails once. A new one has no caches of the worker's: every look-up is a call. */
export function faultyDb(real: D1Database, fault?: Fault): Faulty {
  let calls = 0
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const call = async (work: () => unknown): Promise<unknown> => {
    const hit = ++calls === fault?.call
    if (hit && fault.when === 'before') throw new Error(`D1_ERROR: ${fault.error}`)
    const result = await work()
    if (hit) throw new Error(`D1_ERROR: ${fault.error}`)
    return result
  }
  const prepared = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(statement, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        if (name === 'bind') return (...given: unknown[]) => prepared(target.bind(...given))
        return (...given: unknown[]) => call(() => value.apply(target, given))
      },
    })
    originals.set(wrapped, statement)
    return wrapped
  }
  const db = new Proxy(real, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => prepared(target.prepare(sql))
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          call(() => target.batch(statements.map((statement) => originals.get(statement) ?? statement)))
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { db, calls: () => calls }
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
