import { db } from './shop.ts'

/** A statement with its values, for what only a state put there by hand brings about. */
export const run = (sql: string, ...values: (string | number)[]) =>
  db
    .prepare(sql)
    .bind(...values)
    .run()
