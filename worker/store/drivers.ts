import type { Drivers } from '../contract/drivers.ts'
import type { Range } from '../domain/calendar.ts'
import { falseDiscoveryRate } from '../domain/discovery.ts'
import { drivers, everybody, leastAnswers, type TagCell } from '../domain/drivers.ts'
import type { Segments } from '../domain/segments.ts'
import { idsOfTags, type TagBook } from '../domain/tagging/book.ts'
import { readScoresBySet, readScoresByTag } from './counts.ts'
import type { Db } from './db.ts'
import type { Site } from './sites.ts'
import type { SurveyRow } from './surveys.ts'
import { readTagBook } from './tags.ts'

/** What lifts and lowers a survey's score on some days, from counts alone. */
export async function readDrivers(
  db: Db,
  site: Site,
  { id, metric, points }: Pick<SurveyRow, 'id' | 'metric' | 'points'>,
  period: { range: Range; filters: Segments },
): Promise<Drivers> {
  const crowd = { site: site.id, surveys: [id], ...period }
  const book = await readTagBook(db, site.id)
  const [cells, tagged] = await Promise.all([readScoresBySet(db, crowd), readScoresByTag(db, crowd, idsOfTags(book))])
  return {
    survey: id,
    metric,
    timeZone: site.timeZone,
    ...period.range,
    total: everybody({ metric, points }, cells),
    least: leastAnswers,
    falseDiscoveryRate,
    drivers: drivers({ metric, points }, site.dimensions, cells, named(book, tagged)),
  }
}

/** Cells under the names of tags in use: merged ones under that of the tag that took their place. */
function named({ active, merged }: TagBook, cells: readonly TagCell[]): TagCell[] {
  const names = new Map(active.map(({ id, name }) => [id, name]))
  return cells.flatMap((cell) => {
    const tag = names.get(merged.get(cell.tag) ?? cell.tag)
    return tag === undefined ? [] : [{ ...cell, tag }]
  })
}
