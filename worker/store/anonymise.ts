import { sql } from 'kysely'
import { sha256 } from '../domain/secrets.ts'
import { batch, type Db, type Statement } from './db.ts'
import { exportedHash, tombstonesOf } from './erasures.ts'
import { withRetry } from './retry.ts'

/** Keys of responses of which nobody knows any more whose they are. */
export const anonymous = 'anon:'
export const isAnonymous = (submission: string) => submission.startsWith(anonymous)

interface Row {
  id: number
  survey: string
  submission: string
}

/** Those of some rows (JSON of their ids) that know yet whose they are. */
export const known = (ids: string) => sql<number>`(
  SELECT count(*) FROM responses WHERE id IN (SELECT value FROM json_each(${ids})) AND submission NOT GLOB ${`${anonymous}*`})`

/** Tables that know something of a person by the response. Scores, choices, segments and tags are counted, and stay. */
const about = ['contacts', 'cases', 'case_events', 'replies', 'outbox', 'deliveries', 'untagged'] as const

/**
 * Takes out of responses who gave them and what they typed: respondent, contact, comment and other texts, order, traits, address of the page, and what was
 * noted and replied; the key too, so that nobody can go on with them or name them by it. All or nothing, after the statements that book it;
 * harmless to repeat. What was answered by choosing stays counted, tags as if they were given by hand: there is nothing left to find them in.
 */
export async function anonymiseRows(
  db: Db,
  site: string,
  rows: readonly Row[],
  now: number,
  booking: Statement[],
): Promise<void> {
  const hashes = await Promise.all(rows.flatMap((row) => [sha256(row.submission), exportedHash(row)]))
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const keys = JSON.stringify(rows.map(({ submission }) => submission))
  const chosen = sql<number>`(SELECT value FROM json_each(${ids}))`
  const rest = about.map((table) => db.query.deleteFrom(table).where('response', 'in', chosen))
  const statements = [
    ...booking,
    tombstonesOf(db, site, hashes, now, 1),
    db.d1.prepare('DELETE FROM links WHERE site = ?1 AND submission IN (SELECT value FROM json_each(?2))').bind(site, keys),
    ...rest,
    db.d1
      .prepare(
        `UPDATE responses SET submission = '${anonymous}' || lower(hex(randomblob(16))), respondent = '', comment = '', texts = '{}', spaced = '{}',
           traits = '{}', order_info = '{}', url = '', digest = '', language = '', tones = '',
           judged = CASE tags WHEN '[]' THEN '' ELSE 'all' END, judged_at = CASE tags WHEN '[]' THEN 0 ELSE ?3 END,
           tagging = (SELECT json_group_object(value, json_array('m')) FROM json_each(tags))
         WHERE +site = ?1 AND id IN (SELECT value FROM json_each(?2)) AND submission NOT GLOB '${anonymous}*'`,
      )
      .bind(site, ids, now),
  ]
  await withRetry(() => batch(db, statements))
}
