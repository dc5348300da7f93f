import { sql } from 'kysely'
import { limits } from '../contract/limits.ts'
import type { Part } from '../contract/people.ts'
import { canonicalSegments, otherValue, type Segments, segmentSetId } from '../domain/segments.ts'
import { batch, type Db } from './db.ts'

/** What this isolate knows of a site's segments; kept beside the site and dropped with it. */
export interface KnownSegments {
  /** Values by dimension, "(other)" not among them. */
  values: Map<string, Set<string>>
  /** Sets whose row is known to be there, by their canonical text. */
  sets: Map<string, number>
}

export interface SegmentSet {
  id: number
  canonical: string
}

/** Beyond this many sets an isolate forgets and looks again: a cache, not a limit. */
const rememberedSets = 5_000

export function knownSegments(rows: { dimension: string; value: string }[]): KnownSegments {
  const values = new Map<string, Set<string>>()
  for (const { dimension, value } of rows) valuesOf(values, dimension).add(value)
  return { values, sets: new Map() }
}

/**
 * The set a combination counts in. A value new to the site is admitted while its dimension has room,
 * else it counts as "(other)"; the database decides, so isolates can't exceed the limit together. What is only `tried` out admits none.
 */
export async function segmentSetOf(
  db: Db,
  site: string,
  known: KnownSegments,
  segments: Segments,
  tried = false,
): Promise<SegmentSet> {
  const unknown = Object.entries(segments).filter(([dimension, value]) => isUnknown(known, dimension, value))
  if (unknown.length > 0 && !tried) await admitValues(db, site, known, unknown)
  const admitted = Object.fromEntries(
    Object.entries(segments).map(([dimension, value]) => [
      dimension,
      known.values.get(dimension)?.has(value) ? value : otherValue,
    ]),
  )
  const canonical = canonicalSegments(admitted)
  return { canonical, id: known.sets.get(canonical) ?? (await segmentSetId(canonical)) }
}

/** Makes the set's row where it isn't known to be there; empty when it is. */
export function insertSegmentSet(db: Db, site: string, known: KnownSegments, set: SegmentSet) {
  if (known.sets.has(set.canonical)) return []
  return [
    db.d1
      .prepare('INSERT INTO segment_sets (site, id, dimensions) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .bind(site, set.id, set.canonical),
  ]
}

/** To be called once the batch that made the set's row is through. */
export function rememberSegmentSet(known: KnownSegments, set: SegmentSet): void {
  if (known.sets.size >= rememberedSets) known.sets.clear()
  known.sets.set(set.canonical, set.id)
}

function isUnknown(known: KnownSegments, dimension: string, value: string): boolean {
  const values = known.values.get(dimension)
  return value !== otherValue && !values?.has(value) && (values?.size ?? 0) < limits.valuesPerDimension
}

async function admitValues(
  db: Db,
  site: string,
  known: KnownSegments,
  pairs: [dimension: string, value: string][],
): Promise<void> {
  const insert = db.d1.prepare(
    `INSERT INTO segment_values (site, dimension, value)
     SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM segment_values WHERE site = ?1 AND dimension = ?2) < ${limits.valuesPerDimension}
     ON CONFLICT DO NOTHING`,
  )
  const select = db.d1.prepare('SELECT value FROM segment_values WHERE site = ? AND dimension = ?')
  const results = await batch(
    db,
    pairs.flatMap(([dimension, value]) => [insert.bind(site, dimension, value), select.bind(site, dimension)]),
  )
  pairs.forEach(([dimension], i) => {
    for (const row of results[2 * i + 1]?.results ?? []) valuesOf(known.values, dimension).add(String(row.value))
  })
}

function valuesOf(values: Map<string, Set<string>>, dimension: string): Set<string> {
  const found = values.get(dimension)
  if (found) return found
  const made = new Set<string>()
  values.set(dimension, made)
  return made
}

/** A set's value of a dimension, or null. Names are letters, digits and _, so they need no escaping within the quotes. */
export function segmentValue(dimension: string) {
  return sql<string | null>`json_extract(segment_sets.dimensions, ${`$."${dimension}"`})`
}

/** Ids of the site's sets that have, of each of these dimensions, the value or one of the values. */
export function matchingSets(db: Db, site: string, wanted: Segments | NonNullable<Part>) {
  let sets = db.query.selectFrom('segment_sets').select('id').where('site', '=', site)
  for (const [dimension, values] of Object.entries(wanted)) sets = sets.where(segmentValue(dimension), 'in', [values].flat())
  return sets
}
