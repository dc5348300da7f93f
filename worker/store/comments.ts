import { batch, type Db, rowsOf } from './db.ts'
import { type Asked, inWindow, scansOf } from './matching.ts'
import type { Schema } from './schema.ts'

/** A comment, and what is known of it. */
export type CommentRow = Pick<
  Schema['responses'],
  'id' | 'survey' | 'score' | 'comment' | 'locale' | 'tags' | 'tagging' | 'judged' | 'judged_at'
>

/** Responses looked at for comments, those of all surveys together. */
const lookedAt = 40_000

const columns = [
  'responses.id',
  'responses.survey',
  'responses.score',
  'responses.comment',
  'responses.locale',
  'responses.tags',
  'responses.tagging',
  'responses.judged',
  'responses.judged_at',
] as const

/** The newest comments of what is asked for, at most so many; where comments are rare, of the newest responses only. */
export async function listComments(
  db: Db,
  site: string,
  { surveys, filters }: Pick<Asked, 'surveys' | 'filters'>,
  most: number,
): Promise<CommentRow[]> {
  const scans = surveys.length === 0 ? [] : scansOf(surveys, filters)
  const window = { before: undefined, rows: Math.max(most, Math.floor(lookedAt / Math.max(1, scans.length))) }
  if (scans.length === 0) return []
  const read = await batch(
    db,
    scans.map((scan) =>
      inWindow(db, site, scan, { ...filters, commented: true }, window)
        .matching.select(columns)
        .limit(most),
    ),
  )
  return read
    .flatMap((rows) => rowsOf<CommentRow>(rows))
    .sort((a, b) => b.id - a.id)
    .slice(0, most)
}
