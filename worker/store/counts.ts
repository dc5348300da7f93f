import { sql } from 'kysely'
import type { Source } from '../contract/response.ts'
import { bucketStart, daysOf, type Range } from '../domain/calendar.ts'
import type { SetCell } from '../domain/drivers.ts'
import type { Histogram } from '../domain/metrics.ts'
import { type Counts, histogramOf } from '../domain/report.ts'
import type { Segments } from '../domain/segments.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'
import { readTotals } from './display-totals.ts'
import { attributeChangesOf } from './late-attributes.ts'
import { type NoteRow, notesOf, noteView } from './notes.ts'
import { questionListsOf, rewordingsOf } from './rewordings.ts'
import { matchingSets, segmentValue } from './segments.ts'
import { zoneChangesOf } from './zone-changes.ts'

/** Whose answers: of some surveys, on some days, with every one of the filters; without filters the days' totals are read. */
export interface Crowd {
  site: string
  /** Several are read as one. */
  surveys: readonly string[]
  range: Range
  filters: Segments
  /** Ids of a tag, and of those merged into it: only answers that have it. */
  tag?: readonly string[] | undefined
}

export interface CountsQuery extends Crowd {
  /** The range to compare with, if any. */
  compared: Range | undefined
  breakdown: string | undefined
  /** Ids of the tags by which to break down besides; none for a dimension's values. */
  tags: readonly string[]
  /** Whether to count the languages of the answers: that reads every set where nothing else must. */
  locales: boolean
}

/** All counts of a report in one round trip: days x answers, or days x matching sets x answers; never responses. */
export async function readCounts(db: Db, query: CountsQuery): Promise<Counts> {
  const { compared, breakdown, tags, locales } = query
  const byTag = tags.length > 0
  const before = compared && { ...query, range: compared }
  // Only totals are kept of further questions: with a filter set they'd be another crowd's answers.
  const unfiltered = isEmpty(query.filters) && !query.tag
  const read = await batchByName(db, {
    score: scores(db, query),
    compared: before && scores(db, before),
    breakdown: breakdown === undefined ? undefined : scoresByValue(db, query, breakdown),
    comparedBreakdown: breakdown === undefined ? undefined : before && scoresByValue(db, before, breakdown),
    tags: byTag ? scoresByTag(db, query, tags) : undefined,
    comparedTags: byTag ? before && scoresByTag(db, before, tags) : undefined,
    sources: query.tag ? undefined : scoresBySource(db, query),
    verified: query.tag ? undefined : verifiedScores(db, query),
    locales: locales ? scoresByValue(db, query, 'language') : undefined,
    displays: query.tag
      ? undefined
      : unfiltered
        ? { compile: () => readTotals(query.surveys, query.range).compile(db.query) }
        : displays(db, query),
    questions: unfiltered ? closedAnswers(db, query) : undefined,
    questionLists: unfiltered ? questionListsOf(db, query.surveys) : undefined,
    rewordings: rewordingsOf(db, query.surveys),
    zoneChanges: zoneChangesOf(db, query.site),
    attributeChanges: attributeChangesOf(db, query.surveys),
    notes: notesOf(db, query.site, query.range, query.surveys),
  })
  const [{ untotalled = 0, ...shown } = nothingShown] = rowsOf<Counts['displays'] & { untotalled?: number }>(read.displays)
  return {
    score: rowsOf(read.score),
    compared: rowsOf(read.compared),
    breakdown: rowsOf(byTag ? read.tags : read.breakdown),
    comparedBreakdown: rowsOf(byTag ? read.comparedTags : read.comparedBreakdown),
    sources: rowsOf(read.sources),
    verified: rowsOf(read.verified),
    locales: rowsOf(read.locales),
    displays: shown,
    untotalled,
    questions: rowsOf(read.questions),
    questionLists: rowsOf<{ questions: string }>(read.questionLists).map(({ questions }) => JSON.parse(questions)),
    rewordings: rowsOf(read.rewordings),
    zoneChanges: rowsOf(read.zoneChanges),
    attributeChanges: rowsOf(read.attributeChanges),
    notes: rowsOf<NoteRow>(read.notes).map(noteView),
  }
}

