import type { Context } from 'hono'
import * as z from 'zod'
import { Drivers } from '../../contract/drivers.ts'
import { RangeQuery } from '../../contract/report.ts'
import { falseDiscoveryRate } from '../../domain/discovery.ts'
import { drivers, everybody, leastAnswers, type TagCell } from '../../domain/drivers.ts'
import { idsOfTags, type TagBook } from '../../domain/tagging/book.ts'
import type { ManageEnv } from '../../middleware/authenticate.ts'
import { notFound, problem, type Refusal } from '../../middleware/problem.ts'
import { readScoresBySet, readScoresByTag } from '../../store/counts.ts'
import type { Site } from '../../store/sites.ts'
import { findSurvey, type SurveyRow } from '../../store/surveys.ts'
import { readTagBook } from '../../store/tags.ts'
import { defineRoute, json, manageRouter } from './define.ts'
import { periodOf } from './filters.ts'

const driversOf = defineRoute('GET /api/v1/surveys/{id}/drivers', {
  summary: 'Which segments lift or lower the score, largest impact first; `segment.DIMENSION=VALUE` filters',
  description:
    'Association, not cause: a segment scores higher or lower, and nothing here says why. Each value with at least 30 answers, and 30 outside it, is compared with everybody else; of those marked `kept` at most 5 % are expected to be chance (Benjamini-Hochberg).',
  request: { params: z.object({ id: z.string() }), query: RangeQuery },
  responses: { 200: json(Drivers) },
})

export const driverRoutes = manageRouter().openapi(driversOf, async (c) => {
  const { db, site } = c.var
  const survey = await findSurvey(db, site.id, c.req.valid('param').id)
  if (!survey) return problem(c, notFound)
  const told = await tellDrivers(c, site, survey, c.req.valid('query'))
  return 'status' in told ? problem(c, told) : c.json(told, 200)
})

/** A survey's drivers with the range and filters the request names, or why it can't have them. */
export async function tellDrivers(
  c: Context<ManageEnv>,
  site: Site,
  survey: SurveyRow,
  query: z.infer<typeof RangeQuery>,
): Promise<Drivers | Refusal> {
  const { db, now } = c.var
  const period = periodOf(c, site, now, query)
  if ('status' in period) return period
  const crowd = { site: site.id, surveys: [survey.id], ...period }
  const book = await readTagBook(db, site.id)
  const [cells, tagged] = await Promise.all([readScoresBySet(db, crowd), readScoresByTag(db, crowd, idsOfTags(book))])
  const { id, metric, points } = survey
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
