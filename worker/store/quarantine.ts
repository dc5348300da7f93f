import { sql } from 'kysely'
import { HeldReason } from '../contract/quarantine.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { eraseRows } from './erasures.ts'
import { withRetry } from './retry.ts'

export interface HeldRow {
  id: number
  submission: string
  reasons: HeldReason[]
}

/** Through the index that has nothing else; the limit keeps an attack from making it dear. */
const heldOf = (db: Db, site: string, survey: string) =>
  db.query.selectFrom('responses').where('survey', '=', survey).where(sql`+site`, '=', site).where(sql<boolean>`quarantined = 1`)

/** How many responses of a survey are set aside, counted up to a bound. */
export async function countHeld(db: Db, site: string, survey: string, bound: number): Promise<number> {
  const few = heldOf(db, site, survey).select('id').limit(bound).as('few')
  const row = await db.query
    .selectFrom(few)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return row?.n ?? 0
}

/** The last answered first, before an id. */
export async function listHeld(
  db: Db,
  site: string,
  survey: string,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
): Promise<HeldRow[]> {
  const rows = await heldOf(db, site, survey)
    .select(['id', 'submission', 'held'])
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, submission, held }) => ({ id, submission, reasons: HeldReason.array().parse(JSON.parse(held)) }))
}

/** Of these ids those that are a survey's responses, and whether each is set aside. */
export async function findHeld(
  db: Db,
  site: string,
  survey: string,
  ids: readonly number[],
): Promise<{ id: number; submission: string; isHeld: boolean }[]> {
  const rows = await db.query
    .selectFrom('responses')
    .select(['id', 'submission', 'quarantined'])
    .where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .where(sql`+site`, '=', site)
    .where(sql`+survey`, '=', survey)
    .execute()
  return rows.map(({ id, submission, quarantined }) => ({ id, submission, isHeld: quarantined === 1 }))
}

/**
 * Lets responses in: they count from now on, by the triggers, and whoever waits for new ones hears of them now. Their reasons stay, so that
 * they are never judged anew. How many weren't in before.
 */
export async function restoreHeld(db: Db, site: string, ids: readonly number[], now: number): Promise<number> {
  const these = JSON.stringify(ids)
  const held = 'id IN (SELECT value FROM json_each(?1)) AND +site = ?2 AND quarantined = 1'
  const [, restored] = await withRetry(() =>
    batch(db, [
      db.d1
        .prepare(
          `INSERT INTO outbox (response, site, event, stepped_at, complete)
           SELECT id, site, 'created', ?3, complete FROM responses WHERE ${held}
           ON CONFLICT (response) DO UPDATE SET event = 'created', stepped_at = excluded.stepped_at, changes = changes + 1`,
        )
        .bind(these, site, now),
      // What the database calls changed counts the triggers' work too.
      db.d1.prepare(`UPDATE responses SET quarantined = 0 WHERE ${held} RETURNING id`).bind(these, site),
    ]),
  )
  return rowsOf(restored).length
}

/** Erases them for good, as if each had been erased by hand: nothing sent later brings one back. */
export const purgeHeld = (
  db: Db,
  site: string,
  survey: string,
  rows: readonly { id: number; submission: string }[],
  now: number,
) =>
  eraseRows(
    db,
    site,
    rows.map(({ id, submission }) => ({ id, survey, submission })),
    now,
  )
