import { indexed } from '../../../worker/domain/search.ts'
import { canonical, countedAs, type Model, recount, type StoredRow } from '../../support/response-model.ts'
import { db, type Shop } from './shop.ts'

export interface Ground {
  shop: Shop
  surveys: string[]
  /** Names of the site's tags by id. */
  tags: Map<string, string>
}

/** The rows are what the model says, and the counts are what the rows say. */
export async function compare(ground: Ground, model: Model, shown: number): Promise<void> {
  const [rows, sets, counts, displays, contacts, terms, waiting] = await db.batch([
    db.prepare('SELECT * FROM responses'),
    db.prepare('SELECT id, dimensions FROM segment_sets WHERE site = ?').bind(ground.shop.site.id),
    db.prepare('SELECT * FROM answer_counts'),
    db.prepare('SELECT * FROM display_counts'),
    db.prepare(`SELECT submission, question, value, contacts.resolved_at IS NOT NULL AS resolved
                FROM contacts LEFT JOIN responses ON responses.id = response`),
    db.prepare("SELECT doc || ' ' || term AS found FROM search_terms WHERE col = 'text'"),
    db.prepare(`SELECT response, tagger <> revision AS waits FROM untagged JOIN taggers USING (site) JOIN responses ON id = response
                UNION ALL SELECT id, -1 FROM responses JOIN taggers USING (site)
                WHERE comment <> '' AND tagger <> revision AND id NOT IN (SELECT response FROM untagged)
                UNION ALL SELECT response, -1 FROM untagged WHERE response NOT IN (SELECT id FROM responses)`),
  ])
  const stored = (rows?.results ?? []) as StoredRow[]
  const known = (sets?.results ?? []) as { id: number; dimensions: string }[]
  const touchpoints = new Map(known.map(({ id, dimensions }) => [id, JSON.parse(dimensions).touchpoint]))
  compareRows(stored, model, touchpoints, ground.tags)
  // Whatever an older tagger wrote is on the list of what waits for the job, and nothing that is gone.
  const forgotten = ((waiting?.results ?? []) as { response: number; waits: number }[]).filter(({ waits }) => waits === -1)
  equal(forgotten, [], 'the list of comments to tag')
  compareContacts((contacts?.results ?? []) as Record<string, string | number>[], model)

  const found = (terms?.results ?? []) as { found: string }[]
  equal(found.map((term) => term.found).sort(), stored.flatMap(termsOf).sort(), 'the search index')

  const expected = recount(stored)
  const all = (displays?.results ?? []) as Record<string, string | number>[]
  const counted = countedAs((counts?.results ?? []) as Record<string, string | number>[], all)
  equal(counted.answers, expected.answers, 'answer_counts')
  equal(counted.displays, expected.displays, 'display_counts')
  equal(
    all.reduce((sum, c) => sum + Number(c.shown), 0),
    shown,
    'displays shown',
  )
  equal(all.filter((c) => c.shown === 0 && c.responses === 0).length, 0, 'cells that count nothing')
}

/** Lets a test list what the search index holds: each word and the row it is found in. */
export async function listIndex(): Promise<void> {
  await db.prepare('CREATE VIRTUAL TABLE search_terms USING fts5vocab(verbatims, instance)').run()
}

/** What the index must hold of a row. */
function termsOf({ id, comment, texts }: StoredRow): string[] {
  const typed = [comment, ...Object.values(JSON.parse(texts) as Record<string, string>)]
  const words = typed.flatMap((text) => (indexed(text)?.text ?? text).match(/[\p{L}\p{N}\p{So}]+/gu) ?? [])
  return words.map((word) => `${id} ${word}`)
}

/** A contact without its response would show here as one of null. */
function compareContacts(stored: Record<string, string | number>[], model: Model): void {
  const expected = [...model.rows].flatMap(([submission, row]) =>
    Object.entries(row.contacts).map(([question, value]) => `${submission}|${question}|${value}|${Number(row.resolved)}`),
  )
  const found = stored.map((c) => `${c.submission}|${c.question}|${c.value}|${c.resolved}`)
  equal(found.sort(), expected.sort(), 'the contacts')
}

function compareRows(stored: StoredRow[], model: Model, touchpoints: Map<number, string>, names: Map<string, string>): void {
  equal(stored.map((row) => row.submission).sort(), [...model.rows.keys()].sort(), 'the rows that are there')
  for (const row of stored) {
    const must = model.rows.get(row.submission)
    if (!must) continue
    const { survey, version, seq, score, closed, texts, comment, tags, source, test, quarantined } = must
    const { answers, texts: typed, complete } = row
    const is = { closed: JSON.parse(answers), texts: JSON.parse(typed), complete: complete === 1, tags: tagNames(row, names) }
    const set = typeof must.set === 'number' ? row.segment_set : touchpoints.get(row.segment_set)
    equal(
      { ...pick(row), ...is, set, day: must.days.includes(row.day) },
      {
        survey,
        version,
        seq,
        score,
        comment,
        tags,
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

const tagNames = (row: StoredRow, names: Map<string, string>) =>
  (JSON.parse(row.tags) as string[]).map((id) => names.get(id) ?? id).sort()

function pick({ survey, version, seq, score, comment, source, test, quarantined }: StoredRow) {
  return { survey, version, seq, score, comment, source, test, quarantined }
}

/** Deletes every row; the triggers must bring the counts back to nothing. */
export async function clear(ground: Ground): Promise<void> {
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

/** After a history that failed: an empty database again, whatever the triggers would make of it. */
export async function wipe(): Promise<void> {
  const triggers = await listTriggers()
  const tables = [
    'responses',
    'contacts',
    'tombstones',
    'answer_counts',
    'display_counts',
    'display_totals',
    'display_batches',
    'untagged',
  ]
  await db.batch([
    ...triggers.map(({ name }) => db.prepare(`DROP TRIGGER ${name}`)),
    ...tables.map((table) => db.prepare(`DELETE FROM ${table}`)),
    db.prepare("INSERT INTO verbatims (verbatims) VALUES ('delete-all')"),
    ...triggers.map(({ sql }) => db.prepare(sql)),
  ])
}

export async function listTriggers(): Promise<{ name: string; sql: string }[]> {
  const found = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
  return (await found.all<{ name: string; sql: string }>()).results
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [canonical(actual), canonical(expected)]
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`)
}
