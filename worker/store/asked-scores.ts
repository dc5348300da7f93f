import { batch, type Db, rowsOf } from './db.ts'
import { type Asked, inWindow, scansOf } from './matching.ts'

/** Responses looked at, of all surveys together. */
const lookedAt = 100_000

/** How many of the responses that are asked for gave which score; null for none. */
export interface AskedScore {
  survey: string
  score: number | null
  n: number
}

/** Scores by survey of what no count tells, such as the responses with a word in them: of the newest, where there are very many. */
export async function readAskedScores(db: Db, site: string, { surveys, filters }: Asked): Promise<AskedScore[]> {
  if (surveys.length === 0) return []
  const scans = scansOf(surveys, filters)
  const window = { before: undefined, rows: Math.max(1_000, Math.floor(lookedAt / scans.length)) }
  const results = await batch(
    db,
    scans.map((scan) =>
      inWindow(db, site, scan, filters, window)
        .matching.clearOrderBy()
        .select(({ fn }) => ['responses.survey', 'responses.score', fn.countAll<number>().as('n')])
        .groupBy(['responses.survey', 'responses.score']),
    ),
  )
  return results.flatMap((result) => rowsOf<AskedScore>(result))
}
