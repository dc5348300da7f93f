import type { Conditions } from '../contract/conditions.ts'
import { addDays, dayOf } from '../domain/calendar.ts'
import { readAsked } from './asked.ts'
import { batch, type Db, rowsOf, type Statement } from './db.ts'
import { type InboxRuleRow, listInboxRules } from './inbox-rules.ts'
import { type Asked, endOf, everything, inWindow, matchingIds, scansOf } from './matching.ts'
import type { Slice } from './outbox.ts'
import type { Site } from './sites.ts'

const hourMs = 3_600_000

/** Opens cases of those that have none, with their history (by triggers). Harmless to repeat. */
function openStatement(
  db: Db,
  site: string,
  { id, owner, due_hours }: Pick<InboxRuleRow, 'id' | 'owner' | 'due_hours'>,
  ids: readonly number[],
  now: number,
): Statement {
  return db.d1
    .prepare(
      `INSERT INTO cases (response, site, rule, opened_at, owner, due_at, changed_at)
       SELECT id, site, ?3, ?4, ?5, ?6, ?4 FROM responses
       WHERE id IN (SELECT value FROM json_each(?2)) AND +site = ?1 AND test = 0 AND quarantined = 0
       ON CONFLICT (response) DO NOTHING`,
    )
    .bind(site, JSON.stringify(ids), id, now, owner, due_hours === null ? null : now + due_hours * hourMs)
}

/** Opens the cases of settled responses: each by the first of the site's rules that takes it. */
export async function casesFor(db: Db, { site, known, responses, now }: Slice): Promise<Statement[]> {
  const rules = await listInboxRules(db, site.id)
  const statements: Statement[] = []
  let left = responses
  for (const rule of rules.filter(({ active }) => active === 1)) {
    const asked = await readAsked(db, site, rule.conditions, { known })
    // What names something the site no longer has takes nothing.
    const taken = 'faults' in asked ? [] : await matchingIds(db, site.id, asked, left)
    if (taken.length > 0) statements.push(openStatement(db, site.id, rule, taken, now))
    left = left.filter((id) => !taken.includes(id))
  }
  return statements
}

/** How far back a rule is tried and applied. */
const pastDays = 30
/** Responses of each survey that are looked at; enough for a month of a large shop. */
const lookedAt = 20_000
const slice = 500

/** What conditions take of the responses of the last 30 days, of those each survey has; undefined where the site doesn't know them. */
export async function takenOfPast(db: Db, site: Site, conditions: Conditions, now: number) {
  const range = { from: addDays(dayOf(now, site.timeZone), 1 - pastDays) }
  const asked = await readAsked(db, site, conditions, { range })
  if ('faults' in asked) return
  const all = await idsOf(db, site.id, asked)
  const of = await idsOf(db, site.id, { ...asked, filters: { ...everything, range } })
  return { ids: all.ids, of: of.ids.length, shortened: all.shortened || of.shortened }
}

async function idsOf(db: Db, site: string, { surveys, filters }: Asked): Promise<{ ids: number[]; shortened: boolean }> {
  if (surveys.length === 0) return { ids: [], shortened: false }
  const window = { before: undefined, rows: lookedAt }
  const windows = scansOf(surveys, filters).map((scan) => inWindow(db, site, scan, filters, window))
  const read = await batch(
    db,
    windows.flatMap(({ matching, end }) => [matching.select('responses.id'), end]),
  )
  const ids = read.flatMap((result, i) => (i % 2 === 0 ? rowsOf<{ id: number }>(result).map(({ id }) => id) : []))
  return { ids, shortened: read.some((result, i) => i % 2 === 1 && endOf(result, window) !== undefined) }
}

/** Opens cases of these responses by a rule, as if they had just come. How many there were none of before. */
export async function openPast(db: Db, site: string, rule: InboxRuleRow, ids: readonly number[], now: number): Promise<number> {
  let opened = 0
  for (let i = 0; i < ids.length; i += slice) {
    const some = ids.slice(i, i + slice)
    const count = () => countCases(db, some)
    const [before] = rowsOf<{ n: number }>((await batch(db, [count()]))[0])
    const [, after] = await batch(db, [openStatement(db, site, rule, some, now), count()])
    opened += (rowsOf<{ n: number }>(after)[0]?.n ?? 0) - (before?.n ?? 0)
  }
  return opened
}

const countCases = (db: Db, ids: readonly number[]) =>
  db.d1.prepare('SELECT count(*) AS n FROM cases WHERE response IN (SELECT value FROM json_each(?))').bind(JSON.stringify(ids))
