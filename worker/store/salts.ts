import { saltKey } from '../domain/visitor.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { withRetry } from './retry.ts'

interface Salt {
  day: string
  key: CryptoKey
}
const remembered = new WeakMap<D1Database, Salt>()

/** The salt of a day (UTC), the same for everybody who asks; made by the first. */
export async function saltOf(db: Db, day: string): Promise<CryptoKey> {
  const known = remembered.get(db.d1)
  if (known?.day === day) return known.key
  const salt = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const [, found] = await withRetry(() =>
    batch(db, [
      db.query
        .insertInto('salts')
        .values({ day, salt })
        .onConflict((conflict) => conflict.doNothing()),
      db.query.selectFrom('salts').select('salt').where('day', '=', day),
    ]),
  )
  const key = await saltKey(rowsOf<{ salt: string }>(found)[0]?.salt ?? salt)
  remembered.set(db.d1, { day, key })
  return key
}

/**
 * Deletes the salts of days that are over and what was hashed with them, in one transaction. A minute in which no day ends reads one row;
 * each survey's newest days are found by their key.
 */
export async function deleteSalts(db: Db, today: string): Promise<void> {
  const lapsed = await db.query.selectFrom('salts').select('day').where('day', '<', today).execute()
  if (lapsed.length === 0) return
  const days = lapsed.map(({ day }) => day)
  await batch(db, [
    db.d1
      .prepare(
        `UPDATE outcomes SET visitors = ''
         WHERE (site, survey, day, outcome) IN (SELECT surveys.site, surveys.id, value, 'stored' FROM surveys, json_each(?1))
           AND visitors <> ''`,
      )
      .bind(JSON.stringify(days)),
    db.query.deleteFrom('salts').where('day', 'in', days),
  ])
}
