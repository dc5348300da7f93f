import { batch, type Db, rowsOf } from './db.ts'
import { endOf, inWindow, type MetricOf, type ResponseFilters, scansOf } from './matching.ts'
import type { Schema } from './schema.ts'

/** A comment, its response's row and the language of the page it was written on. */
export type SpokenRow = Pick<Schema['responses'], 'id' | 'comment' | 'locale'>

export interface Spoken {
  /** The newest first. */
  rows: SpokenRow[]
  /** How many there are among the answers that were looked at. */
  found: number
  /** Whether all that could match were looked at. */
  whole: boolean
}

/** Comments of a crowd read at once: what counting their words may cost a request. */
export const mostComments = 2_000
/** Answers looked at, of all surveys together. */
const lookedAt = 20_000

/** Whose comments: of which days, which part of the scale, which segments. */
export interface Crowd extends Pick<ResponseFilters, 'range' | 'category' | 'segments'> {
  /** Ids of which they have one; `none` for those without a tag. */
  tags: ResponseFilters['tags'] | 'none'
}

/** The newest comments of a crowd, test and quarantined ones left out; and of how many. */
export async function readComments(
  db: Db,
  site: string,
  surveys: readonly MetricOf[],
  { tags, ...crowd }: Crowd,
): Promise<Spoken> {
  if (surveys.length === 0) return { rows: [], found: 0, whole: true }
  const nothingElse = { score: undefined, search: undefined, tones: undefined }
  const filters: ResponseFilters = {
    ...{ ...crowd, ...nothingElse, commented: true },
    tags: tags === 'none' ? undefined : tags,
  }
  const scans = scansOf(surveys, filters)
  const window = { before: undefined, rows: Math.max(1_000, Math.floor(lookedAt / scans.length)) }
  const windows = scans.map((scan) => {
    const { matching, end } = inWindow(db, site, scan, filters, window)
    return { matching: tags === 'none' ? matching.where('responses.tags', '=', '[]') : matching, end }
  })
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
    rows: rowsOf<SpokenRow>(results[3 * i]),
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