const nothingShown: Counts['displays'] & { untotalled?: number } = {
  shown: 0,
  started: 0,
  completed: 0,
  dismissed: 0,
  responses: 0,
}

/** The metric's counts of two ranges, in one round trip. */
export async function readTwoRanges(
  db: Db,
  crowd: Omit<Crowd, 'range'>,
  first: Range,
  second: Range,
): Promise<[Histogram, Histogram]> {
  const [one, two] = await batch(db, [scores(db, { ...crowd, range: first }), scores(db, { ...crowd, range: second })])
  return [histogramOf(rowsOf(one)), histogramOf(rowsOf(two))]
}

/** The scores of each week, by its Monday; weeks without any are left out. */
export async function readScoresByWeek(db: Db, crowd: Crowd): Promise<Map<string, Map<number, number>>> {
  const weeks = new Map<string, Map<number, number>>()
  for (const { day, answer, n } of await scores(db, crowd).execute()) {
    const start = bucketStart(day, 'week')
    const week = weeks.get(start) ?? new Map<number, number>()
    week.set(Number(answer), (week.get(Number(answer)) ?? 0) + n)
    weeks.set(start, week)
  }
  return weeks
}

const scores = (db: Db, crowd: Crowd) =>
  cellsOf(db, crowd, scoreQuestions(crowd))
    .select(['survey', 'day', 'answer', sumOf('n')])
    .where('answer', '!=', '')
    .groupBy(['survey', 'day', 'answer'])

/** Scores with a signed order of their own, from an index that has nothing else. */
const verifiedScores = (db: Db, { site, surveys, range, filters }: Crowd) => {
  const verified = db.query
    .selectFrom('responses')
    .select([sql<string>`CAST(score AS TEXT)`.as('answer'), (row) => row.fn.countAll<number>().as('n')])
    .where('survey', 'in', surveys)
    .where('day', '>=', range.from)
    .where('day', '<=', range.to)
    .where(sql<boolean>`verified_order <> '' AND score IS NOT NULL AND test = 0 AND quarantined = 0`)
    .groupBy('score')
  return isEmpty(filters) ? verified : verified.where('segment_set', 'in', matchingSets(db, site, filters))
}

/** What counts the metric's scores: of everybody, or of those with a tag, which has cells for answers without a score too. */
const scoreQuestions = ({ tag }: Crowd) => tag?.map(tagQuestion) ?? ['score']
export const tagQuestion = (tag: string) => `tag:${tag}`

/** By tag: answers without a score stand under ''. */
const scoresByTag = (db: Db, crowd: Crowd, tags: readonly string[]) =>
  cellsOf(db, crowd, tags.map(tagQuestion))
    .select([sql<string>`substr(question, ${'tag:'.length + 1})`.as('value'), 'answer', sumOf('n')])
    .groupBy(['question', 'answer'])

/** The metric's counts of each tag, answers without a score left out. */
export async function readScoresByTag(
  db: Db,
  crowd: Crowd,
  tags: readonly string[],
): Promise<{ tag: string; score: number; n: number }[]> {
  if (tags.length === 0) return []
  const cells = await scoresByTag(db, crowd, tags).where('answer', '!=', '').execute()
  return cells.map(({ value, answer, n }) => ({ tag: value, score: Number(answer), n }))
}

const askedElsewhere = ['link', 'email', 'kiosk', 'api', 'import'] as const satisfies Source[]

const scoresBySource = (db: Db, crowd: Crowd) =>
  cellsOf(
    db,
    crowd,
    askedElsewhere.map((source) => `score:${source}`),
  )
    .select([sql<Source>`substr(question, ${'score:'.length + 1})`.as('source'), 'answer', sumOf('n')])
    .groupBy(['question', 'answer'])

/** By the value of a dimension; answers without one are left out. */
const scoresByValue = (db: Db, crowd: Crowd, dimension: string) =>
  scoresBySet(db, crowd)
    .select([segmentValue(dimension).as('value'), 'answer', sumOf('n')])
    .where(segmentValue(dimension), 'is not', null)
    .groupBy(['value', 'answer'])

/**
 * The metric's counts by segment set, beside the set's dimensions: what all filters and breakdowns are made of. Summed
 * over the days first, so that a set is looked up once for each answer and not once for each of its cells.
 */
