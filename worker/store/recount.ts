import type { Db } from './db.ts'

const pageRows = 2_000

/** A cell whose count isn't what the rows say. */
export interface Drift {
  cell: string
  counted: number
  rows: number
}

/** Recounts a survey from its responses, page by page, and says where the counts differ. None is what to expect. */
export async function verifyCounts(db: Db, survey: string): Promise<Drift[]> {
  const expected = await recount(db, survey)
  const actual = new Map<string, number>()
  const answers = await db.query.selectFrom('answer_counts').selectAll().where('survey', '=', survey).execute()
  for (const cell of answers) actual.set(answerCell(cell.question, cell.day, cell.segment_set, cell.answer), cell.n)
  const displays = await db.query.selectFrom('display_counts').selectAll().where('survey', '=', survey).execute()
  for (const cell of displays) {
    if (cell.responses > 0) actual.set(`responses ${cell.day} ${cell.segment_set}`, cell.responses)
    if (cell.completed > 0) actual.set(`completed ${cell.day} ${cell.segment_set}`, cell.completed)
  }
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .map((cell) => ({ cell, counted: actual.get(cell) ?? 0, rows: expected.get(cell) ?? 0 }))
    .filter(({ counted, rows }) => counted !== rows)
}

async function recount(db: Db, survey: string): Promise<Map<string, number>> {
  const cells = new Map<string, number>()
  const add = (cell: string) => cells.set(cell, (cells.get(cell) ?? 0) + 1)
  let after = 0
  while (true) {
    const page = await db.query
      .selectFrom('responses')
      .select(['id', 'day', 'segment_set', 'score', 'answers', 'tags', 'source', 'complete', 'test', 'quarantined'])
      .where('survey', '=', survey)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageRows)
      .execute()
    for (const row of page) {
      if (row.test || row.quarantined) continue
      if (row.score !== null) {
        const questions = row.source === 'widget' ? ['score'] : ['score', `score:${row.source}`]
        for (const question of questions) {
          add(answerCell(question, row.day, 0, String(row.score)))
          add(answerCell(question, row.day, row.segment_set, String(row.score)))
        }
      }
      for (const [question, answer] of Object.entries(JSON.parse(row.answers) as Record<string, string | string[]>)) {
        if (Array.isArray(answer)) add(answerCell(question, row.day, 0, ''))
        for (const one of [answer].flat()) add(answerCell(question, row.day, 0, one))
      }
      for (const tag of JSON.parse(row.tags) as string[]) {
        add(answerCell(`tag:${tag}`, row.day, 0, String(row.score ?? '')))
        add(answerCell(`tag:${tag}`, row.day, row.segment_set, String(row.score ?? '')))
      }
      if (row.source === 'widget') add(`responses ${row.day} ${row.segment_set}`)
      if (row.source === 'widget' && row.complete) add(`completed ${row.day} ${row.segment_set}`)
    }
    const last = page.at(-1)
    if (!last || page.length < pageRows) return cells
    after = last.id
  }
}

const answerCell = (question: string, day: string, set: number, answer: string) => `${question} ${day} ${set} ${answer}`
