/** A D1 binding that adds up what D1's own meta says its batches wrote, triggers and indexes included, and read. */
export function countingDb(db: D1Database): { db: D1Database; rowsWritten: () => number; rowsRead: () => number } {
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
      return typeof value === 'function' && name !== 'batch' ? value.bind(target) : value
    },
  })
  return {
    db: counted,
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
