import type { Memory } from '../domain/gates/gate.ts'
import type { Person } from '../domain/person.ts'
import type { Db, Statement } from './db.ts'

/** What happened to a person with one survey; ms since 1970, 0 where it didn't. */
export interface Happened {
  survey: string
  shown: number
  dismissed: number
  never: number
}

const monthOf = (now: number) => new Date(now).toISOString().slice(0, 7)

// Only with the batch of displays that this very request made: what comes twice is no second dismissal.
const noteDisplays = `
INSERT INTO respondent_clocks (site, respondent, verified, survey, shown, dismissed, never, month)
SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
WHERE EXISTS (SELECT 1 FROM display_batches WHERE site = ?1 AND key = ?9 AND receipt = ?10)
ON CONFLICT DO UPDATE SET
  shown = max(shown, excluded.shown), never = max(never, excluded.never), month = excluded.month,
  redismissed = CASE WHEN excluded.dismissed > 0 THEN dismissed ELSE redismissed END,
  dismissed = CASE WHEN excluded.dismissed > 0 THEN excluded.dismissed ELSE dismissed END`

// Only with the response: an erased one leaves nothing behind.
const noteAnswer = `
INSERT INTO respondent_clocks (site, respondent, verified, survey, answered, month)
SELECT ?1, ?2, ?3, ?4, ?5, ?6
WHERE EXISTS (SELECT 1 FROM responses WHERE site = ?1 AND submission = ?7 AND receipt = ?8)
ON CONFLICT DO UPDATE SET answered = max(answered, excluded.answered), month = excluded.month`

/** The statements that note a batch of displays for a person. */
export function displayClocks(
  db: Db,
  site: string,
  { id, verified }: Person,
  happened: readonly Happened[],
  { key, receipt, now }: { key: string; receipt: string; now: number },
): Statement[] {
  return happened.map(({ survey, shown, dismissed, never }) =>
    db.d1.prepare(noteDisplays).bind(site, id, verified ? 1 : 0, survey, shown, dismissed, never, monthOf(now), key, receipt),
  )
}

/** The statement that notes a response's first step for a person. */
export function answerClock(
  db: Db,
  { id, verified }: Person,
  step: { site: string; survey: string; answeredAt: number; receivedAt: number; submission: string; receipt: string },
): Statement {
  const { site, survey, answeredAt, receivedAt, submission, receipt } = step
  return db.d1.prepare(noteAnswer).bind(site, id, verified ? 1 : 0, survey, answeredAt, monthOf(receivedAt), submission, receipt)
}

/** What is remembered of a person, for one survey. */
export async function readMemory(db: Db, site: string, person: Person, survey: string): Promise<Memory> {
  const rows = await db.query
    .selectFrom('respondent_clocks')
    .select(['survey', 'shown', 'answered', 'dismissed', 'redismissed', 'never'])
    .where('site', '=', site)
    .where('respondent', '=', person.id)
    .where('verified', '=', person.verified ? 1 : 0)
    .execute()
  const { answered = 0, dismissed = 0, redismissed = 0 } = rows.find((row) => row.survey === survey) ?? {}
  const last = (what: 'shown' | 'never') => Math.max(0, ...rows.map((row) => row[what]))
  return { answered, dismissed, redismissed, shown: last('shown'), never: last('never') }
}

/** Forgets when a person was asked, whatever was proved about them. */
export async function deleteClocks(db: Db, site: string, respondent: string): Promise<void> {
  await clocksDeletion(db, site, respondent).execute()
}

export const clocksDeletion = (db: Db, site: string, respondent: string) =>
  db.query.deleteFrom('respondent_clocks').where('site', '=', site).where('respondent', '=', respondent)

/** Those that nothing has changed since before the month of a moment. */
export async function deleteOldClocks(db: Db, before: number): Promise<void> {
  await db.query.deleteFrom('respondent_clocks').where('month', '<', monthOf(before)).execute()
}
