import { sql } from 'kysely'
import type { Upkeep } from '../contract/upkeep.ts'
import { dayAfter, leastIdOf, stretchOf } from '../domain/stretch.ts'
import { batch, type Db } from './db.ts'
import { type Compared, compareCounts, findStrays, type Stretch } from './recount-cells.ts'
import type { Schema } from './schema.ts'

/** A recount of everything: under way, or over. */
export type Recount = Schema['recounts']

/** Rows of responses that are read at once, about. */
export const stretchRows = 20_000

/** How many recounts can be looked up. */
const kept = 30

export async function newestRecount(db: Db): Promise<Recount | undefined> {
  return await db.query.selectFrom('recounts').selectAll().orderBy('begun_at', 'desc').limit(1).executeTakeFirst()
}

/** Begins one at the first survey, and forgets what is long over. Of two that begin at once, one does. */
export async function beginRecount(db: Db, night: string, now: number): Promise<void> {
  const begun = db.d1
    .prepare(
      `INSERT INTO recounts (begun_at, night) SELECT ?1, ?2
       WHERE NOT EXISTS (SELECT 1 FROM recounts WHERE ended_at IS NULL OR begun_at >= ?1 OR night >= ?2)`,
    )
    .bind(now, night)
  const oldest = sql<number>`coalesce((SELECT begun_at FROM recounts ORDER BY begun_at DESC LIMIT 1 OFFSET ${kept - 1}), 0)`
  await batch(db, [
    begun,
    db.query.deleteFrom('recount_findings').where('recount', '<', oldest),
    db.query.deleteFrom('recounts').where('begun_at', '<', oldest),
  ])
}

/** One that wasn't done last night goes on tonight, with all that a night may read. */
export async function renewRecount(db: Db, { begun_at }: Recount, night: string): Promise<void> {
  await db.query
    .updateTable('recounts')
    .set({ night, spent: 0 })
    .where('begun_at', '=', begun_at)
    .where('night', '<', night)
    .execute()
}

/** The survey after this one; '' is before the first. */
async function surveyAfter(db: Db, survey: string): Promise<string | undefined> {
  const row = await db.query.selectFrom('surveys').select('id').where('id', '>', survey).orderBy('id').limit(1).executeTakeFirst()
  return row?.id
}

/** The days of a survey that are compared at once, from a day on ('' for the first of all): about `rows` responses, whole days alone. */
export async function nextStretch(db: Db, survey: string, from: string, rows: number): Promise<Stretch> {
  const end = await db.query
    .selectFrom('responses')
    .select('id')
    .where('survey', '=', survey)
    .where('id', '>=', leastIdOf(from))
    .orderBy('id')
    .limit(1)
    .offset(rows)
    .executeTakeFirst()
  return { survey, ...stretchOf(from, end?.id) }
}

/**
 * Compares a stretch. Where something is wrong and responses of those days lie elsewhere than among the rows of their time, all of the survey's
 * rows are asked: what is repaired then is never made wrong by it. Answers the stretch that was compared in the end.
 */
export async function compareStretch(db: Db, stretch: Stretch): Promise<Compared & { stretch: Stretch }> {
  const compared = await compareCounts(db, stretch)
  const days = compared.wrong.map(({ day }) => day)
  if (days.length === 0 || !(await findStrays(db, stretch, days))) return { ...compared, stretch }
  const all = { ...stretch, least: 0, below: Number.MAX_SAFE_INTEGER }
  const again = await compareCounts(db, all)
  return { ...again, rowsRead: compared.rowsRead + again.rowsRead, stretch: all }
}

/** Where a recount goes on; undefined after the last survey. */
export async function nextOf(db: Db, { survey, day }: Recount, rows: number): Promise<Stretch | undefined> {
  // It stands at a survey that it hasn't finished, or before the first.
  const found = survey === '' ? await surveyAfter(db, '') : survey
  return found === undefined ? undefined : await nextStretch(db, found, day, rows)
}

/** Notes that a stretch is done, and where to go on. Only where nobody else has done so meanwhile: two that run at once count as one. */
export async function advanceRecount(
  db: Db,
  recount: Recount,
  done: Stretch,
  { looked, rowsRead }: Compared,
  now: number,
): Promise<void> {
  const day = dayAfter(done)
  const survey = day === undefined ? await surveyAfter(db, done.survey) : done.survey
  await move(db, recount, {
    ...(survey === undefined ? { ended_at: now } : { survey, day: day ?? '' }),
    looked: recount.looked + looked,
    rows_read: recount.rows_read + rowsRead,
    spent: recount.spent + rowsRead,
  })
}

/** Of an installation without a survey. */
export const endRecount = (db: Db, recount: Recount, now: number) => move(db, recount, { ended_at: now })

async function move(db: Db, { begun_at, survey, day }: Recount, set: Partial<Recount>): Promise<void> {
  await db.query
    .updateTable('recounts')
    .set(set)
    .where('begun_at', '=', begun_at)
    .where('survey', '=', survey)
    .where('day', '=', day)
    .where('ended_at', 'is', null)
    .execute()
}

/** When all counts were last proved, and how many cells of a site were wrong then, and of late. */
export async function readProof(db: Db, site: string): Promise<Upkeep['recount']> {
  const last = await db.query
    .selectFrom('recounts')
    .select(['begun_at', 'ended_at'])
    .where('ended_at', 'is not', null)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const findings = await db.query
    .selectFrom('recount_findings')
    .innerJoin('surveys', 'surveys.id', 'recount_findings.survey')
    .select(['recount', 'cells'])
    .where('site', '=', site)
    .execute()
  const sum = (of: typeof findings) => of.reduce((total, { cells }) => total + cells, 0)
  return {
    provedAt: last?.ended_at ? new Date(last.ended_at).toISOString() : null,
    repaired: sum(findings.filter(({ recount }) => recount === last?.begun_at)),
    repairedOfLate: sum(findings),
  }
}
