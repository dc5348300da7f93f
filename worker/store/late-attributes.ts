import type { Bands } from '../contract/bands.ts'
import { dayOf } from '../domain/calendar.ts'
import { withAttributes } from '../domain/customers.ts'
import type { Segments, Traits } from '../domain/segments.ts'
import { batch, type Db, type Statement } from './db.ts'
import { insertSegmentSet, type KnownSegments, segmentSetOf } from './segments.ts'

/** Responses of one customer looked at in one go. */
const atOnce = 200

interface DueRow {
  site: string
  customer: string
  after: number
  key: string
}

/** A customer whose responses wait, and the key of their site. */
export async function findDue(db: Db): Promise<DueRow | undefined> {
  return await db.query
    .selectFrom('customers_due')
    .innerJoin('sites', 'sites.id', 'customers_due.site')
    .select(['customers_due.site', 'customer', 'after', 'sites.key'])
    .limit(1)
    .executeTakeFirst()
}

interface Counted {
  id: number
  survey: string
  day: string
  answered_at: number
  traits: string
  segment_set: number
  dimensions: string | null
  known: string | null
}

/** What a site's responses are counted by. */
interface Counting {
  dimensions: readonly string[]
  bands: readonly Bands[]
  timeZone: string
  segments: KnownSegments
}

/**
 * Counts some of a customer's waiting responses by what was known of them at the time of each, and notes on which day figures of which days
 * changed by that, all in one transaction with the place where to go on. Harmless to repeat.
 */
export async function settleDue(db: Db, due: DueRow, site: Counting, now: number): Promise<void> {
  const rows = await waiting(db, due)
  const statements: Statement[] = []
  const changed = new Map<string, { first: string; last: string; n: number }>()
  for (const row of rows) {
    if (row.known === null) continue
    const was = { traits: JSON.parse(row.traits) as Traits, segments: JSON.parse(row.dimensions ?? '{}') as Segments }
    const counted = withAttributes(was, JSON.parse(row.known) as Traits, site)
    const set = await segmentSetOf(db, due.site, site.segments, counted.segments)
    const traits = JSON.stringify(counted.traits)
    if (set.id === row.segment_set && traits === row.traits) continue
    // Only as it was read: a step that arrived meanwhile was counted by the same.
    statements.push(
      ...insertSegmentSet(db, due.site, site.segments, set),
      db.d1
        .prepare('UPDATE responses SET traits = ?, segment_set = ? WHERE id = ? AND traits = ? AND segment_set = ?')
        .bind(traits, set.id, row.id, row.traits, row.segment_set),
    )
    if (set.id === row.segment_set) continue
    const of = changed.get(row.survey) ?? { first: row.day, last: row.day, n: 0 }
    changed.set(row.survey, {
      first: of.first < row.day ? of.first : row.day,
      last: of.last > row.day ? of.last : row.day,
      n: of.n + 1,
    })
  }
  const day = dayOf(now, site.timeZone)
  for (const [survey, { first, last, n }] of changed) statements.push(noteChange(db, due.site, survey, day, first, last, n))
  const next = rows.length === atOnce ? rows.at(-1)?.id : undefined
  await batch(db, [...statements, next === undefined ? finish(db, due) : goOn(db, due, next)])
}

async function waiting(db: Db, { site, customer, after }: DueRow): Promise<Counted[]> {
  const read = await db.d1
    .prepare(
      `SELECT responses.id, survey, day, answered_at, traits, segment_set, dimensions,
         (SELECT customers.traits FROM customers WHERE customers.site = ?1 AND customers.id = ?2 AND at <= answered_at ORDER BY at DESC LIMIT 1) AS known
       FROM responses LEFT JOIN segment_sets ON segment_sets.site = responses.site AND segment_sets.id = segment_set
       WHERE responses.site = ?1 AND respondent = ?2 AND respondent <> '' AND test = 0 AND responses.id > ?3
       ORDER BY responses.id LIMIT ${atOnce}`,
    )
    .bind(site, customer, after)
    .all<Counted>()
  return read.results
}

const noteChange = (db: Db, site: string, survey: string, day: string, first: string, last: string, n: number) =>
  db.d1
    .prepare(
      `INSERT INTO attribute_changes (site, survey, day, first_day, last_day, n) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET first_day = min(first_day, excluded.first_day), last_day = max(last_day, excluded.last_day), n = n + excluded.n`,
    )
    .bind(site, survey, day, first, last, n)

// What came in meanwhile asks for an earlier place, and is left to stand.
const finish = (db: Db, { site, customer, after }: DueRow) =>
  db.query.deleteFrom('customers_due').where('site', '=', site).where('customer', '=', customer).where('after', '>=', after)

const goOn = (db: Db, { site, customer, after }: DueRow, next: number) =>
  db.query
    .updateTable('customers_due')
    .set({ after: next })
    .where('site', '=', site)
    .where('customer', '=', customer)
    .where('after', '>=', after)

/** When figures of these surveys changed because attributes came late. */
export const attributeChangesOf = (db: Db, surveys: readonly string[]) =>
  db.query
    .selectFrom('attribute_changes')
    .select(['survey', 'day', 'first_day', 'last_day', 'n'])
    .where('survey', 'in', surveys)
    .orderBy('day')
