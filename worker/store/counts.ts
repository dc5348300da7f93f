import { sql } from 'kysely'
import type { Range } from '../domain/calendar.ts'
import type { Counts } from '../domain/report.ts'
import type { Segments } from '../domain/segments.ts'
import { batch, type Db, rowsOf } from './db.ts'
import { segmentValue } from './segments.ts'

export interface CountsQuery {
  site: string
  survey: string
  range: Range
  /** The range to compare with, if any. */
  compared: Range | undefined
  breakdown: string | undefined
  /** Every one must hold; none reads the days' totals. */
  filters: Segments
}

/** All counts of a report in one round trip: days x answers, or days x matching sets; never responses. */
export async function readCounts(db: Db, query: CountsQuery): Promise<Counts> {
  const { site, survey, range, compared, filters } = query
  const scores = (of: Range) => scoreCells(db, site, survey, of, filters)
  const [score, before, breakdown, questions, displays, first] = await batch(db, [
    scores(range)
      .select(['day', 'answer', sumOf('n')])
      .groupBy(['day', 'answer']),
    scores(compared ?? range)
      .select(['answer', sumOf('n')])
      .groupBy('answer'),
    breakdownCells(db, query),
    db.query
      .selectFrom('answer_counts')
      .select(['question', 'answer', sumOf('n')])
      .where('survey', '=', survey)
      .where('question', '!=', 'score')
      .where('segment_set', '=', 0)
      .where('day', '>=', range.from)
      .where('day', '<=', range.to)
      .groupBy(['question', 'answer']),
    displayCells(db, query),
    scores(range).select((c) => c.fn.min('day').as('day')),
  ])
  return {
    score: rowsOf(score),
    compared: compared ? rowsOf(before) : [],
    breakdown: query.breakdown === undefined ? undefined : rowsOf(breakdown),
    // Only totals are kept of further questions: with a filter set they'd be another crowd's answers.
    questions: Object.keys(filters).length === 0 ? rowsOf(questions) : [],
    displays: rowsOf<Counts['displays']>(displays)[0] ?? { shown: 0, started: 0, completed: 0, dismissed: 0, responses: 0 },
    firstDay: rowsOf<{ day: string | null }>(first)[0]?.day ?? null,
  }
}

function scoreCells(db: Db, site: string, survey: string, range: Range, filters: Segments) {
  const cells = db.query
    .selectFrom('answer_counts')
    .where('survey', '=', survey)
    .where('question', '=', 'score')
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
  return Object.keys(filters).length === 0
    ? cells.where('segment_set', '=', 0)
    : cells.where('segment_set', 'in', matchingSets(db, site, filters))
}

/** Cells by the dimension's value. Without a breakdown asked for it reads nothing. */
function breakdownCells(db: Db, { site, survey, range, breakdown, filters }: CountsQuery) {
  const value = segmentValue(breakdown ?? '')
  return db.query
    .selectFrom('answer_counts')
    .innerJoin('segment_sets', (join) =>
      join.onRef('segment_sets.id', '=', 'answer_counts.segment_set').on('segment_sets.site', '=', site),
    )
    .select([value.as('value'), 'answer', sumOf('n')])
    .where('survey', '=', survey)
    .where('question', '=', breakdown === undefined ? '' : 'score')
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .where('segment_set', 'in', matchingSets(db, site, filters))
    .where(value, 'is not', null)
    .groupBy([value, 'answer'])
}

function displayCells(db: Db, { site, survey, range, filters }: CountsQuery) {
  const cells = db.query
    .selectFrom('display_counts')
    .select([sumOf('shown'), sumOf('started'), sumOf('completed'), sumOf('dismissed'), sumOf('responses')])
    .where('survey', '=', survey)
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
  return Object.keys(filters).length === 0 ? cells : cells.where('segment_set', 'in', matchingSets(db, site, filters))
}

function matchingSets(db: Db, site: string, filters: Segments) {
  let sets = db.query.selectFrom('segment_sets').select('id').where('site', '=', site)
  for (const [dimension, value] of Object.entries(filters)) {
    sets = sets.where(segmentValue(dimension), '=', value)
  }
  return sets
}

const sumOf = <Column extends 'n' | 'shown' | 'started' | 'completed' | 'dismissed' | 'responses'>(column: Column) =>
  sql<number>`coalesce(sum(${sql.ref(column)}), 0)`.as(column)
