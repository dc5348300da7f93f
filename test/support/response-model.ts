/**
 * What CONTRACT.md says becomes of a submission, in plain JavaScript, and a recount of the histogram
 * from rows. Shares no code with the worker: a mistake there can't hide behind the same mistake here.
 */

export type Answer = string | number | string[] | null

export interface Step {
  survey: string
  submission: string
  version: number
  seq: number
  complete: boolean
  answers: Record<string, Answer>
  touchpoint: string
  source: string
  /** The site-local day just before and just after the request. */
  days: string[]
}

/** What must be in a submission's row. */
export interface ModelRow {
  survey: string
  version: number
  seq: number
  complete: boolean
  last: { answers: Record<string, Answer>; complete: boolean }
  score: number | null
  closed: Record<string, string | string[]>
  texts: Record<string, string>
  /** Ways to reach the shopper, by question. */
  contacts: Record<string, string>
  /** Whether the case is closed. */
  resolved: boolean
  comment: string
  /** Names of its tags, in the alphabet's order. */
  tags: string[]
  /** Whether somebody said so: then no rule changes them. */
  judged: boolean
  /** By its touchpoint while the row's own; by its id once changed by hand. */
  set: string | number
  source: string
  days: string[]
  old: boolean
  test: number
  quarantined: number
}

export interface Model {
  rows: Map<string, ModelRow>
  erased: Set<string>
}

const textQuestions = ['why', 'more']
const contactQuestions = ['mail']

/** The status this step must be answered with; the model moves on as the database must. */
export function take(model: Model, step: Step): number {
  if (model.erased.has(step.submission)) return 410
  const row = model.rows.get(step.submission)
  if (!row) {
    model.rows.set(step.submission, continued(freshRow(step), step))
    return 201
  }
  if (row.survey !== step.survey) return 409
  if (step.seq < row.seq) return 200
  if (step.seq === row.seq)
    return canonical(row.last) === canonical({ answers: step.answers, complete: step.complete }) ? 200 : 409
  if (row.complete || row.old) return 409
  continued(row, step)
  // What was set aside stays so, whatever it says later.
  return row.quarantined === 1 ? 202 : 201
}

function freshRow(step: Step): ModelRow {
  const { survey, version, seq, touchpoint, source, days } = step
  const last = { answers: {}, complete: false }
  const empty = { score: null, closed: {}, texts: {}, contacts: {}, comment: '', tags: [], judged: false }
  const flags = { old: false, resolved: false, test: 0, quarantined: 0 }
  return { survey, version, seq, complete: false, last, set: touchpoint, source, days, ...empty, ...flags }
}

/** A question left out keeps its earlier answer; null or an empty list takes it back. */
function continued(row: ModelRow, step: Step): ModelRow {
  const { version, seq, complete, answers } = step
  Object.assign(row, { version, seq, complete, last: { answers, complete } })
  for (const [question, answer] of Object.entries(answers)) {
    if (question === 'score') row.score = answer as number | null
    else if (question === 'why') comment(row, (answer as string | null) ?? '')
    else if (contactQuestions.includes(question)) put(row.contacts, question, answer as string | null)
    else if (textQuestions.includes(question)) put(row.texts, question, answer as string | null)
    // A rating is counted like a choice: as text.
    else put(row.closed, question, typeof answer === 'number' ? String(answer) : answer)
  }
  return row
}

/** The rules the tests give their tags. */
export const tagRules: Record<string, string> = { good: 'good', slow: '遅い' }

function comment(row: ModelRow, text: string): void {
  row.comment = text
  if (!row.judged) row.tags = Object.keys(tagRules).filter((tag) => text.includes(tagRules[tag] ?? ''))
}

function put(answers: Record<string, string | string[]>, question: string, answer: string | string[] | null): void {
  if (answer === null || answer.length === 0) delete answers[question]
  else answers[question] = answer
}

/** The columns of `responses` that counting depends on, as D1 gives them. */
export interface StoredRow {
  id: number
  survey: string
  submission: string
  seq: number
  complete: number
  version: number
  score: number | null
  answers: string
  texts: string
  comment: string
  /** JSON array of ids. */
  tags: string
  segment_set: number
  source: string
  day: string
  test: number
  quarantined: number
}

/** answer_counts and display_counts (responses, completed) as they must be, each as "key = n". */
export function recount(rows: readonly StoredRow[]): { answers: string[]; displays: string[] } {
  const answers = new Map<string, number>()
  const displays = new Map<string, [responses: number, completed: number]>()
  const add = (...key: (string | number)[]) => answers.set(key.join('|'), (answers.get(key.join('|')) ?? 0) + 1)
  for (const row of rows) {
    if (row.test === 1 || row.quarantined === 1) continue
    if (row.score !== null) {
      add(row.survey, 'score', row.day, 0, row.score)
      add(row.survey, 'score', row.day, row.segment_set, row.score)
      if (row.source !== 'widget') {
        add(row.survey, `score:${row.source}`, row.day, 0, row.score)
        add(row.survey, `score:${row.source}`, row.day, row.segment_set, row.score)
      }
    }
    for (const [question, answer] of Object.entries(JSON.parse(row.answers) as Record<string, string | string[]>)) {
      if (Array.isArray(answer)) add(row.survey, question, row.day, 0, '')
      for (const one of [answer].flat()) add(row.survey, question, row.day, 0, one)
    }
    for (const tag of JSON.parse(row.tags) as string[]) {
      add(row.survey, `tag:${tag}`, row.day, 0, row.score ?? '')
      add(row.survey, `tag:${tag}`, row.day, row.segment_set, row.score ?? '')
    }
    if (row.source !== 'widget') continue
    const key = `${row.survey}|${row.day}|${row.segment_set}`
    const [responses, completed] = displays.get(key) ?? [0, 0]
    displays.set(key, [responses + 1, completed + row.complete])
  }
  return {
    answers: [...answers].map(([key, n]) => `${key} = ${n}`).sort(),
    displays: [...displays].map(([key, [responses, completed]]) => `${key} = ${responses}, ${completed}`).sort(),
  }
}

type Cell = Record<string, string | number>

/** The same cells as they are stored. */
export const countedAs = (answers: readonly Cell[], displays: readonly Cell[]) => ({
  answers: answers.map((c) => `${c.survey}|${c.question}|${c.day}|${c.segment_set}|${c.answer} = ${c.n}`).sort(),
  displays: displays
    .filter((c) => c.responses !== 0 || c.completed !== 0)
    .map((c) => `${c.survey}|${c.day}|${c.segment_set} = ${c.responses}, ${c.completed}`)
    .sort(),
})

/** All responses of a database, what its counts say and what they must say. */
export async function recounted(database: D1Database) {
  const [rows, answers, displays] = await database.batch<StoredRow & Cell>(
    ['responses', 'answer_counts', 'display_counts'].map((table) => database.prepare(`SELECT * FROM ${table}`)),
  )
  const stored: (StoredRow & Cell)[] = rows?.results ?? []
  return { stored, counted: countedAs(answers?.results ?? [], displays?.results ?? []), expected: recount(stored) }
}

/** JSON with its keys in order: equal values are equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  )
}
