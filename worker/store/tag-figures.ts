import { sql } from 'kysely'
import type { Histogram } from '../domain/metrics.ts'
import { histogramOf } from '../domain/report.ts'
import type { TagDay } from '../domain/tagging/figures.ts'
import { type Crowd, cellsOf, sumOf, tagQuestion } from './counts.ts'
import { batch, type Db, rowsOf } from './db.ts'

/** Comments by tag and day, and scores by day. */
export async function readTagDays(
  db: Db,
  crowd: Crowd,
  tags: readonly string[],
): Promise<{ days: ({ tag: string } & TagDay)[]; answers: Map<string, number> }> {
  const [days, answers] = await batch(db, [
    cellsOf(db, crowd, tags.map(tagQuestion))
      .select([
        sql<string>`substr(question, ${tagQuestion('').length + 1})`.as('tag'),
        'day',
        sumOf('n'),
        sql<number>`coalesce(sum(n) FILTER (WHERE answer <> ''), 0)`.as('scored'),
      ])
      .groupBy(['question', 'day']),
    cellsOf(db, crowd, ['score'])
      .select(['day', sumOf('n')])
      .groupBy('day'),
  ])
  return {
    days: rowsOf(days),
    answers: new Map(rowsOf<{ day: string; n: number }>(answers).map(({ day, n }) => [day, n])),
  }
}

/** Scores by survey: of everybody, and of those who have one of the tags' ids, all of one tag. */
export async function readTagScores(
  db: Db,
  crowd: Crowd,
  tag: readonly string[],
): Promise<{ all: Map<string, Histogram>; tagged: Map<string, Histogram> }> {
  const read = (questions: readonly string[]) =>
    cellsOf(db, crowd, questions)
      .select(['survey', 'answer', sumOf('n')])
      .where('answer', '!=', '')
      .groupBy(['survey', 'answer'])
  const bySurvey = (result: D1Result<Record<string, unknown>> | undefined) => {
    const cells = Map.groupBy(rowsOf<{ survey: string; answer: string; n: number }>(result), ({ survey }) => survey)
    return new Map(Array.from(cells, ([survey, of]) => [survey, histogramOf(of)]))
  }
  const [all, tagged] = await batch(db, [read(['score']), read(tag.map(tagQuestion))])
  return { all: bySurvey(all), tagged: bySurvey(tagged) }
}
