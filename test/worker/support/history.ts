import fc from 'fast-check'
import { publicId } from '../../../worker/domain/response-id.ts'
import { type Answer, type Model, type ModelRow, recount, type StoredRow, take } from '../../support/response-model.ts'
import { db, manage, respond, type Shop, send, shopOrigin } from './shop.ts'

/** What may happen to responses, as plain data: fast-check shrinks a failing history and prints it. */
export type Event =
  | {
      do: 'send'
      who: number
      survey: number
      version: number
      seq: number
      complete: boolean
      answers: Record<string, Answer>
      at: string
      by: string
      lateDays: number
      times: number
    }
  | { do: 'resend'; which: number }
  | { do: 'misfit'; who: number; answers: Record<string, Answer> }
  | { do: 'erase' | 'delete' | 'copy' | 'age'; which: number }
  | { do: 'edit'; which: number; all: boolean; column: string; value: string | number | null }
  | { do: 'show'; survey: number; at: string }
  | { do: 'check' }

const chosen = fc.subarray(['price', 'size', 'colour'])
const answers = fc.record(
  {
    score: fc.option(fc.nat(10), { freq: 6 }),
    missing: fc.option(chosen, { freq: 6 }),
    again: fc.option(fc.constantFrom('yes', 'no'), { freq: 6 }),
    why: fc.option(fc.constantFrom('good', 'less good'), { freq: 6 }),
    more: fc.option(fc.constantFrom('this', 'that'), { freq: 6 }),
  },
  { requiredKeys: [] },
)
const which = fc.nat(4)
const at = fc.constantFrom('checkout', 'delivery')
const sending = fc.record({
  do: fc.constant('send' as const),
  who: fc.nat(3),
  survey: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  version: fc.integer({ min: 1, max: 2 }),
  seq: fc.integer({ min: 1, max: 5 }),
  complete: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  answers,
  at,
  by: fc.constantFrom('widget', 'widget', 'widget', 'link', 'api'),
  lateDays: fc.constantFrom(0, 0, 0, 1, 3),
  times: fc.constantFrom(1, 1, 1, 1, 2, 3),
})
const closed = fc.constantFrom('{}', '{"again":"yes"}', '{"missing":["price","size"]}', '{"again":"no","missing":["size"]}')
const flag = fc.integer({ min: 0, max: 1 })
const values: Record<string, fc.Arbitrary<string | number | null>> = {
  test: flag,
  quarantined: flag,
  complete: flag,
  score: fc.option(fc.nat(10)),
  day: fc.constantFrom('2026-01-05', '2026-02-28'),
  segment_set: fc.integer({ min: 1, max: 3 }),
  source: fc.constantFrom('widget', 'email', 'import'),
  answers: closed,
  survey: fc.constantFrom('0', '1'),
}
const editing = fc
  .constantFrom(...Object.keys(values))
  .chain((column) =>
    fc.record({
      do: fc.constant('edit' as const),
      which,
      all: fc.boolean(),
      column: fc.constant(column),
      value: values[column] ?? flag,
    }),
  )

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 12, arbitrary: sending },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resend' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('misfit' as const),
      who: fc.nat(3),
      answers: fc.constantFrom({ score: 11 }, { again: 'maybe' }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('erase' as const, 'delete' as const, 'copy' as const, 'age' as const), which }),
  },
  { weight: 5, arbitrary: editing },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('show' as const), survey: fc.nat(1), at }) },
  { weight: 1, arbitrary: fc.constant({ do: 'check' as const }) },
)
export const history = fc.array(event, { minLength: 3, maxLength: 12 })

export interface Ground {
  shop: Shop
  surveys: string[]
}

type Sending = Extract<Event, { do: 'send' }>

/** Plays one history against the worker and the model at once; throws where they part. Leaves nothing behind. */
export async function play(ground: Ground, events: readonly Event[]): Promise<void> {
  const model: Model = { rows: new Map(), erased: new Set() }
  const sent: Sending[] = []
  let shown = 0
  for (const one of events) {
    if (one.do === 'send') await sendStep(ground, model, one, sent)
    else if (one.do === 'resend') await resend(ground, model, one.which, sent)
    else if (one.do === 'misfit') await sendMisfit(ground, one)
    else if (one.do === 'show') shown += await show(ground, one)
    else if (one.do === 'check') await compare(ground, model, shown)
    else await change(ground, model, one)
  }
  await compare(ground, model, shown)
  await clear(ground)
}

const submissionOf = (who: number) => `01935b5e-0000-7000-8000-00000000000${who}`

