import type { Audit } from '../contract/audit.ts'
import type { ManageRoute } from '../domain/access.ts'
import type { Changes } from '../domain/audit.ts'
import { logError } from '../log.ts'
import { batch, type Db, type Statement } from './db.ts'

const hour = 60 * 60_000

/** What the nightly job does with a site's answers that are too old; no route. */
export const retentionAction = 'retention'

interface Line {
  site: string
  at: number
  actor: string
  name: string
  action: ManageRoute
  object: string
}

/**
 * Begins a line and answers its id. Where it says `once`, there is no second one like it within an hour, so that hundreds of saves of a
 * draft, or of requests that are refused, are one line: undefined then.
 */
export async function beginLine(db: Db, line: Line, once: 'done' | 'refused' | undefined): Promise<number | undefined> {
  const { site, at, actor, name, action, object } = line
  const found = await db.d1
    .prepare(
      `INSERT INTO audit_log (site, at, actor, name, action, object, coarse) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 IS NOT NULL
       WHERE ?7 IS NULL OR NOT EXISTS (
         SELECT 1 FROM audit_log
         WHERE site = ?1 AND object = ?6 AND actor = ?3 AND action = ?5 AND coarse = 1 AND at > ?2 - ${hour}
           AND CASE ?7 WHEN 'refused' THEN status IN (401, 403) ELSE status < 400 END)
       RETURNING id`,
    )
    .bind(site, at, actor, name, action, object, once ?? null)
    .first<number>('id')
  return found ?? undefined
}

/**
 * Says how a line that was begun ended, once, with what goes `along` in the same transaction. What was done stays done where this fails: the line then says that nobody knows how it
 * ended.
 */
export async function completeLine(
  db: Db,
  id: number | undefined,
  told: { status: number; object: string; changes: Changes },
  along: Statement[] = [],
): Promise<void> {
  if (id === undefined) return
  const line = db.query
    .updateTable('audit_log')
    .set({ ...told, changes: JSON.stringify(told.changes) })
    .where('id', '=', id)
  await batch(db, [line, ...along]).catch((error) =>
    logError('a line of the audit log was not completed', { error: String(error) }),
  )
}

/** A line of a site, once it is known how it ended. */
export async function findLine(db: Db, site: string, id: number) {
  return await db.query.selectFrom('audit_log').selectAll().where('site', '=', site).where('id', '=', id).executeTakeFirst()
}

/**
 * How many lines somebody has of some `actions` at a site after `since` (ms), and when the first of them was (ms); before a line of theirs where one is named, so that of two
 * at once one comes after the other. What was refused doesn't count.
 */
export async function countLines(
  db: Db,
  {
    site,
    actor,
    actions,
    since,
    before,
  }: { site: string; actor: string; actions: readonly string[]; since: number; before?: number },
): Promise<{ n: number; first: number }> {
  const counted = db.d1
    .prepare(
      `SELECT count(*) AS n, coalesce(min(at), 0) AS first FROM audit_log
       WHERE site = ?1 AND actor = ?2 AND (?3 IS NULL OR id < ?3) AND at > ?4
         AND action IN (SELECT value FROM json_each(?5)) AND (status IS NULL OR status < 400)`,
    )
    .bind(site, actor, before ?? null, since, JSON.stringify(actions))
  return (await counted.first<{ n: number; first: number }>()) ?? { n: 0, first: 0 }
}

/** The newest lines of a site before `cursor`; of an actor or an object alone where one is named. */
export async function listLines(
  db: Db,
  site: string,
  { actor, object, cursor }: { actor?: string | undefined; object?: string | undefined; cursor?: number | undefined },
  limit: number,
): Promise<Audit> {
  let lines = db.query.selectFrom('audit_log').selectAll().where('site', '=', site).orderBy('id', 'desc').limit(limit)
  if (actor !== undefined) lines = lines.where('actor', '=', actor)
  if (object !== undefined) lines = lines.where('object', '=', object)
  if (cursor !== undefined) lines = lines.where('id', '<', cursor)
  const rows = await lines.execute()
  const items = rows.map(({ id, at, actor, name, action, object, status, changes }) => ({
    id,
    at: new Date(at).toISOString(),
    actor: { id: actor, name },
    action,
    object,
    status,
    changes: JSON.parse(changes) as Changes,
  }))
  return { items, next: rows.length === limit ? String(rows.at(-1)?.id) : null }
}
