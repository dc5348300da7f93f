/** A statement as the worker asked for it, the marks yet in it. */
export interface Asked {
  sql: string
  values: readonly unknown[]
}

/** Predicates that are left out, and those that were come across. */
export interface Cut {
  off: ReadonlySet<number>
  reached: Set<number>
  /** Is told of what is about to be carried out in one transaction, and nothing else is carried out meanwhile. */
  watch?: undefined | ((statements: readonly Asked[]) => Promise<void>)
}

const marks = /\/\*<(\d+)\*\/|\/\*(\d+)>\*\//g
const scoped = /\/\*<(\d+)\*\/(scope:[^*]*)\/\*\d+>\*\//g

/** The predicates that a statement carries. */
export function marksOf({ sql, values }: Asked): number[] {
  const ids = [...sql.matchAll(marks)].map(([, begins, ends]) => Number(begins ?? ends))
  for (const value of values) if (typeof value === 'string') ids.push(...[...value.matchAll(scoped)].map(([, id]) => Number(id)))
  return [...new Set(ids)]
}

/** A statement without its marks, and without the conditions of those that are off: such a one holds for every row. */
export function cutOff({ sql, values }: Asked, isOff: (id: number) => boolean): Asked {
  return {
    sql: sql.replace(marks, (_, begins?: string, ends?: string) => {
      if (!isOff(Number(begins ?? ends))) return ''
      return begins === undefined ? ' OR 1)' : '('
    }),
    values: values.map((value) =>
      typeof value === 'string'
        ? value.replace(scoped, (_, id: string, words: string) => (isOff(Number(id)) ? '' : words))
        : value,
    ),
  }
}

/** The real database behind a binding that leaves predicates out. */
export function markedDb(real: D1Database, { off, reached, watch }: Cut): D1Database {
  const isOff = (id: number) => {
    reached.add(id)
    return off.has(id)
  }
  const askedOf = new WeakMap<D1PreparedStatement, Asked>()
  let before: Promise<unknown> = Promise.resolve()
  /** One after the other: what is watched must find the database as it is when it is carried out. */
  const watched = <Result>(statements: D1PreparedStatement[], carryOut: () => Promise<Result>): Promise<Result> => {
    if (!watch) return carryOut()
    const done = before.then(async () => {
      await watch(statements.flatMap((statement) => askedOf.get(statement) ?? []))
      return await carryOut()
    })
    before = done.catch(() => undefined)
    return done
  }
  const known = (statement: D1PreparedStatement, asked: Asked): D1PreparedStatement => {
    askedOf.set(statement, asked)
    for (const name of ['all', 'run', 'raw', 'first'] as const) {
      const carryOut = statement[name].bind(statement) as (...options: unknown[]) => Promise<never>
      statement[name] = (...options: unknown[]) => watched([statement], () => carryOut(...options))
    }
    return statement
  }
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          const statement = target.prepare(cutOff({ sql, values: [] }, isOff).sql)
          const bind = statement.bind.bind(statement)
          statement.bind = (...values: unknown[]) => known(bind(...cutOff({ sql: '', values }, isOff).values), { sql, values })
          return known(statement, { sql, values: [] })
        }
      if (name === 'batch') return (statements: D1PreparedStatement[]) => watched(statements, () => target.batch(statements))
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
