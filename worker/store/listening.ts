import { type RawBuilder, sql } from 'kysely'
import type { Listens } from '../domain/listens.ts'
import type { Db, Statement } from './db.ts'

/** What each thing that may wait for a site's responses waits for, by its place in `levels`. Whoever adds or takes away one forgets the site (store/live-sites). */
const listeners: readonly ((site: RawBuilder<string>) => RawBuilder<number | null>)[] = [
  (site) => sql`(SELECT 2 FROM endpoints WHERE site = ${site} AND state = 'active' LIMIT 1)`,
  (site) => sql`(SELECT ${widest} FROM inbox_rules WHERE site = ${site} AND active = 1)`,
  (site) => sql`(SELECT ${widest} FROM alerts WHERE site = ${site} AND active = 1 AND kind = 'response' AND view IS NULL)`,
  (site) => sql`(SELECT 2 FROM alerts WHERE site = ${site} AND active = 1 AND kind = 'response' AND view IS NOT NULL LIMIT 1)`,
]

const levels = ['none', 'unhappy', 'all'] as const satisfies readonly Listens[]

/** Of rows with conditions: whether any of them may fit others than unhappy customers too. */
const widest = sql<number>`max(CASE WHEN conditions ->> 'unhappy' = 1 OR conditions ->> 'atRisk' = 1 THEN 1 ELSE 2 END)`

/** What of the site's responses something wants to hear of: only those are written into the outbox. */
export function listeningStatement(db: Db, site: RawBuilder<string>): Statement {
  const each = listeners.map((listener) => sql`coalesce(${listener(site)}, 0)`)
  return db.query.selectNoFrom(sql<number>`max(0, ${sql.join(each)})`.as('level'))
}

/** What the statement's answer says. */
export const listensOf = (row: { level: number } | undefined): Listens => levels[row?.level ?? 0] ?? 'none'
