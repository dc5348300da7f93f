import type { Db, Statement } from './db.ts'

/** A line of the audit log that people are told of. */
export interface Noticed {
  site: string
  /** Of the line. */
  line: number
  actor: string
  /** Of these one a day of the same person. */
  kind: string
}

/** A mail to each of a site's owners and to whoever did it, unless they had one of its kind today, in UTC. */
export function noticeStatement(db: Db, { site, line, actor, kind }: Noticed, now: number): Statement {
  const today = new Date(now).toISOString().slice(0, 10)
  return db.d1
    .prepare(
      `INSERT INTO deliveries (id, site, channel, target, type, about, due_at, created_at)
       SELECT 'msg_' || members.site || '_' || ?2 || '_' || ?3 || '_' || ?4 || '_' || people.id, members.site, 'email', people.email, 'account.notice', ?5, ?6, ?6
       FROM members JOIN people ON people.id = members.person
       WHERE members.site = ?1 AND (members.role = 'owner' OR members.person = ?2)
       ON CONFLICT DO NOTHING`,
    )
    .bind(site, actor, kind, today, String(line), now)
}
