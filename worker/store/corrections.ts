import { sql } from 'kysely'
import { type Judged, readTagging, type Tagging, writeTagging } from '../domain/tagging/tagging.ts'
import { batch, type Db } from './db.ts'
import { ofSite } from './matching.ts'
import { changedStatement } from './outbox.ts'
import { judgedOf } from './tagged.ts'

/** What a correction begins with. */
export interface Corrected {
  id: number
  survey: string
  tagging: Tagging
}

/** Of the site's responses those with these ids. */
export async function listCorrected(db: Db, site: string, ids: readonly number[]): Promise<Corrected[]> {
  const rows = await ofSite(db, site, ids).select(['responses.id', 'responses.survey', 'responses.tagging']).execute()
  return rows.map((row) => ({ ...row, tagging: readTagging(row.tagging) }))
}

/** Stores what somebody decided about responses' tags: about all of them (`wholly`) or about some. Each counts as a correction to learn from. */
export async function saveCorrections(
  db: Db,
  site: string,
  corrected: readonly Corrected[],
  { wholly, now }: { wholly: boolean; now: number },
): Promise<void> {
  const rows = corrected.map(({ id, tagging }) => ({ id, ...writeTagging(tagging) }))
  const surveys = new Set(corrected.map(({ survey }) => survey))
  await batch(db, [
    // By id: without the + SQLite would walk through all of the site's responses.
    db.d1
      .prepare(
        `UPDATE responses SET tags = new.tags, tagging = new.tagging, judged = CASE WHEN ?3 THEN 'all' WHEN judged = 'all' THEN judged ELSE 'some' END,
                judged_at = CASE WHEN judged = 'all' AND NOT ?3 THEN judged_at ELSE ?4 END
         FROM (SELECT value ->> 'id' AS id, value ->> 'tags' AS tags, value ->> 'tagging' AS tagging FROM json_each(?2)) AS new
         WHERE responses.id = new.id AND +responses.site = ?1`,
      )
      .bind(site, JSON.stringify(rows), wholly ? 1 : 0, now),
    changedStatement(
      db,
      site,
      corrected.map(({ id }) => id),
    ),
    ...[...surveys].map((survey) => db.query.insertInto('beats').values({ site, survey })),
    db.query
      .updateTable('taggers')
      .set({ corrections: sql<number>`corrections + ${rows.length}` })
      .where('site', '=', site),
  ])
}

/** A judged comment, as the learner reads it. */
export interface Lesson {
  id: number
  survey: string
  comment: string
  locale: string
  tagging: Tagging
  judged: Judged
}

/** The newest comments that somebody judged. */
export async function listLessons(db: Db, site: string, most: number): Promise<Lesson[]> {
  const rows = await db.query
    .selectFrom('responses')
    .select(['id', 'survey', 'comment', 'locale', 'tagging', 'judged', 'judged_at'])
    .where('site', '=', site)
    // In so many words, as the index of judged ones has it: a bound value would leave it unused.
    .where(sql<boolean>`judged <> ''`)
    .where('comment', '!=', '')
    .orderBy('judged_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, survey, comment, locale, ...row }) => ({
    id,
    survey,
    comment,
    locale,
    tagging: readTagging(row.tagging),
    judged: judgedOf(row),
  }))
}