async function sendStep(ground: Ground, model: Model, event: Sending, sent: Sending[]): Promise<void> {
  sent.push(event)
  const survey = ground.surveys[event.survey] ?? ''
  const { version, seq, complete, answers, at, by } = event
  const step = { survey, submission: submissionOf(event.who), version, seq, complete, answers }
  const late = event.lateDays * 86_400_000
  const context = {
    touchpoint: at,
    answeredAt: 1_000_000_000_000,
    sentAt: 1_000_000_000_000 + late,
    ...(by === 'link' && { source: by }),
  }
  const headers = {
    'Content-Type': 'application/json',
    ...(by === 'api' ? { Authorization: `Bearer ${ground.shop.apiKey}` } : { Origin: shopOrigin }),
  }
  const before = berlinDay(Date.now() - late)
  const replies = await Promise.all(
    Array.from({ length: event.times }, () =>
      respond(ground.shop, survey, { ...step, context }, { headers, body: bodyOf(ground, step, context) }),
    ),
  )
  const days = [before, berlinDay(Date.now() - late)]
  const expected = replies.map(() => take(model, { ...step, touchpoint: at, source: by, days }))
  // At once means in any order; each of them must have the one status that is left for it.
  const statuses = replies.map((reply) => reply.status)
  equal(statuses.sort(), expected.sort(), `the answers to ${JSON.stringify(event)}`)
  for (const reply of replies) {
    const body = await reply.json<{ submission?: string; seq?: number }>()
    if (reply.ok) equal(body, { submission: step.submission, seq }, 'the receipt')
  }
}

function bodyOf(ground: Ground, step: object, context: object): string {
  return JSON.stringify({ site: ground.shop.site.key, ...step, context })
}

async function resend(ground: Ground, model: Model, which: number, sent: Sending[]): Promise<void> {
  const again = sent[which % sent.length]
  // Other fields may differ between retries.
  if (again) await sendStep(ground, model, { ...again, times: 1, lateDays: 0, at: 'delivery' }, sent)
}

async function sendMisfit(ground: Ground, event: Extract<Event, { do: 'misfit' }>): Promise<void> {
  const reply = await respond(ground.shop, ground.surveys[0] ?? '', {
    submission: submissionOf(event.who),
    seq: 9,
    answers: event.answers,
  })
  equal(reply.status, 422, 'a misfit')
}

async function show(ground: Ground, event: Extract<Event, { do: 'show' }>): Promise<number> {
  const survey = ground.surveys[event.survey]
  const body = JSON.stringify({
    site: ground.shop.site.key,
    key: crypto.randomUUID(),
    events: [{ survey, type: 'shown', touchpoint: event.at }],
  })
  const reply = await send('/v1/displays', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Origin: shopOrigin },
    body,
  })
  equal(reply.status, 201, 'a display')
  return 1
}

/** Changes behind the worker's back: the counts must hold for every path a row can take. */
async function change(ground: Ground, model: Model, event: Extract<Event, { which: number }> & { do: string }): Promise<void> {
  const keys = [...model.rows.keys()]
  const key = keys[event.which % keys.length]
  const row = key === undefined ? undefined : model.rows.get(key)
  if (key === undefined || !row) return
  switch (event.do) {
    case 'erase': {
      const id = await db.prepare('SELECT id FROM responses WHERE submission = ?').bind(key).first<number>('id')
      const reply = await manage(ground.shop.apiKey, 'DELETE', `/api/v1/responses/${publicId(id ?? 0)}`)
      equal(reply.status, 204, 'an erasure')
      model.rows.delete(key)
      model.erased.add(key)
      return
    }
    case 'delete':
      await db.prepare('DELETE FROM responses WHERE submission = ?').bind(key).run()
      model.rows.delete(key)
      return
    case 'copy': {
      const submission = `copy-${model.rows.size}-${crypto.randomUUID()}`
      await db.prepare(copy).bind(submission, key).run()
      model.rows.set(submission, structuredClone(row))
      return
    }
    case 'age':
      await db.prepare('UPDATE responses SET created_at = created_at - 604800001 WHERE submission = ?').bind(key).run()
      row.old = true
      return
    case 'edit':
      return await edit(ground, model, event as Extract<Event, { do: 'edit' }>, key)
  }
}

const columns = `site, survey, seq, complete, version, score, answers, comment, texts, segment_set, traits, source, day, answered_at,
                 created_at, updated_at, test, quarantined, digest, receipt`
const copy = `INSERT INTO responses (id, submission, ${columns})
              SELECT (SELECT max(id) + 1 FROM responses), ?1, ${columns} FROM responses WHERE submission = ?2`

