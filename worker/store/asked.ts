import type { Conditions } from '../contract/conditions.ts'
import type { Part } from '../contract/people.ts'
import type { Range } from '../domain/calendar.ts'
import { isClosed } from '../domain/distributions.ts'
import type { Fault } from '../domain/faults/fault.ts'
import { undeclared, unknownTag } from '../domain/faults/unknown.ts'
import { searchExpression } from '../domain/search.ts'
import { type TagBook, taggedBy } from '../domain/tagging/book.ts'
import { tonesOf } from '../domain/tagging/tone.ts'
import type { Db } from './db.ts'
import { listAskedQuestions } from './exports.ts'
import type { Asked } from './matching.ts'
import type { Site } from './sites.ts'
import { listSurveys, type SurveyRow } from './surveys.ts'
import { readTagBook } from './tags.ts'

/** What conditions are read by; whoever reads many of one site's at once reads this once. */
export interface Known {
  surveys: SurveyRow[]
  book: TagBook
}

/** What conditions don't say: who asks, and for which days. */
interface Beside {
  part?: Part
  range?: Partial<Range>
  /** Test responses, and none but those. */
  test?: boolean
  known?: Known
}

export async function readKnown(db: Db, site: string): Promise<Known> {
  const [surveys, book] = await Promise.all([listSurveys(db, site), readTagBook(db, site)])
  return { surveys, book }
}

/**
 * Which responses of the site conditions ask for; or what of them the site doesn't know, or no longer, all of it. The one reading of
 * conditions: the feed, exports, views, rules and alerts ask here.
 */
export async function readAsked(
  db: Db,
  site: Pick<Site, 'id' | 'dimensions'>,
  conditions: Conditions,
  { part = null, range = {}, test = false, known }: Beside = {},
): Promise<Asked<SurveyRow> | { faults: Fault[] }> {
  const { surveys: all, book } = known ?? (await readKnown(db, site.id))
  const { survey, category, score, scoreAtLeast, scoreAtMost, tag, sentiment, disagrees, sku, productCategory, q } = conditions
  const { segments = {}, answers = {}, unhappy = false, atRisk, commented = false, contact = false } = conditions
  const faults: Fault[] = []
  const surveys = survey === undefined ? all : all.filter(({ id }) => id === survey)
  if (survey !== undefined && surveys.length === 0) faults.push({ pointer: '/survey', detail: 'the site has no such survey' })
  for (const dimension of Object.keys(segments))
    if (!site.dimensions.includes(dimension)) faults.push(undeclared(`/segments/${dimension}`))
  const search = q ? searchExpression(q) : undefined
  if (q && !search) faults.push({ pointer: '/q', detail: 'no word to look for' })
  faults.push(...(await answerFaults(db, site.id, surveys, Object.keys(answers))))
  const tagged = tag === undefined ? undefined : taggedBy(book, tag)
  if (tag !== undefined && !tagged) faults.push(unknownTag('/tag'))
  if (faults.length > 0) return { faults }
  const filters = {
    ...{ range, test, part, segments, answers, category, score, search },
    ...{ scoreAtLeast, scoreAtMost, unhappy, commented, contact },
    atRisk: atRisk ? all : undefined,
    tags: tagged?.ids,
    tones: sentiment || disagrees ? tonesOf(sentiment, disagrees ?? false) : undefined,
    bought: { sku, category: productCategory },
    order: { atLeast: conditions.orderValueAtLeast, currency: conditions.orderCurrency },
  }
  return { surveys, book, filters }
}

/** One for each of these that none of the surveys ever asked with answers to choose from. */
async function answerFaults(db: Db, site: string, surveys: readonly SurveyRow[], ids: readonly string[]): Promise<Fault[]> {
  if (ids.length === 0) return []
  const versions = await listAskedQuestions(db, site, surveys)
  const closed = new Set(versions.flatMap((questions) => questions.filter(isClosed).map(({ id }) => id)))
  const unasked = ids.filter((id) => !closed.has(id))
  return unasked.map((id) => ({ pointer: `/answers/${id}`, detail: 'no question of this id with answers to choose from' }))
}
