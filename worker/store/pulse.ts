import { batch, type Db, rowsOf } from './db.ts'

/**
 * A text that differs from the one before whenever the survey's responses have changed since: answers and their later
 * steps, edits, erasures, imports, whatever caused them. One row read: the newest of the survey's outcomes, in which each of
 * these is counted by its own transaction. Displays don't beat. Undefined where there has been nothing yet, or no survey.
 */
export async function readPulse(db: Db, site: string, survey: string): Promise<string | undefined> {
  const newest = db.query
    .selectFrom('outcomes')
    .select(['day', 'outcome', 'n', 'changes'])
    .where('site', '=', site)
    .where('survey', '=', survey)
    .orderBy('day', 'desc')
    .orderBy('outcome', 'desc')
    .limit(1)
  const [result] = await batch(db, [newest])
  const [row] = rowsOf<{ day: string; outcome: string; n: number; changes: number }>(result)
  return row && `${row.day}.${row.outcome}.${row.n}.${row.changes}`
}