async function edit(ground: Ground, model: Model, event: Extract<Event, { do: 'edit' }>, key: string): Promise<void> {
  const value = event.column === 'survey' ? (ground.surveys[Number(event.value)] ?? '') : event.value
  // The column is one of `values`, never input.
  const update = db.prepare(`UPDATE responses SET ${event.column} = ?1 WHERE ?2 OR submission = ?3`)
  await update.bind(value, event.all ? 1 : 0, key).run()
  for (const [submission, row] of model.rows) if (event.all || submission === key) setColumn(row, event.column, value)
}

function setColumn(row: ModelRow, column: string, value: string | number | null): void {
  if (column === 'day') row.days = [String(value)]
  else if (column === 'segment_set') row.set = Number(value)
  else if (column === 'answers') row.closed = JSON.parse(String(value))
  else if (column === 'complete') row.complete = value === 1
  else Object.assign(row, { [column]: value })
}

/** The rows are what the model says, and the counts are what the rows say. */
export async function compare(ground: Ground, model: Model, shown: number): Promise<void> {
  const [rows, sets, counts, displays] = await db.batch([
    db.prepare('SELECT * FROM responses'),
    db.prepare('SELECT id, dimensions FROM segment_sets WHERE site = ?').bind(ground.shop.site.id),
    db.prepare('SELECT * FROM answer_counts'),
    db.prepare('SELECT * FROM display_counts'),
  ])
  const stored = (rows?.results ?? []) as StoredRow[]
  const touchpoints = new Map(
    (sets?.results as { id: number; dimensions: string }[]).map(({ id, dimensions }) => [id, JSON.parse(dimensions).touchpoint]),
  )
  compareRows(stored, model, touchpoints)

  const expected = recount(stored)
  const cells = (counts?.results ?? []) as Record<string, string | number>[]
  equal(
    cells.map((c) => `${c.survey}|${c.question}|${c.day}|${c.segment_set}|${c.answer} = ${c.n}`).sort(),
    expected.answers,
    'answer_counts',
  )
  const all = (displays?.results ?? []) as Record<string, string | number>[]
  const counted = all.filter((c) => c.responses !== 0 || c.completed !== 0)
  equal(
    counted.map((c) => `${c.survey}|${c.day}|${c.segment_set} = ${c.responses}, ${c.completed}`).sort(),
    expected.displays,
    'display_counts',
  )
  equal(
    all.reduce((sum, c) => sum + Number(c.shown), 0),
    shown,
    'displays shown',
  )
  equal(all.filter((c) => c.shown === 0 && c.responses === 0).length, 0, 'cells that count nothing')
}

function compareRows(stored: StoredRow[], model: Model, touchpoints: Map<number, string>): void {
  equal(stored.map((row) => row.submission).sort(), [...model.rows.keys()].sort(), 'the rows that are there')
  for (const row of stored) {
    const must = model.rows.get(row.submission)
    if (!must) continue
    const { survey, version, seq, score, closed, texts, comment, source, test, quarantined } = must
    const { answers, texts: typed, complete } = row
    const is = { closed: JSON.parse(answers), texts: JSON.parse(typed), complete: complete === 1 }
    const set = typeof must.set === 'number' ? row.segment_set : touchpoints.get(row.segment_set)
    equal(
      { ...pick(row), ...is, set, day: must.days.includes(row.day) },
      {
        survey,
        version,
        seq,
        score,
        comment,
        source,
        test,
        quarantined,
        closed,
        texts,
        complete: must.complete,
        set: must.set,
        day: true,
      },
      `the row of ${row.submission}`,
    )
  }
}

function pick({ survey, version, seq, score, comment, source, test, quarantined }: StoredRow) {
  return { survey, version, seq, score, comment, source, test, quarantined }
}

/** Deletes every row; the triggers must bring the counts back to nothing. */
async function clear(ground: Ground): Promise<void> {
  await db.batch([db.prepare('DELETE FROM responses'), db.prepare('DELETE FROM tombstones')])
  const left = await db
    .prepare(
      'SELECT (SELECT count(*) FROM answer_counts) + (SELECT count(*) FROM display_counts WHERE responses + completed > 0) AS n',
    )
    .first('n')
  equal(left, 0, 'counts left after the last row went')
  await db.prepare('DELETE FROM display_counts').run()
  await compare(ground, { rows: new Map(), erased: new Set() }, 0)
}

/** After a history that failed: an empty database again, whatever the triggers did. */
export async function wipe(): Promise<void> {
  const tables = ['responses', 'tombstones', 'answer_counts', 'display_counts', 'display_batches']
  await db.batch(tables.map((table) => db.prepare(`DELETE FROM ${table}`)))
}

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' })
const berlinDay = (instant: number) => berlin.format(instant)

function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [sorted(actual), sorted(expected)]
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`)
}

/** JSON with its keys in order, so that equal values are equal texts. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  )
}
