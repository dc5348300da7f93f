/** Predicates that are left out, and those that were come across. */
export interface Cut {
  off: ReadonlySet<number>
  reached: Set<number>
}

const marks = /\/\*<(\d+)\*\/|\/\*(\d+)>\*\//g
const scoped = /\/\*<(\d+)\*\/(scope:[^*]*)\/\*\d+>\*\//g

/** The real database behind a binding that leaves predicates out: such a condition holds for every row. */
export function markedDb(real: D1Database, { off, reached }: Cut): D1Database {
  const isOff = (id: number) => {
    reached.add(id)
    return off.has(id)
  }
  const cutSql = (sql: string) =>
    sql.replace(marks, (_, begins?: string, ends?: string) => {
      if (!isOff(Number(begins ?? ends))) return ''
      return begins === undefined ? ' OR 1)' : '('
    })
  const cutValue = (value: unknown) =>
    typeof value === 'string' ? value.replace(scoped, (_, id: string, words: string) => (isOff(Number(id)) ? '' : words)) : value
  return new Proxy(real, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          const statement = target.prepare(cutSql(sql))
          const bind = statement.bind.bind(statement)
          statement.bind = (...values: unknown[]) => bind(...values.map(cutValue))
          return statement
        }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
