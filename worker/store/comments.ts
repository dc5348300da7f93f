import { hinted } from '../domain/tagging/hint.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { endOf, everything, inWindow, type ResponseFilters, scansOf } from './matching.ts'
import type { Schema } from './schema.ts'
import type { SurveyRow } from './surveys.ts'

/** A comment, and what is known of it; its locale is the survey's where the page's isn't known. */
export type CommentRow = Pick<
  Schema['responses'],
  'id' | 'survey' | 'score' | 'comment' | 'locale' | 'tagging' | 'judged' | 'judged_at'
>

export interface Comments {
  /** The newest first. */
  rows: CommentRow[]
  /** How many there are among the answers that were looked at. */
  found: number
  /** Whether all that could match were looked at. */
  whole: boolean
}

/** Answers looked at, of all surveys together. */
const lookedAt = 20_000

const columns = [
  'responses.id',
  'responses.survey',
  'responses.score',
  'responses.comment',
  'responses.locale',
  'responses.tagging',
  'responses.judged',
  'responses.judged_at',
] as const

/** The newest comments that match, at most so many, test and quarantined ones left out; and of how many. */
export async function readComments(
  db: Db,
  site: string,
  surveys: readonly SurveyRow[],
  given: Partial<ResponseFilters>,
  most: number,
): Promise<Comments> {
  if (surveys.length === 0) return { rows: [], found: 0, whole: true }
  const filters = { ...everything, ...given, commented: true }
  const scans = scansOf(surveys, filters)
  const window = { before: undefined, rows: Math.max(1_000, Math.floor(lookedAt / scans.length)) }
  const windows = scans.map((scan) => inWindow(db, site, scan, filters, window))
  const results = await batch(
    db,
    windows.flatMap(({ matching, end }) => [
      matching.select(columns).limit(most),
      matching.clearOrderBy().select(({ fn }) => fn.countAll<number>().as('n')),
      end,
    ]),
  )
  const read = windows.map((_, i) => ({
    rows: rowsOf<CommentRow>(results[3 * i]),
    found: rowsOf<{ n: number }>(results[3 * i + 1])[0]?.n ?? 0,
    whole: endOf(results[3 * i + 2], window) === undefined,
  }))
  const rows = read.flatMap((one) => one.rows).sort((a, b) => b.id - a.id)
  return {
    rows: hinted(rows.slice(0, most), surveys),
    found: read.reduce((sum, { found }) => sum + found, 0),
    whole: read.every(({ whole }) => whole),
  }
}
