interface Counting {
  db: D1Database
  /** How many statements and batches it was given so far. */
  asked: () => number
  /** Since this was asked last. */
  rowsWritten: () => number
  rowsRead: () => number
}

/** A D1 binding that adds up what D1's own meta says its batches wrote, triggers and indexes included, and read. */
export function countingDb(db: D1Database): Counting {
  let asked = 0
  let written = 0
  let read = 0
  const batch: D1Database['batch'] = async (statements) => {
    const results = await db.batch(statements)
    for (const { meta } of results) {
      written += meta.rows_written
      read += meta.rows_read
    }
    return results as never
  }
  const counted = new Proxy(db, {
    get(target, name) {
      const value: unknown = name === 'batch' ? batch : Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        asked++
        return value.apply(target, given)
      }
    },
  })
  return {
    db: counted,
    asked: () => asked,
    rowsWritten: () => {
      const total = written
      written = 0
      return total
    },
    rowsRead: () => {
      const total = read
      read = 0
      return total
    },
  }
}
