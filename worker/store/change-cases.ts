import { sql } from 'kysely'
import type { Status } from '../contract/response.ts'
import { batch, type Db, type Statement } from './db.ts'
import { changedStatement } from './outbox.ts'

/** What somebody changes of cases; what is left out stays. */
export interface CaseChange {
  status?: Status | undefined
  /** Null for nobody. */
  owner?: string | null | undefined
  /** Ms; null for no due time. */
  due?: number | null | undefined
  note?: string | undefined
}

/** Somebody who changes them: a person, or null for a key; `revision`: only a case that still is as it was seen. */
interface By {
  person: string | null
  now: number
  revision?: number | undefined
}

/**
 * Changes the cases of these responses of the site, all of them in one transaction; where one has none, somebody opens it thereby. History
 * and the responses' status follow by triggers. How many were changed: fewer where another was faster, and then none.
 */
export async function changeCases(db: Db, site: string, ids: readonly number[], change: CaseChange, by: By): Promise<number> {
  const these = JSON.stringify(ids)
  const { person, now } = by
  const [, updated] = await batch(db, [
    db.d1
      .prepare(
        `INSERT INTO cases (response, site, opened_at, changed_by, changed_at)
         SELECT id, site, ?3, ?4, ?3 FROM responses WHERE id IN (SELECT value FROM json_each(?2)) AND +site = ?1
         ON CONFLICT (response) DO NOTHING`,
      )
      .bind(site, these, now, person),
    updateStatement(db, site, these, change, by),
    ...(change.note === undefined ? [] : [noteStatement(db, site, these, change.note, by)]),
    changedStatement(db, site, ids),
  ])
  return updated?.results.length ?? 0
}

/** A note on those that this very change has changed. */
function noteStatement(db: Db, site: string, these: string, text: string, { person, now }: By): Statement {
  return db.d1
    .prepare(
      `INSERT INTO case_events (response, site, at, person, kind, value)
       SELECT response, site, ?3, ?4, 'note', ?5 FROM cases
       WHERE response IN (SELECT value FROM json_each(?2)) AND site = ?1 AND changed_at = ?3 AND changed_by IS ?4`,
    )
    .bind(site, these, now, person, text)
}

function updateStatement(
  db: Db,
  site: string,
  these: string,
  { status, owner, due, note }: CaseChange,
  { person, now, revision }: By,
) {
  const isClosed = status === 'resolved' || status === 'wont-fix'
  const acted = note !== undefined ? sql<boolean>`1` : status === undefined ? sql<boolean>`0` : sql<boolean>`status <> ${status}`
  let update = db.query
    .updateTable('cases')
    .set({
      revision: sql<number>`revision + 1`,
      changed_by: person,
      changed_at: now,
      first_action_at: sql<number | null>`CASE WHEN first_action_at IS NULL AND ${acted} THEN ${now} ELSE first_action_at END`,
      ...(owner !== undefined && { owner }),
      ...(due !== undefined && { due_at: due }),
      ...(status !== undefined && {
        status,
        // Since when it is closed stays, until it is opened again.
        closed_at: isClosed ? sql<number>`coalesce(closed_at, ${now})` : null,
      }),
    })
    .where('site', '=', site)
    .where('response', 'in', sql<number>`(SELECT value FROM json_each(${these}))`)
  if (revision !== undefined) update = update.where('revision', '=', revision)
  return update.returning('response')
}
