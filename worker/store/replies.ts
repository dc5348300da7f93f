import type { Selectable } from 'kysely'
import type { Reply } from '../contract/reply.ts'
import { batch, type Db } from './db.ts'
import { changedStatement } from './outbox.ts'
import type { Schema } from './schema.ts'

export type ReplyRow = Selectable<Schema['replies']>
export type NewReply = Omit<ReplyRow, 'state' | 'error' | 'tried_at' | 'due_at'>

/** Its delivery's type, and the id of that delivery: one for each reply, however often it is asked for. */
const type = 'case.reply'
const deliveryOf = (reply: string) => `msg_${reply}`

export const replyView = ({ id, subject, state, error, tried_at, due_at }: ReplyViewRow): Reply => ({
  ...{ id, subject, state, error },
  triedAt: tried_at === null ? null : new Date(tried_at).toISOString(),
  dueAt: state === 'waiting' ? new Date(due_at).toISOString() : null,
})
type ReplyViewRow = Pick<ReplyRow, 'id' | 'subject' | 'state' | 'error' | 'tried_at' | 'due_at'>

export async function findReply(db: Db, site: string, id: string): Promise<ReplyRow | undefined> {
  return await db.query.selectFrom('replies').selectAll().where('id', '=', id).where('site', '=', site).executeTakeFirst()
}

/** The reply that was sent under this key. */
export async function findReplyByKey(db: Db, site: string, key: string): Promise<ReplyRow | undefined> {
  return await db.query.selectFrom('replies').selectAll().where('site', '=', site).where('key', '=', key).executeTakeFirst()
}

// Whatever forbids it is asked in the transaction itself: a press that comes twice, the hour's limit, a case that was closed, an address that was
// deleted in this very moment.
const put = `
INSERT INTO replies (id, site, response, key, question, person, at, subject, text, language, due_at)
SELECT ?1, ?2, responses.id, ?4, contacts.question, ?6, ?7, ?8, ?9, ?10, ?7
FROM responses JOIN contacts ON contacts.response = responses.id AND contacts.question = ?5 AND contacts.kind = 'email'
WHERE responses.id = ?3 AND +responses.site = ?2 AND test = 0 AND quarantined = 0 AND responses.resolved_at IS NULL
  AND (SELECT count(*) FROM replies WHERE site = ?2 AND at > ?11) < ?12
ON CONFLICT (site, key) DO NOTHING`

// Each for the reply that was just written, and nothing where it wasn't.
const openCase = `
INSERT INTO cases (response, site, opened_at, changed_by, changed_at)
SELECT response, site, at, person, at FROM replies WHERE id = ?1
ON CONFLICT (response) DO NOTHING`
const event = `
INSERT INTO case_events (response, site, at, person, kind, value)
SELECT response, site, at, person, 'reply', id FROM replies WHERE id = ?1`
const takeUp = `
UPDATE cases SET status = CASE status WHEN 'new' THEN 'in-progress' ELSE status END, first_action_at = coalesce(first_action_at, replies.at),
  revision = revision + 1, changed_by = replies.person, changed_at = replies.at
FROM replies WHERE replies.id = ?1 AND cases.response = replies.response`
const deliver = `
INSERT INTO deliveries (id, site, channel, target, type, response, about, due_at, created_at)
SELECT ?2, site, 'email', id, '${type}', response, id, at, at FROM replies WHERE id = ?1`

/**
 * Writes a reply down with its place in the case's history and puts it on its way, all or nothing; the case is opened and taken up thereby. False
 * where something forbids it, and nothing is written then. `perHour` is the most of a site.
 */
export async function insertReply(db: Db, reply: NewReply, perHour: number): Promise<boolean> {
  const { id, site, response, key, question, person, at, subject, text, language } = reply
  const prepare = (sql: string) => db.d1.prepare(sql)
  const values = [id, site, response, key, question, person, at, subject, text, language, at - 3_600_000, perHour]
  const [written] = await batch(db, [
    prepare(put).bind(...values),
    prepare(openCase).bind(id),
    prepare(event).bind(id),
    prepare(takeUp).bind(id),
    prepare(deliver).bind(id, deliveryOf(id)),
    changedStatement(db, site, [response]),
  ])
  return (written?.meta.changes ?? 0) > 0
}

/** When (ms) the reply was sent that is the `most`th last since then; undefined where there are fewer. */
export async function findLimitingReply(db: Db, site: string, since: number, most: number): Promise<number | undefined> {
  const row = await db.query
    .selectFrom('replies')
    .select('at')
    .where('site', '=', site)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(1)
    .offset(most - 1)
    .executeTakeFirst()
  return row?.at
}

// What was sent isn't sent again, whatever is pressed; its delivery may have been cleaned away since it failed.
const again = `
INSERT INTO deliveries (id, site, channel, target, type, response, about, due_at, created_at)
SELECT ?2, replies.site, 'email', replies.id, '${type}', replies.response, replies.id, ?3, ?3
FROM replies JOIN contacts ON contacts.response = replies.response AND contacts.question = replies.question
WHERE replies.id = ?1 AND (state = 'failed' OR state = 'waiting' AND error <> '')
ON CONFLICT (id) DO UPDATE SET state = 'waiting', attempts = 0, due_at = excluded.due_at, error = ''
WHERE deliveries.state <> 'delivered'`

/** Tries a reply again that failed, with all its attempts. False where it didn't fail, or its address has been deleted. */
export async function retryReply(db: Db, { id }: Pick<ReplyRow, 'id'>, now: number): Promise<boolean> {
  const [put] = await batch(db, [
    db.d1.prepare(again).bind(id, deliveryOf(id), now),
    db.d1
      .prepare(
        `UPDATE replies SET state = 'waiting', error = '', due_at = ?3 WHERE id = ?1
         AND EXISTS (SELECT 1 FROM deliveries WHERE id = ?2 AND state = 'waiting' AND due_at = ?3)`,
      )
      .bind(id, deliveryOf(id), now),
  ])
  return (put?.meta.changes ?? 0) > 0
}

/** The address a reply goes to, as it is now; undefined where it has been deleted. */
export async function findReplyAddress(
  db: Db,
  { response, question }: Pick<ReplyRow, 'response' | 'question'>,
): Promise<string | undefined> {
  const row = await db.query
    .selectFrom('contacts')
    .select('value')
    .where('response', '=', response)
    .where('question', '=', question)
    .where('kind', '=', 'email')
    .executeTakeFirst()
  return row?.value
}