const scoresBySet = (db: Db, crowd: Crowd) =>
  db.query
    .selectFrom((cells) =>
      cells
        .selectFrom('answer_counts')
        .select(['segment_set', 'answer', sumOf('n')])
        .where('survey', 'in', crowd.surveys)
        .where('question', 'in', scoreQuestions(crowd))
        .where('day', 'in', within(crowd.range))
        .where('answer', '!=', '')
        .$call((days) =>
          isEmpty(crowd.filters)
            ? days.where('segment_set', '>', 0)
            : days.where('segment_set', 'in', matchingSets(db, crowd.site, crowd.filters)),
        )
        .groupBy(['segment_set', 'answer'])
        .as('cells'),
    )
    .innerJoin('segment_sets', (join) =>
      join.onRef('segment_sets.id', '=', 'cells.segment_set').on('segment_sets.site', '=', crowd.site),
    )

/** One pass over the sets: how often each answer was given in each combination of dimensions. */
export async function readScoresBySet(db: Db, crowd: Crowd): Promise<SetCell[]> {
  const cells = await scoresBySet(db, crowd).select(['dimensions', 'answer', 'n']).execute()
  return cells.map(({ dimensions, answer, n }) => ({ segments: JSON.parse(dimensions) as Segments, score: Number(answer), n }))
}

/** Totals of the days, or the matching sets where filters ask for some. */
export function cellsOf(db: Db, { site, surveys, range, filters }: Crowd, questions: readonly string[]) {
  const cells = db.query
    .selectFrom('answer_counts')
    .where('survey', 'in', surveys)
    .where('question', 'in', questions.length > mostBound ? listed(questions) : questions)
    .where('day', 'in', within(range))
  return isEmpty(filters) ? cells.where('segment_set', '=', 0) : cells.where('segment_set', 'in', matchingSets(db, site, filters))
}

const closedAnswers = (db: Db, { surveys, range }: Crowd) =>
  db.query
    .selectFrom('answer_counts')
    .select(['question', 'answer', sumOf('n')])
    .where('survey', 'in', surveys)
    .where('question', 'in', closedQuestions(surveys))
    .where('day', 'in', within(range))
    .where('segment_set', '=', 0)
    .groupBy(['question', 'answer'])

/** Ids of whatever any version asks beside the metric. By name: "other than score" would walk over every cell of the survey. */
const closedQuestions = (surveys: readonly string[]) =>
  sql<string>`(SELECT json_extract(question.value, '$.id')
               FROM survey_versions, json_each(definition, '$.questions') AS question
               WHERE survey IN (${sql.join(surveys)}) AND json_extract(question.value, '$.type') <> 'metric')`

const displays = (db: Db, { site, surveys, range, filters }: Crowd) =>
  db.query
    .selectFrom('display_counts')
    .select([sumOf('shown'), sumOf('started'), sumOf('completed'), sumOf('dismissed'), sumOf('responses')])
    .where('survey', 'in', surveys)
    .where('day', 'in', within(range))
    .where('segment_set', 'in', matchingSets(db, site, filters))

const isEmpty = (filters: Segments) => Object.keys(filters).length === 0

/** The days one by one, so that the key's next column, the set, is sought too: between two days every set would be walked over. */
const within = (range: Range) => listed(daysOf(range))

/** A statement binds 100 values at most, and a site's tags alone may be as many. Few read fewer rows when they are bound. */
const mostBound = 20
const listed = (values: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

export const sumOf = <Column extends 'n' | 'shown' | 'started' | 'completed' | 'dismissed' | 'responses'>(column: Column) =>
  sql<number>`coalesce(sum(${sql.ref(column)}), 0)`.as(column)

/** A batch of named statements, those that aren't wanted left out. */
async function batchByName<Name extends string>(db: Db, statements: Record<Name, Statement | undefined>) {
  const wanted = Object.entries<Statement | undefined>(statements).flatMap(([name, statement]) =>
    statement ? [{ name, statement }] : [],
  )
  const results = await batch(
    db,
    wanted.map(({ statement }) => statement),
  )
  return Object.fromEntries(wanted.map(({ name }, i) => [name, results[i]])) as Partial<Record<Name, (typeof results)[number]>>
}
