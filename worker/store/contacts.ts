import { sql } from 'kysely'
import type { ContactView } from '../contract/response.ts'
import type { StepContacts } from '../domain/answers.ts'
import type { Db, Statement } from './db.ts'

// Only for the row this very step wrote: a step that comes late or twice changes no contact either.
const own = 'FROM responses WHERE site = ?1 AND submission = ?2 AND receipt = ?3'

const put = `
INSERT INTO contacts (response, question, site, kind, value, purpose, created_at, resolved_at)
SELECT id, ?4, site, ?5, ?6, ?7, ?8, resolved_at ${own}
ON CONFLICT (response, question) DO UPDATE SET
  kind = excluded.kind, value = excluded.value, purpose = excluded.purpose, created_at = excluded.created_at`

const takeBack = `DELETE FROM contacts WHERE question = ?4 AND response = (SELECT id ${own})`

/** The statements that store a step's contacts, to stand after its row in the same batch. */
export function contactStatements(
  db: Db,
  step: { site: string; submission: string; receipt: string; receivedAt: number },
  contacts: StepContacts,
): Statement[] {
  const key = [step.site, step.submission, step.receipt]
  return Object.entries(contacts).map(([question, contact]) =>
    contact
      ? db.d1.prepare(put).bind(...key, question, contact.kind, contact.value, contact.purpose, step.receivedAt)
      : db.d1.prepare(takeBack).bind(...key, question),
  )
}

/** How the respondent may be reached; undefined when the site has no such response. */
export async function listContacts(db: Db, site: string, response: number): Promise<ContactView[] | undefined> {
  const rows = await db.query
    .selectFrom('responses')
    .leftJoin('contacts', 'contacts.response', 'responses.id')
    .select(['question', 'kind', 'value', 'purpose', 'contacts.created_at'])
    .where('responses.site', '=', site)
    .where('responses.id', '=', response)
    .orderBy('question')
    .execute()
  if (rows.length === 0) return
  return rows.flatMap(({ question, kind, value, purpose, created_at }) =>
    // Of a response without a contact the join knows nothing.
    question !== null && kind !== null && value !== null && purpose !== null && created_at !== null
      ? [{ question, kind, value, purpose, createdAt: new Date(created_at).toISOString() }]
      : [],
  )
}

/**
 * Deletes at most `limit` contacts whose case was resolved longer ago than their site keeps them (`standardDays` where it
 * doesn't say), and answers how many. Walks the index by site, so that what isn't due yet costs nothing.
 */
export async function deleteDueContacts(db: Db, standardDays: number, now: number, limit: number): Promise<number> {
  const due = sql<{ response: number; question: string }>`
    SELECT response, question FROM sites CROSS JOIN contacts
      ON contacts.site = sites.id
      AND contacts.resolved_at < ${now} - coalesce(json_extract(sites.settings, '$.contactDays'), ${standardDays}) * 86400000
    LIMIT ${limit}`
  const deleted = await sql`DELETE FROM contacts WHERE (response, question) IN (${due})`.execute(db.query)
  return Number(deleted.numAffectedRows ?? 0)
}
