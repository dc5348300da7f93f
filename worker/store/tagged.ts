import { sql } from 'kysely'
import type { Judged } from '../domain/tagging/tagging.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'
import type { Schema } from './schema.ts'
import type { TaggerRow } from './taggers.ts'

/** What of a response decides its tags. */
export type TaggableRow = Pick<
  Schema['responses'],
  'id' | 'survey' | 'comment' | 'locale' | 'tags' | 'tagging' | 'judged' | 'judged_at' | 'language' | 'tones' | 'receipt'
>

/** A response's new tags, and what they were reckoned from: should that have changed meanwhile, they aren't stored. */
export interface Retagged {
  id: number
  tags: string
  tagging: string
  language: string
  tones: string
  receipt: string
  /** The `tagging` it had. */
  before: string
}

export interface Slice {
  rows: TaggableRow[]
  /** Where it began, and where the next one begins; null at the end. */
  from: { survey: string; below: number | null }
  next: { survey: string; below: number | null } | null
  /** Responses looked at, those without a comment too. */
  looked: number
}

const columns = [
  'id',
  'survey',
  'comment',
  'locale',
  'tags',
  'tagging',
  'judged',
  'judged_at',
  'language',
  'tones',
  'receipt',
] as const

/** The next responses whose tags are to be looked at: at most so many of one survey, those with a comment or tags among them. */
export async function nextSlice(db: Db, { site, survey, below }: TaggerRow, most: number): Promise<Slice | undefined> {
  if (survey === null) return
  const from = { survey, below }
  const window = db.query
    .selectFrom('responses')
    .select(columns)
    .where('survey', '=', survey)
    .where('site', '=', site)
    .$if(below !== null, (rows) => rows.where('id', '<', below))
    .orderBy('id', 'desc')
    .limit(most)
    .as('looked')
  const [found, ends, following] = await batch(db, [
    db.query
      .selectFrom(window)
      .selectAll()
      .where((where) => where.or([where('comment', '!=', ''), where('tags', '!=', '[]')])),
    db.query.selectFrom(window).select((row) => [row.fn.min('id').as('id'), row.fn.countAll<number>().as('n')]),
    db.query.selectFrom('surveys').select('id').where('site', '=', site).where('id', '>', survey).orderBy('id').limit(1),
  ])
  const [end] = rowsOf<{ id: number | null; n: number }>(ends)
  const looked = end?.n ?? 0
  const [after] = rowsOf<{ id: string }>(following)
  const isWhole = looked === most
  const next = isWhole ? { survey, below: end?.id ?? null } : after ? { survey: after.id, below: null } : null
  return { rows: rowsOf<TaggableRow>(found), from, next, looked }
}

/** Responses that wait for a newer tagger. */
export async function listUntagged(db: Db, site: string, most: number): Promise<{ waiting: number[]; rows: TaggableRow[] }> {
  const [waiting, rows] = await batch(db, [
    db.query.selectFrom('untagged').select('response').where('site', '=', site).orderBy('response').limit(most),
    db.query
      .selectFrom('responses')
      .select(columns)
      // By id: without the + SQLite would walk through all of the site's.
      .where(sql`+responses.site`, '=', site)
      .where('id', 'in', (of) =>
        of.selectFrom('untagged').select('response').where('site', '=', site).orderBy('response').limit(most),
      ),
  ])
  return { waiting: rowsOf<{ response: number }>(waiting).map(({ response }) => response), rows: rowsOf(rows) }
}

/** Stores a slice and where the next one begins; nothing of it where the site's tagger has changed meanwhile. */
export async function saveSlice(db: Db, tagger: TaggerRow, slice: Slice, changed: readonly Retagged[]): Promise<void> {
  const { site, revision } = tagger
  await batch(db, [
    ...writeStatements(db, tagger, changed, [slice.from.survey]),
    db.query
      .updateTable('taggers')
      .set({ survey: slice.next?.survey ?? null, below: slice.next?.below ?? null, done: sql<number>`done + ${slice.looked}` })
      .where('site', '=', site)
      .where('revision', '=', revision)
      .where('survey', 'is', slice.from.survey)
      .where('below', 'is', slice.from.below),
  ])
}

/** Stores what was made of those that waited. Whatever was written meanwhile, by no newer tagger, waits on. */
export async function saveUntagged(
  db: Db,
  tagger: TaggerRow,
  waiting: readonly number[],
  changed: readonly Retagged[],
  surveys: readonly string[],
): Promise<void> {
  const { site, revision } = tagger
  await batch(db, [
    ...writeStatements(db, tagger, changed, surveys),
    db.d1
      .prepare(
        `DELETE FROM untagged WHERE site = ?1 AND response IN (SELECT value FROM json_each(?2))
           AND NOT EXISTS (SELECT 1 FROM responses WHERE id = response AND comment <> '' AND tagger <> ?3)`,
      )
      .bind(site, JSON.stringify(waiting), revision),
  ])
}

/** The rows in one statement, each found by its id (+ keeps SQLite from walking through the site's instead), and one beat for each survey instead of one for each row. */
function writeStatements(
  db: Db,
  { site, revision }: TaggerRow,
  changed: readonly Retagged[],
  surveys: readonly string[],
): Statement[] {
  if (changed.length === 0) return []
  return [
    db.d1
      .prepare(
        `UPDATE responses SET tags = new.tags, tagging = new.tagging, language = new.language, tones = new.tones, tagger = ?2
         FROM (SELECT value ->> 'id' AS id, value ->> 'tags' AS tags, value ->> 'tagging' AS tagging, value ->> 'language' AS language,
                      value ->> 'tones' AS tones, value ->> 'receipt' AS receipt, value ->> 'before' AS before FROM json_each(?3)) AS new
         WHERE responses.id = new.id AND +responses.site = ?1 AND responses.receipt = new.receipt AND responses.tagging = new.before
           AND (SELECT revision FROM taggers WHERE site = ?1) = ?2`,
      )
      .bind(site, revision, JSON.stringify(changed)),
    ...surveys.map((survey) => db.query.insertInto('beats').values({ site, survey })),
  ]
}

export const judgedOf = ({ judged, judged_at }: Pick<TaggableRow, 'judged' | 'judged_at'>): Judged =>
  judged === 'all' ? judged_at : judged === 'some' ? 'some' : 'none'
