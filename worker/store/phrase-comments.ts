import { batch, type Db, rowsOf } from './db.ts'
import { endOf, inWindow, type MetricOf, type ResponseFilters, scansOf } from './matching.ts'

/** A comment, its response's row and the language of the page it was written on. */
export interface CommentRow {
  id: number
  comment: string
  locale: string
}

export interface Comments {
  /** The newest first. */
  rows: CommentRow[]
  /** How many there are among the answers that were looked at. */
  found: number
  /** Whether all that could match were looked at. */
  whole: boolean
}

/** Comments read at once: what counting their words may cost a request. */
export const mostComments = 2_000
/** Answers looked at, of all surveys together. */
const lookedAt = 20_000

/** Whose comments: of which days, which part of the scale, which segments. */
export type CommentCrowd = Pick<ResponseFilters, 'range' | 'category' | 'segments'>

/** The newest comments of some surveys, test and quarantined ones left out. */
export async function readComments(db: Db, site: string, surveys: readonly MetricOf[], crowd: CommentCrowd): Promise<Comments> {
  if (surveys.length === 0) return { rows: [], found: 0, whole: true }
  const filters: ResponseFilters = { ...crowd, score: undefined, commented: true, search: undefined }
  const scans = scansOf(surveys, filters)
  const window = { before: undefined, rows: Math.max(1_000, Math.floor(lookedAt / scans.length)) }
  const windows = scans.map((scan) => inWindow(db, site, scan, filters, window))
  const columns = ['responses.id', 'responses.comment', 'responses.locale'] as const
  const results = await batch(
    db,
    windows.flatMap(({ matching, end }) => [
      matching.select(columns).limit(mostComments),
      matching.clearOrderBy().select(({ fn }) => fn.countAll<number>().as('n')),
      end,
    ]),
  )
  const read = windows.map((_, i) => ({
    rows: rowsOf<CommentRow>(results[3 * i]),
    found: rowsOf<{ n: number }>(results[3 * i + 1])[0]?.n ?? 0,
    whole: endOf(results[3 * i + 2], window) === undefined,
  }))
  const rows = read.flatMap(({ rows }) => rows).sort((a, b) => b.id - a.id)
  return {
    rows: rows.slice(0, mostComments),
    found: read.reduce((sum, { found }) => sum + found, 0),
    whole: read.every(({ whole }) => whole),
  }
}
