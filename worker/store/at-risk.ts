import { type RawBuilder, sql } from 'kysely'
import type { Part } from '../contract/people.ts'
import { categoriesOf, scoresOf } from '../domain/category.ts'
import type { Db } from './db.ts'
import type { MetricOf } from './matching.ts'
import { matchingSets } from './segments.ts'

/**
 * Whether a valued customer is at risk by a row of `responses`: it is the last score they gave, it is of the worst category, and an earlier one was
 * better (domain/at-risk has both in words). `surveys` are all of the site's. Whoever sees a part of the site is told by what is in it.
 */
export function isAtRisk(db: Db, site: string, surveys: readonly MetricOf[], part: Part): RawBuilder<boolean> {
  // One parameter, however many surveys there are: D1 takes a hundred.
  const worst = JSON.stringify(Object.fromEntries(surveys.map((survey) => [survey.id, highestOfWorst(survey)])))
  const within = part ? sql`other.segment_set IN ${matchingSets(db, site, part)}` : sql`true`
  const others = sql`SELECT 1 FROM responses AS other
    WHERE other.site = ${site} AND other.respondent = responses.respondent AND other.respondent <> ''
      AND other.score IS NOT NULL AND other.test = 0 AND other.quarantined = 0 AND ${within}`
  return sql<boolean>`(responses.respondent <> '' AND responses.score <= ${worst} ->> responses.survey
    AND NOT EXISTS (${others} AND other.id > responses.id)
    AND EXISTS (${others} AND other.id < responses.id AND other.score > ${worst} ->> other.survey)
    AND ${isValued(site)})`
}

const highestOfWorst = ({ metric, points }: MetricOf) => {
  const category = categoriesOf(metric).at(-1)
  return category ? Math.max(...scoresOf(metric, points, category)) : null
}

/** By what the shop told last: in the highest band of a dimension. Text counts as domain/at-risk has it. */
const isValued = (site: string) => sql<boolean>`EXISTS (
  SELECT 1 FROM sites, json_each(sites.settings, '$.bands') AS band,
    json_each((SELECT traits FROM customers WHERE customers.site = ${site} AND customers.id = responses.respondent ORDER BY at DESC LIMIT 1)) AS known
  WHERE sites.id = ${site} AND known.key = band.value ->> 'dimension'
    AND (known.type IN ('integer', 'real')
      OR known.type = 'text' AND known.value GLOB '[0-9]*' AND known.value NOT GLOB '*[^0-9.]*' AND known.value NOT LIKE '%.%.%')
    AND CAST(known.value AS REAL) >= band.value ->> '$.from[#-1]')`

/** Which of these responses a valued customer is at risk by. */
export async function atRiskAmong(db: Db, site: string, ids: readonly number[], part: Part): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const surveys = await db.query.selectFrom('surveys').select(['id', 'metric', 'points']).where('site', '=', site).execute()
  const rows = await db.query
    .selectFrom('responses')
    .select('id')
    .where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .where(isAtRisk(db, site, surveys, part))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
